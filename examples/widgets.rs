//! Writes a page with every part that screens are made of, in all its states, for each language and theme, into
//! `target/widgets/`: to be looked at, and photographed by `tests/browser/widgets.spec.ts`.
//!
//! The words are those of the page, taken where they fit; the pages need no program and show the styles as they are.

use std::fs;
use std::io;
use std::num::ParseFloatError;
use std::path::Path;

use tuiyan::locale::Locale;
use tuiyan::model::Class;
use tuiyan::plan;
use tuiyan::ui::widgets::button::{Kind, button};
use tuiyan::ui::widgets::check::check;
use tuiyan::ui::widgets::choice::Choice;
use tuiyan::ui::widgets::disclosure::{disclosure, twin};
use tuiyan::ui::widgets::editing::Editing;
use tuiyan::ui::widgets::evidence::Evidence;
use tuiyan::ui::widgets::field::Field;
use tuiyan::ui::widgets::form_field::FormField;
use tuiyan::ui::widgets::light::Light;
use tuiyan::ui::widgets::menu::use_menu;
use tuiyan::ui::widgets::name_field::NameField;
use tuiyan::ui::widgets::notice::{Tone, notice};
use tuiyan::ui::widgets::number_field::NumberField;
use tuiyan::ui::widgets::progress::Progress;
use tuiyan::ui::widgets::search_field::SearchField;
use tuiyan::ui::widgets::section::section;
use tuiyan::ui::widgets::table::{columns, scrolling, table};
use tuiyan::unit::InUnit;
use tuiyan::wording::Phrase;
use yew::prelude::*;
use yew::{LocalServerRenderer, props};

const CLASSES: [Class; 3] = [Class::Mechanical, Class::Empirical, Class::Judgement];
const THEMES: [&str; 3] = ["light", "dark", "contrast"];

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("target/widgets");
    fs::create_dir_all(&folder)?;
    for (locale, name, lang) in [(Locale::Zh, "zh", "zh-CN"), (Locale::En, "en", "en")] {
        let parts = LocalServerRenderer::<Gallery>::with_props(props!(Props { locale }));
        let parts = parts.hydratable(false).render().await;
        let title = Phrase::PRODUCT.get(locale);
        for theme in THEMES {
            let page = format!(
                "<!doctype html>\n<html lang=\"{lang}\" data-theme=\"{theme}\"><head><meta charset=\"utf-8\">\
                 <title>{title}</title><link rel=\"stylesheet\" href=\"../../styles/main.css\"></head>\
                 <body>{parts}</body></html>\n"
            );
            fs::write(folder.join(format!("{name}-{theme}.html")), page)?;
        }
    }
    Ok(())
}

#[derive(Clone, PartialEq, Properties)]
struct Props {
    locale: Locale,
}

/// Everything twice: as it can be edited, and as it can only be looked at.
#[component]
fn Gallery(props: &Props) -> Html {
    let locale = props.locale;
    let read_only = Phrase::READ_ONLY.get(locale);
    html! {
        <main class="sheet" id="screen">
            <h1>{ Phrase::PRODUCT.get(locale) }</h1>
            { buttons(locale) }
            { lists(locale) }
            { said(locale) }
            <Fields {locale} id="editable" title={Phrase::FIELD_NAME.get(locale)} />
            <ContextProvider<Editing> context={Editing(false)}>
                <Fields {locale} id="read-only" title={read_only} />
            </ContextProvider<Editing>>
        </main>
    }
}

fn idle(_: MouseEvent) {}

/// Every kind of button, able and unable, and the states of one.
fn buttons(locale: Locale) -> Html {
    let kinds = [
        (Kind::Bare, Phrase::HELP),
        (Kind::Quiet, Phrase::CLOSE),
        (Kind::Plain, Phrase::PASTE_READ),
        (Kind::Primary, Phrase::TARGET_SAVE),
        (Kind::Secondary, Phrase::CANCEL),
        (Kind::Large, Phrase::SHARE_COPY),
    ];
    let row = |is_disabled: bool| {
        let one = |(kind, words): (Kind, Phrase)| {
            let drawn = button(kind, words.get(locale), idle).disabled(is_disabled).draw();
            html! { <>{ drawn }{ " " }</> }
        };
        html! { <p>{ for kinds.into_iter().map(one) }</p> }
    };
    let words = Phrase::DATA_TABLE.get(locale);
    let content = html! {
        <>
            { row(false) }
            { row(true) }
            <p>
                { button(Kind::Plain, words, idle).expanded(true).draw() }{ " " }
                { button(Kind::Plain, words, idle).pressed(true).draw() }{ " " }
                { button(Kind::Quiet, words, idle).current(true).draw() }
            </p>
            <Menus {locale} />
        </>
    };
    section("gallery", "buttons-title", Phrase::TARGET_TOOLS.get(locale), "", content)
}

#[component]
fn Menus(props: &Props) -> Html {
    let menu = use_menu();
    let button = menu.button("plans-button", Phrase::VIEW_MENU.get(props.locale));
    html! { <p ref={menu.place.clone()}>{ button.draw() }</p> }
}

