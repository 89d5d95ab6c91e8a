//! The command line: runs, checks and explains plans without a browser, with the figures of the page.

mod args;
mod audit;
mod check;
mod explain;
mod input;
mod run;
mod table;

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

use crate::args::{Args, Command};

/// What a command comes to: what it writes, and how it ends.
struct Answer {
    /// For standard output.
    out: String,
    /// For standard error.
    err: String,
    ending: Ending,
}

/// How a command ends, as its exit code says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Ending {
    /// 0: done.
    Done,
    /// 1: the input has errors.
    Faulty,
    /// 2: the command cannot be carried out as it was given.
    Misused,
}

impl Answer {
    fn done(out: String) -> Self {
        Self { out, err: String::new(), ending: Ending::Done }
    }

    fn faulty(err: String) -> Self {
        Self { out: String::new(), err, ending: Ending::Faulty }
    }

    fn misused(err: String) -> Self {
        Self { out: String::new(), err, ending: Ending::Misused }
    }
}

fn main() -> ExitCode {
    let args = Args::parse();
    let ending = match &args.command {
        Command::Run(of) => run::run(of, args.locale()),
        Command::Check(of) => check::check(of, args.locale()),
        Command::Audit(of) => write(&audit::audit(of, args.locale())),
        Command::Table(of) => write(&table::table(of, args.locale())),
        Command::Explain(of) => write(&explain::explain(of, args.locale())),
    };
    ExitCode::from(ending as u8)
}

/// Writes what a command says. A reader that has gone away wants no more of it.
fn write(answer: &Answer) -> Ending {
    let _ = io::stderr().write_all(answer.err.as_bytes());
    let _ = io::stdout().write_all(answer.out.as_bytes());
    answer.ending
}
