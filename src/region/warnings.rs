//! What a region lacks of what its model asks for.

use crate::diagnostic::Code;
use crate::document::Table;
use crate::locale::Text;
use crate::model::{Formula, Model, Start};
use crate::region::Region;
use crate::unit::Unit;

/// What the model says of a figure that it asks for.
struct Asked<'m> {
    id: &'m str,
    name: &'m Text,
    unit: &'m Unit,
    default: Option<&'m Formula>,
}

/// Warns of every figure that the region does not give.
pub(super) fn missing(region: &Region, model: &Model, root: &Table<'_>) {
    let figures =
        model.figures.iter().filter(|figure| figure.own_past.is_none()).map(|figure| Asked {
            id: &figure.id,
            name: &figure.name,
            unit: &figure.unit,
            default: figure.default.as_ref(),
        });
    let started = model.variables.iter().filter(|variable| variable.start == Start::Region);
    let variables = started.map(|variable| Asked {
        id: &variable.id,
        name: &variable.name,
        unit: &variable.unit,
        default: variable.default.as_ref(),
    });
    for asked in figures.chain(variables) {
        if !region.figures.contains_key(asked.id) {
            asked.report(root);
        }
    }
}

impl Asked<'_> {
    fn report(&self, root: &Table<'_>) {
        let Self { id, name: Text { zh, en }, unit, default } = self;
        let (code, message) = if default.is_some() {
            let message = Text::new(
                format!("没有本市数字，用模型的通用值：“{zh}”（{id}）"),
                format!("no figure of the city, the model's default is taken: {en} (`{id}`)"),
            );
            (Code::AssumedFigure, message)
        } else {
            let message = Text::new(
                format!("缺数据：“{zh}”（{id}）"),
                format!("missing figure: {en} (`{id}`)"),
            );
            (Code::MissingFigure, message)
        };
        let symbol = unit.symbol();
        let row = format!(
            "{id} = {{ value = …, unit = \"{symbol}\", provenance = \"…\", source = \"…\" }}"
        );
        let hint = Text::new(
            format!("在`[figure]`里写`{row}`"),
            format!("write under `[figure]`: `{row}`"),
        );
        root.report_at("figure", code, message, hint);
    }
}
