//! What the page answers to the page around it; read by whoever builds that page.

use super::Phrase;

texts! {
    HOST_SHAPE: "这不是推演台协议第1版的请求：需要tuiyan为1，type为\"request\"，id为正整数，method为文字。", "This is no request of protocol 1: tuiyan has to be 1, type \"request\", id a positive whole number and method a text.";
    HOST_TOO_LARGE: "请求太大：文字最多{megabytes} MB，嵌套最多{depth}层。", "The request is too large: at most {megabytes} MB of text, nested at most {depth} deep.";
    HOST_NO_METHOD: "没有这个方法。可用的有：{methods}。", "There is no such method. There are: {methods}.";
    HOST_NEEDS_OBJECT: "这里需要一个对象。", "An object is needed here.";
    HOST_NEEDS_LIST: "这里需要一个列表。", "A list is needed here.";
    HOST_NEEDS_TEXT: "这里需要文字。", "A text is needed here.";
    HOST_NEEDS_NUMBER: "这里需要一个数，或者数不在允许范围内。", "A number is needed here, or the number is outside what is allowed.";
    HOST_NEEDS_WHOLE: "这里需要一个整数。", "A whole number is needed here.";
    HOST_UNKNOWN_FIELD: "这里没有这一项。", "There is no such field here.";
    HOST_ONE_OF: "这里只能是：{names}。", "This has to be one of: {names}.";
    HOST_PLAN_OR_CITY: "需要plan（规划文件的文字）或city（地区标识），二者取一。", "Either plan (the text of a plan file) or city (the id of a city) is needed.";
    HOST_NO_CITY: "没有这个地区。可用的有：{names}。", "There is no such city. There are: {names}.";
    HOST_PLAN: "规划没有打开，页面保持原样。原因见diagnostics。", "The plan was not opened; the page stays as it was. The reasons are in diagnostics.";
    HOST_COUNT_OF_CHANGES: "一次需要1至{most}项改动。", "One request takes 1 to {most} changes.";
    HOST_NO_LEVER: "模型里没有这个政策杠杆。", "The model has no such lever.";
    HOST_NO_ASSUMPTION: "模型里没有这个前提。", "The model has no such assumption.";
    HOST_NO_TARGET: "规划里没有这个目标。", "The plan has no such target.";
    HOST_NO_SCENARIO: "没有这个方案：共有{count}个，从1数起。", "There is no such scenario: there are {count}, counted from 1.";
    HOST_NO_YEAR: "这一年不在推演范围内：{first}至{last}年。", "This year is not simulated: {first} to {last} are.";
    HOST_OUT_OF_RANGE: "超出可设范围：{low}至{high}{unit}。", "Outside the range of the lever: {low} to {high} {unit}.";
    HOST_NO_CHART: "没有这一张图：共有{count}张，从1数起。", "There is no such chart: there are {count}, counted from 1.";
    HOST_NOT_MADE: "这个文件没有做成。", "The file could not be made.";
}
