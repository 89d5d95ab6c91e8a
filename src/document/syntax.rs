//! What the parser of TOML says, as a problem in both languages.

use crate::diagnostic::{Code, Problem, Span};
use crate::locale::Text;

/// How the parser's sentences begin, and the same in Chinese.
const REASONS: [(&str, &str); 34] = [
    ("duplicate key", "这个名称写了两次"),
    ("missing comma between array elements", "列表的各项之间缺逗号"),
    ("missing comma between key-value pairs", "各项之间缺逗号"),
    ("extra comma", "多了一个逗号"),
    ("missing assignment", "名称后面缺等号"),
    ("extra assignment", "多了一个等号"),
    ("extra `=`", "多了一个等号"),
    ("unexpected `=`", "这里不该有等号"),
    ("key with no value", "等号后面没有内容"),
    ("missing value", "等号后面没有内容"),
    ("missing key", "等号前面没有名称"),
    ("invalid unquoted key", "名称里有不能直接写的字，请加英文引号"),
    ("unquoted keys", "等号前面没有名称"),
    ("keys cannot be multi-line", "名称不能分几行写"),
    ("string values must be quoted", "文字须用英文引号括起来"),
    ("missing opening quote", "文字前面缺英文引号"),
    ("invalid basic string", "文字没有用英文引号收尾"),
    ("invalid literal string", "文字没有用英文引号收尾"),
    ("invalid multi-line", "文字没有用英文引号收尾"),
    ("missing escaped value", "反斜杠后面缺字符"),
    ("unclosed array table", "表名没有用]]收尾"),
    ("unclosed array", "列表没有用]收尾"),
    ("unclosed inline table", "花括号没有收尾"),
    ("unclosed table", "表名没有用]收尾"),
    ("missing inline table", "缺花括号"),
    ("missing array opening", "缺方括号"),
    ("missing table open", "缺方括号"),
    ("invalid comment", "注释里有不能写的字符"),
    ("carriage return", "换行的写法不对，请另存为普通文本"),
    ("unexpected leading zero", "数字前面多了0"),
    ("redundant", "数字前面多了符号"),
    ("invalid value", "等号后面的内容写法不对"),
    ("cannot recurse", "括号套得太深"),
    ("`_` may only", "数字里的下划线位置不对"),
];

/// The parser's problem at its place.
pub(super) fn problem(error: &toml::de::Error) -> Problem {
    let span = error.span().map_or_else(Span::default, |range| Span::new(range.start, range.end));
    let reason = error.message();
    let known = REASONS.iter().find(|(start, _)| reason.starts_with(start));
    let zh = known.map_or("这里的写法不对", |(_, zh)| zh);
    let message = Text::new(format!("不是合格的TOML：{zh}"), format!("not valid TOML: {reason}"));
    Problem::new(Code::Toml, span, message)
}
