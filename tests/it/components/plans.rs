//! How the plan is kept: the status, what to do about it, and what can be done with the plans.

use tuiyan::browser::store::{KeepingStatus, SaveProblem, Saving};
use tuiyan::locale::Locale;
use tuiyan::ui::plans::list::{self, PlanList};
use tuiyan::ui::plans::{self, Plans};
use yew::{Callback, props};

use super::{assert_says, render};

async fn list(status: KeepingStatus, locale: Locale) -> String {
    render::<PlanList>(props!(list::Props {
        status,
        locale,
        name: "益阳的打算",
        city: "yiyang-2020",
        on_action: Callback::noop(),
        on_request: Callback::noop(),
        on_close: Callback::noop(),
    }))
    .await
}

#[tokio::test]
async fn the_list_is_closed_and_its_button_says_so() {
    let html = render::<Plans>(props!(plans::Props {
        locale: Locale::Zh,
        name: "益阳的打算",
        city: "yiyang-2020",
        on_action: Callback::noop(),
        on_request: Callback::noop(),
    }))
    .await;
    assert_says(&html, &["本机的规划"]);
    assert!(html.contains(r#"aria-expanded="false""#), "{html}");
}

#[tokio::test]
async fn the_list_says_what_a_person_should_know_of_the_storage() {
    let saved = KeepingStatus { saving: Saving::Saved { time: 0.0 }, ..KeepingStatus::default() };
    let failed = |problem| KeepingStatus { saving: Saving::Failed(problem), ..saved };
    for (status, zh, en) in [
        (saved, "不会上传", "never uploaded"),
        (failed(SaveProblem::Full), "关闭页面就会丢失", "closing the page would lose it"),
        (failed(SaveProblem::Silent), "请下载规划文件", "download it as a file"),
        (KeepingStatus { elsewhere: true, ..saved }, "现在就另存为副本", "Go on as a copy now"),
        (KeepingStatus { copied: true, ..saved }, "另存为副本，两份都在下面", "go on as a copy"),
    ] {
        assert_says(&list(status, Locale::Zh).await, &[zh, "益阳的打算", "清除本机全部数据"]);
        assert_says(&list(status, Locale::En).await, &[en, "Clear everything on this machine"]);
    }
}
