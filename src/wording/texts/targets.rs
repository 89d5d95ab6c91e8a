//! Targets: their table and form, the ladder, goal seek.

use super::Phrase;

texts! {
    // The table.
    PLAN_TARGETS: "目标表（{count}项）", "Targets of the plan ({count})";
    PLAN_TARGETS_NOTE: "改动立即重算，每一步都可撤销", "Every change is computed at once and can be undone";
    PLAN_TARGETS_NONE: "还没有目标。新增一项，就能看到它的可能性。", "No target yet. Add one to see its chance.";
    PLAN_TARGETS_FULL: "目标已有{count}项，到了上限；删去一项才能再加。", "There are {count} targets, which is the limit; delete one to add another.";
    TARGET_ASKS: "要求", "Asks for";
    TARGET_TOOLS: "操作", "Actions";
    TARGET_ADD: "＋新增目标", "+ New target";
    TARGET_EDIT: "编辑", "Edit";
    TARGET_EDIT_OF: "编辑：{name}", "Edit: {name}";
    TARGET_DELETE: "删除", "Delete";
    TARGET_DELETE_OF: "删除：{name}", "Delete: {name}";
    TARGET_DELETED: "已删除目标“{name}”，可撤销。", "The target '{name}' is deleted; undo brings it back.";

    // The form.
    TARGET_FORM: "目标内容", "The target";
    TARGET_SAVE: "保存目标", "Save target";
    TARGET_NEGATIVE_FLOOR: "“{name}”不会是负数，请核对底线值。", "'{name}' cannot be negative; check the floor.";
    TARGET_TINY_FLOOR: "底线值太小，会写成0；能写出的最小值是{value}。", "The floor is so small that it would be written as 0; the least that can be written is {value}.";
    UNIT_NONE: "无单位", "no unit";
    TARGET_IN_THE_WAY: "先保存或放弃正在填写的目标。", "First save this target, or cancel it.";
    CANCEL: "取消", "Cancel";
    FIELD_INDICATOR: "指标（输入几个字可查找）", "Indicator (type to search)";
    FIELD_NAME: "文件中的叫法（可不填）", "What the plan calls it (optional)";
    FIELD_KIND: "要求什么", "Kind";
    FIELD_COMPARISON: "比较", "Comparison";
    FIELD_STRETCH: "争取值（可不填）", "Stretch (optional)";
    FIELD_TOLERANCE: "允许的上下幅度（不填按2%）", "Tolerance (2% if empty)";
    FIELD_MARGIN: "须高出多少（持平填0）", "By how much (0 for level)";
    FIELD_NUMBER: "数值（可不填）", "Number (optional)";
    FIELD_UNIT: "单位", "Unit";
    FIELD_YEAR: "目标年", "Year";
    FIELD_RELATIVE_TO: "与什么比", "Compared with";
    FIELD_SECTION: "文件中的位置", "Section of the document";
    FIELD_COMMITMENT: "用词", "Verb";
    FIELD_LEAD: "牵头单位", "Lead unit";
    FIELD_RESPONSIBLE: "责任单位（用顿号分开）", "Responsible units (separated by commas)";
    FIELD_NOTE: "备注", "Remark";
    FIELD_READINGS: "文字还可怎样理解", "Other ways to read the plan's words";
    READING_ADD: "＋一种理解", "+ Another reading";
    READING_NAME: "理解{number}：意思", "Reading {number}: meaning";
    READING_NAME_HINT: "意思，如“净增”", "Meaning, e.g. 'net increase'";
    READING_INDICATOR: "理解{number}：指标", "Reading {number}: indicator";
    READING_REMOVE: "去掉", "Remove";
    READING_REMOVE_OF: "去掉理解{number}", "Remove reading {number}";
    KIND_VALUE: "数值", "a value";
    KIND_GROWTH: "增速", "growth over the year before";
    KIND_INCREASE: "净增", "increase over the year before";
    KIND_RELATIVE: "与另一指标相比", "compared with another indicator";
    KIND_HOLD: "保持稳定", "steady";
    KIND_RANK: "排名（人工记录）", "a rank (recorded)";
    KIND_MILESTONE: "里程碑（人工记录）", "a milestone (recorded)";
    KIND_RULE: "规则（人工记录）", "a rule (recorded)";
    COMPARISON_AT_LEAST: "不低于", "at least";
    COMPARISON_MORE_THAN: "高于", "more than";
    COMPARISON_AT_MOST: "不高于", "at most";
    COMPARISON_EQUAL: "达到", "reach";
    TARGET_NEEDS_INDICATOR: "请填指标。", "Enter an indicator.";
    TARGET_UNKNOWN_INDICATOR: "模型没有“{entry}”。请从列表中选一个指标；要人工记录，请把“要求什么”改为里程碑、排名或规则。", "The model has no '{entry}'. Choose an indicator from the list; for one that a person records, choose a milestone, rank or rule as its kind.";
    TARGET_YEAR_RANGE: "请填{first}到{last}之间的年份。", "Enter a year between {first} and {last}.";
    TARGET_NEEDS_FLOOR: "请填底线值。", "Enter the floor.";
    TARGET_NEGATIVE_TOLERANCE: "幅度不能小于0。", "A tolerance is not below 0.";
    TARGET_STRETCH_NOT_BEYOND: "争取值须比底线更进一步。", "A stretch value must go beyond the floor.";
    TARGET_NEEDS_REFERENCE: "请从列表中选一个同类单位的另一指标。", "Choose another indicator of the same kind of unit from the list.";

    // The ladder.
    LADDER_TITLE: "目标建议", "What could be promised";
    LADDER_NOTE: "当前方案下，各档可能性对应的底线值", "Floors that the scenario reaches with each chance";
    LADDER_NONE: "没有可推演的目标，给不出建议。", "No target is computed, so nothing can be suggested.";
    LADDER_PRESENT_FLOOR: "现底线", "Current floor";
    LADDER_IS_FLOOR: "即现底线", "the current floor";
    LADDER_ADOPT: "用作底线", "Use as floor";
    LADDER_ADOPT_OF: "用作底线：{name}{value}", "Use as floor: {name} {value}";
    RUNG_SAFE: "确保档", "Safe";
    RUNG_STEADY: "稳妥档", "Steady";
    RUNG_AMBITIOUS: "进取档", "Ambitious";
    RUNG_SPRINT: "冲刺档", "Long shot";
    THRESHOLDS_NOTE: "再低则不宜写入文件", "Below the last, too uncertain to promise";
    THRESHOLDS_NOTE_LIGHTS: "再低则为差距较大", "Below the last, far short";
    THRESHOLDS_ORDER: "门槛须在0到100之间，且确保不低于力争，力争不低于努力，达标不低于接近。已保留原值。", "Thresholds lie between 0 and 100: 'ensure', 'aim for', 'work towards' from high to low, and 'on target' not below 'close'. The previous value is kept.";
    WORD_NONE: "不宜写入", "too uncertain to promise";
    PROMISE: "{year}年{name}{verb}{ask}", "In {year}, {verb}: {name}, {ask}";
    PROMISE_STRETCH: "，争取{value}", ", stretching to {value}";
    FULL_STOP: "。", ".";
    PROMISE_NONE: "现底线的可能性低于各档用词的门槛：调低底线、加大力度，或不写入文件。", "The chance of the current floor is below every threshold: lower the floor, do more, or leave it out of the document.";
    PROMISE_COPY_OF: "复制句子：{name}", "Copy the sentence: {name}";
    PROMISE_VERB: "目标用词改为“{verb}”", "Write '{verb}' as the verb";
    PROMISE_VERB_OF: "目标用词改为“{verb}”：{name}", "Write '{verb}' as the verb: {name}";
    COPY: "复制", "Copy";
    COPIED: "已复制", "Copied";
    ASK_RELATIVE_BY: "比全省或参照水平至少高{value}", "above the province or its reference by at least {value}";

    // Goal seek.
    GOAL_TITLE: "反推", "Goal seek";
    GOAL_NOTE: "只动一项杠杆，要到多少、花多少（单变量求解）", "One lever alone: which setting it takes, and what it costs";
    GOAL_TARGET: "目标", "Target";
    GOAL_MEASURE: "要求", "Aim for";
    GOAL_BY_MEDIAN: "推演中位数", "the projected median";
    GOAL_BY_CHANCE: "达到底线的可能性", "the chance of the floor";
    GOAL_WISH: "达到（{unit}）", "at ({unit})";
    GOAL_WISH_BARE: "达到", "at";
    GOAL_LEVER: "只动", "by moving only";
    GOAL_OPTION: "{name}（最多到{value}，可能性{chance}）", "{name} (at most {value}, chance {chance})";
    GOAL_AT_ITS_BEST: "{name}（现在的设置已是最好）", "{name} (already at its best)";
    GOAL_CHANCE_RANGE: "可能性请填1到99之间的数。", "Enter a chance between 1 and 99.";
    GOAL_REACHED: "把“{lever}”由{from}调到{to}即可：{year}年推演中位数{median}，达到底线的可能性{chance}。", "Moving '{lever}' from {from} to {to} is enough: a projected median of {median} in {year}, and a chance of {chance} for the floor.";
    GOAL_ALREADY: "现在的设置已经能达到：{year}年推演中位数{median}，达到底线的可能性{chance}。", "The present settings reach it already: a projected median of {median} in {year}, and a chance of {chance} for the floor.";
    GOAL_HIGHEST: "达不到，受限于“{lever}”的最高设置{to}。调到那里，{year}年推演中位数{median}，达到底线的可能性{chance}。", "Out of reach: '{lever}' ends at {to}. There the projected median is {median} in {year}, and the chance of the floor {chance}.";
    GOAL_LOWEST: "达不到，受限于“{lever}”的最低设置{to}。调到那里，{year}年推演中位数{median}，达到底线的可能性{chance}。", "Out of reach: '{lever}' begins at {to}. There the projected median is {median} in {year}, and the chance of the floor {chance}.";
    GOAL_NO_EFFECT: "“{lever}”影响不到{year}年的这个目标：推演中位数仍是{median}，可能性{chance}。", "'{lever}' does not affect this target in {year}: the projected median stays {median}, the chance {chance}.";
    GOAL_COST: "这项的本级新增支出：{year}年{cost}，到{end}年共{total}。", "Its new city spending: {cost} in {year}, {total} up to {end}.";
    GOAL_FORGONE: "这项不增加本级支出；{year}年市本级少收税款{value}，不计入支出。", "It adds no city spending; the city forgoes tax of {value} in {year}, which is not counted as spending.";
    GOAL_NO_COST: "这项不增加本级支出。", "It adds no city spending.";
    GOAL_ADOPT: "采用", "Adopt";
    GOAL_ADOPT_NEAREST: "采用最接近的设置", "Adopt the nearest setting";
    GOAL_WITHOUT_EFFECT: "影响不到这个目标的杠杆：{levers}。", "Levers that do not affect this target: {levers}.";
    GOAL_NOTHING_HELPS: "没有一项杠杆影响得到这个目标。", "No lever affects this target.";
}
