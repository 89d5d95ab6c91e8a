//! The page: its head and foot, the strip of scenarios, files that are opened.

use super::Phrase;

texts! {
    // The screens.
    SCREENS_LABEL: "页面", "Screens";
    SCREEN_BOARD: "推演台", "Desk";
    SCREEN_COMPARE: "对比", "Compare";
    SCREEN_TARGETS: "目标", "Targets";
    SCREEN_EXPLAIN: "为什么", "Why";
    SCREEN_DATA: "数据", "Data";
    SCREEN_OUTPUT: "输出", "Output";
    SKIP_TO_SCREEN: "跳到正文", "Skip to the content";

    // The tour.
    HELP: "指引", "Tour";
    TOUR_LABEL: "使用指引", "Guided tour";
    TOUR_STEP: "指引{step}/{count}", "Step {step} of {count}";
    TOUR_VERDICT: "先看结论", "Start with the verdict";
    TOUR_VERDICT_TEXT: "页首一句话按达标可能性说明各项目标能否达到，以及当前方案改变了什么。", "One line says which targets are likely to be reached, and what the scenario changed.";
    TOUR_BOARD: "再看把握有多大", "Then how likely each target is";
    TOUR_BOARD_TEXT: "每行一项目标：推演值、达标可能性、差距。竖线是这项用词（努力、力争、确保）要求的可能性。", "A row per target: projection, chance, gap. The upright line is the chance that the row's own word needs: 'work towards', 'aim for' or 'ensure'.";
    TOUR_LEVERS: "拖动政策杠杆", "Pull the policy levers";
    TOUR_LEVERS_TEXT: "拖动滑块或填数，结果立即更新；拖动后自动生成新方案，随时可以撤销。", "Drag a slider or enter a number and the results follow at once. The first change starts a scenario; every step can be undone.";
    TOUR_BUDGET: "看要花多少钱", "See what it costs";
    TOUR_BUDGET_TEXT: "这里是市本级新增支出，可设年度上限，超过时会提示。", "New city spending; set a yearly ceiling and you are told when it is exceeded.";
    TOUR_SCREENS: "到其他页面深入", "Go deeper on the other screens";
    TOUR_SCREENS_TEXT: "页首的各个页面可以比较方案、修改目标和数据、追问每个数从哪里来，并输出成稿。", "The screens at the top compare scenarios, edit targets and data, explain every number, and produce output.";
    TOUR_MOVE: "动手试一次", "Try it once";
    TOUR_MOVE_SOUGHT: "正在试算各项杠杆，找一项最管用的……", "Trying the levers for one that does most…";
    TOUR_MOVE_ANY: "拖动任何一项杠杆，看各项目标怎样变。", "Drag any lever and see how the targets change.";
    TOUR_MOVE_TEXT: "把“{lever}”拖到{value}，看“{target}”怎样变。", "Drag “{lever}” to {value} and see what becomes of “{target}”.";
    TOUR_MOVED: "这一步起作用了", "It worked";
    TOUR_MOVED_TEXT: "“{target}”的达标可能性由{before}变为{after}。想收回，点页首的“撤销”。", "The chance of “{target}” went from {before} to {after}. Undo, at the top, takes it back.";
    TOUR_BACK: "上一步", "Back";
    TOUR_NEXT: "下一步", "Next";
    TOUR_SKIP: "跳过指引", "Skip the tour";
    TOUR_DONE: "开始使用", "Start";

    // The page.
    PRODUCT: "推演", "Tuiyan";
    PRODUCT_SUBTITLE: "科技创新规划推演台", "What-if desk for science and technology planning";
    DOCUMENT_TITLE: "推演 · 科技创新规划推演台", "Tuiyan · What-if desk for science and technology planning";
    OTHER_LANGUAGE: "English", "中文";
    SKIP_TO_LEVERS: "跳到政策杠杆", "Skip to the policy levers";
    LOAD_FAILED: "内置的模型或地区文件有误，无法推演。请把下面的说明转给维护人员。", "The built-in model or region file is faulty, so nothing can be computed. Please pass the notes below to the maintainers.";
    LABEL_SEPARATOR: "：", ": ";
    SEMICOLON: "；", "; ";
    NO_CHANGE: "不变", "no change";
    COMMA: "，", ", ";
    LIST_COMMA: "、", ", ";
    SENTENCE_SPACE: "", " ";
    YEAR_OF: "{year}年", "{year}";
    CITY_LABEL: "换城市", "City";
    UNDO: "撤销", "Undo";
    REDO: "重做", "Redo";
    VIEW_MENU: "视图", "View";
    SIZE_LABEL: "字号", "Text size";
    SIZE_NORMAL: "标准", "Normal";
    SIZE_LARGE: "大字", "Large";
    SIZE_PROJECTOR: "会场", "Projector";
    PROJECTOR_LABEL: "会场工具", "Projector tools";
    PROJECTOR_REPLAY: "重放上次改动", "Replay the last change";
    PROJECTOR_REPLAY_OF: "重放：{step}", "Replay: {step}";
    PROJECTOR_LEAVE: "退出会场", "Leave the projector view";
    PROJECTOR_OTHER_LEVERS: "其他杠杆（{count}项）", "Other levers ({count})";
    THEME_LABEL: "外观", "Theme";
    THEME_AUTO: "跟随系统", "System";
    THEME_LIGHT: "浅色", "Light";
    THEME_DARK: "深色", "Dark";
    THEME_CONTRAST: "高对比度", "High contrast";

    // The strip of scenarios.
    SCENARIOS_LABEL: "方案", "Scenarios";
    ADD_SCENARIO: "＋新方案", "+ New scenario";
    RENAME_SCENARIO: "改名", "Rename";
    RENAME_SCENARIO_OF: "改名：{name}", "Rename: {name}";
    COPY_SCENARIO: "复制", "Duplicate";
    COPY_SCENARIO_OF: "复制：{name}", "Duplicate: {name}";
    DELETE_SCENARIO: "删除", "Delete";
    DELETE_SCENARIO_OF: "删除：{name}", "Delete: {name}";
    SCENARIO_NAME_FIELD: "方案名称", "Name of the scenario";

    // Files that are opened.
    OPEN_FILE: "打开文件", "Open a file";
    OPEN_FILE_NOTE: "规划文件（.tuiyan.json）、模型或地区文件（.toml）；也可以把文件拖到页面上", "A plan file (.tuiyan.json), a model or region file (.toml); it can also be dropped on the page";
    FILE_REPORT_LABEL: "打开文件的结果", "Result of opening the file";
    FILE_REPORT_CLOSE: "知道了", "Close";
    FILE_RUNS: "已打开{file}，正按它推演。", "{file} is open; the page computes with it.";
    FILE_PLAN_RUNS: "已打开{file}，与保存时一样。要回到之前的规划，请按“撤销”。", "{file} is open as it was saved. Undo brings the plan before back.";
    FILE_MORE_PROBLEMS: "另有{count}处别的问题没有列出。", "{count} other problems are not listed.";
    FILE_PLAN_CHANGED: "已打开{file}，与保存时有出入，列在下面。要回到之前的规划，请按“撤销”。", "{file} is open, not wholly as it was saved: the differences are listed below. Undo brings the plan before back.";
    FILE_FAULTY: "{file}没有打开：有{count}处错误，列在下面。页面保持原样。", "{file} was not opened: {count} {count|error|errors}, listed below. The page stays as it was.";
    FILE_NO_CITY: "模型文件{file}没有错误，但手头没有属于模型{model}的地区。请再打开一个它的地区文件。", "The model file {file} is in order, but no region at hand belongs to the model {model}. Please open a region file of its own next.";
    READ_ONLY: "只供查看", "For viewing only";
    READ_ONLY_REFUSED: "这个页面只供查看，没有打开。页面保持原样。", "This page is for viewing only; nothing was opened. The page stays as it was.";
    ADDRESS_IGNORED: "网址里有不认识的参数值，已忽略，其余照办：{list}。可用的值见《嵌入》文档。", "The address has values that are not known here; they were ignored, and everything else followed: {list}. The guide to embedding lists what is possible.";
    FILE_NONE: "拖进来的不是文件，没有打开什么。页面保持原样。", "What was dropped is no file; nothing was opened. The page stays as it was.";
    FILE_UNKNOWN: "{file}没有打开：里面没有[model]或[region]表，不是模型文件或地区文件，也不是规划文件。页面保持原样。", "{file} was not opened: it has no table [model] or [region], so it is no model, region or plan file. The page stays as it was.";
    FILE_OTHER_MODEL: "{file}没有打开：它属于模型{model}，请先打开那个模型的文件。页面保持原样。", "{file} was not opened: it belongs to the model {model}; please open that model's file first. The page stays as it was.";
    FILE_NOT_TEXT: "{file}没有打开：{reason}。页面保持原样。", "{file} was not opened: {reason}. The page stays as it was.";
    FILE_TOO_LARGE: "{file}没有打开：超过{cap}，规划、模型和地区文件没有这么大。页面保持原样。", "{file} was not opened: it is larger than {cap}, which no plan, model or region file is. The page stays as it was.";
    FILE_UNREADABLE: "{file}没有打开：浏览器读不到它，可能是文件夹，或已被移走。页面保持原样。", "{file} was not opened: the browser cannot read it; it may be a folder, or gone. The page stays as it was.";
    FILE_WARNINGS: "另有{count}条提醒，不影响推演", "{count} {count|warning|warnings}; the projection runs all the same";
    SEVERITY_ERROR: "错误", "Error";
    SEVERITY_WARNING: "提醒", "Warning";
    HINT: "建议", "Hint";

    // The dock of narrow screens.
    DOCK_LABEL: "快捷导航", "Shortcuts";
    DOCK_TARGETS: "目标", "Targets";
    DOCK_LEVERS: "杠杆", "Levers";
    DOCK_BUDGET: "支出", "Spending";

    // The foot.
    FOOT_DRAWS: "以上为测算结果，不是统计数据：{draws}次抽样的中位数与分位数，逐年{equations}个方程。", "These are computed, not statistics: medians and quantiles of {draws} draws, {equations} equations a year.";
    FOOT_ERROR: "可能性的抽样误差约{error}。", "Chances carry a sampling error of about {error}.";
    FOOT_MODEL: "模型：{name} {version}。地区数据：{region}，基期年{base}，规划年{plan}。", "Model: {name} {version}. Region: {region}, base year {base}, plan year {plan}.";
    FOOT_ABOUT: "关于与环境自检", "About and environment check";
    FOOT_PRIVACY: "全部计算在本机浏览器内完成，数据不离开这台电脑。", "Everything is computed in this browser; no data leaves the machine.";
}
