//! A request of the page around, read strictly.

use serde_json::{Map, Value};

use crate::exchange::tables::TableKind;
use crate::host::PROTOCOL;
use crate::host::fields::Fields;
use crate::host::patch::{self, RequestedChange};
use crate::host::problem::{Code, RequestProblem};
use crate::limits;
use crate::locale::Locale;
use crate::session::Theme;
use crate::wording::Phrase;

/// A request.
#[derive(Clone, Debug, PartialEq)]
pub struct HostRequest {
    /// Given back with the answer.
    pub id: u64,
    /// What is asked.
    pub method: Method,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Method {
    /// The plan in hand, as a plan file.
    GetPlan,
    /// Open a plan in the place of the one in hand.
    SetPlan(NewPlan),
    /// Change some things of the plan, all of them or none.
    Patch(Vec<RequestedChange>),
    /// What becomes of the indicators and targets.
    GetProjection,
    /// A file, as a person would save it.
    ExportAs(Export),
    /// Change the colours.
    SetTheme(Theme),
    /// Change the language.
    SetLanguage(Locale),
}

/// Where a plan comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewPlan {
    /// The text of a plan, region or model file.
    Text(String),
    /// The id of a city, for a plan with nothing changed.
    City(String),
}

/// A file that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// The plan file.
    Plan,
    /// A table as CSV.
    Table(TableKind),
    /// The summary as text.
    Summary,
    /// The chart of one indicator, by its place among the charts.
    Chart(usize),
    /// Everything in one archive.
    Pack,
}

/// Reads a message.
///
/// # Errors
///
/// What is wrong with it, and the id where it has one.
pub fn read(text: &str) -> Result<HostRequest, (Option<u64>, RequestProblem)> {
    if text.len() > limits::MESSAGE_BYTES {
        return Err((None, too_large()));
    }
    let shape = || RequestProblem::new(Code::Shape, Phrase::HOST_SHAPE);
    let message: Value = serde_json::from_str(text).ok().ok_or_else(|| (None, shape()))?;
    let id = message.get("id").and_then(Value::as_u64);
    let id = id.filter(|id| (1..=LARGEST_ID).contains(id));
    let refuse = |problem| (id, problem);
    if depth(&message) > limits::MESSAGE_DEPTH {
        return Err(refuse(too_large()));
    }
    let text = |field: &str| message.get(field).and_then(Value::as_str);
    let is_request = message.get("tuiyan").and_then(Value::as_u64) == Some(PROTOCOL)
        && text("type") == Some("request");
    let (Some(known), Some(method), true) = (id, text("method"), is_request) else {
        return Err(refuse(shape()));
    };
    let nothing = Map::new();
    let params = match message.get("params") {
        None => &nothing,
        Some(Value::Object(params)) => params,
        Some(_) => return Err(refuse(RequestProblem::at("params", Phrase::HOST_NEEDS_OBJECT))),
    };
    let method = read_method(method, &Fields::of(params, String::new())).map_err(refuse)?;
    Ok(HostRequest { id: known, method })
}

/// Beyond it JavaScript does not tell whole numbers apart.
const LARGEST_ID: u64 = (1 << 53) - 1;

fn too_large() -> RequestProblem {
    RequestProblem::new(Code::TooLarge, Phrase::HOST_TOO_LARGE)
        .fill("megabytes", (limits::MESSAGE_BYTES / 1_000_000).to_string())
        .fill("depth", limits::MESSAGE_DEPTH.to_string())
}

fn depth(value: &Value) -> usize {
    let inner = match value {
        Value::Array(items) => items.iter().map(depth).max(),
        Value::Object(fields) => fields.values().map(depth).max(),
        _ => return 0,
    };
    1 + inner.unwrap_or(0)
}

fn read_method(method: &str, params: &Fields<'_>) -> Result<Method, RequestProblem> {
    match method {
        "getPlan" => params.only(&[]).map(|()| Method::GetPlan),
        "getProjection" => params.only(&[]).map(|()| Method::GetProjection),
        "setPlan" => {
            params.only(&["plan", "city"])?;
            match (params.has("plan"), params.has("city")) {
                (true, false) => Ok(NewPlan::Text(params.text("plan")?.to_owned())),
                (false, true) => Ok(NewPlan::City(params.text("city")?.to_owned())),
                _ => Err(RequestProblem::at("params", Phrase::HOST_PLAN_OR_CITY)),
            }
            .map(Method::SetPlan)
        }
        "patch" => {
            params.only(&["changes"])?;
            patch::read(params).map(Method::Patch)
        }
        "exportAs" => {
            params.only(&["format"])?;
            let (named, place) = (params.text("format")?, params.place("format"));
            let format = Export::from_name(named);
            format.map(Method::ExportAs).ok_or_else(|| {
                let charts = "chart-1, chart-2 …".to_owned();
                one_of(
                    place,
                    Export::NAMED.map(|(name, _)| name.to_owned()).into_iter().chain([charts]),
                )
            })
        }
        "setTheme" => {
            params.only(&["theme"])?;
            let theme = Theme::from_name(params.text("theme")?);
            let names = Theme::ALL.map(|theme| theme.name().to_owned());
            theme.map(Method::SetTheme).ok_or_else(|| one_of(params.place("theme"), names))
        }
        "setLanguage" => {
            params.only(&["language"])?;
            let locale = Locale::from_tag(params.text("language")?);
            let tags = [Locale::Zh, Locale::En].map(|locale| locale.tag().to_owned());
            locale.map(Method::SetLanguage).ok_or_else(|| one_of(params.place("language"), tags))
        }
        _ => {
            Err(RequestProblem::new(Code::Method, Phrase::HOST_NO_METHOD).fill("methods", METHODS))
        }
    }
}

const METHODS: &str = "getPlan, setPlan, patch, getProjection, exportAs, setTheme, setLanguage";

fn one_of(place: String, names: impl IntoIterator<Item = String>) -> RequestProblem {
    let names: Vec<String> = names.into_iter().collect();
    RequestProblem::at(place, Phrase::HOST_ONE_OF).fill("names", names.join(", "))
}

impl Export {
    const NAMED: [(&'static str, Self); 9] = [
        ("plan", Self::Plan),
        ("targets", Self::Table(TableKind::Targets)),
        ("indicators", Self::Table(TableKind::Indicators)),
        ("scenarios", Self::Table(TableKind::Scenarios)),
        ("levers", Self::Table(TableKind::Levers)),
        ("budget", Self::Table(TableKind::Budget)),
        ("figures", Self::Table(TableKind::Figures)),
        ("summary", Self::Summary),
        ("pack", Self::Pack),
    ];

    fn from_name(name: &str) -> Option<Self> {
        let named = Self::NAMED.into_iter().find(|(known, _)| *known == name);
        let chart = || {
            let number: usize = name.strip_prefix("chart-")?.parse().ok()?;
            Some(Self::Chart(number.checked_sub(1)?))
        };
        named.map(|(_, export)| export).or_else(chart)
    }

    /// Its name in messages.
    #[must_use]
    pub fn name(self) -> String {
        let named = Self::NAMED.into_iter().find(|(_, export)| *export == self);
        match (named, self) {
            (Some((name, _)), _) => name.to_owned(),
            (None, Self::Chart(position)) => format!("chart-{}", position + 1),
            (None, _) => String::new(),
        }
    }
}
