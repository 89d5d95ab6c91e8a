//! The share link: a plan in the fragment of an address, which never reaches a server.
//!
//! `s=2.DATA` where DATA is a plan file without its remarks and the units in charge, deflated, in
//! the alphabet of addresses. Links of the version before, whose plans have format 1, open too. The city's figures travel only if the sender wants it; else the
//! receiver's own copy of the city is used, with the sender's targets.

use std::rc::Rc;

use base64::Engine as _;
use base64::alphabet::URL_SAFE;
use base64::engine::general_purpose::{GeneralPurpose, NO_PAD, URL_SAFE_NO_PAD};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use typed_index_collections::{TiSlice, TiVec};

use crate::diagnostic::{Diagnostic, SourceFile};
use crate::document::{Content, Entry, Node, json_compact, json_tree};
use crate::exchange::plan_file::{self, BuiltInModel};
use crate::limits;
use crate::locale::Locale;
use crate::model::Model;
use crate::plan::{KeptFields, Plan, ScenarioId};
use crate::region::{Region, Target, TargetId};
use crate::sorted::Map;
use crate::wording::Phrase;

/// Chat tools and QR codes cut longer links.
pub const COMFORTABLE_CHARACTERS: usize = 2_000;

const VERSION: u32 = 2;
/// The data say themselves where they end; what stands behind them, such as the same data again, need not end well.
const READER: GeneralPurpose =
    GeneralPurpose::new(&URL_SAFE, NO_PAD.with_decode_allow_trailing_bits(true));
/// Smallest output; a link is made once.
const LEVEL: u8 = 9;

/// Whether the city's figures travel with the link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figures {
    /// Levers, scenarios and targets only.
    Left,
    /// Figures, history and remarks on them too.
    Included,
}

/// What a link brings.
#[derive(Clone, Debug, PartialEq)]
pub struct Received {
    /// The sender's plan.
    pub plan: Plan,
    /// The receiver's city with nothing changed, where the receiver has it: what
    /// [`crate::plan::changes`] compares with.
    pub before: Option<Plan>,
    /// What was left out or changed to fit.
    pub warnings: Vec<Diagnostic>,
}

/// Why there is no link, or nothing came of one.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkError {
    /// Longer than allowed.
    TooLong,
    /// Cut off or mangled on the way.
    Incomplete,
    /// Written by a newer version.
    Newer,
    /// The receiver lacks the city, and the figures were not sent: its id.
    UnknownRegion(String),
    /// The sender's city is not the built-in one or has another base year.
    NeedsFigures,
    /// The plan in it cannot be used.
    Plan(Vec<Diagnostic>),
}

