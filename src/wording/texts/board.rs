//! Lights, verdicts, the reach board, cards and charts.

use super::Phrase;

texts! {
    // Lights.
    MET: "达标", "On target";
    NEAR: "接近", "Close";
    FAR: "差距较大", "Far short";
    NOT_YET: "暂不能研判", "Not judged yet";
    CLASS_UP: "升一档", "one class up";
    CLASS_UP_TWO: "升两档", "two classes up";
    CLASS_DOWN: "降一档", "one class down";
    CLASS_DOWN_TWO: "降两档", "two classes down";

    WORD_TOO_FIRM: "用词偏满", "Wording too strong";
    UNAIDED: "不加新政策也能达到", "Reached without new policy";

    // The verdict.
    KICKER_PRESENT: "现状延续", "Baseline";
    KICKER_REST: "{year}年 · 按达标可能性研判", "{year} · judged by the chance of reaching each target";
    VERDICT_COUNTED: "{count}项可研判目标中，", "Of {count} judged {count|target|targets}: ";
    VERDICT_LIGHT: "{word}{count}项", "{word} {count}";
    HEADLINE_COUNT: "{count}项", " {count}";
    VERDICT_NONE: "还没有可研判的目标", "No target to judge yet";
    VERDICT_EMPTY: "还没有数据和目标", "No figures and no targets yet";
    VERDICT_NO_TARGETS: "还没有目标", "No targets yet";
    NEXT_STEP: "填了数据就能推演，写了目标就能研判。", "With figures the page can project; with targets it can judge.";
    NEXT_STEP_TARGETS: "数据已经有了，写了目标就能研判。", "The figures are there; with targets the page can judge.";
    NEXT_STEP_FIGURES: "先填这{count}个数", "Enter {count} {count|figure|figures} first";
    NEXT_STEP_TARGET: "新增目标", "Add a target";
    VERDICT_OTHERS: "另有{count}项没有研判。", "{count} more {count|is|are} not judged.";
    VERDICT_AT_PRESENT: "这是不加新政策的结果。拖动政策杠杆，看目标能到哪里、要花多少钱。", "This is the outcome without new policy. Move a lever to see where the targets end up and what it costs.";
    VERDICT_RAISED: "{name}由“{before}”变为“{after}”。", "{name} moves up from {before} to {after}.";
    VERDICT_LOWERED: "{name}由“{before}”降为“{after}”。", "{name} moves down from {before} to {after}.";
    VERDICT_AGAINST: "与现状延续相比：", "Against present policy:";
    VERDICT_SHORT: "{word}的是{names}。", "{word}: {names}.";
    VERDICT_SHORT_MORE: "{word}的是{names}等{count}项。", "{word}: {names} and others, {count} in all.";
    VERDICT_SAME_CLASS: "没有目标换档。", "No target changes class.";
    VERDICT_MOVED: "变化最大的是{name}：可能性由{before}变为{after}。", "Biggest change: {name}, whose chance goes from {before} to {after}.";
    VERDICT_STILL: "可能性都没有明显变化。", "No chance moves noticeably.";
    ANNOUNCEMENT: "推演完成：{counts}。", "Projection updated: {counts}.";

    // The reach board.
    BOARD_LABEL: "目标可达性", "Reach of the targets";
    BOARD_TARGET: "文件目标", "Target in the plan";
    BOARD_PROJECTED: "推演值，P10–P90", "Projected, P10–P90";
    BOARD_VALUE: "推演值", "Projected";
    BOARD_RANGE: "，P10–P90", ", P10–P90";
    BOARD_CHANCE: "达标可能性", "Chance of reaching it";
    BOARD_AXIS: "可能性，0–100%", "Chance, 0–100%";
    BOARD_LIGHT: "研判", "Verdict";
    CHANCE_AT_PRESENT: "现状{chance}", "present {chance}";
    WORD_EFFORT: "努力", "work towards";
    WORD_STRIVE: "力争", "aim for";
    WORD_ENSURE: "确保", "ensure";
    BOARD_RING: "现状延续", "Present policy";
    BOARD_DISC: "当前方案", "This scenario";
    BOARD_TICK: "这项用词要求的可能性", "Chance that the row's wording needs";
    AXIS_WORDS: "达标可能性：现状延续{before}，当前方案{after}", "Chance of reaching the target: present policy {before}, this scenario {after}";

    // What a target asks for.
    ASK_AT_LEAST: "不低于{value}", "at least {value}";
    ASK_MORE_THAN: "高于{value}", "more than {value}";
    ASK_AT_MOST: "不高于{value}", "at most {value}";
    ASK_EQUAL: "达到{value}", "reach {value}";
    ASK_GROWTH: "增速{ask}", "growth of {ask}";
    ASK_INCREASE: "净增{ask}", "an increase of {ask}";
    ASK_RELATIVE: "不低于全省或参照水平", "not below the province or its reference";
    ASK_HOLD: "保持稳定，上下不超过{value}", "steady, within ±{value}";
    ASK_RANK: "不低于第{value}位", "rank {value} or better";
    ASK_WITH_VERB: "{verb}{ask}", "{ask} ({verb})";
    ASK_RECORDED: "由人工记录完成情况", "recorded by a person";

    // Gaps.
    GAP_OVER: "超{value}", "{value} above";
    GAP_SHORT: "差{value}", "{value} short";
    GAP_UNDER: "低{value}", "{value} below";
    GAP_INSIDE: "在范围内", "inside the band";
    GAP_OUTSIDE: "超出{value}", "{value} outside";
    GAP_NONE: "与目标持平", "level with it";

    // An indicator's card.
    CARDS_TITLE: "指标走势", "Indicators";
    CARDS_NOTE: "坐标固定，拖动杠杆时不缩放", "Axes stay fixed while a lever moves";
    SPREAD: "P10–P90", "P10–P90";
    AGAINST_PRESENT: "较现状延续", "vs present policy";
    GAP_TO_TARGET: "距目标", "to target";
    LAST_VALUE: "上年（{year}年）", "Year before ({year})";
    CHANCE: "可能性", "Chance";
    THIS_SCENARIO: "当前方案", "Scenario";
    PRESENT: "现状", "Present";
    FLOOR_CHANCE: "底线{value}", "Floor {value}";
    FLOOR_STEADY: "±{value}", "±{value}";
    FLOOR_REFERENCE: "参照水平", "the reference level";
    FLOOR_REFERENCE_ABOVE: "比参照水平高{margin}", "{margin} above the reference";
    FLOOR_REFERENCE_BELOW: "比参照水平低{margin}", "{margin} below the reference";
    NAME_OF_GROWTH: "{name}增速", "{name}, growth";
    NAME_OF_INCREASE: "{name}净增", "{name}, increase";
    STRETCH_CHANCE: "争取{value}", "Stretch {value}";
    REPORTED_AND_REAL: "上报{reported}，其中真实{real}。", "Reported {reported}, of which real {real}.";
    ASSUMED_COUNT: "所依据的基数有{count}项是假设", "Rests on {count} assumed {count|figure|figures}";
    ASSUMED_LIST: "{figures}。换成本市数据后，结论可能改变。", "{figures}. With the city's own figures the verdict may change.";
    TARGET_SOURCE: "目标出处：{place}", "Target from: {place}";
    TARGET_NOTE: "说明：{note}", "Note: {note}";
    CHART_LABEL: "{name}走势图，数据见数据表", "Chart of {name}; the figures are in the table";
    CHART_READER: "逐年读数：{name}", "Read year by year: {name}";
    DATA_TABLE: "数据表", "Figures as a table";
    TABLE_YEAR: "年份", "Year";

    NEED: "达标要求{name}由{from}到{to}，{count}年年均{pace}。", "Meeting it takes {name} from {from} to {to}: {pace} a year over {count} {count|year|years}.";
    PEERS_NONE: "同等规模省份{cases}次同期变化中，没有一次这么快（95%不超过{most}）。", "None of {cases} such {cases|spell|spells} in provinces of similar size was as fast (95% did not exceed {most}).";
    PEERS_SOME: "同等规模省份{cases}次同期变化中，{share}比这更快。", "Of {cases} such {cases|spell|spells} in provinces of similar size, {share} were faster.";
    OWN_NONE: "本市以往{cases}次同期变化中，没有一次这么快。", "Of the city's own earlier {cases|spell|spells} ({cases}), none was as fast.";
    OWN_SOME: "本市以往{cases}次同期变化中，{share}比这更快。", "Of the city's own earlier {cases|spell|spells} ({cases}), {share} were faster.";
    SHARE_LITTLE: "不足1%", "under 1%";
    SHARE_ALMOST_ALL: "接近100%", "nearly 100%";
    REAL_SHARE: "方案带来的增量中，真实的占{share}，其余只是上报口径。", "Of what the scenario adds, {share} is real; the rest is reporting only.";
    REFERENCE_VALUE: "参照值（中位数）", "Reference (median)";
    LEAD: "牵头：{units}", "Lead: {units}";
    RESPONSIBLE: "责任：{units}", "Responsible: {units}";
    READINGS: "文件有歧义，还可读作：{others}；这里按“{used}”推演。", "The plan is ambiguous; it could also mean: {others}. Here it is read as “{used}”.";
    ORIGINS_COUNT: "所用数字及来源（{count}项，其中假设{assumed}项）", "Figures used and their origin ({count}, {assumed} assumed)";
    ORIGIN_DEFAULT: "假设：本市未给出，用模型的通用值", "assumed: not given for the city, the model's general value is used";
    ORIGIN_OF_HISTORY: "历史数据", "Earlier years";

    // On a chart.
    CHART_SCENARIO: "当前", "Scenario";
    CHART_YARDSTICK: "参照", "Reference";
    CHART_PLAN_YEAR: "规划年", "Plan year";
    CHART_MISSING_HISTORY: "历史缺数", "no earlier figures";
    CHART_TARGET: "目标{value}", "Target {value}";
    ORIGIN: "来源", "Origin";
    TABLE_KNOWN: "已知值", "Known value";
    TABLE_KNOWN_IN: "已知值（{unit}）", "Known value ({unit})";
    TABLE_TARGET: "目标", "Target";
    TABLE_FLOOR: "底线", "Floor";
    TABLE_PUBLISHED: "公布", "published";
    TABLE_UNPUBLISHED: "推算或假设", "derived or assumed";

    // Provenance.
    PROVENANCE_DOCUMENT: "文件原文", "plan text";
    PROVENANCE_PUBLISHED: "公开统计", "public statistics";
    PROVENANCE_DERIVED: "推算", "derived";
    PROVENANCE_ASSUMED: "假设", "assumed";

    // Targets without a verdict.
    NOT_JUDGED_TITLE: "本版尚不能推算（{count}项）", "Not computed by this version ({count})";
    NOT_JUDGED_NOTE: "不作猜测；补齐后自动研判", "Nothing is guessed; they are judged once complete";
    NOT_JUDGED_TARGET: "目标：{ask}。", "Target: {ask}.";
    SECTION_OF: "（{section}）", " ({section})";
    MISSING_TITLE: "缺数据，暂不能研判（{count}项）", "Figures missing, not judged yet ({count})";
    MISSING_NOTE: "补齐后自动研判，不作猜测", "Judged once the figures are there; nothing is guessed";
    RECORDED_TITLE: "由人工记录（{count}项）", "Recorded by a person ({count})";
    RECORDED_NOTE: "排名、里程碑、规则和底线为零的目标不给研判，请填写进展", "Ranks, milestones, rules and floors of zero get no verdict; enter how they stand";
    STATUS_OF: "{name}的进展", "Status of {name}";
    STATUS_UNSET: "未填写", "not entered";
    REASON_NOT_IN_MODEL: "本版模型还没有计算这个指标的部分。", "This version of the model does not yet compute the indicator.";
    REASON_MISSING: "缺少数据：{figures}。补齐后即可研判。", "Missing figures: {figures}. It can be judged once they are there.";
    REASON_RECORDED: "属于排名、里程碑或规则，由人工记录完成情况，不作推演。", "A rank, milestone or rule: a person records it, nothing is projected.";
    REASON_ZERO_FLOOR: "底线为零，由人工记录完成情况，不给研判。", "The floor is zero: a person records it, there is no verdict.";
    REASON_OUTSIDE_YEARS: "目标年不在推演年份之内。", "The target's year lies outside the projected years.";
    REASON_BAD_VALUE: "部分抽样在{year}年算不出“{name}”的有效数值，因此不给结论。", "Some draws give no valid value of '{name}' in {year}, so there is no verdict.";
    REASON_NOT_COMPUTABLE: "部分抽样算不出有效数值，因此不给结论。", "Some draws give no valid value, so there is no verdict.";
}
