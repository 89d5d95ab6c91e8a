//! One formula for each construct, as both languages, symbols and values give it.

use super::*;
use crate::diagnostic::SourceFile;
use crate::locale::Locale;
use crate::model::{self, Model, VariableId};

/// A model with one formula under test, the fourth variable's.
fn model_with(unit: &str, formula: &str) -> Model {
    let text = format!(
        r#"
format = 1
model = {{ id = "m", version = "1", zh = "模型", en = "Model", horizon = 2 }}
base_error = {{ document = 1, published = 1, derived = 5, assumed = 12 }}
group = {{ g = {{ zh = "组", en = "Group" }} }}
source = {{ s = {{ text = "例" }} }}
unit = {{ "家" = {{ en = "firms" }} }}
[shock]
luck = {{ zh = "运气", en = "Luck", distribution = "uniform" }}
[parameter]
share = {{ zh = "比例", en = "Share", unit = "%", value = 12.5, class = "J", source = "s" }}
[lever.award]
zh = "奖励"
en = "Award"
unit = "万元"
group = "g"
range = [0, 100]
step = 0.5
present = 0
words = [[100, "有", "some"]]
cost = "extra(award)"
class = "J"
source = "s"
[variable]
firms = {{ zh = "企业", en = "Firms", unit = "家", start = "region", formula = "previous(firms)", decimals = 0, class = "M" }}
lost = {{ zh = "失效", en = "Lost", unit = "家", start = "0 家", formula = "previous(lost)", decimals = 0, class = "M" }}
rate = {{ zh = "占比", en = "Rate", unit = "%", start = "1 %", formula = "previous(rate)", decimals = 1, class = "M" }}
result = {{ zh = "结果", en = "Result", unit = "{unit}", start = "none", formula = "{formula}", class = "M" }}
"#
    );
    let read = model::read(SourceFile { name: "model", text: &text });
    read.value.unwrap_or_else(|| panic!("{formula}: {:?}", read.diagnostics))
}

fn formula(model: &Model) -> &Expression<Reference> {
    &model.variables[VariableId::from(3)].formula.expression
}

#[track_caller]
fn words(unit: &str, text: &str, zh: &str, en: &str) {
    let model = model_with(unit, text);
    for (locale, expected) in [(Locale::Zh, zh), (Locale::En, en)] {
        let found = FormulaWriter::new(&model, locale).in_words(formula(&model));
        assert_eq!(found.to_string(), expected);
    }
}

#[track_caller]
fn symbols(unit: &str, text: &str, ids: &str, displayed: &str) {
    let model = model_with(unit, text);
    let writer = FormulaWriter::new(&model, Locale::Zh);
    let found = [Naming::Ids, Naming::Displayed]
        .map(|naming| writer.in_symbols(formula(&model), naming).to_string());
    assert_eq!(found, [ids, displayed]);
}

/// Every value is `base`, in base units.
#[track_caller]
fn values(unit: &str, text: &str, base: f64, expected: &str) {
    let model = model_with(unit, text);
    let of = |_| Some(base);
    let values = Values { base_year: 2020, t: 3, of: &of };
    let found =
        FormulaWriter::new(&model, Locale::Zh).with_values(formula(&model), &values).to_string();
    assert_eq!(found, expected);
}

#[test]
fn sums_of_last_years_state_read_as_a_sentence() {
    words(
        "家",
        "previous(firms) + firms - lost - start(lost)",
        "上年的“企业”+“企业”−“失效”−基期年的“失效”",
        "last year's “Firms” + “Firms” − “Lost” − base-year “Lost”",
    );
    words(
        "家",
        "firms - (lost - previous(lost, 2)) * 2",
        "“企业”−（“失效”−2年前的“失效”）×2",
        "“Firms” − (“Lost” − “Lost” of 2 years before) × 2",
    );
}

#[test]
fn other_runs_are_named() {
    words(
        "家",
        "extra(firms) + outlook(firms) + previous(extra(firms)) + sum_to_date(extra(firms)) + previous(outlook(firms), 3)",
        "比现状多出的“企业”+现状延续下的“企业”+上年比现状多出的“企业”+累计比现状多出的“企业”+3年前现状延续下的“企业”",
        "additional “Firms” + present-policy “Firms” + last year's additional “Firms” + cumulative additional “Firms” + present-policy “Firms” of 3 years before",
    );
}

