//! The audit of a set of targets.

use super::Phrase;

texts! {
    // 体检.
    SIDE_LABEL: "改动与体检", "Changes and audit";
    AUDIT_TITLE: "体检意见", "Audit of the targets";
    AUDIT_RUNNING: "正在核对目标……", "Checking the targets…";
    AUDIT_NO_TARGETS: "还没有目标可以核对。", "There is no target to check yet.";
    AUDIT_NO_NUMBERS: "目标都由人工记录完成情况，没有可以核对的数。", "All targets are recorded by a person; there are no numbers to check.";
    AUDIT_NONE: "没有发现问题：目标之间、目标与已知数据之间都对得上。", "Nothing found: the targets agree with each other and with what is known.";
    AUDIT_COUNT: "{word}{count}", "{word}: {count}";
    AUDIT_FILTER: "显示哪些意见", "Which findings to show";
    AUDIT_FILTERED: "所选级别没有意见。", "No finding of the chosen kinds.";
    AUDIT_FIX: "一键修改（可撤销）：", "Change it (can be undone):";
    MUST_BE_RIGHT: "须改正", "Must be put right";
    SHOULD_BE_CHECKED: "应核对", "Should be checked";
    FOR_INFORMATION: "供参考", "For information";
    FINDING_CONTRADICTION: "按“{rule}”核对：一边是{left}，另一边是{right}，对不上。", "Checked by '{rule}': one side is {left}, the other {right}. They do not agree.";
    FINDING_TWO_VALUES: "同一指标、同一年写了两个数：{first}和{second}。", "Two numbers for the same indicator and year: {first} and {second}.";
    FINDING_IMPLIED: "几项合起来，等于要求“{name}”为{value}{against}。", "Taken together they ask for {value} of '{name}'{against}.";
    AGAINST_PLAUSIBLE: "，超出通常的{range}", ", outside the usual {range}";
    AGAINST_FIGURE: "，地区数据是{value}", ", where the region's figure is {value}";
    AGAINST_BASE_YEAR: "，不如基期年的{value}", ", worse than the base year's {value}";
    AGAINST_OUTLOOK: "，而现状延续时九成可能在{range}", ", where present policy gives {range} in nine of ten cases";
    AGAINST_NOTHING: "；没有数据可比，请与本市统计数核对", "; there is no figure to compare, so check it against the city's statistics";
    FINDING_BEYOND: "“{name}”须由{base}到{level}，{pace}{compared}。", "'{name}' would have to go from {base} to {level}, {pace}{compared}.";
    PACE_GROWTH: "每年增长{growth}", "growing {growth} a year";
    PACE_CHANGE: "每年变动{growth}", "changing by {growth} a year";
    COMPARED_PEERS: "，快于参照地区{cases}例中的{share}（每20例有19例不超过{p95}）", ", faster than {share} of {cases} cases in the reference class (19 in 20 stay within {p95})";
    COMPARED_OWN: "，快于本市以往{cases}段中的{share}（每20段有19段不超过{p95}）", ", faster than {share} of the city's own {cases} {cases|spell|spells} (19 in 20 stay within {p95})";
    COMPARED_PEERS_ALL: "，快于参照地区全部{cases}例（每20例有19例不超过{p95}）", ", faster than any of {cases} cases in the reference class (19 in 20 stay within {p95})";
    COMPARED_OWN_ALL: "，快于本市以往全部{cases}段（每20段有19段不超过{p95}）", ", faster than any of the city's own {cases} spells (19 in 20 stay within {p95})";
    FINDING_FAR_BELOW: "不加新政策，预计为{outlook}（P50），达到{floor}的可能性{chance}：这个目标不需要努力。", "Without new policy {outlook} is expected (P50), and the chance of {floor} is {chance}: the target asks for nothing.";
    FINDING_COPIED: "{value}就是上级为自己定的目标，不是按本市情况定的。", "{value} is what the level above set for itself, not a number made for this city.";
    FINDING_ONE_NUMBER: "两处都写{floor}，说的却不是一回事：要达到前一项，“{name}”须有{needed}。", "Both say {floor}, but they count different things: meeting the first takes {needed} of '{name}'.";
    FINDING_NESTED: "{whole}里已含后几项的{parts}，不能再加一遍。", "{whole} already contains the {parts} of the others: they must not be added again.";
    FINDING_NESTED_TOO_LARGE: "后几项合计{parts}，多于总数{whole}。", "The others come to {parts}, more than the whole of {whole}.";
    FINDING_TWO_COMMITMENTS: "同一目标两处用词不同：“{first}”与“{second}”。", "The plan uses two verbs for this target: '{first}' and '{second}'.";
    FINDING_AMBIGUOUS: "文字可有几种理解：{readings}。请写明是哪一种。", "The words can be read in several ways: {readings}. Say which one is meant.";
    READING_NAMED: "“{name}”", "'{name}'";
    READING_CHANCE: "“{name}”（现状延续时可能性{chance}）", "'{name}' (chance under present policy {chance})";
    FINDING_SMALL_PART: "{money}当年约能带来{added}，是{result}的{share}：两者同时出现，后者不是前者撬动的。", "{money} brings about {added} in the year, {share} of {result}: the two stand together, but the one does not cause the other.";
    FINDING_MISSING: "缺{figures}，补齐后才能研判。", "Missing: {figures}. The verdict needs them.";
    FINDING_ASSUMED: "结论取决于没有查到、暂用假设的数：{figures}。请换成本市数据。", "The verdict hangs on assumed figures: {figures}. Put in the city's own.";
    FINDING_UNIT_SLIP: "写的是{written}，预计只在{outlook}上下；改读成{fits}才相近，请核对单位。", "{written} is written where about {outlook} is expected; {fits} would fit, so check the unit.";
    FINDING_PERCENT_FOR_POINTS: "比重的变动应以百分点计，不应写成{change}。", "A change of a share is measured in percentage points, not as {change}.";
    FINDING_LEVEL_MEAN: "与平均水平比高低：本市预计{value}，平均{reference}。平均数由少数高水平地区拉高，多数地区达不到；比增速更合适。", "A level is set against a mean: {value} is expected here, {reference} on average. A few leaders lift the mean beyond most places; comparing growth is fairer.";
    FIX_FLOOR: "把{target}改为{value}", "Change {target} to {value}";
    FIX_TARGET: "“{name}”", "'{name}'";
    FIX_TARGET_IN: "“{name}”（{section}）", "'{name}' ({section})";
    FIX_VERB: "统一写“{verb}”", "Write '{verb}' in both places";
    FIX_UNIT: "把{target}的单位改为{unit}", "Change the unit of {target} to {unit}";
    AUDIT_MORE: "再看（还有{count}条）", "More ({count} left)";
    AUDIT_TARGETS: "{names}等{count}项", "{names} and others, {count} in all";
}
