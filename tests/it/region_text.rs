//! A region that is written reads back equal.

use proptest::prelude::*;

use tuiyan::diagnostic::SourceFile;
use tuiyan::limits::{is_hidden, is_usable};
use tuiyan::locale::Locale;
use tuiyan::locale::Text;
use tuiyan::model::Model;
use tuiyan::region::{
    self, DatedValue, OwnIndex, Provenance, Region, Repetition, TargetKind, TargetReading,
};
use tuiyan::unit::InUnit;

use crate::city;

#[track_caller]
fn read_back(region: &Region, model: &Model) -> Region {
    let text = region::write(region, model);
    let checked = region::read(SourceFile { name: "written", text: &text }, model);
    let said: String = checked.diagnostics.iter().map(|found| found.render(Locale::En)).collect();
    checked.value.unwrap_or_else(|| panic!("{said}\n{text}"))
}

#[test]
fn built_in_regions_read_back_equal() {
    let model = city::model();
    for region in city::regions(&model) {
        assert_eq!(read_back(&region, &model), region);
    }
}

#[test]
fn what_a_region_may_have_besides_reads_back_equal() {
    let model = city::model();
    let mut region = city::region(&model, "yiyang-2020");
    region.reference_class = None;
    if let Some(index) = model.indexes.first() {
        let own = OwnIndex {
            items: index.items.clone(),
            formula: model.variables[index.variable].formula.clone(),
        };
        region.indexes.insert(index.variable, own);
    }
    let target = &mut region.targets.raw[0];
    target.stretch = Some(target.floor * 1.1);
    target.relative_to = Some("rd_intensity_real".to_owned());
    target.responsible = vec!["市科技局".to_owned(), "县（市、区）".to_owned()];
    target.note = Some("第一行\n\"第二行\"\\".to_owned());
    target.readings = vec![TargetReading {
        name: Text::new("按新认定", "newly certified"),
        indicator: "not_in_the_model".to_owned(),
        variable: None,
        kind: TargetKind::Increase,
    }];
    let again = Repetition { section: "三".to_owned(), commitment: "力争".to_owned() };
    target.repeated = vec![again];
    assert_eq!(read_back(&region, &model), region);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn edits_read_back_to_the_last_bit(
        number in prop::num::f64::NORMAL,
        typed in -1e9..1e9_f64,
        year in 1990..2019_i32,
        percent in 0..1000_u32,
        text in "\\PC*",
    ) {
        let model = city::model();
        let mut region = city::region(&model, "yiyang-2020");
        // No text from outside keeps them: U+2028 and U+2029 are the two that the pattern has.
        let text = text.replace(is_hidden, "");
        let datum = region.figures.get_mut("gdp").unwrap();
        let is_taken = is_usable(datum.unit.to_base(InUnit(number)));
        let number = if is_taken { number } else { typed };
        datum.value = datum.unit.to_base(InUnit(number));
        datum.provenance = Provenance::Published;
        datum.source.clone_from(&text);
        datum.vintage = Some(text.clone());
        datum.note = Some(text);
        datum.error = Some(f64::from(percent) / 10.0 / 100.0);
        let mut past = datum.clone();
        past.value = past.unit.to_base(InUnit(typed));
        region.history.insert("gdp".to_owned(), vec![DatedValue { year, datum: past }]);
        prop_assert_eq!(read_back(&region, &model), region);
    }
}
