//! The project's commands: `cargo xtask serve`, `test`, `build`, `check`, `pictures`,
//! `measure`, `bench`.
//!
//! They install what they need under `target/` and `node_modules/`, can be
//! interrupted and repeated, and say in one sentence what cannot be had.
#![allow(clippy::print_stdout, reason = "a command-line tool")]

mod bench;
mod bundle;
mod check;
mod chromium;
mod compat;
mod css;
mod dependencies;
mod embed;
mod form;
mod imports;
mod javascript;
mod measure;
mod memo;
mod nginx;
mod npm;
mod page;
mod paths;
mod process;
mod raw_lengths;
mod release;
mod reproduce;
mod serve;
mod sheets;
mod shell;
mod sizes;
mod split;
mod stamp;
mod system;
mod test;
mod toolchain;
mod types;
mod watch;

use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};

const HELP: &str = "\
cargo xtask COMMAND

  serve [--draft] [--port N]
                    build what is missing and serve the page on localhost (port 8080), in the form that
                    the browsers of today take; --draft serves what `draft` makes: after every change of a
                    source it is made anew, and open pages load themselves again
  test [--all]      every test: format, lints, core, page in Chromium now and in Chromium 69;
                    --all adds the long walks by hand, Chromium 78, 83, 86, 92 and 109, the screenshots
                    (target/screenshots/), kills and a soak, nginx, and a second build that must be the same
  test core [NAME]  the tests of the core and the tools, or those with NAME in their name
  test page [--draft] [NAME]
                    the page in Chromium, or the tests with NAME in file or title; --draft on a draft
  test kernels [69 …]
                    the page in old kernels of Chromium: all that are promised, or these
  build             the release in dist/, all forms: a static site and the single files
  draft             one form, compiled fast, for working on screens, in target/page/draft/
  check             the fast gate: format, lints, the core without a browser, styles, types of the scripts
  reproduce         builds once more from a copy of the sources and compares the SHA-256 sums
  widgets           every part that screens are made of, in all its states, as pages in target/widgets/
  pictures          the pictures of the manual, docs/images/, taken from the page
  measure           how long functions and files are, files in circles, types of one name
  bench [--json]    the measured times; --json adds them as an object on the last line
";

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["serve", options @ ..] => serve_with(options),
        ["test"] => test::test(test::Extent::Usual),
        ["test", "--all"] => test::test(test::Extent::All),
        ["test", "core"] => test::core(None),
        ["test", "core", name] => test::core(Some(name)),
        ["test", "page", "--draft"] => test::page(None, true),
        ["test", "page", "--draft", name] => test::page(Some(name), true),
        ["test", "page"] => test::page(None, false),
        ["test", "page", name] => test::page(Some(name), false),
        ["test", "kernels", kernels @ ..] => test::kernels(kernels),
        ["build"] => bundle::build(),
        ["draft"] => bundle::draft().map(|folder| println!("{}", paths::shown(&folder))),
        ["widgets"] => test::widgets(),
        ["pictures"] => test::pictures(),
        ["check"] => check::check(),
        ["reproduce"] => reproduce::reproduce(),
        ["measure"] => measure::measure(),
        ["bench"] => bench::bench(bench::Form::Table),
        ["bench", "--json"] => bench::bench(bench::Form::Json),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        _ => bail!("no such command\n\n{HELP}"),
    }
}

fn serve_with(options: &[&str]) -> Result<()> {
    let (serve, options): (fn(u16) -> Result<()>, _) = match options {
        ["--draft", rest @ ..] => (serve::serve_draft, rest),
        all => (serve::serve, all),
    };
    match options {
        [] => serve(8080),
        ["--port", port] => serve(port.parse().context("a port is 0 to 65535")?),
        _ => bail!("no such options of `serve`\n\n{HELP}"),
    }
}
