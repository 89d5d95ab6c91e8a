//! What the command line writes.

use super::Phrase;

texts! {
    COMMAND_NO_SCENARIO: "{file}：没有名为“{name}”的方案；有：{names}", "{file}: no scenario is called '{name}'; there are: {names}";
    COMMAND_NO_LEVER: "没有政策杠杆“{name}”；有：{names}", "There is no lever '{name}'; there are: {names}";
    COMMAND_SET_FORM: "“{entry}”应写作“杠杆=数值”，例如hnte_award=30", "'{entry}' should read lever=value, for example hnte_award=30";
    COMMAND_SET_VALUE: "--set {name}：{problem}", "--set {name}: {problem}";
    COMMAND_NO_INDICATOR: "没有指标“{name}”", "There is no indicator '{name}'";
    COMMAND_NEAREST: "，最接近的是“{near}”", "; the nearest is '{near}'";
    COMMAND_YEAR_RANGE: "年份应在{first}年至{last}年之间", "The year must be from {first} to {last}";
    COMMAND_RIGHT: "{file}：没有问题", "{file}: nothing is wrong";
    COMMAND_NO_FINDING: "{file}：目标体检没有意见", "{file}: the audit has found nothing";
    COMMAND_RUN_HEAD: "{city} {year}年 · {scenario} · {draws}次抽样", "{city} {year} · {scenario} · {draws} draws";
    COMMAND_CELL: "第{row}行第{column}列", "Row {row}, column {column}";
    COMMAND_TABLE_COUNT: "读懂{count}个数，{bad}格有问题，{empty}格空着", "{count} values read, {bad} cells with a problem, {empty} empty";
    COMMAND_VALUE: "{name}，{year}年：{value}（一半的可能在{range}之间）", "{name}, {year}: {value} (half of the draws lie in {range})";
    COMMAND_NO_VALUE: "{name}，{year}年：缺数据：{names}", "{name}, {year}: figures are missing: {names}";
    COMMAND_NOT_FINITE: "{name}，{year}年：算不出有限的数", "{name}, {year}: there is no finite number";
    COMMAND_DEFINITION: "口径", "Definition";
    COMMAND_LINE: "{label}：{text}", "{label}: {text}";
    COMMAND_TABLE_UNKNOWN: "没有名为“{name}”的指标", "no indicator is called '{name}'";
    COMMAND_WARNINGS: "{file}：{count}条提醒，用tuiyan check查看", "{file}: {count} warnings; tuiyan check lists them";
    COMMAND_UNREADABLE: "{file}：读不到这个文件", "{file}: this file cannot be read";
    COMMAND_TOO_LARGE: "{file}：文件超过{what}", "{file}: the file is larger than {what}";
    COMMAND_NOT_TEXT: "{file}：{what}", "{file}: {what}";
    COMMAND_UNKNOWN: "{file}：不是模型、地区或规划文件", "{file}: neither a model nor a region nor a plan file";
    COMMAND_OTHER_MODEL: "{file}：属于模型“{what}”，请用--model给出它", "{file}: belongs to the model '{what}'; name it with --model";
    COMMAND_NO_CITY: "{file}：模型没有错误；内置城市都不属于模型“{what}”", "{file}: the model has no errors; no built-in city belongs to '{what}'";
    COMMAND_FAULTY: "{file}：{errors}处错误，{warnings}条提醒", "{file}: {errors} errors, {warnings} warnings";
    COMMAND_RUNS: "{file}：可以运行，{warnings}条提醒", "{file}: it runs; {warnings} warnings";
}
