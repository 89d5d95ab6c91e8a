//! The comparison of scenarios, and the scenario strip's order and reference.

use super::Phrase;

texts! {
    // The title: which scenario reaches more, at what cost.
    COMPARE_NOTHING: "还没有可以比较的方案", "There is nothing to compare yet";
    COMPARE_NOTHING_HINT: "现在只有现状延续。请到推演台拖动政策杠杆，或在上方点“＋新方案”，再回来比较。", "There is only present policy. Move a policy lever on the desk, or add a scenario above, then come back.";
    COMPARE_MORE: "{name}比{reference}多达标{count}项", "{name} meets {count} {count|target|targets} more than {reference}";
    COMPARE_CHEAPEST: "，花费也最少", " and costs least";
    COMPARE_CHEAPER: "，花费低于{names}", " and costs less than {names}";
    COMPARE_CHEAPER_THAN_OTHERS: "，花费低于其他方案", " and costs less than the other scenarios";
    COMPARE_UP: "{name}有{count}项升档，达标项数与{reference}相同", "{name} moves {count} {count|target|targets} up a class and meets as many as {reference}";
    COMPARE_MIXED: "{name}有{up}项升档、{down}项降档", "{name} moves {up} {up|target|targets} up a class and {down} down";
    COMPARE_NONE_BETTER: "没有方案比{reference}达标更多", "No scenario meets more targets than {reference}";
    COMPARE_UNCHANGED: "{names}没有改变任何研判", "No verdict changes under {names}";

    // What each scenario does against the reference.
    COMPARE_COST_MORE: "{name}在{year}年本级支出{value}，比{reference}多{difference}。", "{name} spends {value} of city money in {year}, {difference} more than {reference}.";
    COMPARE_COST_LESS: "{name}在{year}年本级支出{value}，比{reference}少{difference}。", "{name} spends {value} of city money in {year}, {difference} less than {reference}.";
    COMPARE_COST_SAME: "{name}在{year}年本级支出{value}，与{reference}相同。", "{name} spends {value} of city money in {year}, the same as {reference}.";
    COMPARE_OVER_CEILING: "超过上限{value}。", "That is over the ceiling of {value}.";
    COMPARE_RAISED: "升档：{names}。", "Up a class: {names}.";
    COMPARE_LOWERED: "降档：{names}。", "Down a class: {names}.";
    COMPARE_MOVED: "没有目标换档；变化最大的是{name}，达标可能性由{before}变为{after}。", "No target changes class; {name} moves most, from a chance of {before} to {after}.";
    COMPARE_STILL: "没有目标换档，达标可能性也没有明显变化。", "No target changes class, and no chance moves noticeably.";

    // The table of differences.
    COMPARE_CHOOSE: "比较哪些方案", "Scenarios to compare";
    COMPARE_REFERENCE: "参照", "Reference";
    COMPARE_TABLE: "各方案的推演值、差和可能性", "Projection, difference and chance by scenario";
    COMPARE_INDICATOR: "指标", "Indicator";
    COMPARE_TARGET: "目标", "Target";
    COMPARE_DIFFERENCE: "差", "Difference";
    COMPARE_CHANCE: "可能性", "Chance";
    COMPARE_OF_REFERENCE: "{name}（参照）", "{name} (reference)";
    COMPARE_DIFFERENCE_UNIT: "差为{unit}", "difference in {unit}";
    COMPARE_OF_WHICH_REAL: "其中真实", "of which real";
    COMPARE_COST: "本级新增支出", "New city spending";
    COMPARE_CEILING: "上限{value}", "ceiling {value}";
    COMPARE_WITHIN: "上限内", "within";
    COMPARE_OVER: "超上限", "over";
    COMPARE_NOTE: "差是对参照的差，各方案用同一组抽样；因四舍五入，与两数相减可能略有出入。", "Differences are against the reference, using the same random draws; rounded, they may deviate a little from the figures shown.";
    COMPARE_COPY: "复制到Excel", "Copy to Excel";
    COMPARE_COPIED: "已复制，可粘贴到Excel或WPS。", "Copied; paste it into a spreadsheet.";
    COMPARE_NOT_COPIED: "浏览器不允许复制。请选中表格，按Ctrl+C。", "The browser does not allow copying. Select the table and press Ctrl+C.";
    COMPARE_UNIT: "单位", "Unit";
    COMPARE_COLUMN: "{scenario}：{column}", "{scenario}: {column}";

    // Who makes the difference.
    PARTS_TITLE: "谁的贡献", "What makes the difference";
    PARTS_NOTE: "中位数之差按Shapley值分摊，各项相加等于总差", "The difference of the medians, divided by Shapley value; the parts add up to it";
    PARTS_FROM: "由", "From";
    PARTS_TO: "到", "To";
    PARTS_INDICATOR: "指标", "Indicator";
    PARTS_YEAR: "年份", "Year";
    PARTS_DIVISION: "分解", "By";
    PARTS_BY_LEVER: "按单项政策", "lever";
    PARTS_BY_GROUP: "按政策组", "group of levers";
    PARTS_INSIDE: "组内单项：{group}", "lever inside {group}";
    PARTS_ALL_REAL: "真实", "real";
    PARTS_REPORTED_ONLY: "只在上报值中", "reported only";
    PARTS_SHARE: "分摊后的贡献", "share";
    PARTS_ALONE_MARK: "单独使用时的作用", "used alone";
    PARTS_ALONE: "单独使用为{value}。", "Used alone: {value}.";
    PARTS_REAL: "其中真实{value}。", "Real: {value}.";
    PARTS_COST: "{year}年本级支出{value}。", "City spending in {year}: {value}.";
    PARTS_FORGONE: "{year}年市本级少收税款{value}，不计入支出。", "City tax forgone in {year}: {value}, not counted as spending.";
    PARTS_CHANGES: "{changes}。", "{changes}.";
    PARTS_ASSUMPTIONS: "外部假设", "Assumptions";
    PARTS_ASSUMPTIONS_NOTE: "杠杆不动，只换假设。", "The levers as they were, other assumptions.";
    PARTS_INTERACTION: "交互作用", "Interaction";
    PARTS_INTERACTION_NOTE: "各项单独使用合计{alone}，一起使用为{together}。差额已分摊在上面各项中，不再另加。", "Used alone the parts add up to {alone}, together to {together}. What lies between is already in the shares above and is not added again.";
    PARTS_TOTAL: "合计", "Total";
    PARTS_TOTAL_NOTE: "{year}年由{from}变为{to}。", "In {year}, from {from} to {to}.";
    PARTS_NONE: "两个方案的政策杠杆和外部假设完全相同，没有差别可以分解。", "The two scenarios have the same levers and assumptions; there is no difference to divide.";
    PARTS_NOT_COMPUTED: "这个指标在这一年算不出有效数值，无法分解。请换一个指标或年份。", "The indicator has no valid value that year. Choose another indicator or year.";
    PARTS_TOO_MANY: "两个方案有{count}组政策不同，超过8组，无法分解。请先比较更接近的两个方案。", "The scenarios differ in {count} groups of levers, more than 8. Compare two that are closer first.";
    PARTS_WAIT: "正在计算……", "Computing …";
    WORK_STEPS: "第{done}步，共约{all}步", "Step {done} of about {all}";
    WORK_STOP: "停止计算", "Stop";
    WORK_STOPPED: "计算已停止。", "Stopped.";
    WORK_RESUME: "重新计算", "Compute again";

    // What was changed between the two.
    DIFFERS_TITLE: "这次改了什么", "What was changed";
    DIFFERS_NOTE: "由{from}到{to}", "From {from} to {to}";
    DIFFERS_NONE: "两个方案的设置相同。", "The two scenarios have the same settings.";

    // Overlaid charts.
    OVERLAY_TITLE: "叠加走势（P50）", "Projections together (P50)";
    OVERLAY_NOTE: "浅色带是{name}的P10–P90", "The band is P10–P90 of {name}";

    // A ranking of the levers.
    RANKING_TITLE: "哪项政策最管用", "Which lever does most";
    RANKING_NOTE: "每项政策单独使用，比现状延续多出的量；同一组抽样", "What each lever adds alone to present policy, using the same random draws";
    RANKING_LEVER: "政策（试用的设置）", "Lever (setting tried)";
    RANKING_REPORTED: "增量", "Added";
    RANKING_REPORTED_OF_TWO: "上报增量", "Added, reported";
    RANKING_REAL_OF_TWO: "真实增量", "Added, real";
    RANKING_PER_CASH: "每100万元本级支出的增量", "Added per CNY 1 million of city spending";
    RANKING_PER_CASH_REPORTED: "每100万元本级支出，上报", "Per CNY 1 million of city spending, reported";
    RANKING_PER_CASH_REAL: "每100万元本级支出，真实", "Per CNY 1 million of city spending, real";
    RANKING_NO_EFFECT: "对这个指标没有作用：{names}。", "Without effect on this indicator: {names}.";
    RANKING_TRIED: "大字是中位数，小字是P10–P90；按{year}年的增量（能分出真实的按真实增量）由大到小排。“{name}”动过的政策按它的设置试，其余按现状以上一档试。“—”表示本级不花钱。", "Large figures are medians, small ones P10–P90; ordered by what is added in {year}, the real addition where the model tells. Levers that '{name}' moves are tried at its setting, the others one band above present. '—' means no municipal cash.";
    RANKING_TABLE: "政策作用排名", "Ranking of the levers";

    // The strip of scenarios.
    MOVE_LEFT: "左移", "Move left";
    MOVE_LEFT_OF: "左移：{name}", "Move left: {name}";
    MOVE_RIGHT: "右移", "Move right";
    MOVE_RIGHT_OF: "右移：{name}", "Move right: {name}";
    MAKE_REFERENCE: "设为参照", "Make reference";
    MAKE_REFERENCE_OF: "设为参照：{name}", "Make reference: {name}";
    IS_REFERENCE: "参照", "reference";
}
