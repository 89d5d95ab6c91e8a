//! Levers, the budget and the evidence behind them.

use super::Phrase;

texts! {
    // Budget.
    BUDGET_TITLE: "本级新增支出", "New city spending";
    BUDGET_PLAN_YEAR: "{year}年", "{year}";
    BUDGET_TOTAL: "{from}—{to}年合计", "{from}–{to} in total";
    BUDGET_NONE: "未动杠杆，不增加支出。", "No lever moved, no spending added.";
    BUDGET_CHART: "各年新增支出柱图，数据见表", "Bars of new spending by year; the figures are in the table";
    BUDGET_TABLE: "逐年数据", "Year by year";
    BUDGET_NOTE: "只计市本级现金，为中位数；不含已有支出。", "City cash only, medians; present spending not included.";
    CEILING: "年度上限", "Yearly ceiling";
    CEILING_NOTE: "填数字设定，清空则取消。", "Enter a number to set it, empty the field to remove it.";
    CEILING_WITHIN: "{year}年在上限内，余{value}。", "{year} is within the ceiling, {value} left.";
    CEILING_OVER: "超过上限的年份：{years}；最多超{value}。", "Above the ceiling in {years}, by at most {value}.";
    CEILING_BAD: "上限是不小于0的数，例如2600；清空则取消。已保留原值。", "A ceiling is a number from 0, for example 26; empty the field to remove it. The previous value is kept.";
    BUDGET_MEDIAN: "中位数", "Median";

    // Levers.
    LEVERS_TITLE: "政策杠杆", "Policy levers";
    LEVERS_MOVED: "已动{moved}项，共{count}项", "{moved} of {count} moved";
    RESET_ALL: "全部回现状", "Reset all to present";
    RESET_LEVER: "回现状", "Reset to present";
    RESET_LEVER_OF: "回现状：{name}", "Reset to present: {name}";
    INCREASE: "增加{name}", "Increase {name}";
    DECREASE: "减少{name}", "Decrease {name}";
    FIELD_OF: "{name}，填数", "{name}, enter a number";
    PRESENT_VALUE: "现状{value}", "Present {value}";
    PRESENT_ASSUMED: "现状{value}（假设）", "Present {value} (assumed)";
    ON_TOP_OF_PRESENT: "在现有力度上再增加", "Adds to present effort";
    SETTING_PRESENT: "现状", "present";
    SETTING_NOTHING_NEW: "不新增", "nothing new";
    SETTING_NONE: "不做", "none";
    UNTOUCHED: "未动，不增支", "Unchanged";
    LEVER_OUTCOME: "比现状每年{change}，{year}年为{value}。", "{change} a year against present; {value} in {year}.";
    LEVER_OUTCOME_SUM: "比现状每年{change}，{year}年为{value}，{count}年累计{total}。", "{change} a year against present; {value} in {year}, {total} over {count} {count|year|years}.";
    LEVER_COST: "本级{value}（{year}年）", "City budget {value} in {year}";
    LEVER_FORGONE: "市本级少收税款{value}（{year}年），不计入支出", "City tax forgone {value} in {year}, not counted as spending";
    LEVER_COLLECTED: "市本级多收税款{value}（{year}年），不计入支出", "City tax gained {value} in {year}, not counted as spending";
    BUDGET_FORGONE: "另有市本级少收税款：{year}年{value}，不计入支出，也不受上限约束。", "Besides, the city forgoes tax of {value} in {year}; it is no spending and no ceiling binds it.";
    LEVER_NO_COST: "本级不增支", "No cost to the city";
    LEVER_OUTCOME_BY_YEAR: "逐年设定，{year}年为{value}。", "Set year by year; {value} in {year}.";
    LEVER_OUTCOME_BY_YEAR_SUM: "逐年设定，{year}年为{value}，{count}年比现状累计{total}。", "Set year by year; {value} in {year}, {total} against present over {count} {count|year|years}.";
    LEVER_BY_YEAR: "逐年设定", "Set year by year";
    LEVER_BY_YEAR_SET: "逐年设定（各年不同）", "Set year by year (years differ)";
    LEVER_BY_YEAR_NOTE: "只改填写的那一年；拖动滑块则各年相同。", "Changes the year it is entered for; the slider sets all years alike.";
    LEVER_IN_YEAR: "{name}（{year}年）", "{name} ({year})";
    RESET_LEVER_OPENED: "恢复到打开时", "Back to opened value";
    RESET_LEVER_OPENED_OF: "恢复到打开时：{name}", "Back to opened value: {name}";
    EFFECTS_HINT: "指向或选中一项杠杆，这里列出它能推动的指标。", "Point at or select a lever to see the indicators it moves.";
    EFFECTS_TITLE: "“{name}”单独调到{setting}，比现状延续", "'{name}' alone at {setting}, against present policy";
    EFFECTS_INDICATOR: "指标", "Indicator";
    EFFECTS_NONE: "“{name}”不推动本规划的任何目标指标。", "'{name}' moves none of this plan's indicators.";
    SLIDER_MEANING: "{value}，{band}", "{value}, {band}";
    ENTRY_LEFT: "{field}：{problem}", "{field}: {problem}";
    ENTRY_OUT_OF_RANGE: "请填{low}到{high}之间的数", "Enter a number between {low} and {high}";

    // What was changed.
    CHANGES_TITLE: "这次改了什么", "What was changed";
    CHANGES_NONE: "还没有改动。拖动政策杠杆后，改动列在这里。", "Nothing yet. Levers that are moved are listed here.";
    CHANGES_COUNT: "相对现状延续，共{count}项；按支出排列", "{count} {count|change|changes} against present policy, by cost";

    // Evidence.
    CLASS_MECHANICAL: "M规则", "M rule";
    CLASS_EMPIRICAL: "E实证", "E empirical";
    CLASS_JUDGEMENT: "J判断", "J judgement";
    CLASS_MECHANICAL_MEANING: "规则或算术，没有估计成分。", "Rule or arithmetic, nothing estimated.";
    CLASS_EMPIRICAL_MEANING: "效果有公开发表的实证依据。", "The effect is measured in published work.";
    CLASS_JUDGEMENT_MEANING: "效果是专家判断，须用本市数据校准。", "The effect is expert judgement, to be calibrated locally.";
    SOURCES: "依据", "Sources";
}
