//! A page that can only be looked at: no control on it changes the plan.
//!
//! Every control that can be used there is named here, so that a new one is either marked as editing or shown to be
//! one that only looks.

use std::collections::BTreeSet;

use tuiyan::locale::Locale;
use tuiyan::plan::Plan;
use tuiyan::session::{Screen, View};
use tuiyan::shared::Shared;
use tuiyan::ui::compare::Compare;
use tuiyan::ui::data::Data;
use tuiyan::ui::desk::not_judged::{self, NotJudgedList};
use tuiyan::ui::explain::Explain;
use tuiyan::ui::levers::panel::{self, LeverPanel};
use tuiyan::ui::output::Output;
use tuiyan::ui::state::given::Given;
use tuiyan::ui::targets::Targets;
use tuiyan::ui::widgets::editing::Editing;
use yew::prelude::*;

use super::given::of_city;
use super::{render, text};

/// The screen where nobody may edit.
#[component]
fn LookedAt(given: &Given) -> Html {
    let given = given.clone();
    let screen = match given.view.screen {
        Screen::Targets => html! { <Targets ..given /> },
        Screen::Data => html! { <Data ..given /> },
        Screen::Compare => html! { <Compare ..given /> },
        Screen::Explain => html! { <Explain ..given /> },
        Screen::Output => html! { <Output ..given /> },
        Screen::Board => board(given),
    };
    html! { <ContextProvider<Editing> context={Editing(false)}>{ screen }</ContextProvider<Editing>> }
}

/// What can be done on the board: the levers, and what a person records.
fn board(given: Given) -> Html {
    let workbench = &given.run.workbench;
    let present = given.scene.model.levers.keys().map(|lever| workbench.present(lever)).collect();
    let recorded = not_judged::Props {
        scene: given.scene.clone(),
        report: given.run.outcome.report.clone(),
        statuses: given.plan.statuses.clone(),
        on_action: given.on_action.clone(),
    };
    let opened = given.plan.scenarios.current().settings.clone();
    let levers = panel::Props { given, present: Shared::new(present), opened };
    html! { <><LeverPanel ..levers /><NotJudgedList ..recorded /></> }
}

async fn screen(screen: Screen) -> String {
    let given = of_city("yiyang-2020", screen, Locale::Zh, |_: &mut Plan| ());
    let view = View { is_read_only: true, ..given.view.clone() };
    render::<LookedAt>(Given { view, ..given }).await
}

/// What buttons say that can be pressed, and the tags of the fields that take an entry.
fn controls(html: &str) -> (BTreeSet<String>, Vec<String>) {
    let (mut buttons, mut fields, mut disabled) = (BTreeSet::new(), Vec::new(), 0);
    for piece in html.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.split_whitespace().next().unwrap_or("");
        let is_off = disabled > 0 || tag.contains(" disabled") || tag.contains(" readonly");
        match name {
            "fieldset" if disabled > 0 || tag.contains(" disabled") => disabled += 1,
            "/fieldset" if disabled > 0 => disabled -= 1,
            "button" if !is_off => drop(buttons.insert(words.trim().to_owned())),
            "input" | "textarea" | "select" if !is_off => fields.push(tag.to_owned()),
            _ => {}
        }
    }
    (buttons, fields)
}

#[tokio::test]
async fn a_screen_that_is_looked_at_has_no_control_that_edits() {
    // The goal seek asks and changes nothing until what it found is taken over.
    let goal = ["select", "select", "type=\"text\""];
    let output = [
        "CSV",
        "保存规划文件",
        "全部打包（ZIP）",
        "复制",
        "复制链接",
        "复制：测算摘要",
        "存为文本",
        "打印或存为PDF",
        "查看",
    ];
    for (at, looks, asks) in [
        (Screen::Board, &["为什么"][..], &[][..]),
        (Screen::Targets, &["复制"], &goal),
        (Screen::Data, &[], &[]),
        (Screen::Compare, &[], &["select"]),
        (Screen::Explain, &[], &["type=\"search\""]),
        (Screen::Output, &output, &["type=\"checkbox\""]),
    ] {
        let html = screen(at).await;
        assert!(!text(&html).is_empty());
        let (buttons, fields) = controls(&html);
        let looks: BTreeSet<String> = looks.iter().map(|words| (*words).to_owned()).collect();
        assert_eq!(buttons, looks, "{at:?}");
        assert_eq!(fields.len(), asks.len(), "{at:?}: {fields:#?}");
        for (field, asked) in fields.iter().zip(asks) {
            assert!(field.contains(asked), "{at:?}: {field}");
        }
    }
}

#[tokio::test]
async fn levers_and_records_stand_there_to_be_read() {
    let html = screen(Screen::Board).await;
    for field in ["type=\"range\"", "inputmode=\"decimal\"", "class=\"status-field\""] {
        let tags = html.split('<').filter_map(|piece| Some(piece.split_once('>')?.0));
        let tags: Vec<&str> = tags.filter(|tag| tag.contains(field)).collect();
        assert!(!tags.is_empty(), "{field}");
        assert!(tags.iter().all(|tag| tag.contains(" disabled")), "{tags:#?}");
    }
}