/// Tables and what unfolds.
fn lists(locale: Locale) -> Html {
    let names = [Phrase::BOARD_TARGET, Phrase::BOARD_PROJECTED, Phrase::BOARD_LIGHT];
    let row = |light: Option<plan::Light>| {
        html! {
            <tr><th scope="row">{ Phrase::BOARD_TARGET.get(locale) }</th><td>{ "1,234.5" }</td><td><Light {light} {locale} /></td></tr>
        }
    };
    let lights = [Some(plan::Light::Met), Some(plan::Light::Near), Some(plan::Light::Far), None];
    let words = Phrase::DATA_TABLE.get(locale);
    let drawn = |class: &'static str| {
        let head = columns(names.map(|name| name.get(locale)));
        let body = html! { { for lights.into_iter().map(row) } };
        table(class, head, body).caption(words).by_columns().draw()
    };
    let badge = |class: Class| {
        html! { <Evidence {class} sources={vec![words.to_owned()]} note={None::<String>} {locale} /> }
    };
    let content = html! {
        <>
            { scrolling("table-scroll", Phrase::COMPARE_TABLE.get(locale), drawn("rows")) }
            { scrolling("data-scroll", Phrase::ASSUMPTIONS_TITLE.get(locale), drawn("data-table")) }
            { twin(words, drawn("")).open(true).draw() }
            { for CLASSES.into_iter().map(badge) }
            { disclosure("twin", Phrase::SOURCES.get(locale), html! { <p>{ words }</p> }).draw() }
        </>
    };
    let remark = Phrase::CARDS_NOTE.get(locale);
    section("gallery", "tables-title", Phrase::TABLE_TITLE.get(locale), remark, content)
}

/// What is said of work and of what went wrong.
fn said(locale: Locale) -> Html {
    let press = Callback::from(idle);
    let content = html! {
        <>
            { notice(Tone::Status, "", Phrase::SECOND_COMING.get(locale)) }
            { notice(Tone::Alert, "field-problem", Phrase::CEILING_BAD.get(locale)) }
            { Progress::Waiting.draw(locale) }
            { Progress::Steps([3, 16], &press).draw(locale) }
            { Progress::Stopped(&press).draw(locale) }
        </>
    };
    section("gallery", "said-title", Phrase::SIDE_LABEL.get(locale), "", content)
}

#[derive(Clone, PartialEq, Properties)]
struct FieldsProps {
    locale: Locale,
    /// Tells the copies apart.
    id: &'static str,
    title: &'static str,
}

/// Fields at rest and with a refusal, lists to choose from, and boxes to tick.
#[component]
fn Fields(props: &FieldsProps) -> Html {
    let FieldsProps { locale, id, title } = *props;
    let label = Phrase::CEILING.get(locale);
    let bad = Phrase::CEILING_BAD.get(locale);
    let on_enter = Callback::from(|_: String| None::<String>);
    let options: Vec<(String, String)> = [Phrase::THEME_LIGHT, Phrase::THEME_DARK]
        .map(|word| (word.get(Locale::En).to_owned(), word.get(locale).to_owned()))
        .to_vec();
    let value = options[0].0.clone();
    let choose = Callback::from(|_: String| ());
    html! {
        <section aria-label={title}>
            <h2>{ title }</h2>
            <p><Field id={format!("{id}-plain")} {label} seen=true value="2,600" unit="万元" on_enter={on_enter.clone()} /></p>
            <p><Field id={format!("{id}-empty")} {label} seen=true value="" hint={Phrase::NOT_GIVEN.get(locale)} on_enter={on_enter.clone()} /></p>
            <p><Field id={format!("{id}-bad")} {label} seen=true value="2,600" refused={bad} {on_enter} /></p>
            { number(locale, &format!("{id}-number"), 12.0) }
            { number(locale, &format!("{id}-lowest"), 0.0) }
            { form(locale, id, None) }
            { form(locale, id, Some(bad)) }
            <p><Choice label={Phrase::THEME_LABEL.get(locale)} options={options.clone()} value={value.clone()} is_editing=true on_choose={choose.clone()} /></p>
            <p><Choice label={Phrase::THEME_LABEL.get(locale)} {options} {value} is_editing=true bare=true class="status-field" on_choose={choose.clone()} /></p>
            <p>{ check(Phrase::MAP_ONLY_WAY.get(locale), true, Callback::from(|_| ())).draw() }</p>
            <p>{ check(Phrase::MAP_ONLY_WAY.get(locale), false, Callback::from(|_| ())).disabled(true).draw() }</p>
            <SearchField id={format!("{id}-search")} label={Phrase::EXPLAIN_SEARCH.get(locale)} found="" on_query={choose} />
            <p><NameField name={Phrase::PRODUCT.get(locale).to_owned()} label={Phrase::PLANS_NAME_FIELD.get(locale)} on_done={Callback::noop()} /></p>
            <p>{ button(Kind::Primary, Phrase::TARGET_ADD.get(locale), idle).edits().draw() }</p>
        </section>
    }
}

fn number(locale: Locale, id: &str, value: f64) -> Html {
    let read =
        |text: String| text.parse().map(InUnit).map_err(|error: ParseFloatError| error.to_string());
    let step = |(value, steps): (InUnit, f64)| InUnit((value.0 + steps).max(0.0));
    html! {
        <NumberField label={Phrase::CEILING.get(locale)} id={id.to_owned()} value={InUnit(value)} written={value.to_string()}
            {read} {step} {locale} on_set={Callback::noop()} on_rest={Callback::noop()} />
    }
}

fn form(locale: Locale, id: &str, problem: Option<&str>) -> Html {
    let kind = if problem.is_some() { "wrong" } else { "right" };
    let field = FormField {
        id: format!("{id}-form-{kind}").into(),
        label: Phrase::READING_NAME_HINT.get(locale).into(),
        value: "1".into(),
        hint: AttrValue::default(),
        list: None,
        problem: problem.map(str::to_owned),
        on_text: Callback::noop(),
    };
    html! { <div class="target-form">{ field.draw() }</div> }
}
