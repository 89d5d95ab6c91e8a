//! What the parser of JSON says, as a problem in both languages.

use serde_json::error::Category;

use crate::diagnostic::{Code, Problem, Span};
use crate::locale::Text;

/// How the parser's sentences on syntax begin, and the same in Chinese.
const REASONS: [(&str, &str); 14] = [
    ("expected `:`", "名称后面缺冒号"),
    ("expected `,`", "两项之间缺逗号，或者缺收尾的括号"),
    ("expected value", "这里应有内容"),
    ("expected ident", "只能是true、false或null"),
    ("key must be a string", "名称须用英文引号括起来"),
    ("trailing comma", "最后一项后面多了逗号"),
    ("trailing characters", "结尾之后还有多余的内容"),
    ("invalid number", "数字的写法不对"),
    ("invalid escape", "反斜杠后面的写法不对"),
    ("control character", "文字里有控制字符"),
    ("recursion limit", "括号套得太深"),
    ("invalid unicode", "反斜杠后面的字符编码不对"),
    ("unexpected end of hex", "反斜杠后面的字符编码不对"),
    ("lone leading surrogate", "反斜杠后面的字符编码不对"),
];

/// What the parser expects or finds, and the same in Chinese.
const KINDS: [(&str, &str); 14] = [
    ("a string", "文字"),
    ("string", "文字"),
    ("f64", "数字"),
    ("floating point", "小数"),
    ("integer", "整数"),
    ("u32", "0至4294967295的整数"),
    ("boolean", "true或false"),
    ("null", "空（null）"),
    ("a map", "花括号里的一组"),
    ("map", "花括号里的一组"),
    ("struct", "花括号里的一组"),
    ("a sequence", "方括号里的一列"),
    ("sequence", "方括号里的一列"),
    ("a number or a list", "一个数，或逐年的一列数"),
];

/// The parser's problem at its place.
pub(super) fn problem(error: &serde_json::Error, text: &str) -> Problem {
    let said = error.to_string();
    let reason = said.rsplit_once(" at line ").map_or(said.as_str(), |(reason, _)| reason);
    let at = byte(text, error.line(), error.column());
    let quoted = reason.split('`').nth(1).unwrap_or_default();
    let (code, zh) = if error.is_eof() {
        (Code::Json, "文件不完整，在这里中断".to_owned())
    } else if reason.starts_with("unknown field") {
        (Code::UnknownField, format!("没有字段`{quoted}`"))
    } else if reason.starts_with("duplicate field") {
        (Code::DuplicateId, format!("字段`{quoted}`重复"))
    } else if reason.starts_with("missing field") {
        (Code::MissingField, format!("缺少字段`{quoted}`"))
    } else if reason.starts_with("number out of range") {
        (Code::NumberRange, "数字过大".to_owned())
    } else if error.classify() == Category::Data {
        (Code::WrongType, wrong_type(reason))
    } else {
        let known = REASONS.iter().find(|(start, _)| reason.starts_with(start));
        let zh = known.map_or("这里的写法不对", |(_, zh)| zh);
        (Code::Json, format!("不是合格的JSON：{zh}"))
    };
    let en = reason.replace("struct Head", "an object").replace("struct Form", "an object");
    Problem::new(code, Span::new(at, at + 1), Text::new(zh, en))
}

fn wrong_type(reason: &str) -> String {
    let in_chinese = |what: &str| {
        let known = KINDS.iter().find(|(start, _)| what.starts_with(start));
        known.map(|(_, zh)| (*zh).to_owned())
    };
    if let Some(words) = reason.strip_prefix("unknown variant ") {
        let mut words = words.split('`').skip(1).step_by(2);
        let written = words.next().unwrap_or_default();
        let allowed = words.collect::<Vec<_>>().join("、");
        return format!("不认识`{written}`，可写：{allowed}");
    }
    let expected = reason.rsplit_once("expected ").map_or(reason, |(_, expected)| expected);
    let found = reason.split_once(": ").and_then(|(_, rest)| in_chinese(rest));
    match (in_chinese(expected), found) {
        (Some(expected), Some(found)) => format!("应为{expected}，现为{found}"),
        (Some(expected), None) => format!("应为{expected}"),
        (None, _) => "内容的类型不对".to_owned(),
    }
}

/// The byte that a line and a column in bytes, both from 1, point at.
fn byte(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (before + column.saturating_sub(1)).min(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_message_has_no_english_words() {
        use crate::exchange::plan_file::form::Form;
        let bad = [
            "[]",
            "1",
            "{\"format\":\"x\"}",
            "{\"format\":1,\"kind\":3}",
            "{\"format\":1.5}",
            "{\"format\":null}",
            "{\"name\":[]}",
            "{\"scenarios\":{}}",
            "{\"scenarios\":[1]}",
            "{",
            "{]",
            "{\"a\" 1}",
            "{\"format\":-1}",
            "{a",
            "tru",
            "{\"thresholds\":{\"ensure\":\"x\"}}",
            "{\"parameters\":[]}",
            "{\"own_model\":1}",
        ];
        for text in bad {
            let error = serde_json::from_str::<Form>(text).unwrap_err();
            let zh = problem(&error, text).message.zh;
            let quoted: String = zh.split('`').step_by(2).collect();
            let words = quoted
                .replace("JSON", "")
                .replace("true", "")
                .replace("false", "")
                .replace("null", "");
            assert!(!words.chars().any(|letter| letter.is_ascii_alphabetic()), "{text}: {zh}");
        }
    }
}
