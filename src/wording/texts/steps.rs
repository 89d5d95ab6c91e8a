//! What was changed, and the steps that can be undone.

use super::Phrase;

texts! {
    // What was changed, and the steps that can be undone.
    UNDO_STEP: "撤销：{step}", "Undo: {step}";
    REDO_STEP: "重做：{step}", "Redo: {step}";
    UNDONE_STEP: "已撤销：{step}", "Undone: {step}";
    REDONE_STEP: "已重做：{step}", "Redone: {step}";
    NOTHING_TO_UNDO: "没有可撤销的改动", "Nothing to undo";
    NOTHING_TO_REDO: "没有可重做的改动", "Nothing to redo";
    CHANGE_FROM_TO: "{name}：{from}→{to}", "{name}: {from} → {to}";
    NAME_OF_YEAR: "{name}（{year}年）", "{name} ({year})";
    SETTING_FROM_YEAR: "{year}年起{value}", "{value} from {year}";
    SETTING_BY_YEAR: "逐年{values}{unit}", "{values} {unit} year by year";
    DEED_OF_NAME: "{deed}“{name}”", "{deed} '{name}'";
    ORIGIN_OF: "{name}：出处或说明", "{name}: origin or remark";
    PRESENT_OF: "{name}（现状）", "{name} (present)";
    NONE_SET: "无", "none";
    REGIONS_VALUE: "地区值", "the region's value";
    MODELS_VALUE: "模型值", "the model's value";
    CHANGE_STEPS: "{from}→{to}", "{from} → {to}";
    SCENARIO_NUMBERED: "方案{number}", "Scenario {number}";
    SCENARIO_COPY: "{name}（副本{number}）", "{name} (copy {number})";
    NAME_OF_DRAFT: "{name}（草稿）", "{name} (draft)";
    CHANGE_NAME: "规划名称", "Plan name";
    CHANGE_REGION: "地区", "Region";
    CITY_AND_YEAR: "{name}{year}年", "{name} {year}";
    CHANGE_MODEL: "模型", "Model";
    CHANGE_CEILING_NAME: "经费上限", "Budget ceiling";
    CHANGE_THRESHOLDS: "用词门槛和研判界限", "Thresholds of words and verdicts";
    CHANGE_NOTES: "规划备注", "Remark of the plan";
    CHANGE_SCENARIO_NOTE: "方案备注", "Remark of a scenario";
    CHANGE_ORDER: "方案顺序", "Order of scenarios";
    DEED_SET_LEVER: "调整杠杆", "Move a lever";
    DEED_ADD_SCENARIO: "新建方案", "New scenario";
    DEED_DUPLICATE_SCENARIO: "复制方案", "Duplicate scenario";
    DEED_RENAME_SCENARIO: "方案改名", "Rename scenario";
    DEED_DELETE_SCENARIO: "删除方案", "Delete scenario";
    DEED_SELECT_SCENARIO: "切换方案", "Scenario shown";
    DEED_SET_REFERENCE: "参照方案", "Reference scenario";
    DEED_SET_ASSUMPTION: "修改外部假设", "Change an assumption";
    DEED_EDIT_TARGETS: "修改目标", "Edit target";
    DEED_ADD_TARGET: "新增目标", "New target";
    DEED_DELETE_TARGET: "删除目标", "Delete target";
    DEED_SET_FIGURE: "修改数据", "Change a figure";
    DEED_SET_HISTORY: "修改历年数据", "Change a figure of another year";
    DEED_PASTE_TABLE: "粘贴表格", "Paste a table";
    DEED_SET_PARAMETER: "修改参数", "Change parameter";
    DEED_RECORD_STATUS: "记录完成情况", "Record a status";
    DEED_CHOOSE_CITY: "换城市", "Another city";
    DEED_START_NEXT_YEAR: "开始下一年度规划", "Start the next year's plan";
    DEED_OPEN_PLAN: "打开规划", "Open a plan";
    DEED_RENAME_PLAN: "规划改名", "Rename the plan";
    STATUS_NOT_STARTED: "未启动", "not started";
    STATUS_UNDER_WAY: "推进中", "under way";
    STATUS_DONE: "已完成", "done";
    STATUS_MISSED: "未完成", "missed";
    // Why something cannot be done.
    REFUSED: "没有改动：{reason}", "Nothing was changed: {reason}";
    REFUSED_FILE: "{file}没有打开：{reason}", "{file} was not opened: {reason}";
    REFUSED_NUMBER: "数字太大或写法不对，推演不了。", "The number is too large to compute with, or none.";
    REFUSED_UNKNOWN: "模型没有“{name}”。", "The model has no '{name}'.";
    REFUSED_RANGE: "超出杠杆的可调范围。", "It lies outside the lever's range.";
    REFUSED_YEAR: "{year}年不在{first}至{last}年之间。", "{year} does not lie between {first} and {last}.";
    REFUSED_TEXT: "文字超过{count}字，请缩短。", "A text is longer than {count} characters; please shorten it.";
    REFUSED_TARGETS: "目标已有{count}个，不能再加。", "There are {count} targets already; no more can be added.";
    REFUSED_SCENARIOS: "方案已有{count}个，不能再加。", "There are {count} scenarios already; no more can be added.";
    REFUSED_PRESENT_NAME: "“{name}”是不作改动的那个方案的名称，请换一个。", "'{name}' is the name of the scenario without changes; please choose another.";
    REFUSED_SIZE: "规划超过{count}MB，存不下。请减少备注或数据。", "The plan would be larger than {count} MB and could not be saved. Please shorten remarks or data.";
    REFUSED_REGION: "这样改了就存不成能再打开的规划（{name}）。", "The plan could then not be saved so that it opens again ({name}).";
}
