//! The plans that this browser keeps, and what became of the newest save.

use super::Phrase;

texts! {
    // The status.
    SAVE_APART: "由所在页面保存", "Kept by the page around";
    SAVE_NOTHING: "本机的规划", "Plans on this machine";
    SAVE_PENDING: "正在保存", "Saving";
    SAVE_DONE: "已存于本机{time}", "Saved here {time}";
    SAVE_ELSEWHERE: "另一标签页也开着", "Open in another tab too";
    SAVE_FULL: "未保存：本机存储已满", "Not saved: storage is full";
    SAVE_FORBIDDEN: "未保存：浏览器不允许", "Not saved: forbidden here";
    SAVE_SILENT: "未保存：存储没有应答", "Not saved: storage is silent";
    SAVE_CLEARED: "未保存：存档已被清除", "Not saved: what was kept is cleared";
    SAVE_UNREADABLE: "未保存：存下的会打不开", "Not saved: it would not open again";
    SAVE_NO_HOST: "未保存：没有页面接管", "Not saved: no page around";
    SAVE_ABSENT: "未保存：浏览器没有存储", "Not saved: no storage";

    // What to do about it.
    SAVE_ADVICE: "浏览器现在存不下这份规划，关闭页面就会丢失。请下载规划文件保存。", "The browser cannot keep this plan now: closing the page would lose it. Please download it as a file.";
    SAVE_ADVICE_ELSEWHERE: "这份规划在另一个标签页里也开着。两边都改时，后存的一边另存为副本，互不覆盖。", "Another tab has this plan open as well. Where both change it, the later one goes on as a copy; neither overwrites the other.";
    SAVE_ADVICE_COPIED: "本机已有这份规划更新的内容，这里的改动另存为副本，两份都在下面。", "This machine has newer content of the plan, so the changes made here go on as a copy. Both are listed below.";
    SAVE_ADVICE_CLEARED: "推演在这个浏览器里存下的内容已被清除：在另一个标签页里，或由浏览器。这里的规划只在页面上，不会自动写回。", "What Tuiyan kept in this browser was cleared, by another tab or by the browser. The plan here is on the page only and is not written back by itself.";
    SAVE_ADVICE_NO_HOST: "地址里写明由所在的网页保存规划，但没有网页接管，浏览器里也不存：关闭页面就会丢失。请下载规划文件保存。", "The address says that the page around keeps the plan, and there is none; nor does the browser keep it. Closing the page would lose it. Please download it as a file.";
    SAVE_ADVICE_UNREADABLE: "这份规划写出来再读，与页面上的不一样，所以没有存，上一次存下的还在。请撤销最近的改动。", "Written and read back, this plan is not the one on the page, so it was not kept; the version before is. Please undo the last change.";
    SAVE_ADVICE_APART: "这一页不在浏览器里存规划，改动交给所在的网页。要自己留一份，请下载文件。", "This page keeps no plan in the browser; changes go to the page around. Download a file to have a copy of your own.";
    SAVE_AGAIN: "重新存在这个浏览器里", "Keep it in this browser again";
    SAVE_COPY: "现在就另存为副本", "Go on as a copy now";

    // The list.
    PLANS_SECTION: "城市与规划", "City and plan";
    PLANS_NOTE: "改动自动存在这台电脑的浏览器里，不会上传。换电脑或清理浏览器之前，请下载文件。", "Changes are kept in this browser on this machine and never uploaded. Download a file before you change machines or clear the browser.";
    PLANS_CURRENT: "正在编辑", "Open now";
    PLANS_COPY: "副本", "Copy";
    PLANS_EMPTY: "还没有存下规划：第一次改动之后自动保存。", "No plan is kept yet: the first change is saved by itself.";
    PLANS_NEW: "新建规划", "New plan";
    PLANS_VERSIONS: "更早的版本", "Earlier versions";
    PLANS_ALL: "全部规划", "All plans";
    PLANS_OPEN_OF: "打开：{name}，{time}", "Open: {name}, {time}";
    PLANS_NAME_FIELD: "规划名称", "Name of the plan";
    PLANS_DOWNLOAD: "下载", "Download";
    PLANS_DOWNLOAD_OF: "下载：{name}，{time}", "Download: {name}, {time}";
    PLANS_REMOVE: "删除", "Delete";
    PLANS_REMOVE_OF: "删除：{name}，{time}", "Delete: {name}, {time}";
    PLANS_REMOVE_ASK: "从本机删除“{name}”和它的全部版本？删除后不能恢复。", "Delete '{name}' with all its versions from this machine? It cannot be brought back.";
    PLANS_CLEAR: "清除本机全部数据", "Clear everything on this machine";
    PLANS_CLEAR_ASK: "将清除推演在这个浏览器里存下的全部内容，不动其他系统的数据。页面上的规划留到关闭为止。", "This clears everything that Tuiyan keeps in this browser and nothing of other systems. The plan on screen stays until the page is closed.";
    PLANS_CLEARED: "已全部清除。", "Everything was cleared.";
    PLANS_NOT_CLEARED: "有内容没能清除，请在浏览器设置里清除本站数据。", "Something could not be cleared; please clear this site's data in the browser's settings.";
    PLANS_CONFIRM_REMOVE: "确认删除", "Delete it";
    PLANS_CONFIRM_CLEAR: "确认清除", "Clear it all";
    PLANS_KEEP: "保留", "Keep it";

    // A snapshot that cannot be opened.
    PLANS_DAMAGED: "存下的“{file}”没有打开：内容不完整或被改动过。它原样留在本机，可以在规划列表里下载。", "The saved '{file}' was not opened: it is incomplete or was altered. It stays on this machine as it is and can be downloaded from the list of plans.";
    PLANS_OLDER: "存下的“{file}”最新的{count}个版本没有打开，现在打开的是{time}的版本。没打开的原样留在本机，可以在“更早的版本”里下载。", "The newest versions of the saved '{file}' could not be opened ({count}); the version of {time} was opened instead. They stay on this machine as they are and can be downloaded from the earlier versions.";
    PLANS_EXAMPLE: "内置示例", "Built-in example";
}