#[test]
fn functions_have_a_phrase_each() {
    words(
        "%",
        "share * saturation(extra(award), 20 万元)",
        "“比例”×比现状多出的“奖励”趋于饱和的效果（达到20万元时为63%）",
        "“Share” × saturating effect of additional “Award” (63% at CNY 200,000)",
    );
    words(
        "万元",
        "diminishing(award - 5 万元, 20 万元) + clamp(award, 0, 10 万元)",
        "（“奖励”−5万元）（效果递减：达到20万元时平均效果减半）+“奖励”（限于0至10万元之间）",
        "(“Award” − CNY 50,000) (diminishing: average effect halved at CNY 200,000) + “Award” (kept between 0 and CNY 100,000)",
    );
    words(
        "家",
        "firms * (1 + share)^t",
        "“企业”×（1+“比例”）的（距基期年的年数）次方",
        "“Firms” × (1 + “Share”) to the power of (years since the base year)",
    );
    words(
        "1",
        "exp(rate) + ln(rate) + sqrt(rate) + rate^2",
        "e的“占比”次方+“占比”的自然对数+“占比”的平方根+“占比”的2次方",
        "e to the power of “Rate” + the natural logarithm of “Rate” + the square root of “Rate” + “Rate” to the power of 2",
    );
    words(
        "家",
        "2 * max(firms - lost, 0, abs(lost)) - min(firms)",
        "2×（（“企业”−“失效”）、0与“失效”的绝对值中的最大者）−“企业”",
        "2 × (the greatest of (“Firms” − “Lost”), 0 and the size of “Lost”) − “Firms”",
    );
    words(
        "家",
        "round(firms, 5 家) + floor(firms, 1 家) + successes(firms, share, luck)",
        "“企业”（按5家四舍五入）+“企业”（按1家向下取整）+“企业”中的成功数（每个成功的概率为“比例”，随机数取“运气”）",
        "“Firms” (rounded to 5 firms) + “Firms” (rounded down to 1 firm) + successes among “Firms” (each with probability “Share”, drawn by “Luck”)",
    );
    words(
        "%",
        "interpolate(award, 0 万元, 1 %, 20 万元, 3 %)",
        "“奖励”对应的数（0万元时1%、20万元时3%，其间按直线）",
        "the value for “Award” (1% at CNY 0, 3% at CNY 200,000; straight lines between)",
    );
}

#[test]
fn conditions_read_as_sentences() {
    words(
        "家",
        "if year >= 2023 and not firms < lost or t = 1 then firms else -lost",
        "若年份不低于2023且并非（“企业”小于“失效”）或距基期年的年数等于1则取“企业”，否则取−“失效”",
        "“Firms” if the calendar year is at least 2023 and not (“Firms” is below “Lost”) or years since the base year equals 1, otherwise −“Lost”",
    );
}

#[test]
fn symbols_put_years_below_and_powers_above_the_line() {
    symbols(
        "家",
        "previous(firms) * (1 + growth(firms)) - start(lost) / 2",
        "firms[t−1] × (1 + (firms ÷ firms[t−1] − 1)) − lost[0] ÷ 2",
        "企业[t−1]×(1+(企业÷企业[t−1]−1))−失效[0]÷2",
    );
    symbols(
        "家",
        "extra(firms) * (1 + share)^(t - 1) + sum_to_date(extra(lost)) * rate^2",
        "Δfirms × (1 + share)^(t − 1) + ΣΔlost × rate^2",
        "Δ企业×(1+比例)^(t−1)+ΣΔ失效×占比^2",
    );
    symbols(
        "1",
        "(rate / previous(outlook(rate)))^(-share) + abs(rate) + 2^rate^2",
        "(rate ÷ rate[现状, t−1])^(−share) + |rate| + 2^(rate^2)",
        "(占比÷占比[现状, t−1])^(−比例)+|占比|+2^(占比^2)",
    );
}

#[test]
fn values_have_their_units_and_differences_of_rates_are_in_points() {
    values("家", "previous(firms) - lost", 160.0, "160家−160家");
    values("%", "rate + extra(rate)", 0.018, "1.8%+1.8个百分点");
    values("1", "share * year / t", 0.125, "12.5%×2023÷3");
    values("万元", "award - previous(award)", -5e5, "−50.0万元−(−50.0万元)");
    values("1", "(1 + share)^t * rate^2", 0.125, "(1+12.5%)^3×(12.5%)^2");
}

#[test]
fn a_minus_stands_in_brackets_behind_a_currency_too() {
    let model = model_with("万元", "award - previous(award)");
    let values = Values { base_year: 2020, t: 3, of: &|_| Some(-5e5) };
    let found = FormulaWriter::new(&model, Locale::En).with_values(formula(&model), &values);
    assert_eq!(found.to_string(), "CNY −500,000 − (CNY −500,000)");
}

#[test]
fn a_value_that_is_missing_is_a_dash_and_keeps_its_name() {
    let model = model_with("家", "previous(firms)");
    let of = |_| None;
    let values = Values { base_year: 2020, t: 1, of: &of };
    let found = FormulaWriter::new(&model, Locale::Zh).with_values(formula(&model), &values);
    let part = FormulaPart {
        text: "—".to_owned(),
        name: Some(Reference::Variable(0.into())),
        script: Script::Line,
    };
    assert_eq!(found.parts(), [part]);
}

#[test]
fn names_can_be_told_from_the_text_around_them() {
    let model = model_with("家", "previous(firms) + 2 * lost");
    let writer = FormulaWriter::new(&model, Locale::Zh);
    let text = writer.equation(Reference::Variable(3.into()), writer.in_words(formula(&model)));
    let parts: Vec<(&str, bool)> =
        text.parts().iter().map(|part| (part.text.as_str(), part.name.is_some())).collect();
    let expected = [
        ("“", false),
        ("结果", true),
        ("”=上年的“", false),
        ("企业", true),
        ("”+2×“", false),
        ("失效", true),
        ("”", false),
    ];
    assert_eq!(parts, expected);
}
