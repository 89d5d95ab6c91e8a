//! What the command line takes.

use clap::{Args as Arguments, Parser, Subcommand, ValueEnum};

use tuiyan::locale::Locale;

/// 推演：不开浏览器，运行、检查、体检、说明一份科技规划。Runs, checks, audits and explains a plan without a browser.
#[derive(Debug, Parser)]
#[command(name = "tuiyan", version)]
pub(crate) struct Args {
    /// 输出语言 / Language of what is written
    #[arg(long, global = true, value_enum, default_value_t = Language::Zh)]
    lang: Language,
    #[command(subcommand)]
    pub(crate) command: Command,
}

impl Args {
    pub(crate) fn locale(&self) -> Locale {
        match self.lang {
            Language::Zh => Locale::Zh,
            Language::En => Locale::En,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Language {
    Zh,
    En,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// 运行规划或地区文件 / Run plan or region files
    Run(Run),
    /// 检查文件，列出问题 / Check files and list what is wrong
    Check(Files),
    /// 目标体检 / Audit a plan's targets
    Audit(One),
    /// 看一张粘贴的表能读出什么 / Show what a pasted table gives
    Table(Table),
    /// 说明某指标某年的数从何而来 / Explain an indicator in a year
    Explain(Explain),
}

#[derive(Debug, Arguments)]
pub(crate) struct Run {
    #[command(flatten)]
    pub(crate) files: Files,
    /// 方案名称；不写则用文件当前方案 / Name of the scenario; the file's current one by default
    #[arg(long)]
    pub(crate) scenario: Option<String>,
    /// 政策杠杆，按它的单位或写明单位 / A lever's setting, in its own unit or with one
    #[arg(long = "set", value_name = "LEVER=VALUE")]
    pub(crate) settings: Vec<String>,
    /// 中间值测算：参数取最可能值，不含随机扰动 / Nothing left to chance: parameters at their likeliest, no shocks
    #[arg(long)]
    pub(crate) central: bool,
    /// 每个文件一行JSON / One line of JSON a file
    #[arg(long, conflicts_with = "csv")]
    pub(crate) json: bool,
    /// 一张CSV表 / One table as CSV
    #[arg(long)]
    pub(crate) csv: bool,
}

#[derive(Debug, Arguments)]
pub(crate) struct Files {
    /// 文件；- 为标准输入 / Files; - is standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<String>,
    /// 换用的模型文件 / A model file instead of the built-in model
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<String>,
}

#[derive(Debug, Arguments)]
pub(crate) struct One {
    /// 文件；- 为标准输入 / The file; - is standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: String,
    /// 换用的模型文件 / A model file instead of the built-in model
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<String>,
}

#[derive(Debug, Arguments)]
pub(crate) struct Table {
    #[command(flatten)]
    pub(crate) one: One,
    /// 没有写年份的表按这一年；不写则为去年 / The year of a table that names none; last year by default
    #[arg(long)]
    pub(crate) year: Option<i32>,
}

#[derive(Debug, Arguments)]
pub(crate) struct Explain {
    #[command(flatten)]
    pub(crate) one: One,
    /// 指标代号或名称 / Id or name of the indicator
    pub(crate) indicator: String,
    /// 年份 / Calendar year
    pub(crate) year: i32,
}
