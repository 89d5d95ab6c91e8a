//! The second part of the program: that it is on its way, or did not come.

use super::Phrase;

texts! {
    SECOND_COMING: "正在载入这一部分……", "Loading this part…";
    SECOND_FAILED: "这一部分没有载入：网络断开、需要先登录，或网站刚更新过。规划没有受影响。", "This part could not be loaded: the network is down, a portal wants you to sign in, or the site was just updated. The plan is unaffected.";
    SECOND_AGAIN: "再试一次", "Try again";
    SECOND_UPDATED: "多次不成时，请重新载入本页；已做的改动存在本机。", "If it keeps failing, reload the page; what was changed is kept in this browser.";
    SECOND_NOT_DONE: "刚才要打开的没有打开：这一部分程序当时没有载入。现在可以再打开一次。页面保持原样。", "What was to be opened was not opened: this part of the program had not been loaded. It can be opened again now. The page stays as it was.";
    SECOND_PRINT: "打印内容还没有载入，请稍后再打印。", "What is to be printed is still loading; please print again in a moment.";
    SECOND_SAVE: "还没有保存：这一部分程序没有载入，请再试一次。", "Not saved: this part of the program could not be loaded. Please try again.";
}
