//! Formulas in words.

use super::Phrase;

texts! {
    // Formulas: names and parts of a formula fill the gaps.
    FORMULA_NAME: "“{x}”", "“{x}”";
    FORMULA_EQUALS: "{x}={y}", "{x} = {y}";
    FORMULA_BRACKETS: "（{x}）", "({x})";
    FORMULA_POLICY_COST: "政策支出合计", "Cost of all policy levers";
    FORMULA_PREVIOUS: "上年的{x}", "last year's {x}";
    FORMULA_YEARS_AGO: "{years}年前的{x}", "{x} of {years} years before";
    FORMULA_START: "基期年的{x}", "base-year {x}";
    FORMULA_GROWTH: "{x}的增速", "growth of {x}";
    FORMULA_SUM_TO_DATE: "累计的{x}", "cumulative {x}";
    FORMULA_OUTLOOK: "现状延续下的{x}", "present-policy {x}";
    FORMULA_OUTLOOK_INDEX: "现状", "present";
    FORMULA_EXTRA: "比现状多出的{x}", "additional {x}";
    FORMULA_PREVIOUS_OUTLOOK: "上年现状延续下的{x}", "last year's present-policy {x}";
    FORMULA_YEARS_AGO_OUTLOOK: "{years}年前现状延续下的{x}", "present-policy {x} of {years} years before";
    FORMULA_PREVIOUS_EXTRA: "上年比现状多出的{x}", "last year's additional {x}";
    FORMULA_YEARS_AGO_EXTRA: "{years}年前比现状多出的{x}", "additional {x} of {years} years before";
    FORMULA_SUM_TO_DATE_OUTLOOK: "累计的现状延续下的{x}", "cumulative present-policy {x}";
    FORMULA_SUM_TO_DATE_EXTRA: "累计比现状多出的{x}", "cumulative additional {x}";
    FORMULA_TIME: "距基期年的年数", "years since the base year";
    FORMULA_YEAR: "年份", "the calendar year";
    FORMULA_IF: "若{condition}则取{x}，否则取{y}", "{x} if {condition}, otherwise {y}";
    FORMULA_AND: "{x}且{y}", "{x} and {y}";
    FORMULA_OR: "{x}或{y}", "{x} or {y}";
    FORMULA_NOT: "并非{x}", "not {x}";
    FORMULA_EQUAL: "{x}等于{y}", "{x} equals {y}";
    FORMULA_NOT_EQUAL: "{x}不等于{y}", "{x} differs from {y}";
    FORMULA_LESS: "{x}小于{y}", "{x} is below {y}";
    FORMULA_LESS_OR_EQUAL: "{x}不超过{y}", "{x} is at most {y}";
    FORMULA_GREATER: "{x}大于{y}", "{x} is above {y}";
    FORMULA_GREATER_OR_EQUAL: "{x}不低于{y}", "{x} is at least {y}";
    FORMULA_ADD: "{x}+{y}", "{x} + {y}";
    FORMULA_SUBTRACT: "{x}−{y}", "{x} − {y}";
    FORMULA_MULTIPLY: "{x}×{y}", "{x} × {y}";
    FORMULA_DIVIDE: "{x}÷{y}", "{x} ÷ {y}";
    FORMULA_POWER: "{x}的{y}次方", "{x} to the power of {y}";
    FORMULA_NEGATE: "−{x}", "−{x}";
    FORMULA_LAST_OF_LIST: "与", " and ";
    FORMULA_MIN: "{list}中的最小者", "the least of {list}";
    FORMULA_MAX: "{list}中的最大者", "the greatest of {list}";
    FORMULA_CLAMP: "{x}（限于{low}至{high}之间）", "{x} (kept between {low} and {high})";
    FORMULA_ABS: "{x}的绝对值", "the size of {x}";
    FORMULA_EXP: "e的{x}次方", "e to the power of {x}";
    FORMULA_LN: "{x}的自然对数", "the natural logarithm of {x}";
    FORMULA_SQRT: "{x}的平方根", "the square root of {x}";
    FORMULA_ROUND: "{x}（按{y}四舍五入）", "{x} (rounded to {y})";
    FORMULA_FLOOR: "{x}（按{y}向下取整）", "{x} (rounded down to {y})";
    FORMULA_SATURATION: "{x}趋于饱和的效果（达到{y}时为63%）", "saturating effect of {x} (63% at {y})";
    FORMULA_DIMINISHING: "{x}（效果递减：达到{y}时平均效果减半）", "{x} (diminishing: average effect halved at {y})";
    FORMULA_SUCCESSES: "{n}中的成功数（每个成功的概率为{p}，随机数取{u}）", "successes among {n} (each with probability {p}, drawn by {u})";
    FORMULA_INTERPOLATE: "{x}对应的数（{points}，其间按直线）", "the value for {x} ({points}; straight lines between)";
    FORMULA_POINT: "{x}时{y}", "{y} at {x}";
}
