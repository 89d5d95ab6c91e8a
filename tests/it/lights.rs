//! The one scale of judgement, as laws: no light and no word contradicts the chance beside it.

use proptest::prelude::*;

use tuiyan::analysis::{Judgement, Workbench};
use tuiyan::locale::Locale;
use tuiyan::plan::{Light, Settings, Thresholds, Verb, stated_percent};
use tuiyan::sampling::Probability;
use tuiyan::wording::{ScenarioKind, Tally, chance, remark, verdict_sentences};

use crate::city;

const CITIES: [&str; 5] =
    ["changde-2019", "shiyan-2020", "tongren-2020", "xiangxi-2022", "yiyang-2020"];

/// A chance as a run of so many draws gives it.
fn of_draws(reached: usize, draws: usize) -> Probability {
    let value = reached as f64 / draws as f64;
    Probability { value, standard_error: (value * (1.0 - value) / draws as f64).sqrt() }
}

/// The number that a person reads: what is said as below 1 % is less than 1, and as above 99 % more than 99.
fn read(said: &str) -> f64 {
    match said {
        "<1%" => 0.5,
        ">99%" => 99.5,
        said => said.strip_suffix('%').unwrap().parse().unwrap(),
    }
}

/// A rule whose limits are whole percent, as people write them.
fn rule() -> impl Strategy<Value = Thresholds> {
    ([1..100_u32, 1..100, 1..100, 1..100, 1..100]).prop_map(|limits| {
        let [mut first, mut second, mut words @ ..] =
            limits.map(|percent| f64::from(percent) / 100.0);
        if first < second {
            std::mem::swap(&mut first, &mut second);
        }
        words.sort_by(f64::total_cmp);
        let [effort, strive, ensure] = words;
        Thresholds { met: first, near: second, ensure, strive, effort }
    })
}

proptest! {
    #[test]
    fn a_light_is_what_the_chance_beside_it_says(rule in rule(), reached in 0..=4096_usize, few in any::<bool>()) {
        let of = if few { of_draws(reached / 8, 512) } else { of_draws(reached, 4096) };
        let shown = read(&chance(of));
        // Limits are whole percent, and so is the scale that they are read on.
        let reaches = |limit: f64| shown >= (100.0 * limit).round();
        let light = if reaches(rule.met) { Light::Met } else if reaches(rule.near) { Light::Near } else { Light::Far };
        prop_assert_eq!(rule.light(of), light, "{}", chance(of));
        for verb in [Verb::Effort, Verb::Strive, Verb::Ensure] {
            prop_assert_eq!(rule.verb(of) >= verb, reaches(rule.needed(verb)), "{:?} {}", verb, chance(of));
        }
    }

    #[test]
    fn a_greater_chance_never_shows_a_worse_light(rule in rule(), one in 0.0..=1.0_f64, other in 0.0..=1.0_f64, error in 0.0..0.2_f64) {
        let [low, high] = [one.min(other), one.max(other)].map(|value| Probability { value, standard_error: error });
        prop_assert!(rule.light(low) <= rule.light(high));
        prop_assert!(rule.verb(low) <= rule.verb(high));
    }

    #[test]
    fn a_stricter_rule_never_shows_a_better_light(rule in rule(), reached in 0..=4096_usize, by in 0.0..1.0_f64) {
        let of = of_draws(reached, 4096);
        let stricter = Thresholds { met: rule.met + by * (1.0 - rule.met), ..rule };
        prop_assert!(stricter.is_ordered());
        prop_assert!(stricter.light(of) <= rule.light(of));
    }
}

fn judgements(workbench: &Workbench) -> Vec<(usize, Judgement)> {
    let report = workbench.evaluate(&Settings::present());
    let judged = report.assessments.raw.into_iter().enumerate();
    judged.filter_map(|(position, found)| Some((position, found.verdict.ok()?))).collect()
}

#[test]
fn on_a_board_a_better_light_has_a_greater_chance() {
    let rule = Thresholds::default();
    for id in CITIES {
        let model = city::model();
        let region = city::region(&model, id);
        let found = judgements(&Workbench::new(model, region, 4096));
        for (_, one) in &found {
            for (_, other) in &found {
                let [first, second] = [one, other].map(|of| rule.light(of.probability));
                let order = one.probability.value < other.probability.value;
                assert!(first <= second || !order, "{id}: {one:?} {other:?}");
            }
        }
    }
}

#[test]
fn what_needs_no_policy_is_said_in_the_row_and_in_the_verdict() {
    let rule = Thresholds::default();
    let model = city::model();
    let region = city::region(&model, "changde-2019");
    let workbench = Workbench::new(model, region.clone(), 4096);
    let found = judgements(&workbench);
    let unaided: Vec<_> = found
        .iter()
        .filter(|(_, judgement)| stated_percent(judgement.outlook_probability) >= 90.0)
        .collect();
    assert!(!unaided.is_empty());
    for (position, judgement) in unaided {
        let target = &region.targets.raw[*position];
        let said = remark(target, judgement, rule).unwrap().get(Locale::Zh);
        assert_eq!(said, "不加新政策也能达到", "{}", target.id);
    }
    let report = workbench.evaluate(&Settings::present());
    for kind in [ScenarioKind::Present, ScenarioKind::Changed] {
        let sentences = verdict_sentences(&report, (&region, rule), kind, Locale::Zh);
        let said: String = sentences.iter().map(|sentence| sentence.text(Locale::Zh)).collect();
        assert!(said.contains("不加新政策也能达到的是"), "{said}");
    }
    assert_eq!(Tally::of(&report, rule).judged(), found.len());
}

#[test]
fn a_word_that_the_chance_does_not_bear_is_said_to_be_too_strong() {
    let model = city::model();
    let region = city::region(&model, "yiyang-2020");
    let workbench = Workbench::new(model, region.clone(), 4096);
    let found = judgements(&workbench);
    let (position, judgement) = &found[0];
    let target = |commitment: &str| tuiyan::region::Target {
        commitment: commitment.to_owned(),
        ..region.targets.raw[*position].clone()
    };
    let of = |commitment, chance: f64| {
        let probability = Probability { value: chance, standard_error: 0.005 };
        let judgement =
            Judgement { probability, outlook_probability: probability, ..judgement.clone() };
        remark(&target(commitment), &judgement, Thresholds::default())
            .map(|said| said.get(Locale::Zh))
    };
    let too_firm = Some("用词偏满");
    assert_eq!([of("确保", 0.89), of("力争", 0.69), of("努力", 0.39)], [too_firm; 3]);
    assert_eq!([of("力争", 0.7), of("努力", 0.4), of("完成", 0.1), of("", 0.1)], [None; 4]);
    assert_eq!(of("确保", 0.9), Some("不加新政策也能达到"));
}
