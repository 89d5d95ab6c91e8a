//! Links and the summary for a document.

use super::Phrase;

texts! {
    // Links.
    LINK_TOO_LONG: "内容太多，链接放不下。请改用规划文件。", "Too much for a link. Please use a plan file.";
    LINK_INCOMPLETE: "链接不完整，未作任何改动。请让对方重新复制，或改用规划文件。", "The link is incomplete; nothing was changed. Ask for a fresh copy or a plan file.";
    LINK_LEFT_OUT: "地址里的链接没有打开：上次打开它时页面停了下来。现在的规划是您自己的，没有变。", "The link in the address was not opened: the page stopped on it before. The plan is your own and unchanged.";
    LINK_NEWER: "链接由更新的版本生成，请先更新本程序。", "A newer version made this link; please update the program.";
    LINK_UNKNOWN_REGION: "链接没有附地区数据，本程序也没有「{id}」。请对方附上数据，或改用规划文件。", "The link carries no figures and this program has no '{id}'. Ask for a link with figures or a plan file.";
    LINK_NEEDS_FIGURES: "本市数据不是内置的，链接须附上地区数据才能打开。", "The city's figures are not built in; the link must carry them.";

    // The summary for a document.
    SUMMARY_TITLE: "{city}{year}年科技创新目标测算摘要（{scenario}）", "{city} {year}: summary of projected science and technology targets ({scenario})";
    SUMMARY_MEASURES: "一、政策措施", "I. Measures";
    SUMMARY_TARGETS: "二、目标测算", "II. Targets";
    SUMMARY_MONEY: "三、经费测算", "III. Spending";
    SUMMARY_NO_MEASURES: "延续现行政策，不新增措施。", "Present policy continues; no new measure.";
    SUMMARY_SENTENCE: "{words}。", "{words}.";
    SUMMARY_TARGET: "{name}：目标{ask}。{said}", "{name}: target {ask}. {said}";
    SUMMARY_EXPECTED: "经测算，预计{year}年{value}（80%区间{range}），达到目标的可能性{chance}。", "By projection, {year} is expected to show {value} (80% interval {range}); the chance of reaching the target is {chance}.";
    SUMMARY_VALUE: "为{value}", "{value}";
    SUMMARY_GROWTH: "增长{value}", "growth of {value}";
    SUMMARY_INCREASE: "净增{value}", "an increase of {value}";
    SUMMARY_COST: "经测算，预计{year}年市本级新增支出{value}。", "By projection, new municipal spending in {year} is expected to be {value}.";
    SUMMARY_WITHIN: "经测算，预计{year}年市本级新增支出{value}，在上限{ceiling}以内，余{rest}。", "By projection, new municipal spending in {year} is expected to be {value}, within the ceiling of {ceiling}; {rest} remain.";
    SUMMARY_OVER: "经测算，预计{year}年市本级新增支出{value}，超过上限{ceiling}，超出{rest}。", "By projection, new municipal spending in {year} is expected to be {value}, above the ceiling of {ceiling} by {rest}.";
    SUMMARY_NO_MONEY: "规划年不在测算年份之内，未测算支出。", "The plan year lies outside the projected years; spending was not computed.";
    SUMMARY_FOOT: "以上数值均为模型测算的中位数（{draws}次抽样），不是统计数据。", "All values are medians of a model ({draws} draws), not statistics.";
    SUMMARY_ASSUMED: "测算所依据的基数有{count}项是假设：{figures}，请以本市数据核实。", "They rest on {count} assumed figures: {figures}; please check against the city's own.";
}
