//! Why a number is what it is, and the map of what acts on what, in the built-in model.

use tuiyan::analysis::{
    CausalMap, MapEdge, Numbers, Role, Uncertainty, Unfolded, User, ValueOrigin, Workbench,
    explanation, figures_behind, formula_in, spread, unfold,
};
use tuiyan::figure::{BOX, MapFigure};
use tuiyan::formula::{Moment, OtherRun, Read};
use tuiyan::model::{Class, Model, Reference};
use tuiyan::plan::{LeverPath, Settings};
use tuiyan::region::{Provenance, Region};
use tuiyan::unit::InUnit;

use crate::city;

fn city() -> (Model, Region) {
    let model = city::model();
    let region = city::region(&model, "yiyang-2020");
    (model, region)
}

#[test]
fn an_intensity_opens_up_to_the_figures_that_it_rests_on() {
    let (model, region) = city();
    let find = |id| model.reference(id).unwrap();
    let intensity = explanation(&model, &region, find("rd_intensity"));
    assert!(intensity.definition.is_some());
    assert_eq!(intensity.class, Some(Class::Mechanical));
    let year = &intensity.statements[0];
    let read = |id| Read { name: find(id), run: None, moment: Moment::Now };
    assert_eq!(
        (year.role, year.reads.as_slice()),
        (Role::Year, [read("rd"), read("gdp")].as_slice())
    );
    let rd = explanation(&model, &region, find("rd"));
    let ValueOrigin::Given(datum) = rd.origin else { panic!("{:?}", rd.origin) };
    assert_eq!(datum.provenance, Provenance::Derived);
    assert!(!datum.source.is_empty());
    assert!(matches!(intensity.origin, ValueOrigin::Computed(_)));
    assert!(intensity.assumed.contains(&find("rd_university_share")));
    let Reference::Variable(variable) = find("rd_intensity") else { panic!() };
    let all = figures_behind(&model, &region, variable);
    assert!(intensity.assumed.iter().all(|figure| all.contains(&model.id_of(*figure).to_owned())));
}

#[test]
fn users_are_formulas_costs_identities_and_targets() {
    let (model, region) = city();
    let users = |id| explanation(&model, &region, model.reference(id).unwrap()).users;
    let formula = |id| User::Formula(model.reference(id).unwrap());
    let intensity = users("rd_intensity");
    for user in [formula("rd_ceiling_first"), formula("rd_room"), formula("rd_room_base")] {
        let expected = user != formula("rd_ceiling_first");
        assert_eq!(intensity.contains(&user), expected, "{user:?}");
    }
    let target = region.targets.position(|target| target.indicator == "rd_intensity");
    assert!(intensity.contains(&User::Target(target.unwrap())));
    let identity = model.identities.iter().position(|identity| identity.id == "rd_intensity");
    assert!(intensity.contains(&User::Identity(identity.unwrap())));
    let lever = model.lever("hnte_award").unwrap();
    assert!(users("hnte_new").contains(&User::Cost(lever)));
    assert!(users("hnte").contains(&formula("hnte")), "its own value of the year before");
}

#[test]
fn origins_tell_what_was_given_from_what_the_model_supplies() {
    let (model, mut region) = city();
    region.figures.remove("cit_rate");
    let of = |id: &str| explanation(&model, &region, model.reference(id).unwrap());
    assert_eq!(of("cit_rate").origin, ValueOrigin::Default);
    assert_eq!(of("rd_response_speed").origin, ValueOrigin::Model);
    assert_eq!(of("rd_growth").origin, ValueOrigin::None);
    assert!(matches!(of("gdp_growth_real").origin, ValueOrigin::Path(_)));
    assert!(matches!(of("super_deduction_uptake").origin, ValueOrigin::Given(_)));
    assert_eq!(of("rd_room_base").origin, ValueOrigin::Computed(Provenance::Derived));
    assert!(matches!(of("rd_response_speed").uncertainty, Some(Uncertainty::Parameter(_))));
    assert!(matches!(of("gdp_shock").uncertainty, Some(Uncertainty::Shock(_))));
    assert_eq!(of("rd").uncertainty, Some(Uncertainty::BaseError(model.base_error.derived)));
    assert_eq!(of("gdp").uncertainty, None);
    assert!(!of("rd_response_speed").sources.is_empty());
    assert_eq!(of("after_subsidy").statements[0].role, Role::Cost);
}

#[test]
fn a_figure_that_is_not_given_and_has_no_default_is_missing() {
    let (model, mut region) = city();
    region.figures.remove("gdp");
    region.figures.remove("rd_intensity_province");
    let of = |id: &str| explanation(&model, &region, model.reference(id).unwrap());
    assert_eq!(of("gdp").origin, ValueOrigin::Missing);
    let room = of("rd_room_base");
    assert_eq!(room.origin, ValueOrigin::Computed(Provenance::Assumed));
    assert!(room.assumed.contains(&model.reference("rd_intensity_province").unwrap()));
}

