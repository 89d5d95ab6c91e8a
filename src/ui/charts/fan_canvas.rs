//! A fan chart on a canvas, with its figures as a table for those who want or need them.

use gloo::timers::callback::Timeout;
use web_sys::HtmlCanvasElement;
use yew::prelude::*;

use crate::browser::{Appearance, is_in_view};
use crate::chart;
use crate::desk::{Format, Subject};
use crate::figure::{FanChart, FigureTable};
use crate::locale::Locale;
use crate::ui::charts::year_reading::{Readable, reader};
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::disclosure::twin;
use crate::ui::widgets::table::{columns, table};
use crate::wording::Phrase;

/// Milliseconds without a change after which a picture out of view is drawn: a lever that moves is
/// not held up by what nobody sees.
const OUT_OF_VIEW: u32 = 200;

/// Properties of [`FanCanvas`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What to draw.
    pub chart: FanChart,
    /// What it is a picture of, where it is saved.
    pub subject: Subject,
    /// How the screen is.
    pub appearance: Appearance,
    /// Language.
    pub locale: Locale,
}

/// The picture and its table twin.
#[component]
pub fn FanCanvas(props: &Props) -> Html {
    let canvas = use_node_ref();
    let saves = use_context::<SavePicture>();
    let said = use_state(String::new);
    let read = use_state(|| None::<i32>);
    let ends = use_mut_ref(<[f64; 2]>::default);
    let is_open = use_state(|| false);
    {
        let (canvas, ends) = (canvas.clone(), ends.clone());
        use_effect_with((props.chart.clone(), props.appearance), move |(chart, appearance)| {
            let mut later = None;
            if let Some(canvas) = canvas.cast::<HtmlCanvasElement>() {
                if is_in_view(&canvas) {
                    *ends.borrow_mut() = paint(&canvas, chart, *appearance);
                } else {
                    let (chart, appearance) = (chart.clone(), *appearance);
                    let work = move || *ends.borrow_mut() = paint(&canvas, &chart, appearance);
                    later = Some(Timeout::new(OUT_OF_VIEW, work));
                }
            }
            move || drop(later)
        });
    }
    let Props { chart, locale, .. } = props;
    let label = Phrase::CHART_LABEL.with(*locale, &[("name", &chart.title)]);
    html! {
        <figure class="fan">
            <div class="fan-plot">
                <canvas ref={canvas} role="img" aria-label={label}></canvas>
                { reader(&Readable { chart, ends, read, locale: *locale }) }
            </div>
            { data_table(props, &is_open) }
            if let Some(saves) = &saves {
                { save(props, Format::Png, Phrase::PICTURE_PNG_OF, (saves, &said)) }
                { save(props, Format::Svg, Phrase::PICTURE_SVG_OF, (saves, &said)) }
            }
            <p class="fan-said" role="status">{ &*said }</p>
        </figure>
    }
}

/// The figures of the picture, drawn only while a person has them open.
fn data_table(props: &Props, is_open: &UseStateHandle<bool>) -> Html {
    let words = Phrase::DATA_TABLE.get(props.locale);
    let content = if **is_open { figure_table(&props.chart.table()) } else { html!() };
    let setter = is_open.setter();
    twin(words, content).on_toggle(Callback::from(move |is_open| setter.set(is_open))).draw()
}

/// A picture that a person wants to save.
#[derive(Clone)]
pub struct PictureToSave {
    /// What is drawn.
    pub chart: FanChart,
    /// What it is a picture of.
    pub subject: Subject,
    /// How.
    pub format: Format,
    /// Language of what is said.
    pub locale: Locale,
    /// Called with what came of it.
    pub say: Callback<String>,
}

/// What saves pictures, for whoever stands below it.
#[derive(Clone, PartialEq)]
pub struct SavePicture(pub Callback<PictureToSave>);

/// A button that saves the picture in a format.
fn save(
    props: &Props,
    format: Format,
    label: Phrase,
    (SavePicture(save), said): (&SavePicture, &UseStateHandle<String>),
) -> Html {
    let (props, said) = (props.clone(), said.setter());
    let locale = props.locale;
    let word = if format == Format::Png { "PNG" } else { "SVG" };
    let label = label.with(locale, &[("name", &props.subject.title)]);
    let onclick = save.reform(move |_: MouseEvent| {
        let said = said.clone();
        let say = Callback::from(move |words| said.set(words));
        let (chart, subject) = (props.chart.clone(), props.subject.clone());
        PictureToSave { chart, subject, format, locale, say }
    });
    button(Kind::Quiet, word, onclick).class("fan-save").label(label).draw()
}

/// Rows and columns, the first of which names the row.
pub fn figure_table(figures: &FigureTable) -> Html {
    let cell = |(position, text): (usize, &String)| match position {
        0 => html! { <th scope="row">{ text }</th> },
        _ => html! { <td>{ text }</td> },
    };
    let row = |row: &Vec<String>| html! { <tr>{ for row.iter().enumerate().map(cell) }</tr> };
    let body = figures.rows.iter().map(row).collect();
    table("", columns(figures.header.iter().cloned()), body).draw()
}

/// Gives where the first and the last year stand.
fn paint(canvas: &HtmlCanvasElement, figure: &FanChart, appearance: Appearance) -> [f64; 2] {
    let theme = match appearance {
        Appearance { dark: true, .. } => chart::ChartTheme::dark(),
        Appearance { contrast: true, .. } => chart::ChartTheme::contrast(),
        _ => chart::ChartTheme::light(),
    };
    let theme = theme.with_text_size(appearance.text_size);
    // Without a picture (no room yet, no 2D context) the table below it says the same.
    chart::paint(canvas, figure, &theme).unwrap_or_default()
}
