//! Fields of a plan file: what is kept of a text, and what is said of it.

use crate::diagnostic::Code;
use crate::document::{Table, Value};
use crate::limits;
use crate::locale::Text;
use crate::plan::{clean_name, clean_note};

/// Names of a list that a message gives.
const NAMED: usize = 5;

/// Whether a table has no more names than may be kept that the model lacks; says which they
/// are. The model that the plan was made with has them, or a later one. `of` says where they stand.
pub(super) fn foreign(table: &Table<'_>, is_known: &dyn Fn(&str) -> bool, of: &Text) -> bool {
    let entries = table.entries().into_iter();
    let names: Vec<_> = entries.filter(|(name, ..)| !is_known(name)).collect();
    let Some((_, span, value)) = names.first() else { return true };
    let (count, limit, Text { zh, en }) = (names.len(), limits::FOREIGN_NAMES, of);
    if count > limit {
        let message = Text::new(
            format!("{zh}：模型没有的名称有{count}个，超过{limit}个"),
            format!("{en}: {count} names that the model lacks, more than {limit}"),
        );
        value.report_at(*span, Code::TooLong, message);
        return false;
    }
    let some = names.iter().take(NAMED).map(|(name, ..)| format!("`{name}`"));
    let some: Vec<String> = some.collect();
    let (list_zh, list_en) = (some.join("、"), some.join(", "));
    let (rest_zh, rest_en) = match count - some.len() {
        0 => (String::new(), String::new()),
        more => (format!("等{count}项"), format!(" and {more} more")),
    };
    let message = Text::new(
        format!("{zh}：模型没有{list_zh}{rest_zh}，保留原样，不参与推演"),
        format!("{en}: the model has no {list_en}{rest_en}; kept as it is and not computed with"),
    );
    value.report_at(*span, Code::NotInModel, message);
    true
}

/// The remark as it is kept; said where that is less than what was written.
pub(super) fn note_of(field: Value<'_>) -> Option<String> {
    let note = field.verbatim()?;
    let clean = clean_note(note);
    let visible = note.chars().filter(|&sign| sign == '\n' || !limits::is_hidden(sign)).count();
    if visible > limits::NOTE_CHARACTERS {
        let (limit, start) = (limits::NOTE_CHARACTERS, beginning(&clean));
        let lost = visible - limit;
        let message = Text::new(
            format!("备注“{start}…”超过{limit}字，后面的{lost}字没有读入"),
            format!(
                "the remark '{start}…' is longer than {limit} characters; the last {lost} were left out"
            ),
        );
        field.report(Code::Cut, message);
    } else if clean != note.replace('\r', "") {
        let start = beginning(&clean);
        let message = Text::new(
            format!("备注“{start}…”去掉了不可见字符"),
            format!("the remark '{start}…' lost hidden characters"),
        );
        field.report(Code::NameCleaned, message);
    }
    Some(clean)
}

/// The name without hidden characters, cut to length; said where that changed it.
pub(super) fn name_of(field: Value<'_>) -> Option<String> {
    let name = field.verbatim()?;
    let clean = clean_name(name).unwrap_or_else(|| "—".to_owned());
    if clean != name {
        let message = Text::new(
            format!("名称“{clean}”去掉了不可见字符或多余长度"),
            format!("the name '{clean}' lost hidden characters or surplus length"),
        );
        field.report(Code::NameCleaned, message);
    }
    Some(clean)
}

/// A number that is too large to compute with.
pub(super) fn too_large(field: Value<'_>, id: &str) {
    let message = Text::new(
        format!("`{id}`：数字太大，推演不了"),
        format!("`{id}`: the number is too large to compute with"),
    );
    field.report(Code::NumberRange, message);
}

/// The first characters of a remark, on one line.
fn beginning(note: &str) -> String {
    note.chars().take(12).map(|character| if character == '\n' { ' ' } else { character }).collect()
}