#[test]
fn a_lever_can_be_followed_to_an_indicator() {
    let (model, region) = city();
    let map = CausalMap::of(&model, &region);
    let place = |id| map.position(model.reference(id).unwrap()).unwrap();
    let path = map.path(place("after_subsidy"), place("rd_intensity")).unwrap();
    let ids: Vec<&str> = path.iter().map(|node| model.id_of(map.nodes[*node].reference)).collect();
    assert_eq!(ids.first(), Some(&"after_subsidy"));
    assert_eq!(ids.last(), Some(&"rd_intensity"));
    assert!(ids.contains(&"rd_from_after_subsidy"));
    for pair in path.windows(2) {
        assert!(map.effects(pair[0]).any(|edge| edge.to == pair[1] && edge.carries_policy));
    }
    assert_eq!(map.path(place("after_subsidy"), place("gdp")), None);
    assert!(map.levers_reaching(place("gdp")).is_empty());
    let award = model.lever("hnte_award").unwrap();
    assert!(map.levers_reaching(place("hnte")).contains(&award));
    assert!(map.reached_from(place("hnte_award")).contains(&place("rd_intensity")));
}

#[test]
fn what_reads_only_the_outlook_is_not_reached_through_it() {
    let (model, region) = city();
    let map = CausalMap::of(&model, &region);
    let place = |id| map.position(model.reference(id).unwrap()).unwrap();
    let edge = map.causes(place("rd_room")).find(|edge| edge.from == place("rd_intensity"));
    let edge = edge.unwrap();
    assert!(edge.delayed && !edge.carries_policy);
    assert!(!map.reached_from(place("rd_intensity")).contains(&place("rd_room")));
}

#[test]
fn causes_of_the_same_year_stand_before_their_effects_and_blocks_are_filled() {
    let (model, region) = city();
    let map = CausalMap::of(&model, &region);
    assert!(map.edges.len() > map.nodes.len());
    for edge in map.edges.iter().filter(|edge| !edge.delayed) {
        assert!(map.nodes[edge.from].rank < map.nodes[edge.to].rank);
    }
    let group = |id| map.nodes[map.position(model.reference(id).unwrap()).unwrap()].group;
    let named = |id: &str| model.groups.iter().position(|group| group.id == id);
    assert_eq!(group("hnte_hazard"), named("hnte"));
    assert_eq!(group("rd_room"), named("rd"));
    assert_eq!(map.nodes.iter().filter(|node| node.group.is_none()).count(), 1, "the cost");
}

/// The numbers behind the intensity, in the plan year.
fn bench() -> Workbench {
    let (model, region) = city();
    Workbench::new(model, region, 256)
}

fn now(name: Reference) -> Read<Reference> {
    Read { name, run: None, moment: Moment::Now }
}

#[test]
fn a_number_behind_has_the_value_that_the_scoreboard_shows() {
    let bench = bench();
    let find = |id| bench.model().reference(id).unwrap();
    let Reference::Variable(intensity) = find("rd_intensity") else { panic!() };
    let settings = Settings::present();
    let numbers = Numbers::of(&bench, &settings, &[find("gdp"), find("rd_intensity")]);
    let report = bench.evaluate(&settings);
    let shown = report.projection(intensity).unwrap();
    assert_eq!(numbers.projection(&bench, intensity).unwrap().scenario, shown.scenario);
    assert_eq!(numbers.projection(&bench, intensity).unwrap().base, shown.base);
    let p50 = shown.scenario[0].summary.unwrap().p50;
    assert_eq!(numbers.median(now(find("rd_intensity")), 1), Some(p50));
    assert_eq!(numbers.median(now(find("rd")), 1), None, "not asked for");
}

#[test]
fn values_of_other_years_and_runs_are_those_of_the_formula() {
    let bench = bench();
    let find = |id| bench.model().reference(id).unwrap();
    let mut settings = Settings::present();
    settings.set("after_subsidy", LeverPath::Constant(InUnit(1000.0)));
    let numbers = Numbers::of(&bench, &settings, &[find("rd"), find("after_subsidy"), find("gdp")]);
    let read = |id, run, moment| Read { name: find(id), run, moment };
    let at = |read, t| numbers.median(read, t).unwrap();
    assert_eq!(at(read("rd", None, Moment::Ago(1)), 3), at(now(find("rd")), 2));
    assert_eq!(at(read("rd", None, Moment::Base), 3), at(now(find("rd")), 0));
    assert!((at(now(find("after_subsidy")), 1) - 1000e4).abs() < 1e-3);
    assert_eq!(at(read("after_subsidy", Some(OtherRun::Outlook), Moment::Now), 1), 0.0);
    let cumulative = at(read("after_subsidy", Some(OtherRun::Extra), Moment::ToDate), 3);
    assert!((cumulative - 3000e4).abs() < 1e-3);
    assert!(numbers.added(find("rd"), 1).unwrap() > 0.0);
    assert_eq!(numbers.added(find("gdp"), 1), Some(0.0), "the same draws in both runs");
    let before = numbers.median(read("rd", None, Moment::Ago(4)), 0);
    assert_eq!(before, bench.region().value_of("rd", bench.region().base_year - 4));
    assert!(before.is_some(), "a year of history");
}

