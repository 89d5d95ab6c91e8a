//! Why a number is what it is, and the causal map.

use super::Phrase;

texts! {
    // The way there and back.
    WHY: "为什么", "Why";
    WHY_OF: "为什么：{name}", "Why: {name}";
    EXPLAIN_TITLE: "为什么是这个数", "Why a number is what it is";
    EXPLAIN_INTRO: "每个数都能点开：口径、算法、来源、依据、谁在用它。从下面选一个，或看因果图。", "Every number opens up: what it means, how it is computed, where it comes from, how well founded it is, and what uses it. Choose one below, or look at the causal map.";
    EXPLAIN_WAY: "查看路径", "Your path";
    EXPLAIN_BACK: "回推演台", "Back to the desk";
    EXPLAIN_ALL: "全部数字", "All numbers";
    EXPLAIN_MAP: "因果图", "Causal map";
    EXPLAIN_GONE: "这份模型里没有这个数。请从全部数字里另选一个。", "This model has no such number. Please choose another from all numbers.";

    // The list of all numbers.
    EXPLAIN_SEARCH: "查找数字", "Find a number";
    EXPLAIN_FOUND: "{count}个", "{count} found";
    EXPLAIN_NOT_FOUND: "没有名称里含“{query}”的数。换个词，或清空查找框看全部。", "No number's name has '{query}' in it. Try another word, or clear the field to see all.";
    KIND_INDICATOR: "指标", "Indicator";
    KIND_VARIABLE: "中间量", "Intermediate quantity";
    KIND_LEVER: "政策杠杆", "Policy lever";
    KIND_ASSUMPTION: "外部假设", "Outside assumption";
    KIND_PARAMETER: "参数", "Parameter";
    KIND_FIGURE: "本市数据", "City figure";
    KIND_CONSTANT: "基期年算一次的数", "Computed once, in the base year";
    KIND_SHOCK: "随机波动", "Random term";
    KIND_COST: "经费", "Money";

    // The value.
    EXPLAIN_YEAR: "年份", "Year";
    BASE_YEAR_OF: "{year}年（基期年）", "{year} (base year)";
    PLAN_YEAR_OF: "{year}年（规划年）", "{year} (plan year)";
    EXPLAIN_MEDIAN: "{year}年，推演中位数", "{year}, projected median";
    EXPLAIN_BASE_VALUE: "{year}年，基期年的值", "{year}, base-year value";
    EXPLAIN_SETTING: "{year}年，当前方案的设置", "{year}, as the scenario sets it";
    EXPLAIN_RANGE: "可设{range}：{bands}。", "Can be set from {range}: {bands}.";
    EXPLAIN_BAND: "{word}（到{value}）", "{word} (up to {value})";
    EXPLAIN_VALUE: "取值", "Value";
    EXPLAIN_CENTRAL: "中间值测算", "Without chance";
    EXPLAIN_CENTRAL_NOTE: "参数取最可能值，没有随机扰动，可以手工复核", "parameters at their likeliest values, no shocks: it can be computed again by hand";
    EXPLAIN_OUTLOOK: "现状延续", "Present policy";
    EXPLAIN_CHANCE: "达标可能性（{ask}）", "Chance of reaching it ({ask})";
    EXPLAIN_NO_VALUE: "这一年没有数值。", "There is no value in this year.";
    NOT_FINITE: "{year}年的“{name}”算不出有效数值，根子在{at}年的“{origin}”：它的公式读到{reads}，结果不是有效的数。", "“{name}” of {year} has no valid value; it begins with “{origin}” of {at}: its formula reads {reads}, which gives no valid number.";
    NOT_FINITE_ALONE: "{year}年的“{name}”算不出有效数值，根子在{at}年的“{origin}”：它没有有效的数。", "“{name}” of {year} has no valid value; it begins with “{origin}” of {at}, which has no valid number.";
    READ_VALUE: "“{name}”（{year}年）{value}", "“{name}” ({year}) {value}";

    // How it is computed.
    HOW_TITLE: "怎么算", "How it is computed";
    HOW_COST_TITLE: "市本级花多少钱", "What it costs the city";
    HOW_FORGONE_TITLE: "市本级少收多少税（不计入支出）", "Tax that the city forgoes (no spending)";
    HOW_MEDIANS: "代入的是各数自己的中位数，合起来可能与结果差末位几个数。", "Each value is that number's own median; put together they may miss the result by a last digit or so.";
    HOW_SYMBOLS: "符号", "Symbols";
    HOW_GIVEN: "这一年的数是直接给定的，不由公式算出，出处见下。", "The number of this year is given, not computed; see its origin below.";
    HOW_DRAWN: "不由公式算出：每次抽样从它自己的分布里取一个值。", "Not computed: every draw takes a value of its own distribution.";
    HOW_SET: "由方案设定；不设就是现状。", "Set by the scenario; what is not set stays at present.";
    ROLE_YEAR: "逐年", "Every year";
    ROLE_BASE: "基期年", "Base year";
    ROLE_DEFAULT: "本市没有给出时", "Where the city gives none";
    ROLE_COST: "经费", "Cost";

    // Unfolded.
    UNFOLD_TITLE: "逐层展开", "Step by step";
    UNFOLD_NOTE: "每个名称都可点开", "Every name opens";
    UNFOLD_NAME: "由什么算出", "Computed from";
    UNFOLD_ORIGIN: "来历", "Origin";
    UNFOLD_CLASS: "依据", "Evidence";
    UNFOLD_SOURCES: "来源", "Sources";
    ORIGIN_COMPUTED: "模型算出", "computed";
    ORIGIN_SET: "方案设定", "set by the scenario";
    ORIGIN_PARAMETER: "模型参数", "model parameter";
    ORIGIN_DRAWN: "随机抽取", "drawn at random";
    ORIGIN_GENERAL: "假设（通用值）", "assumed (general value)";
    ORIGIN_MISSING: "缺数据", "missing";

    // Where the number itself comes from.
    DATUM_TITLE: "出处", "Where it comes from";
    DATUM_PRESENT: "现状值", "Present setting";
    DATUM_NONE: "本市没有给出，模型也没有通用值；用到它的数都算不出。", "The city gives none and the model has no general value; nothing that needs it can be computed.";
    DATUM_DEFAULT: "本市没有给出，用模型的通用值，算作假设。", "The city gives none; the model's general value stands in and counts as assumed.";
    DATUM_EARLIER: "以往年份", "Earlier years";
    ASSUMED_BEHIND: "它依据的基数里有{count}项是假设：", "It rests on {count} assumed {count|figure|figures}: ";
    EXPLAIN_NOTE: "说明", "Note";

    // Evidence.
    EVIDENCE_TITLE: "依据的种类", "Kinds of evidence";
    SOURCES_TITLE: "来源", "Sources";
    SOURCES_NONE: "恒等关系，不需要来源。", "Arithmetic; it needs no source.";

    // Who uses it.
    USERS_TITLE: "被谁使用", "What uses it";
    USERS_NONE: "没有别的数用到它。", "Nothing else uses it.";
    USER_COST: "{name}的经费", "Cost of {name}";
    USER_IDENTITY: "恒等式“{name}”", "Identity “{name}”";
    USER_CHECK: "检验“{name}”", "Check “{name}”";
    USER_TARGET: "目标“{name}”：{ask}", "Target “{name}”: {ask}";

    // Uncertainty.
    SPREAD_TITLE: "不确定性从哪里来", "Where the uncertainty comes from";
    SPREAD_NOTE: "{year}年标准差，其余都取中位数", "Standard deviation in {year}, all else at its median";
    SPREAD_YEARS: "逐年波动", "Year-to-year variation";
    SPREAD_BASE: "基期年的数不准", "Base-year figures";
    SPREAD_PARAMETERS: "参数估不准", "Parameters";
    SPREAD_TOTAL: "合在一起{total}。最大的一块是{largest}。", "Together {total}. The largest part: {largest}.";
    SPREAD_NONE: "这一年没有随机成分。", "Nothing is left to chance in this year.";
    SPREAD_OWN: "它自己的分布：{words}。", "Its own distribution: {words}.";
    DISTRIBUTION_FIXED: "固定为{value}", "fixed at {value}";
    DISTRIBUTION_MODE: "低{low}，最可能{mode}，高{high}", "low {low}, likeliest {mode}, high {high}";
    DISTRIBUTION_EVEN: "{low}到{high}之间同样可能", "equally likely from {low} to {high}";
    DISTRIBUTION_NORMAL: "90%落在{low}到{high}之间", "with 90% between {low} and {high}";
    SHOCK_NORMAL: "标准正态，每年独立", "standard normal, each year anew";
    SHOCK_HEAVY: "标准化的t分布（自由度{degrees}），每年独立，大起大落比正态多", "standardised t ({degrees} degrees of freedom), each year anew; more years far out than a normal";
    SHOCK_EVEN: "0到1之间均匀，每年独立", "uniform from 0 to 1, each year anew";
    BASE_ERROR_OF: "基期年的数误差约{error}（对数标准差）", "the base-year figure errs by about {error} (log standard deviation)";

    // The chart.
    TREND_TITLE: "走势与目标", "Trend and target";

    // The causal map.
    MAP_INTRO: "箭头从原因指向结果，虚线隔年起作用；粗左边的是政策杠杆，虚框是外部假设。选一个杠杆和一个指标，看政策怎样一步步传过去。", "Arrows run from cause to effect; dashed ones act in a later year. Boxes with a thick left edge are policy levers, dashed boxes outside assumptions. Choose a lever and an indicator to see how policy travels from one to the other.";
    MAP_FROM: "杠杆", "Lever";
    MAP_TO: "指标", "Indicator";
    MAP_ONLY_WAY: "只看这条路", "Only this path";
    MAP_NO_WAY: "“{from}”影响不到“{to}”。", "“{from}” does not reach “{to}”.";
    MAP_STEP: "{lever}{setting}，其他杠杆不动；各数是{year}年比现状延续多出的平均数，两边用同一批抽样。", "{lever} {setting}, other levers at present; each number is the mean difference from present policy in {year}, over the same draws.";
    MAP_SET: "按当前方案设为{value}", "set to {value} as in this scenario";
    MAP_TRIED: "试加一档到{value}", "raised by one step to {value}";
    MAP_KEYS: "方向键：下到结果，上到原因，左右走同一行；回车打开。", "Arrow keys: down to an effect, up to a cause, left and right along the row; Enter opens.";
    MAP_LABEL: "因果图", "Causal map";
    MAP_UNLINKED: "另有{count}个数不与其他数相连，只按自己的趋势推算，不在图上。", "Not on the map: {count} {count|number that acts|numbers that act} on nothing else and only follow a trend.";
    MAP_UNGROUPED: "经费", "Money";
    MAP_STEPS: "这条路的表", "This path as a table";
    MAP_STEP_NAME: "经过", "Via";
    MAP_BLOCK: "专题", "Block";
    MAP_EFFECT: "变化", "Change";
    MAP_NAME: "数", "Number";
    MAP_TABLE: "整张图的表", "The whole map as a table";
    MAP_CAUSES: "受什么影响", "Acted on by";
    MAP_EFFECTS: "影响什么", "Acts on";
    MAP_SHOW: "在因果图上看", "See it on the causal map";
}