impl LinkError {
    /// What is wrong and what would be right.
    #[must_use]
    pub fn sentence(&self, locale: Locale) -> String {
        match self {
            LinkError::TooLong => Phrase::LINK_TOO_LONG.get(locale).to_owned(),
            LinkError::Incomplete => Phrase::LINK_INCOMPLETE.get(locale).to_owned(),
            LinkError::Newer => Phrase::LINK_NEWER.get(locale).to_owned(),
            LinkError::UnknownRegion(id) => Phrase::LINK_UNKNOWN_REGION.with(locale, &[("id", id)]),
            LinkError::NeedsFigures => Phrase::LINK_NEEDS_FIGURES.get(locale).to_owned(),
            LinkError::Plan(found) => {
                found.first().map_or("", |first| first.message.get(locale)).to_owned()
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Sent {
    /// The receiver's city as it is.
    Nothing,
    /// The targets.
    Targets,
    /// Everything.
    Region,
}

const SENT: [(&str, Sent); 3] =
    [("nothing", Sent::Nothing), ("targets", Sent::Targets), ("region", Sent::Region)];

/// What a link holds.
#[derive(Debug)]
struct Parcel {
    city: String,
    sent: Sent,
    plan: Node,
    /// Where the plan stands.
    text: String,
}

impl Parcel {
    fn read(text: String) -> Option<Self> {
        let mut city = None;
        let mut sent = None;
        let mut plan = None;
        for Entry { key, value, .. } in json_tree(&text).ok()?.fields_mut()?.drain(..) {
            match (&*key, value) {
                ("city", Node { content: Content::Text(id), .. }) => city = Some(id),
                ("sent", Node { content: Content::Text(word), .. }) => {
                    sent = SENT.iter().find(|(known, _)| *known == word).map(|(_, sent)| *sent);
                }
                ("plan", node) if matches!(node.content, Content::Table(_)) => plan = Some(node),
                _ => return None,
            }
        }
        Some(Self { city: city?, sent: sent?, plan: plan?, text })
    }

    fn write(&self) -> String {
        let sent = SENT.iter().find(|(_, sent)| *sent == self.sent);
        json_compact(&Node::table([
            Entry::new("city", Node::text(&*self.city)),
            Entry::new("sent", Node::text(sent.map_or("", |(word, _)| word))),
            Entry::new("plan", self.plan.clone()),
        ]))
    }
}

/// The fragment of a link to `plan`, without `#`. `known` is the built-in city of the
/// plan, if there is one.
///
/// # Errors
///
/// [`LinkError::NeedsFigures`] or [`LinkError::TooLong`].
pub fn encode(
    plan: &Plan,
    model: &Model,
    known: Option<&Region>,
    figures: Figures,
) -> Result<String, LinkError> {
    let plan = without_remarks(plan.clone());
    let same_city = known
        .filter(|known| known.id == plan.region.id && known.base_year == plan.region.base_year);
    let (sent, region) = match (figures, same_city) {
        (Figures::Included, _) => (Sent::Region, (*plan.region).clone()),
        (Figures::Left, None) => return Err(LinkError::NeedsFigures),
        (Figures::Left, Some(known)) if are_same(&known.targets, &plan.region.targets) => {
            (Sent::Nothing, Region { targets: TiVec::new(), ..without_figures(&plan.region) })
        }
        (Figures::Left, Some(_)) => (Sent::Targets, without_figures(&plan.region)),
    };
    let plan = Plan { region: Rc::new(region), ..plan };
    let city = plan.region.id.clone();
    let tree = plan_file::tree(&plan, model);
    let text = Parcel { city, sent, plan: tree, text: String::new() }.write();
    let data = URL_SAFE_NO_PAD.encode(compress_to_vec(text.as_bytes(), LEVEL));
    let fits = data.len() <= limits::LINK_CHARACTERS && text.len() <= limits::LINK_BYTES;
    if fits { Ok(format!("s={VERSION}.{data}")) } else { Err(LinkError::TooLong) }
}

/// Whether the fragment of an address brings a plan.
#[must_use]
pub fn is_in(fragment: &str) -> bool {
    state(fragment).is_some()
}

/// The plan in the fragment of an address; `None` if it has none. `cities` are the
/// built-in ones.
#[must_use]
pub fn decode(
    fragment: &str,
    built_in: &[BuiltInModel<'_>],
    cities: &[Rc<Region>],
) -> Option<Result<Received, LinkError>> {
    let state = state(fragment)?;
    Some(open(state).and_then(|parcel| receive(parcel, built_in, cities)))
}

/// The value of `s` in the fragment, without what chat tools append; empty where a link was cut
/// right behind it.
fn state(fragment: &str) -> Option<&str> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    // Some tools write signs as numbers: `#` again before it, `=` in it.
    let fragment = fragment.strip_prefix("%23").unwrap_or(fragment);
    let fragment = fragment.split(":~:").next().unwrap_or_default();
    let value = |part| -> Option<&str> {
        let after = str::strip_prefix(part, ['s', 'S'])?;
        let mut signs = ["=", "%3D", "%3d"].into_iter();
        let value = signs.find_map(|sign| after.strip_prefix(sign));
        value.or(after.is_empty().then_some(""))
    };
    fragment.split('&').find_map(value)
}

fn open(state: &str) -> Result<Parcel, LinkError> {
    // One digit and a point.
    if state.len() > limits::LINK_CHARACTERS + 2 {
        return Err(LinkError::TooLong);
    }
    let (version, data) = state.split_once('.').ok_or(LinkError::Incomplete)?;
    match version.parse::<u32>() {
        Ok(1..=VERSION) => {}
        Ok(newer) if newer > VERSION => return Err(LinkError::Newer),
        _ => return Err(LinkError::Incomplete),
    }
    let packed = READER.decode(plain(data)).ok().ok_or(LinkError::Incomplete)?;
    let text = decompress_to_vec_with_limit(&packed, limits::LINK_BYTES).map_err(|error| {
        match error.status {
            miniz_oxide::inflate::TINFLStatus::HasMoreOutput => LinkError::TooLong,
            _ => LinkError::Incomplete,
        }
    })?;
    String::from_utf8(text).ok().and_then(Parcel::read).ok_or(LinkError::Incomplete)
}

/// The data in the alphabet that was written, whatever encoded them again on the way.
fn plain(data: &str) -> String {
    let data = data.replace("%25", "%").replace("%2B", "+").replace("%2b", "+");
    let data = data.replace("%2F", "/").replace("%2f", "/").replace("%3D", "=").replace("%3d", "=");
    let data = data.replace(['+', ' '], "-").replace('/', "_");
    // A sentence goes on behind a link, with a full stop or a bracket.
    let ends = |sign: char| !(sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_'));
    let end = data.find(ends).unwrap_or(data.len());
    // What is no mark at the end stays, and is refused.
    let goes_on = data[end..].contains(|sign: char| sign.is_ascii_alphanumeric() || sign == '_');
    if goes_on && !data[end..].starts_with('%') { data } else { data[..end].to_owned() }
}

fn receive(
    parcel: Parcel,
    built_in: &[BuiltInModel<'_>],
    cities: &[Rc<Region>],
) -> Result<Received, LinkError> {
    let known = cities.iter().find(|known| known.id == parcel.city);
    let source = SourceFile { name: "link", text: &parcel.text };
    let checked = plan_file::read_tree(source, parcel.plan, built_in);
    let Some(mut plan) = checked.value.map(|opened| opened.plan) else {
        return Err(LinkError::Plan(checked.diagnostics));
    };
    if parcel.sent != Sent::Region {
        let known = known.ok_or(LinkError::UnknownRegion(parcel.city))?;
        if known.base_year != plan.region.base_year {
            return Err(LinkError::NeedsFigures);
        }
        let mut region = (**known).clone();
        region.plan_year = plan.region.plan_year;
        if parcel.sent == Sent::Targets {
            region.targets = with_own_remarks(&plan.region.targets, &known.targets);
        }
        plan.region = Rc::new(region);
    }
    let before =
        known.map(|known| Plan::new(plan.name.clone(), plan.model.clone(), Rc::clone(known)));
    Ok(Received { plan, before, warnings: checked.diagnostics })
}

/// What names the city, and the targets.
fn without_figures(region: &Region) -> Region {
    Region {
        figures: Map::new(),
        history: Map::new(),
        outcomes: Map::new(),
        upper_targets: Map::new(),
        assumptions: Map::new(),
        present: Map::new(),
        indexes: Map::new(),
        foreign_indexes: Map::new(),
        ..region.clone()
    }
}

/// The plan as a link carries it: without remarks, what was recorded, and the units in charge. What a newer version
/// wrote may be a remark, and stays too.
#[must_use]
pub fn without_remarks(mut plan: Plan) -> Plan {
    plan.notes.clear();
    plan.statuses.clear();
    plan.kept = KeptFields::default();
    let ids: Vec<ScenarioId> = plan.scenarios.all().iter().map(|scenario| scenario.id).collect();
    for id in ids {
        if let Some(scenario) = plan.scenarios.get_mut(id) {
            scenario.note.clear();
            scenario.kept = KeptFields::default();
        }
    }
    let targets = plan.region.targets.iter().map(bare).collect();
    plan.region = Rc::new(Region { targets, ..(*plan.region).clone() });
    plan
}

/// A target without its remark and the units in charge.
fn bare(target: &Target) -> Target {
    let (lead, responsible) = (String::new(), Vec::new());
    Target { note: None, lead, responsible, ..target.clone() }
}

/// Whether two lists of targets differ in nothing that a link carries.
fn are_same(known: &TiSlice<TargetId, Target>, sent: &TiSlice<TargetId, Target>) -> bool {
    known.len() == sent.len() && known.iter().zip(sent).all(|(known, sent)| bare(known) == *sent)
}

/// The sender's targets with the remarks and units in charge that the receiver knows of.
fn with_own_remarks(
    sent: &TiSlice<TargetId, Target>,
    known: &TiSlice<TargetId, Target>,
) -> TiVec<TargetId, Target> {
    let own = |target: &Target| match known.iter().find(|known| known.id == target.id) {
        Some(Target { note, lead, responsible, .. }) => Target {
            note: note.clone(),
            lead: lead.clone(),
            responsible: responsible.clone(),
            ..target.clone()
        },
        None => target.clone(),
    };
    sent.iter().map(own).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_is_found_among_what_others_append() {
        assert_eq!(state("#s=1.ab&from=singlemessage"), Some("1.ab"));
        assert_eq!(state("x=2&s=1.ab:~:text=甲"), Some("1.ab"));
        assert_eq!(state("#"), None);
        assert_eq!(state("#indicator-Y1"), None);
        assert_eq!(state("#s="), Some(""));
        assert_eq!(state("#s"), Some(""));
        for changed in ["#S=1.ab", "#%23s=1.ab", "#s%3D1.ab", "#s%3d1.ab"] {
            assert_eq!(state(changed), Some("1.ab"), "{changed}");
        }
    }

    #[test]
    fn data_are_read_whatever_encoded_them_again() {
        assert_eq!(plain("a-b_c"), "a-b_c");
        assert_eq!(plain("a%2Bb%2Fc%3D"), "a-b_c");
        assert_eq!(plain("a%252bb%252fc%253d"), "a-b_c");
        assert_eq!(plain("a+b/c=="), "a-b_c");
        for end in ["。", "）", ")", "，", ".", "%E3%80%82", "%EF%BC%89", "”"] {
            assert_eq!(plain(&format!("a-b_c{end}")), "a-b_c", "{end}");
        }
        assert_eq!(plain("ab!cd"), "ab!cd");
    }

    #[track_caller]
    fn refused(state: &str, expected: &LinkError) {
        assert_eq!(open(state).map(|parcel| parcel.city), Err(expected.clone()), "{state}");
    }

    #[test]
    fn what_is_no_link_is_named() {
        refused("1.", &LinkError::Incomplete);
        refused("no", &LinkError::Incomplete);
        refused("1.!!!!", &LinkError::Incomplete);
        refused("9.abcd", &LinkError::Newer);
        refused(&format!("1.{}", "A".repeat(1_000_000)), &LinkError::TooLong);
    }

    #[test]
    fn a_bomb_stops_at_the_cap() {
        let bomb = compress_to_vec(&vec![b' '; 32_000_000], LEVEL);
        assert!(URL_SAFE_NO_PAD.encode(&bomb).len() > limits::LINK_CHARACTERS, "the first cap");
        let spaces = |count: usize| {
            let data = compress_to_vec(&vec![b' '; count], LEVEL);
            format!("1.{}", URL_SAFE_NO_PAD.encode(data))
        };
        refused(&spaces(limits::LINK_BYTES), &LinkError::Incomplete);
        refused(&spaces(limits::LINK_BYTES + 1), &LinkError::TooLong);
    }

    #[test]
    fn the_length_of_the_data_is_capped() {
        let data = |length: usize| format!("1.{}", "A".repeat(length));
        refused(&data(limits::LINK_CHARACTERS), &LinkError::Incomplete);
        refused(&data(limits::LINK_CHARACTERS + 1), &LinkError::TooLong);
    }
}