#[test]
fn what_is_left_to_chance_alone_spreads_less() {
    let bench = bench();
    let find = |id| bench.model().reference(id).unwrap();
    let of = |id, t| spread(&bench, &Settings::present(), find(id), t);
    let intensity = of("rd_intensity", 1).unwrap();
    let [years, base, parameters] = intensity.parts.map(|(_, part)| part);
    assert!(years > base && base > 0.0 && parameters > 0.0, "{intensity:?}");
    let together = (years * years + base * base + parameters * parameters).sqrt();
    assert!((together / intensity.total - 1.0).abs() < 0.1, "{intensity:?}");
    let [years, base, _] = of("rd", 0).unwrap().parts.map(|(_, part)| part);
    assert!(years == 0.0 && base > 0.0, "only the figure is in doubt in the base year");
    assert_eq!(of("rd_response_speed", 1).unwrap().parts[0].1, 0.0);
    assert_eq!(of("gdp", 0), None, "nothing varies");
}

#[test]
fn an_unfolded_number_shows_as_many_levels_as_fit() {
    let (model, region) = city();
    let find = |id| model.reference(id).unwrap();
    let lines = |most| unfold(&model, &region, find("rd_intensity"), 1, most);
    let ids = |lines: &[Unfolded]| -> Vec<String> {
        let line =
            |line: &Unfolded| format!("{}{}", "-".repeat(line.level), model.id_of(line.read.name));
        lines.iter().map(line).collect()
    };
    assert_eq!(ids(&lines(1)), ["-rd", "-gdp"]);
    let two = ids(&lines(12));
    assert_eq!(two[..3], ["-rd", "--rd_enterprise", "--rd_institute"]);
    assert!(two.contains(&"-gdp".to_owned()) && two.contains(&"--gdp_growth_expected".to_owned()));
    let deep = lines(30);
    assert!(deep.len() > two.len() && deep.len() <= 30);
    let base = unfold(&model, &region, find("rd"), 0, 30);
    assert!(base.is_empty(), "the region gives it: {base:?}");
    let own = formula_in(&model, &region, find("rd_intensity"), 0).unwrap();
    assert_eq!(own.text, "rd / gdp");
}

#[test]
fn all_ways_from_a_lever_are_known() {
    let (model, region) = city();
    let map = CausalMap::of(&model, &region);
    let place = |id| map.position(model.reference(id).unwrap()).unwrap();
    let ways = map.ways(place("hnte_award"), place("rd_intensity"));
    let path = map.path(place("hnte_award"), place("rd_intensity")).unwrap();
    assert!(path.iter().all(|node| ways.contains(node)) && ways.len() > path.len());
    assert!(!ways.contains(&place("gdp")));
    assert!(map.ways(place("after_subsidy"), place("gdp")).is_empty());
}

#[test]
fn a_laid_out_map_has_causes_above_effects_and_no_two_boxes_on_each_other() {
    let (model, region) = city();
    let map = CausalMap::of(&model, &region);
    let figure = MapFigure::of(&map, &|_| true);
    let places: Vec<[i32; 2]> = figure.places.iter().flatten().copied().collect();
    for (position, [x, y]) in places.iter().enumerate() {
        assert!(*x >= 0 && *y >= 0 && x + BOX[0] <= figure.width && y + BOX[1] <= figure.height);
        let apart = |[other_x, other_y]: &[i32; 2]| {
            (x - other_x).abs() > BOX[0] || (y - other_y).abs() > BOX[1]
        };
        assert!(places[position + 1..].iter().all(apart), "{x} {y}");
    }
    let inside =
        |edge: &&MapEdge| !edge.delayed && map.nodes[edge.from].group == map.nodes[edge.to].group;
    for edge in map.edges.iter().filter(inside) {
        let [above, below] = [edge.from, edge.to].map(|node| figure.places[node].unwrap()[1]);
        assert!(above < below, "{}", model.id_of(map.nodes[edge.to].reference));
    }
    assert_eq!(figure, MapFigure::of(&map, &|_| true), "the same map, the same picture");
}

#[test]
fn a_map_of_one_way_is_a_part_of_the_whole() {
    let (model, region) = city();
    let map = CausalMap::of(&model, &region);
    let place = |id| map.position(model.reference(id).unwrap()).unwrap();
    let ways = map.ways(place("after_subsidy"), place("rd_intensity"));
    let figure = MapFigure::of(&map, &|node| ways.contains(&node));
    assert_eq!(figure.places.iter().flatten().count(), ways.len());
    assert_eq!(figure.blocks.len(), 1, "all of it is about R&D");
    let [before, after] = figure.beside(place("rd_intensity"));
    assert_eq!((before, after), (None, None), "alone in its row");
    let edge = map.effects(place("rd")).find(|edge| edge.to == place("rd_intensity")).unwrap();
    assert!(figure.arrow(edge).unwrap().starts_with('M'));
    let away = map.causes(place("rd_intensity")).find(|edge| edge.from == place("gdp")).unwrap();
    assert_eq!(figure.arrow(away), None);
}
