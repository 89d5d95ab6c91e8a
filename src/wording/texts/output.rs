//! The screen 输出: files, links, summary, tables, pictures, print.

use super::Phrase;

texts! {
    OUTPUT_LEAD: "输出的是方案“{scenario}”的当前状态；在上面一排里选另一个方案，这里随之改变。", "This is the present state of the scenario '{scenario}'; choose another one in the row above and this page follows.";
    OUTPUT_DONE: "已生成{file}，由浏览器存到下载文件夹。", "{file} was made; the browser puts it into the downloads folder.";
    OUTPUT_GIVEN: "已把{file}交给浏览器下载。下载没有出现时，是所在页面不许本页下载：请在单独的窗口打开本页再存。", "{file} was given to the browser to download. If no download appears, the page around forbids it: open this page in a window of its own and save again.";
    OUTPUT_REFUSED: "浏览器没有接受{file}：本页可能嵌在不许下载的框架里。请在单独的窗口打开本页。", "The browser refused {file}: this page may stand in a frame that forbids downloads. Open it in a window of its own.";
    OUTPUT_COPIED: "已复制：{what}", "Copied: {what}";
    OUTPUT_NOT_COPIED: "浏览器不许本页写剪贴板。请改用保存文件，或选中文字后按Ctrl+C。", "The browser does not let this page write to the clipboard. Save a file instead, or select the text and press Ctrl+C.";
    OUTPUT_COPY: "复制", "Copy";
    OUTPUT_COPY_OF: "复制：{name}", "Copy: {name}";

    // The plan as a file.
    PLAN_FILE_TITLE: "规划文件", "Plan file";
    PLAN_FILE_NOTE: "地区数据、目标、全部方案、备注和所用模型的版本，都在这一个文件里；自带的模型连全文一起存。打开后与保存时一样，打开也可以撤销。", "Figures of the region, targets, all scenarios, remarks and the version of the model are in this one file; a model of your own goes along in full. It opens as it was saved, and opening can be undone.";
    PLAN_FILE_SAVE: "保存规划文件", "Save the plan file";
    PLAN_FILE_OPEN: "打开规划文件", "Open a plan file";

    // The link.
    SHARE_TITLE: "分享链接", "Link to share";
    SHARE_NOTE: "方案与目标写在链接的#之后，浏览器不会把这一段发给任何服务器。备注、完成情况、牵头与责任单位不随链接走。对方打开后先看到改了什么，再决定是否采用。", "Scenarios and targets stand behind the # of the link, a part that browsers send to no server. Remarks, what was recorded and the units in charge stay here. Whoever opens it first sees what was changed and then decides.";
    SHARE_FIGURES: "附上地区数据", "Include the region's figures";
    SHARE_FIGURES_NOTE: "勾选后，本市的全部数据、出处和说明都写进链接，拿到链接的人都能看到；不勾选，对方按自己程序里的内置数据测算。", "If ticked, all figures of the city with their sources and remarks go into the link, and whoever has the link can read them; if not, the other side computes with the figures built into its own program.";
    SHARE_CHANGED_FIGURES: "你改过地区数据。不附上时，对方按内置数据测算，结果会与这里不同。", "You changed figures of the region. Without them the other side computes with the built-in ones and gets other results.";
    SHARE_LINK: "链接", "Link";
    SHARE_COPY: "复制链接", "Copy the link";
    SHARE_LENGTH: "共{count}个字符。", "{count} {count|character|characters}.";
    SHARE_LONG: "聊天工具可能截断超过{limit}个字符的链接，发送后请核对，或改发规划文件。", "Chat tools may cut links of more than {limit} characters; check after sending, or send the plan file.";
    SHARE_LOCAL: "本页是从这台电脑的文件打开的，链接只在这台电脑上有效。发给别人请用规划文件。", "This page was opened from a file of this machine, and the link works only here. Send the plan file to others.";

    // A link that was opened.
    LINK_NAME: "链接", "The link";
    LINK_OFFERED: "链接带来一份规划：{name}（{city}{year}年）。手头的规划没有动。", "The link brings a plan: {name} ({city} {year}). The open plan is untouched.";
    LINK_CHANGES: "与{city}的内置规划相比，改了这些：", "Against the built-in plan of {city} it changes:";
    LINK_SAME: "与{city}的内置规划相同。", "It is the same as the built-in plan of {city}.";
    LINK_MORE: "还有{count}项，打开后可见。", "{count} more, to be seen once it is open.";
    LINK_TAKE: "打开这份规划", "Open this plan";
    LINK_LEAVE: "不打开", "Leave it";
    LINK_REFUSED: "链接没有打开：{reason}", "The link was not opened: {reason}";

    // The summary.
    SUMMARY_BOX_TITLE: "测算摘要", "Summary";
    SUMMARY_BOX_NOTE: "按模型和地区数据逐字生成，同一规划每次相同，可直接粘贴进文稿。", "Generated from the model and the figures, the same text each time; ready to be pasted.";
    SUMMARY_SAVE: "存为文本", "Save as text";

    // Tables.
    SHEETS_TITLE: "表格", "Tables";
    SHEETS_NOTE: "复制后可直接粘贴到Excel、WPS和文稿；CSV带UTF-8标记，双击即可打开。", "Copies paste into Excel, WPS and documents; CSV files carry a UTF-8 mark and open by a double click.";
    SHEET_SHOW: "查看", "Show";
    SHEET_SHOW_OF: "查看：{name}", "Show: {name}";
    SHEET_CSV: "CSV", "CSV";
    SHEET_CSV_OF: "保存CSV：{name}", "Save as CSV: {name}";
    SHEET_TARGETS: "目标与研判", "Targets and verdicts";
    SHEET_TARGETS_NOTE: "每个目标的测算值、区间、可能性、研判、责任单位", "Projected value, interval, chance, verdict and responsible units of each target";
    SHEET_INDICATORS: "指标逐年", "Indicators by year";
    SHEET_INDICATORS_NOTE: "历史、基期和测算各年的中位数与分位数", "History, base year, medians and quantiles of the projected years";
    SHEET_SCENARIOS: "方案对照", "Scenarios side by side";
    SHEET_SCENARIOS_NOTE: "各方案下每个目标的测算值与可能性，及规划年支出", "Projected value and chance of each target under each scenario, and spending of the plan year";
    SHEET_LEVERS: "政策杠杆", "Policy levers";
    SHEET_LEVERS_NOTE: "现状、逐年设置和规划年支出", "Present and yearly settings, spending of the plan year";
    SHEET_BUDGET: "经费", "Spending";
    SHEET_BUDGET_NOTE: "逐年新增市本级支出与上限", "New city spending by year against the ceiling";
    SHEET_FIGURES: "地区数据与出处", "Figures and their origin";
    SHEET_FIGURES_NOTE: "每个数的年份、单位、来源类别、出处和版本", "Year, unit, kind of origin, source and vintage of each figure";
    SHEET_HEAD_UNIT: "{head}（{unit}）", "{head} ({unit})";
    SHEET_TARGET: "目标", "Target";
    SHEET_ASKED: "要求", "Asked for";
    SHEET_YEAR: "年份", "Year";
    SHEET_UNIT: "单位", "Unit";
    SHEET_MEDIAN: "测算中位数", "Projected median";
    SHEET_RANGE: "80%区间", "80% interval";
    SHEET_P10: "P10", "P10";
    SHEET_P25: "P25", "P25";
    SHEET_P75: "P75", "P75";
    SHEET_P90: "P90", "P90";
    SHEET_OUTLOOK: "现状延续中位数", "Median at present policy";
    SHEET_GAP: "中位数减目标（率为百分点）", "Median less target (rates: percentage points)";
    SHEET_CHANCE: "达到目标的可能性", "Chance of the target";
    SHEET_OUTLOOK_CHANCE: "现状延续的可能性", "Chance at present policy";
    SHEET_STRETCH_CHANCE: "达到争取值的可能性", "Chance of the stretch value";
    SHEET_LIGHT: "研判", "Verdict";
    SHEET_LIGHT_REMARK: "用词与难度", "Wording and effort";
    SHEET_ASSUMED: "所依据的假设数据", "Assumed figures it rests on";
    SHEET_LEAD: "牵头单位", "Lead unit";
    SHEET_RESPONSIBLE: "责任单位", "Responsible units";
    SHEET_SECTION: "出处", "Section";
    SHEET_INDICATOR: "指标", "Indicator";
    SHEET_NATURE: "性质", "Nature";
    SHEET_VALUE: "数值", "Value";
    SHEET_NATURE_PAST: "历史", "past";
    SHEET_NATURE_BASE: "基期", "base year";
    SHEET_NATURE_PROJECTED: "测算", "projected";
    SHEET_NATURE_UPPER: "上级目标", "target of the level above";
    SHEET_NATURE_PRESENT: "杠杆现状", "present lever setting";
    SHEET_NATURE_ASSUMPTION: "外部假设", "assumption";
    SHEET_MEDIAN_OF: "{scenario}：中位数", "{scenario}: median";
    SHEET_CHANCE_OF: "{scenario}：可能性", "{scenario}: chance";
    SHEET_NEW_SPENDING: "{year}年新增市本级支出", "New city spending in {year}";
    SHEET_LEVER: "政策杠杆", "Lever";
    SHEET_CHANGED: "是否改动", "Changed";
    SHEET_YES: "是", "yes";
    SHEET_NO: "否", "no";
    SHEET_PRESENT: "现状", "Present";
    SHEET_SETTING_OF: "{year}年", "{year}";
    SHEET_SPENDING: "新增支出中位数", "New spending, median";
    SHEET_FORGONE: "市本级少收税款（不计入支出）", "City tax forgone (no spending)";
    SHEET_FORGONE_IN: "{year}年市本级少收税款（不计入支出）", "City tax forgone in {year} (no spending)";
    SHEET_CEILING: "上限", "Ceiling";
    SHEET_REST: "余额", "Left";
    SHEET_FIGURE: "数据", "Figure";
    SHEET_PROVENANCE: "来源类别", "Origin";
    SHEET_SOURCE: "出处", "Source";
    SHEET_VINTAGE: "版本", "Vintage";
    SHEET_REMARK: "说明", "Remark";

    // Pictures.
    PICTURES_TITLE: "图", "Charts";
    PICTURES_NOTE: "PNG用于文稿和幻灯片，SVG放大不失真。图上写明城市、方案和“测算”。", "PNG for documents and slides, SVG for any size. Each picture names city and scenario and says that it is a projection.";
    PICTURE_PNG_OF: "保存PNG：{name}", "Save as PNG: {name}";
    PICTURE_SVG_OF: "保存SVG：{name}", "Save as SVG: {name}";
    PICTURE_CAPTION: "{city} · {scenario} · 测算中位数与区间，不是统计数据", "{city} · {scenario} · projected medians and intervals, not statistics";
    PICTURE_FAILED: "浏览器没有画出{file}。请改存SVG。", "The browser did not draw {file}. Save it as SVG instead.";
    PACK_SAVE: "全部打包（ZIP）", "All in one archive (ZIP)";
    PACK_NOTE: "全部图（PNG、SVG）、全部表（CSV）、摘要和规划文件", "All charts (PNG, SVG), all tables (CSV), the summary and the plan file";
    PACK_CHARTS: "图", "charts";
    PACK_TABLES: "表", "tables";

    // Print.
    PRINT_TITLE: "打印", "Print";
    PRINT_NOTE: "A4版面：措施、目标研判、支出和图，不带按钮。在打印窗口里选“另存为PDF”即得PDF文件；任何页面上按Ctrl+P都打印这一版。", "A4 pages with measures, verdicts, spending and charts, without controls. Choose 'Save as PDF' in the dialogue for a PDF; Ctrl+P prints the same from every screen.";
    PRINT_BUTTON: "打印或存为PDF", "Print or save as PDF";
    PRINT_REFUSED: "浏览器不许本页打开打印窗口：本页可能嵌在框架里。请在单独的窗口打开本页。", "The browser does not let this page open the print dialogue: it may stand in a frame. Open it in a window of its own.";
    PRINT_HEAD: "推演 · {city} · {scenario}", "Tuiyan · {city} · {scenario}";
    PRINT_SUBTITLE: "{document}；方案：{scenario}；打印日期：{date}", "{document}; scenario: {scenario}; printed {date}";
    PRINT_SUBTITLE_ALONE: "方案：{scenario}；打印日期：{date}", "Scenario: {scenario}; printed {date}";
    PRINT_CHARTS: "四、指标走势", "IV. Indicators";
    PRINT_NOTES: "说明", "Notes";
}
