//! Every text of the interface, in both languages, in one table.
//!
//! A line has a key, the Chinese and the English text; without one of them it
//! does not compile. `{name}` is a gap for a value.

macro_rules! texts {
    ($($key:ident: $zh:literal, $en:literal;)*) => {
        /// A text of the interface.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the texts themselves say it")]
        pub enum Phrase { $($key),* }

        impl Phrase {
            /// All texts.
            pub const ALL: &'static [Phrase] = &[$(Phrase::$key),*];

            /// Chinese and English.
            pub(super) fn pair(self) -> [&'static str; 2] {
                match self { $(Phrase::$key => [$zh, $en]),* }
            }
        }
    };
}

texts! {
    // The page.
    Product: "推演", "Tuiyan";
    ProductSubtitle: "科技创新规划推演台", "What-if desk for science and technology planning";
    DocumentTitle: "推演 · 科技创新规划推演台", "Tuiyan · What-if desk for science and technology planning";
    OtherLanguage: "English", "中文";
    SkipToLevers: "跳到政策杠杆", "Skip to the policy levers";
    LoadFailed: "内置的模型或地区文件有误，无法推演。请把下面的说明转给维护人员。", "The built-in model or region file is faulty, so nothing can be computed. Please pass the notes below to the maintainers.";
    LabelSeparator: "：", ": ";
    Semicolon: "；", "; ";
    Comma: "，", ", ";
    ListComma: "、", ", ";
    SentenceSpace: "", " ";
    YearOf: "{year}年", "{year}";
    CityLabel: "换城市", "City";
    Undo: "撤销", "Undo";
    Redo: "重做", "Redo";
    ThemeLabel: "外观", "Look";
    ThemeAuto: "跟随系统", "As the system";
    ThemeLight: "浅色", "Light";
    ThemeDark: "深色", "Dark";
    ThemeContrast: "高对比度", "High contrast";

    // The strip of scenarios.
    ScenariosLabel: "方案", "Scenarios";
    AddScenario: "＋新方案", "+ New scenario";
    RenameScenario: "改名", "Rename";
    RenameScenarioOf: "改名：{name}", "Rename: {name}";
    CopyScenario: "复制", "Duplicate";
    CopyScenarioOf: "复制：{name}", "Duplicate: {name}";
    DeleteScenario: "删除", "Delete";
    DeleteScenarioOf: "删除：{name}", "Delete: {name}";
    ScenarioNameField: "方案名称", "Name of the scenario";

    // Files that are opened.
    OpenFile: "打开文件", "Open a file";
    OpenFileNote: "模型或地区文件（.toml）；也可以把文件拖到页面上", "A model or region file (.toml); it can also be dropped on the page";
    FileReportLabel: "打开文件的结果", "What became of the file";
    FileReportClose: "知道了", "Close";
    FileRuns: "已打开{file}，正按它推演。", "{file} is open; the page computes with it.";
    FileFaulty: "{file}没有打开：有{count}处错误，列在下面。页面保持原样。", "{file} was not opened: errors found: {count}, listed below. The page stays as it was.";
    FileNoCity: "模型文件{file}没有错误，但手头没有属于模型{model}的地区。请再打开一个它的地区文件。", "The model file {file} is in order, but no region at hand belongs to the model {model}. Please open a region file of its own next.";
    FileUnknown: "{file}没有打开：里面没有[model]或[region]表，既不是模型文件也不是地区文件。页面保持原样。", "{file} was not opened: it has neither a table [model] nor [region], so it is no model and no region file. The page stays as it was.";
    FileOtherModel: "{file}没有打开：它属于模型{model}，请先打开那个模型的文件。页面保持原样。", "{file} was not opened: it belongs to the model {model}; please open that model's file first. The page stays as it was.";
    FileNotText: "{file}没有打开：不是UTF-8编码的文本。请在记事本里另存为UTF-8编码，再打开一次。页面保持原样。", "{file} was not opened: it is no text in UTF-8. Please save it as UTF-8 in your editor and open it again. The page stays as it was.";
    FileTooLarge: "{file}没有打开：超过{cap}，模型和地区文件没有这么大。页面保持原样。", "{file} was not opened: it is larger than {cap}, which no model or region file is. The page stays as it was.";
    FileUnreadable: "{file}没有打开：浏览器读不到它，可能是文件夹，或已被移走。页面保持原样。", "{file} was not opened: the browser cannot read it; it may be a folder, or gone. The page stays as it was.";
    FileWarnings: "另有{count}条提醒，不影响推演", "Warnings, which keep nothing from running: {count}";
    SeverityError: "错误", "Error";
    SeverityWarning: "提醒", "Warning";
    Hint: "建议", "Hint";

    // Lights.
    Met: "达标", "On target";
    Near: "接近", "Close";
    Far: "差距较大", "Far short";
    NotYet: "暂不能研判", "Not judged yet";
    ClassUp: "升一档", "one class up";
    ClassUpTwo: "升两档", "two classes up";
    ClassDown: "降一档", "one class down";
    ClassDownTwo: "降两档", "two classes down";

    // The verdict.
    KickerPresent: "现状延续", "Present policy continued";
    KickerChanged: "政策方案", "Policy scenario";
    KickerRest: "{year}年 · 按推演中位数（P50）研判", "{year} · judged by the projected median (P50)";
    VerdictCounted: "{count}项可研判目标中，", "Targets judged: {count}. ";
    VerdictLight: "{word}{count}项", "{word} {count}";
    HeadlineCount: "{count}项", " {count}";
    VerdictNone: "暂无可研判的目标", "No target can be judged yet";
    VerdictOthers: "另有{count}项没有研判，原因列在页末。", "Not judged: {count}, with the reasons below.";
    VerdictAtPresent: "这是不加新政策的结果。拖动政策杠杆，看目标能到哪里、要花多少钱。", "This is the outcome without new policy. Move a policy lever to see where the targets end up and what it costs.";
    VerdictRaised: "与现状延续相比，{name}由「{before}」变为「{after}」。", "Against present policy, {name} goes from '{before}' to '{after}'.";
    VerdictSameClass: "与现状延续相比，没有目标换档。", "Against present policy, no target changes class.";
    VerdictMoved: "变化最大的是{name}：达到目标的可能性由{before}变为{after}。", "The one that moves most is {name}: its chance of reaching the target goes from {before} to {after}.";
    VerdictStill: "达到目标的可能性都没有明显变化。", "No chance of reaching a target moves noticeably.";
    Announcement: "推演完成：{counts}。", "Projection updated: {counts}.";

    // The reach board.
    BoardLabel: "目标可达性", "Reach of the targets";
    BoardTarget: "文件目标", "Target in the plan";
    BoardProjected: "推演值，P10–P90", "Projected, P10–P90";
    BoardChance: "达标可能性", "Chance of reaching it";
    BoardAxis: "可能性，0–100%", "Chance, 0–100%";
    BoardLight: "研判", "Judgement";
    ChanceAtPresent: "现状{chance}", "present {chance}";
    WordEffort: "努力", "try";
    WordStrive: "力争", "strive";
    WordEnsure: "确保", "ensure";
    BoardRing: "现状延续", "Present policy";
    BoardDisc: "当前方案", "This scenario";
    BoardThresholds: "竖线是用词门槛：90%以上写「确保」，70%–90%写「力争」，40%–70%写「努力」", "Rules mark wording thresholds: from 90% 'ensure', 70–90% 'strive', 40–70% 'try'";
    AxisWords: "达标可能性：现状延续{before}，当前方案{after}", "Chance of reaching the target: present policy {before}, this scenario {after}";

    // What a target asks for.
    AskAtLeast: "不低于{value}", "at least {value}";
    AskMoreThan: "高于{value}", "more than {value}";
    AskAtMost: "不高于{value}", "at most {value}";
    AskEqual: "达到{value}", "{value}";
    AskGrowth: "增速{ask}", "growth {ask}";
    AskIncrease: "净增{ask}", "increase {ask}";
    AskRelative: "不低于全省或参照水平", "not below the province or its reference";
    AskHold: "保持稳定，上下不超过{value}", "steady, within ±{value}";
    AskRecorded: "由人工记录完成情况", "recorded by a person";

    // Gaps.
    GapOver: "超{value}", "{value} above";
    GapShort: "差{value}", "{value} short";
    GapUnder: "低{value}", "{value} below";
    GapNone: "正好达到", "exactly met";

    // An indicator's card.
    CardsTitle: "指标走势", "Indicators";
    CardsNote: "坐标固定，拖动杠杆时不缩放", "Axes stay fixed while a lever moves";
    Spread: "P10–P90", "P10–P90";
    AgainstPresent: "较现状延续", "vs present policy";
    GapToTarget: "距目标", "to target";
    LastValue: "上年（{year}年）", "Year before ({year})";
    Chance: "可能性", "Chance";
    ThisScenario: "当前方案", "Scenario";
    Present: "现状", "Present";
    FloorChance: "底线{value}", "Floor {value}";
    StretchChance: "争取{value}", "Stretch {value}";
    ReportedAndReal: "上报{reported}，其中真实{real}。", "Reported {reported}, of which real {real}.";
    AssumedCount: "所依据的基数有{count}项是假设", "Rests on {count} assumed figures";
    AssumedList: "{figures}。换成本市数据后，结论可能改变。", "{figures}. With the city's own figures the verdict may change.";
    TargetSource: "目标出处：{document}，{section}", "Target from: {document}, {section}";
    TargetNote: "说明：{note}", "Note: {note}";
    ChartLabel: "{name}走势图，数据见数据表", "Chart of {name}; the figures are in the table";
    DataTable: "数据表", "Figures as a table";
    TableYear: "年份", "Year";

    Need: "达标要求{name}由{from}到{to}，{count}年年均{pace}。", "Meeting it takes {name} from {from} to {to}: {pace} a year over {count} year(s).";
    PeersNone: "同等规模省份{cases}次同期变化中，没有一次这么快（95%不超过{most}）。", "Of {cases} such spells in provinces of similar size, none was as fast (95% did not exceed {most}).";
    PeersSome: "同等规模省份{cases}次同期变化中，{share}比这更快。", "Of {cases} such spells in provinces of similar size, {share} were faster.";
    OwnNone: "本市以往{cases}次同期变化中，没有一次这么快。", "Of {cases} such spells in the city's own past, none was as fast.";
    OwnSome: "本市以往{cases}次同期变化中，{share}比这更快。", "Of {cases} such spells in the city's own past, {share} were faster.";
    RealShare: "方案带来的增量中，真实的占{share}，其余只是上报口径。", "Of what the scenario adds, {share} is real; the rest is reporting only.";
    ReferenceValue: "参照值（推演中位数）", "Reference (projected median)";
    Lead: "牵头：{units}", "Lead: {units}";
    Responsible: "责任：{units}", "Responsible: {units}";
    Readings: "文件有歧义，还可读作：{others}；这里按“{used}”推演。", "The plan is ambiguous; it could also mean: {others}. Here it is read as '{used}'.";
    OriginsCount: "所用数字及来源（{count}项，其中假设{assumed}项）", "Figures used and their origin ({count}, of which {assumed} assumed)";
    OriginDefault: "假设：本市未给出，用模型的通用值", "assumed: not given for the city, the model's general value is used";
    OriginOfHistory: "历史数据", "Earlier years";

    // On a chart.
    ChartScenario: "当前", "Scenario";
    ChartPlanYear: "计划年", "Plan year";
    ChartMissingHistory: "历史缺数", "no earlier figures";
    ChartTarget: "目标{value}", "Target {value}";
    Origin: "来源", "Origin";
    TableKnown: "已知值", "Known value";
    TableTarget: "目标", "Target";
    TableFloor: "底线", "Floor";
    TablePublished: "公布", "published";
    TableUnpublished: "推算或假设", "derived or assumed";

    // Provenance.
    ProvenanceDocument: "文件原文", "plan text";
    ProvenancePublished: "公开统计", "public statistics";
    ProvenanceDerived: "推算", "derived";
    ProvenanceAssumed: "假设", "assumed";

    // Targets without a verdict.
    NotJudgedTitle: "本版尚不能推算（{count}项）", "Not computed by this version ({count})";
    NotJudgedNote: "不作猜测；补齐后自动研判", "Nothing is guessed; they are judged once complete";
    NotJudgedTarget: "目标：{ask}。", "Target: {ask}.";
    SectionOf: "（{section}）", " ({section})";
    MissingTitle: "缺数据，暂不能研判（{count}项）", "Figures missing, not judged yet ({count})";
    MissingNote: "补齐后自动研判，不作猜测", "Judged once the figures are there; nothing is guessed";
    RecordedTitle: "由人工记录（{count}项）", "Recorded by a person ({count})";
    RecordedNote: "排名、里程碑和规则不作推演，请填写进展", "Ranks, milestones and rules are not projected; enter how they stand";
    StatusOf: "{name}的进展", "Status of {name}";
    StatusUnset: "未填写", "not entered";
    ReasonNotInModel: "本版模型还没有计算这个指标的部分。", "This version of the model does not yet compute the indicator.";
    ReasonMissing: "缺少数据：{figures}。补齐后即可研判。", "Missing figures: {figures}. It can be judged once they are there.";
    ReasonRecorded: "属于排名、里程碑或规则，由人工记录完成情况，不作推演。", "A rank, milestone or rule: a person records it, nothing is projected.";
    ReasonOutsideYears: "目标年不在推演年份之内。", "The target's year lies outside the projected years.";
    ReasonNotComputable: "部分抽样算不出有效数值，因此不给结论。", "Some draws give no valid value, so there is no verdict.";

    // Budget.
    BudgetTitle: "本级新增支出", "New municipal spending";
    BudgetPlanYear: "{year}年", "{year}";
    BudgetTotal: "{from}—{to}年合计", "{from}–{to} in total";
    BudgetNone: "未动杠杆，不增加支出。", "No lever moved, nothing is spent.";
    BudgetChart: "各年新增支出柱图，数据见表", "Bars of new spending by year; the figures are in the table";
    BudgetTable: "逐年数据", "Year by year";
    BudgetNote: "只计市本级现金，为中位数；不含已有支出。", "Municipal cash only, medians; present spending not included.";
    BudgetMedian: "中位数", "Median";

    // Levers.
    LeversTitle: "政策杠杆", "Policy levers";
    LeversMoved: "已动{moved}项，共{count}项", "{moved} of {count} moved";
    ResetAll: "全部回现状", "Reset all to present";
    ResetLever: "回现状", "Reset to present";
    ResetLeverOf: "回现状：{name}", "Reset to present: {name}";
    Increase: "增加{name}", "Increase {name}";
    Decrease: "减少{name}", "Decrease {name}";
    FieldOf: "{name}，填数", "{name}, enter a number";
    PresentValue: "现状{value}", "Present {value}";
    PresentAssumed: "现状{value}（假设）", "Present {value} (assumed)";
    OnTopOfPresent: "在现有基础上增加", "On top of what exists";
    Untouched: "未动，不增支", "Not moved, no cost";
    LeverOutcome: "比现状每年{change}，{year}年为{value}。", "{change} a year against present; {value} in {year}.";
    LeverOutcomeSum: "比现状每年{change}，{year}年为{value}，{count}年累计{total}。", "{change} a year against present; {value} in {year}, {total} over {count} years.";
    LeverCost: "本级{value}（{year}年）", "Municipal {value} ({year})";
    LeverNoCost: "本级不增支", "No municipal cost";
    SliderMeaning: "{value}，{band}", "{value}, {band}";
    EntryNotANumber: "「{entry}」不是数。请填数字，例如12.5。已保留原值。", "'{entry}' is not a number. Enter one, for example 12.5. The previous value is kept.";
    EntryOutOfRange: "请填{low}到{high}之间的数。已保留原值。", "Enter a number between {low} and {high}. The previous value is kept.";

    // What was changed.
    ChangesTitle: "这次改了什么", "What was changed";
    ChangesNone: "还没有改动。拖动政策杠杆后，改动列在这里。", "Nothing yet. Levers that are moved are listed here.";
    ChangesCount: "相对现状延续，共{count}项；按支出排列", "Against present policy: {count}, by cost";

    // Evidence.
    ClassMechanical: "M规则", "M rule";
    ClassEmpirical: "E实证", "E measured";
    ClassJudgement: "J判断", "J judgement";
    ClassMechanicalMeaning: "规则或算术，没有估计成分。", "Rule or arithmetic, nothing estimated.";
    ClassEmpiricalMeaning: "效果有公开发表的实证依据。", "The effect is measured in published work.";
    ClassJudgementMeaning: "效果是专家判断，须用本市数据校准。", "The effect is expert judgement, to be calibrated locally.";
    Sources: "依据", "Sources";

    // Formulas: names and parts of a formula fill the gaps.
    FormulaName: "「{x}」", "“{x}”";
    FormulaEquals: "{x}={y}", "{x} = {y}";
    FormulaBrackets: "（{x}）", "({x})";
    FormulaPolicyCost: "政策支出合计", "Cost of all policy levers";
    FormulaPrevious: "上年的{x}", "last year's {x}";
    FormulaYearsAgo: "{years}年前的{x}", "{x} of {years} years before";
    FormulaStart: "基年的{x}", "base-year {x}";
    FormulaGrowth: "{x}的增速", "growth of {x}";
    FormulaSumToDate: "累计的{x}", "cumulative {x}";
    FormulaOutlook: "现状延续下的{x}", "present-policy {x}";
    FormulaOutlookIndex: "现状", "present";
    FormulaExtra: "比现状多出的{x}", "additional {x}";
    FormulaPreviousOutlook: "上年现状延续下的{x}", "last year's present-policy {x}";
    FormulaYearsAgoOutlook: "{years}年前现状延续下的{x}", "present-policy {x} of {years} years before";
    FormulaPreviousExtra: "上年比现状多出的{x}", "last year's additional {x}";
    FormulaYearsAgoExtra: "{years}年前比现状多出的{x}", "additional {x} of {years} years before";
    FormulaSumToDateOutlook: "累计的现状延续下的{x}", "cumulative present-policy {x}";
    FormulaSumToDateExtra: "累计比现状多出的{x}", "cumulative additional {x}";
    FormulaTime: "距基年的年数", "years since the base year";
    FormulaYear: "年份", "the calendar year";
    FormulaIf: "若{condition}则取{x}，否则取{y}", "{x} if {condition}, otherwise {y}";
    FormulaAnd: "{x}且{y}", "{x} and {y}";
    FormulaOr: "{x}或{y}", "{x} or {y}";
    FormulaNot: "并非{x}", "not {x}";
    FormulaEqual: "{x}等于{y}", "{x} equals {y}";
    FormulaNotEqual: "{x}不等于{y}", "{x} differs from {y}";
    FormulaLess: "{x}小于{y}", "{x} is below {y}";
    FormulaLessOrEqual: "{x}不超过{y}", "{x} is at most {y}";
    FormulaGreater: "{x}大于{y}", "{x} is above {y}";
    FormulaGreaterOrEqual: "{x}不低于{y}", "{x} is at least {y}";
    FormulaAdd: "{x}+{y}", "{x} + {y}";
    FormulaSubtract: "{x}−{y}", "{x} − {y}";
    FormulaMultiply: "{x}×{y}", "{x} × {y}";
    FormulaDivide: "{x}÷{y}", "{x} ÷ {y}";
    FormulaPower: "{x}的{y}次方", "{x} to the power of {y}";
    FormulaNegate: "−{x}", "−{x}";
    FormulaLastOfList: "与", " and ";
    FormulaMin: "{list}中的最小者", "the least of {list}";
    FormulaMax: "{list}中的最大者", "the greatest of {list}";
    FormulaClamp: "{x}（限于{low}至{high}之间）", "{x} (kept between {low} and {high})";
    FormulaAbs: "{x}的绝对值", "the size of {x}";
    FormulaExp: "e的{x}次方", "e to the power of {x}";
    FormulaLn: "{x}的自然对数", "the natural logarithm of {x}";
    FormulaSqrt: "{x}的平方根", "the square root of {x}";
    FormulaRound: "{x}（按{y}四舍五入）", "{x} (rounded to {y})";
    FormulaFloor: "{x}（按{y}向下取整）", "{x} (rounded down to {y})";
    FormulaSaturation: "{x}趋于饱和的效果（达到{y}时为63%）", "saturating effect of {x} (63% at {y})";
    FormulaDiminishing: "{x}（效果递减：达到{y}时平均效果减半）", "{x} (diminishing: average effect halved at {y})";
    FormulaSuccesses: "{n}中的成功数（每个成功的概率为{p}，随机数取{u}）", "successes among {n} (each with probability {p}, drawn by {u})";
    FormulaInterpolate: "{x}对应的数（{points}，其间按直线）", "the value for {x} ({points}; straight lines between)";
    FormulaPoint: "{x}时{y}", "{y} at {x}";

    // The dock of narrow screens.
    DockLabel: "快捷导航", "Shortcuts";
    DockTargets: "目标", "Targets";
    DockLevers: "杠杆", "Levers";
    DockBudget: "支出", "Spending";

    // The foot.
    FootDraws: "以上为测算结果，不是统计数据：{draws}次抽样的中位数与分位数，逐年{equations}个方程。可能性的抽样误差约{error}。", "These are computed, not statistics: medians and quantiles of {draws} draws, {equations} equations a year. Sampling error of a chance is about {error}.";
    FootModel: "模型：{name} {version}。地区数据：{region}，基期年{base}，规划年{plan}。", "Model: {name} {version}. Region: {region}, base year {base}, plan year {plan}.";
    FootPrivacy: "全部计算在本机浏览器内完成，数据不离开这台电脑。", "Everything is computed in this browser; no data leaves the machine.";

    // What was changed, and the steps that can be undone.
    UndoStep: "撤销：{step}", "Undo: {step}";
    RedoStep: "重做：{step}", "Redo: {step}";
    ChangeFromTo: "{name}：{from}→{to}", "{name}: {from} → {to}";
    NameOfYear: "{name}（{year}年）", "{name} ({year})";
    SettingByYear: "逐年{values}{unit}", "{values} {unit} year by year";
    DeedOfName: "{deed}「{name}」", "{deed} '{name}'";
    OriginOf: "{name}：出处或说明", "{name}: origin or remark";
    PresentOf: "{name}（现状）", "{name} (present)";
    NoneSet: "无", "none";
    RegionsValue: "地区值", "the region's value";
    ModelsValue: "模型值", "the model's value";
    ScenarioNumbered: "方案{number}", "Scenario {number}";
    ScenarioCopy: "{name}（副本{number}）", "{name} (copy {number})";
    ChangeName: "规划名称", "Plan name";
    ChangeRegion: "地区", "Region";
    ChangeModel: "模型", "Model";
    ChangeCeilingName: "经费上限", "Budget ceiling";
    ChangeThresholds: "用词门槛", "Wording thresholds";
    ChangeNotes: "规划备注", "Remark of the plan";
    ChangeScenarioNote: "方案备注", "Remark of a scenario";
    ChangeOrder: "方案顺序", "Order of scenarios";
    DeedSetLever: "调整杠杆", "Move a lever";
    DeedAddScenario: "新建方案", "New scenario";
    DeedDuplicateScenario: "复制方案", "Duplicate scenario";
    DeedRenameScenario: "方案改名", "Rename scenario";
    DeedDeleteScenario: "删除方案", "Delete scenario";
    DeedSelectScenario: "切换方案", "Scenario in hand";
    DeedSetReference: "参照方案", "Reference scenario";
    DeedSetAssumption: "修改外部假设", "Change an assumption";
    DeedEditTargets: "修改目标", "Edit target";
    DeedAddTarget: "新增目标", "New target";
    DeedDeleteTarget: "删除目标", "Delete target";
    DeedSetFigure: "修改数据", "Change a figure";
    DeedSetHistory: "修改历年数据", "Change a figure of another year";
    DeedPasteTable: "粘贴表格", "Paste a table";
    DeedSetParameter: "修改参数", "Change parameter";
    DeedRecordStatus: "记录完成情况", "Record a status";
    DeedChooseCity: "换城市", "Another city";
    DeedStartNextYear: "开始下一年度规划", "Start the next year's plan";
    DeedOpenPlan: "打开规划", "Open a plan";
    DeedRenamePlan: "规划改名", "Rename the plan";
    StatusNotStarted: "未启动", "not started";
    StatusUnderWay: "推进中", "under way";
    StatusDone: "已完成", "done";
    StatusMissed: "未完成", "missed";

    // Links.
    LinkTooLong: "内容太多，链接放不下。请改用规划文件。", "Too much for a link. Please use a plan file.";
    LinkIncomplete: "链接不完整，未作任何改动。请让对方重新复制，或改用规划文件。", "The link is incomplete; nothing was changed. Ask for a fresh copy or a plan file.";
    LinkNewer: "链接由更新的版本生成，请先更新本程序。", "A newer version made this link; please update the program.";
    LinkUnknownRegion: "链接没有附地区数据，本程序也没有「{id}」。请对方附上数据，或改用规划文件。", "The link carries no figures and this program has no '{id}'. Ask for a link with figures or a plan file.";
    LinkNeedsFigures: "本市数据不是内置的，链接须附上地区数据才能打开。", "The city's figures are not built in; the link must carry them.";

    // The summary for a document.
    SummaryTitle: "{city}{year}年科技创新目标测算摘要（{scenario}）", "{city} {year}: summary of projected science and technology targets ({scenario})";
    SummaryMeasures: "一、政策措施", "I. Measures";
    SummaryTargets: "二、目标测算", "II. Targets";
    SummaryMoney: "三、经费测算", "III. Spending";
    SummaryNoMeasures: "延续现行政策，不新增措施。", "Present policy continues; no new measure.";
    SummarySentence: "{words}。", "{words}.";
    SummaryTarget: "{name}：目标{ask}。{said}", "{name}: target {ask}. {said}";
    SummaryExpected: "经测算，预计{year}年{value}（80%区间{range}），达到目标的可能性{chance}。", "By projection, {year} is expected to show {value} (80% interval {range}); the chance of reaching the target is {chance}.";
    SummaryValue: "为{value}", "{value}";
    SummaryGrowth: "增长{value}", "growth of {value}";
    SummaryIncrease: "净增{value}", "an increase of {value}";
    SummaryCost: "经测算，预计{year}年市本级新增支出{value}。", "By projection, new municipal spending in {year} is expected to be {value}.";
    SummaryWithin: "经测算，预计{year}年市本级新增支出{value}，在上限{ceiling}以内，余{rest}。", "By projection, new municipal spending in {year} is expected to be {value}, within the ceiling of {ceiling}; {rest} remain.";
    SummaryOver: "经测算，预计{year}年市本级新增支出{value}，超过上限{ceiling}，超出{rest}。", "By projection, new municipal spending in {year} is expected to be {value}, above the ceiling of {ceiling} by {rest}.";
    SummaryNoMoney: "规划年不在测算年份之内，未测算支出。", "The plan year lies outside the projected years; spending was not computed.";
    SummaryFoot: "以上数值均为模型测算的中位数（{draws}次抽样），不是统计数据。", "All values are medians of a model ({draws} draws), not statistics.";
    SummaryAssumed: "测算所依据的基数有{count}项是假设：{figures}，请以本市数据核实。", "They rest on {count} assumed figures: {figures}; please check against the city's own.";

    // 体检.
    SideLabel: "改动与体检", "Changes and audit";
    AuditTitle: "体检意见", "Audit of the targets";
    AuditRunning: "正在核对目标……", "Checking the targets…";
    AuditNone: "没有发现问题：目标之间、目标与已知数据之间都对得上。", "Nothing found: the targets agree with each other and with what is known.";
    AuditCount: "{word}{count}", "{word}: {count}";
    AuditNotes: "供参考的{count}条", "For information ({count})";
    AuditFix: "一键修改（可撤销）：", "Change it (can be undone):";
    MustBeRight: "须改正", "Must be put right";
    ShouldBeChecked: "应核对", "Should be checked";
    ForInformation: "供参考", "For information";
    FindingContradiction: "按「{rule}」核对：一边是{left}，另一边是{right}，对不上。", "Checked by '{rule}': one side is {left}, the other {right}. They do not agree.";
    FindingTwoValues: "同一指标、同一年写了两个数：{first}和{second}。", "Two numbers for the same indicator and year: {first} and {second}.";
    FindingImplied: "几项合起来，等于要求「{name}」为{value}{against}。", "Taken together they ask for {value} of '{name}'{against}.";
    AgainstPlausible: "，超出通常的{range}", ", outside the usual {range}";
    AgainstFigure: "，地区数据是{value}", ", where the region's figure is {value}";
    AgainstBaseYear: "，不如基年的{value}", ", worse than the base year's {value}";
    AgainstOutlook: "，而现状延续时九成可能在{range}", ", where present policy gives {range} in nine of ten cases";
    AgainstNothing: "；没有数据可比，请与本市统计数核对", "; there is no figure to compare, so check it against the city's statistics";
    FindingBeyond: "「{name}」须由{base}到{level}，{pace}{compared}。", "'{name}' would have to go from {base} to {level}, {pace}{compared}.";
    PaceGrowth: "每年增长{growth}", "growing {growth} a year";
    PaceChange: "每年变动{growth}", "changing by {growth} a year";
    ComparedPeers: "，快于参照地区{cases}例中的{share}（每20例有19例不超过{p95}）", ", faster than {share} of {cases} cases in the reference class (19 in 20 stay within {p95})";
    ComparedOwn: "，快于本市以往{cases}段中的{share}（每20段有19段不超过{p95}）", ", faster than {share} of the city's own {cases} spells (19 in 20 stay within {p95})";
    FindingFarBelow: "不加新政策，预计为{outlook}（P50），达到{floor}的可能性{chance}：这个目标不需要努力。", "Without new policy {outlook} is expected (P50), and the chance of {floor} is {chance}: the target asks for nothing.";
    FindingCopied: "{value}就是上级为自己定的目标，不是按本市情况定的。", "{value} is what the level above set for itself, not a number made for this city.";
    FindingOneNumber: "两处都写{floor}，说的却不是一回事：要达到前一项，「{name}」须有{needed}。", "Both say {floor}, but they count different things: meeting the first takes {needed} of '{name}'.";
    FindingNested: "{whole}里已含后几项的{parts}，不能再加一遍。", "{whole} already contains the {parts} of the others: they must not be added again.";
    FindingNestedTooLarge: "后几项合计{parts}，多于总数{whole}。", "The others come to {parts}, more than the whole of {whole}.";
    FindingTwoCommitments: "同一目标两处用词不同：「{first}」与「{second}」。", "The plan uses two verbs for this target: '{first}' and '{second}'.";
    FindingAmbiguous: "文字可有几种理解：{readings}。请写明是哪一种。", "The words can be read in several ways: {readings}. Say which one is meant.";
    ReadingNamed: "「{name}」", "'{name}'";
    ReadingChance: "「{name}」（现状延续时可能性{chance}）", "'{name}' (chance under present policy {chance})";
    FindingSmallPart: "{money}当年约能带来{added}，是{result}的{share}：两者同时出现，后者不是前者撬动的。", "{money} brings about {added} in the year, {share} of {result}: the two stand together, but the one does not cause the other.";
    FindingMissing: "缺{figures}，补齐后才能研判。", "Missing: {figures}. The verdict needs them.";
    FindingAssumed: "结论取决于没有查到、暂用假设的数：{figures}。请换成本市数据。", "The verdict hangs on assumed figures: {figures}. Put in the city's own.";
    FindingUnitSlip: "写的是{written}，预计只在{outlook}上下；改读成{fits}才相近，请核对单位。", "{written} is written where about {outlook} is expected; {fits} would fit, so check the unit.";
    FindingPercentForPoints: "比重的变动应以百分点计，不应写成{change}。", "A change of a share is measured in percentage points, not as {change}.";
    FindingLevelMean: "与平均水平比高低：本市预计{value}，平均{reference}。平均数由少数高水平地区拉高，多数地区达不到；比增速更合适。", "A level is set against a mean: {value} is expected here, {reference} on average. A few leaders lift the mean beyond most places; comparing growth is fairer.";
    FixFloor: "把{target}改为{value}", "Change {target} to {value}";
    FixVerb: "统一写「{verb}」", "Write '{verb}' in both places";
    FixUnit: "把{target}的单位改为{unit}", "Change the unit of {target} to {unit}";
}
