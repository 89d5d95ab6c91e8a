//! Prints the fingerprint of the built-in city: what every form of the page must give as well.
#![expect(clippy::print_stdout, reason = "a program for the terminal")]

fn main() {
    println!("{}", tuiyan::library::builtin::fingerprint());
}
