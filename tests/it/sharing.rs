//! Links and snapshots bring back what was put in.

use std::rc::Rc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::inflate::decompress_to_vec;

use tuiyan::exchange::link::{self, Figures, LinkError, Received};
use tuiyan::exchange::plan_file::BuiltInModel;
use tuiyan::exchange::snapshot;
use tuiyan::locale::Locale;
use tuiyan::model::Model;
use tuiyan::plan::{Change, LeverPath, Plan, ScenarioId, changes};
use tuiyan::region::Region;
use tuiyan::unit::InUnit;

use crate::{cases, city, session};

struct Desk {
    model: Model,
    city: Rc<Region>,
}

impl Desk {
    fn new() -> Self {
        let model = city::model();
        let city = Rc::new(city::region(&model, "yiyang-2020"));
        Self { model, city }
    }

    /// A plan with a lever moved and remarks written.
    fn plan(&self) -> Plan {
        let mut plan = session::plan(&self.model);
        let id = plan.scenarios.add(ScenarioId(1), "稳妥包".to_owned()).unwrap();
        let scenario = plan.scenarios.get_mut(id).unwrap();
        scenario.settings.set("super_deduction_uptake", LeverPath::Constant(InUnit(60.5)));
        "内部意见".clone_into(&mut scenario.note);
        "内部讨论稿".clone_into(&mut plan.notes);
        plan
    }

    fn send(&self, plan: &Plan, figures: Figures) -> Result<String, LinkError> {
        link::encode(plan, &self.model, Some(&self.city), figures)
    }

    fn open(&self, fragment: &str, cities: &[Rc<Region>]) -> Result<Received, LinkError> {
        let identity = session::identity();
        let built_in = [BuiltInModel { identity: &identity, model: &self.model }];
        link::decode(fragment, &built_in, cities).unwrap()
    }
}

#[test]
fn a_link_opens_on_what_was_changed() {
    let desk = Desk::new();
    let fragment = desk.send(&desk.plan(), Figures::Left).unwrap();
    assert!(fragment.len() < link::COMFORTABLE_CHARACTERS, "{} characters", fragment.len());
    let received = desk.open(&fragment, &[Rc::clone(&desk.city)]).unwrap();
    let changes = changes(&received.before.unwrap(), &received.plan);
    let levers = changes.iter().filter(|change| matches!(change, Change::Lever { .. }));
    assert_eq!(levers.count(), 1);
    assert_eq!(received.plan.region, desk.city);
}

#[test]
fn remarks_and_figures_stay_at_home() {
    let desk = Desk::new();
    let mut plan = desk.plan();
    let region = Rc::make_mut(&mut plan.region);
    region.figures.get_mut("gdp").unwrap().value = 1.0;
    let received =
        desk.open(&desk.send(&plan, Figures::Left).unwrap(), &[Rc::clone(&desk.city)]).unwrap();
    assert_eq!(received.plan.region.figures["gdp"].value, 1785e8);
    assert_eq!(received.plan.notes, "");
    assert_eq!(received.plan.scenarios.current().note, "");
    let received = desk.open(&desk.send(&plan, Figures::Included).unwrap(), &[]).unwrap();
    assert_eq!(received.plan.region, link::without_remarks(plan).region);
}

#[test]
fn changed_targets_travel_without_remarks_and_units_in_charge() {
    let desk = Desk::new();
    let mut plan = desk.plan();
    let target = &mut Rc::make_mut(&mut plan.region).targets.raw[0];
    target.floor *= 1.1;
    target.note = Some("INTERNAL".to_owned());
    target.lead = "INTERNAL".to_owned();
    target.responsible = vec!["INTERNAL".to_owned()];
    let fragment = desk.send(&plan, Figures::Left).unwrap();
    let received = desk.open(&fragment, &[Rc::clone(&desk.city)]).unwrap();
    let [found, known] = [&received.plan.region, &desk.city].map(|region| &region.targets.raw[0]);
    assert_eq!(found.floor, plan.region.targets.raw[0].floor);
    assert_eq!(
        (&found.lead, &found.responsible, &found.note),
        (&known.lead, &known.responsible, &known.note)
    );
    for figures in [Figures::Left, Figures::Included] {
        let data = desk.send(&plan, figures).unwrap();
        let packed = URL_SAFE_NO_PAD.decode(data.split_once('.').unwrap().1).unwrap();
        let sent = String::from_utf8(decompress_to_vec(&packed).unwrap()).unwrap();
        assert!(!sent.contains("INTERNAL"), "{sent}");
    }
}

#[test]
fn a_remark_alone_sends_no_targets() {
    let desk = Desk::new();
    let mut plan = desk.plan();
    let without = desk.send(&plan, Figures::Left).unwrap();
    Rc::make_mut(&mut plan.region).targets.raw[0].note = Some("INTERNAL".to_owned());
    assert_eq!(desk.send(&plan, Figures::Left).unwrap(), without);
}

#[test]
fn a_city_that_the_receiver_lacks_is_named() {
    let desk = Desk::new();
    let fragment = desk.send(&desk.plan(), Figures::Left).unwrap();
    let error = desk.open(&fragment, &[]).unwrap_err();
    assert_eq!(error, LinkError::UnknownRegion("yiyang-2020".to_owned()));
    let error = link::encode(&desk.plan(), &desk.model, None, Figures::Left).unwrap_err();
    assert_eq!(error, LinkError::NeedsFigures);
}

#[test]
fn a_link_that_was_cut_is_incomplete() {
    let desk = Desk::new();
    let fragment = desk.send(&desk.plan(), Figures::Left).unwrap();
    for end in [5, fragment.len() / 2, fragment.len() - 4] {
        let error = desk.open(&fragment[..end], &[Rc::clone(&desk.city)]).unwrap_err();
        assert_eq!(error, LinkError::Incomplete, "{end}");
    }
}

#[test]
fn a_snapshot_comes_back_or_is_known_to_be_damaged() {
    let desk = Desk::new();
    let plan = desk.plan();
    let text = snapshot::encode(&plan, &desk.model);
    let identity = session::identity();
    let built_in = [BuiltInModel { identity: &identity, model: &desk.model }];
    let opened = snapshot::decode(&text, &built_in).unwrap().value.unwrap();
    assert_eq!(opened.plan, plan);
    let cut = &text[..text.len() - 1];
    let changed = text.replace("60.5", "60.6");
    for damaged in ["", "{}", cut, &changed] {
        assert_eq!(snapshot::plan_text(damaged), Err(snapshot::Damaged));
    }
}

/// `tests/cases/link/*.case` hold what stands behind `#`, with DATA for the data of a good link and
/// HALF for its first half.
#[test]
fn fragments_get_the_expected_answers() {
    let desk = Desk::new();
    let good = desk.send(&desk.plan(), Figures::Left).unwrap();
    let data = good.strip_prefix("s=2.").unwrap();
    let identity = session::identity();
    let built_in = [BuiltInModel { identity: &identity, model: &desk.model }];
    cases::check("tests/cases/link", 15, |fragment| {
        let fragment = fragment.replace("DATA", data).replace("HALF", &data[..data.len() / 2]);
        match link::decode(&fragment, &built_in, &[Rc::clone(&desk.city)]) {
            None => "no plan\n".to_owned(),
            Some(Ok(received)) => format!("opened {}\n", received.plan.name),
            Some(Err(error)) => format!("{}\n", error.sentence(Locale::Zh)),
        }
    });
}
