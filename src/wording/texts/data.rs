//! The screen of the data: figures and their origin, pasted tables, beliefs, the next year.

use super::Phrase;

texts! {
    DATA_TITLE: "{city}的数据：基期{base}年，规划{plan}年", "Data of {city}: base year {base}, plan year {plan}";
    DATA_COUNTS: "基期年有{count}个数，其中{assumed}个是假设；目标要用而还缺{missing}个。", "{count} base-year {count|figure|figures}, {assumed} of them assumed; {missing} {missing|is|are} needed and missing.";
    DATA_PARTS: "本页各部分", "Parts of this page";
    CLOSE: "收起", "Close";
    CHANGED: "已改", "changed";
    RESET: "恢复", "Reset";
    COMPUTED: "由公式算出", "computed";

    // Columns.
    COLUMN_NAME: "名称", "Name";
    COLUMN_UNIT: "单位", "Unit";
    COLUMN_VALUE: "数值", "Value";
    COLUMN_YEAR: "年份", "Year";
    COLUMN_ORIGIN: "出处", "Origin";
    COLUMN_LOW: "低", "Low";
    COLUMN_MODE: "最可能", "Most likely";
    COLUMN_HIGH: "高", "High";
    COLUMN_CLASS: "依据", "Evidence";
    COLUMN_READ_AS: "读作", "Read as";
    COLUMN_OLD: "原有", "Current";
    COLUMN_REMARK: "提醒", "Remark";
    BASE_YEAR: "基期年", "base year";

    // Entries.
    ENTRY_KEPT: "{problem}。已保留原值。", "{problem}. The previous value is kept.";
    NOT_GIVEN: "未填", "not given";
    MODEL_TAKES: "不填按{value}", "left empty: {value}";
    NOT_IN_RANGE: "应在{range}之间", "It should lie within {range}";

    // Where figures come from.
    SOURCE_LINE: "新填、新粘贴的数出自", "What is entered or pasted next comes from";
    SOURCE_KIND: "类别", "Kind";
    SOURCE_TITLE: "出处", "Source";
    SOURCE_TITLE_HINT: "如：2025年统计公报", "for example: statistical bulletin 2025";
    SOURCE_VINTAGE: "版本", "Vintage";
    SOURCE_NEEDED: "没写出处的数一律记为假设，推演时误差更大；写明出处后再填，或以后逐个补上。", "A figure without a source counts as assumed, with a wider error. Name the source first, or add it figure by figure later.";
    SOURCE_NONE_FOUND: "未查到公开数据，暂用假设", "no public figure found; assumed for the time being";
    SOURCE_JUDGEMENT: "专家判断，须用本市数据校准", "expert judgement, to be calibrated with the city's own figures";
    SOURCE_UNSTATED: "页面填写，未写明出处", "entered on the page, no source given";
    SOURCE_MISSING: "请写明出处，或把类别改为假设。已保留原来的出处。", "Name the source, or make it an assumption. The previous source is kept.";
    ORIGIN_BUTTON: "{name}：{origin}。打开修改出处", "{name}: {origin}. Open to change the origin";
    ORIGIN_TITLE: "{name}的出处", "Origin of {name}";
    ORIGIN_ERROR: "误差（%）", "Error (%)";
    ORIGIN_LEFT: "换了出处，原来的版本、说明没有沿用：{words}。", "The source is another one, so what was said of the former one was left out: {words}.";
    ORIGIN_KEEP: "仍然沿用", "Keep it";
    ORIGIN_NOTE: "说明", "Remark";
    ERROR_IS_A_SHARE: "误差请填0到100之间的数，如5。已保留原值。", "Enter an error between 0 and 100, for example 5. The previous value is kept.";
    REMOVE_FIGURE: "删除这个数", "Remove this figure";

    // What is asked for.
    ASKS_FIRST: "先填这{count}个数，就能看到第一批推演", "Fill in {count} {count|figure|figures} for the first projections";
    ASKS_FIRST_NOTE: "按用处排列；不知道的可以先填估计数，不写出处即记为假设。", "In order of use. An estimate will do: without a source it counts as assumed.";
    ASKS_TITLE: "还缺{count}个数", "{count} {count|figure is|figures are} missing";
    ASKS_NOTE: "填得最少、能多研判一个指标的排在前面。", "First those that let one more indicator be judged with least to look up.";
    ASKS_REST: "其余{count}个", "The other {count}";
    ASK_UNLOCKS: "填上后可推演：{names}", "Then these can be projected: {names}";
    ASK_NEEDED_BY: "{count}项指标要用到它", "Needed by {count} {count|indicator|indicators}";
    DOUBTS_TITLE: "先核实这些假设，共{count}个", "{count} assumed {count|figure|figures} to check first";
    DOUBTS_NOTE: "用到它的指标越多，越靠前。", "Those that most indicators rest on come first.";
    GLIMPSES_TITLE: "现在能推演{count}项指标（{year}年，现状延续）", "{count} {count|indicator|indicators} can be projected now ({year}, present policy)";
    GLIMPSE_MEDIAN: "中位数", "Median";
    GLIMPSE_RANGE: "80%区间", "80% interval";

    // The next year.
    NEXT_TITLE: "下一年度规划", "Next year's plan";
    NEXT_NOTE: "一步完成，可以撤销", "One step, which can be undone";
    NEXT_BASE_YEAR: "基期年", "Base year";
    NEXT_PLAN_YEAR: "规划年", "Plan year";
    NEXT_START: "开始{year}年规划", "Start the plan for {year}";
    NEXT_BASE_STAYS: "基期年仍是{base}年，数据不动。", "The base year stays {base}; the figures stay.";
    NEXT_FIGURES: "基期年移到{base}年：{known}个数已经有了；{assumed}个先用推演值或旧数顶上，标为假设并带误差，请随后核实。", "The base moves to {base}. Known already: {known} {known|figure|figures}. {assumed} {assumed|stands|stand} in from the projection or the old base, marked assumed with an error; please check them.";
    NEXT_TARGETS: "上次规划的{count}条目标改为{year}年，作为草稿。", "{count} {count|target|targets} of the last plan become drafts for {year}.";
    NEXT_SCENARIOS: "上次的方案不带过来：它们的现状已经变了。", "Scenarios of the last plan stay behind: their present has changed.";
    BLANK_NOTE: "没有上次的规划？", "No plan to go on from?";
    BLANK_START: "从空白地区开始", "Start from a blank region";
    CARRIED_PROJECTED: "上次规划推演到这一年的中位数，暂用", "median of the last plan's projection, stands in";
    CARRIED_UNCHANGED: "沿用上次基期年的数，暂用", "figure of the last base year, stands in";

    // Tables.
    TABLE_TITLE: "历年数据", "Figures by year";
    TABLE_NOTE: "逐格可改；回车到下一行；可在任意一格粘贴表格；点开类别可改出处", "Each cell can be changed; Enter goes down; a table can be pasted into any cell; open the kind to change the origin";
    BASE_ONLY_TITLE: "其他基期数", "Other base-year figures";
    BASE_ONLY_NOTE: "只要基期年一个值", "Only the base year's value counts";
    PRESENT_TITLE: "政策现状", "Present policy";
    PRESENT_NOTE: "各项杠杆现在的力度；不填按模型", "Present settings of the levers; the model's where left empty";

    // Pasted tables.
    PASTE_TITLE: "粘贴表格", "Paste a table";
    PASTE_NOTE: "先看读懂了什么，再采用；采用是一步，可以撤销", "First see what was understood; taking it over is one step that can be undone";
    PASTE_LABEL: "从Excel、WPS或网页复制，粘贴到这里", "Copy from Excel, WPS or a web page and paste here";
    PASTE_HINT: "首行是年份，首列是指标名；没有年份的按基期年", "Years in the first row, names in the first column; without years, the base year";
    PASTE_READ: "读取", "Read";
    PASTE_SUMMARY: "读懂{read}个数；{wrong}格有问题；{empty}格空着", "{read} {read|number|numbers} understood; {wrong} {wrong|cell|cells} with problems; {empty} empty";
    PASTE_TRANSPOSED: "年份在首列，已按列读取。", "The years stand in the first column; read by columns.";
    PASTE_NAME_OF: "“{label}”是哪一项", "What is '{label}'";
    PASTE_NO_NAME: "不采用", "leave it out";
    PASTE_PROBLEM: "第{row}行第{column}列（{label}）：{problem}", "Row {row}, column {column} ({label}): {problem}";
    PASTE_MORE: "另有{count}条未列出。", "{count} more {count|is|are} not listed.";
    PASTE_TAKE: "采用这{count}个数", "Use {count|this|these} {count} {count|figure|figures}";
    PASTE_UNSOURCED: "没写出处：其中{count}个数将记为假设，推演时误差更大。", "No source named: {count} of these count as assumed, with a wider error.";
    PASTE_SOURCE_KEPT: "{count}个数改的是已有的数，沿用原来的出处。", "{count} correct figures that are there and keep their source.";
    PASTE_SOURCED: "记为{kind}：{source}。", "Recorded as {kind}: {source}.";
    PASTE_COLUMN_PART: "第{at}列“{head}”只是一年中的一段，没有采用。", "Column {at} ('{head}') covers only a part of a year and is left out.";
    PASTE_COLUMN_OTHER: "第{at}列“{head}”看不出是哪一年的数，没有采用。", "Column {at} ('{head}') does not say which year it is of and is left out.";
    PASTE_ROW_PART: "第{at}行“{head}”只是一年中的一段，没有采用。", "Row {at} ('{head}') covers only a part of a year and is left out.";
    PASTE_ROW_OTHER: "第{at}行“{head}”看不出是哪一年的数，没有采用。", "Row {at} ('{head}') does not say which year it is of and is left out.";
    PASTE_NAMES_PAGE: "有{count}个名称不认识，现列第{first}—{last}个；不选的不采用。", "Unknown names: {count}, shown are {first}–{last}; those without a choice are left out.";
    PASTE_NAMES_BACK: "上一组", "Back";
    PASTE_NAMES_NEXT: "下一组", "Next";
    PASTE_DISCARD: "不采用", "Discard";

    // Beliefs.
    ASSUMPTIONS_TITLE: "外部假设", "Assumptions";
    ASSUMPTIONS_NOTE: "改动记在方案“{name}”里；清空一格即恢复", "Changes belong to the scenario “{name}”; clearing a cell resets it";
    ASSUMPTIONS_OF_PRESENT: "现状延续不能改；改一格会新建一个方案，清空一格即恢复", "Present policy cannot be changed: a change makes a new scenario; clearing a cell resets it";
    RESET_ASSUMPTION: "恢复：{name}", "Reset: {name}";
    PARAMETERS_TITLE: "模型参数（{count}个，已改{changed}个）", "Parameters of the model ({count}, {changed} changed)";
    PARAMETERS_CAPTION: "模型参数", "Parameters of the model";
    PARAMETERS_NOTE: "低、最可能、高；三者相等即为定值；改动对所有方案生效", "Low, most likely, high; equal means fixed; changes count for all scenarios";
    PARAMETERS_SHOW: "展开参数表", "Show the parameters";
    PARAMETERS_HIDE: "收起参数表", "Hide the parameters";
    PARAMETER_ORDER: "应低≤最可能≤高", "It must be low ≤ most likely ≤ high";
    PARAMETER_NEEDS_A_NUMBER: "参数不能空着，要用模型的值请点恢复", "A parameter cannot be empty; reset it to take the model's";
    CHANGED_FROM: "已改，模型为{low}、{mode}、{high}", "Changed; the model has {low}, {mode}, {high}";
    RESET_PARAMETER: "恢复参数：{name}", "Reset parameter: {name}";
}
