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
    SETTING_BY_YEAR: "逐年{values}{unit}", "{values} {unit} year by year";
    DEED_OF_NAME: "{deed}「{name}」", "{deed} '{name}'";
    ORIGIN_OF: "{name}：出处或说明", "{name}: origin or remark";
    PRESENT_OF: "{name}（现状）", "{name} (present)";
    NONE_SET: "无", "none";
    REGIONS_VALUE: "地区值", "the region's value";
    MODELS_VALUE: "模型值", "the model's value";
    SCENARIO_NUMBERED: "方案{number}", "Scenario {number}";
    SCENARIO_COPY: "{name}（副本{number}）", "{name} (copy {number})";
    CHANGE_NAME: "规划名称", "Plan name";
    CHANGE_REGION: "地区", "Region";
    CHANGE_MODEL: "模型", "Model";
    CHANGE_CEILING_NAME: "经费上限", "Budget ceiling";
    CHANGE_THRESHOLDS: "用词门槛", "Wording thresholds";
    CHANGE_NOTES: "规划备注", "Remark of the plan";
    CHANGE_SCENARIO_NOTE: "方案备注", "Remark of a scenario";
    CHANGE_ORDER: "方案顺序", "Order of scenarios";
    DEED_SET_LEVER: "调整杠杆", "Move a lever";
    DEED_ADD_SCENARIO: "新建方案", "New scenario";
    DEED_DUPLICATE_SCENARIO: "复制方案", "Duplicate scenario";
    DEED_RENAME_SCENARIO: "方案改名", "Rename scenario";
    DEED_DELETE_SCENARIO: "删除方案", "Delete scenario";
    DEED_SELECT_SCENARIO: "切换方案", "Scenario in hand";
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
}
