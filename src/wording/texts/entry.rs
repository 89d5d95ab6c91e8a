//! What is wrong with a number that was typed or pasted, and what would be right.

use super::Phrase;

texts! {
    NUMBER_NOT_A_NUMBER: "“{entry}”不是数，请填数字，例如12.5", "'{entry}' is not a number; enter one, for example 12.5";
    NUMBER_EMPTY: "没有填数，请填数字，例如12.5", "nothing is entered; enter a number, for example 12.5";
    NUMBER_SEPARATORS: "“{entry}”的分隔符不合规：逗号只作千分位，小数用点，应如1,234.5", "'{entry}' has misplaced separators: commas group thousands, a point begins decimals, as in 1,234.5";
    NUMBER_CONDITION: "“{entry}”是条件或范围，请填一个数", "'{entry}' is a condition or a range; give one number";
    NUMBER_FOREIGN: "“{entry}”是外币，请先折算成人民币", "'{entry}' is a foreign currency; convert it first";
    NUMBER_NUMERALS: "“{entry}”请改用阿拉伯数字", "write '{entry}' in Arabic numerals";
    NUMBER_UNKNOWN_UNIT: "“{entry}”的单位不认识", "'{entry}' has an unknown unit";
    NUMBER_AMBIGUOUS: "“{entry}”有歧义，请写全数字和单位，如3000亿元", "'{entry}' is ambiguous; write out the number and its unit";
    NUMBER_SHEET_ERROR: "“{entry}”是表格里的出错值，请先在表格里改正", "'{entry}' is an error of the spreadsheet; mend it there first";
    NUMBER_NARROW: "“{entry}”是列太窄没显示出来的数，请在表格里拉宽这一列再复制", "'{entry}' is a number that the narrow column did not show; widen the column and copy again";
    NUMBER_OTHER_UNIT: "单位应为{expected}一类，现为{found}", "the unit should be like `{expected}`, it is `{found}`";
    NUMBER_TOO_LARGE: "“{entry}”太大，请核对数字和单位", "'{entry}' is too large; check the number and its unit";
    NUMBER_SENTENCE: "{problem}。", "{problem}.";
    NUMBER_BRACKETS: "括号读作负数", "brackets read as a minus sign";
}
