//! What the program calls of the page's shell is what the shell offers: `src/browser/shell.rs` against
//! `shell/shell.d.ts`, which `cargo xtask check` holds against the scripts. The compiler knows one side of each only.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::architecture::sources;

const PROGRAM: &str = "src/browser/shell.rs";

/// What the shell has there for others than the program.
const FOR_OTHERS: [(&str, &str); 4] = [
    ("Entry.pristine: boolean", "the shell's own note of an entry"),
    ("Guest.form: string?", "one script of the shell tells the other"),
    ("Offered.form: string?", "the self-check and the tests read it"),
    ("Store.shown() -> void", "`shown` of the shell passes it on"),
];

#[test]
fn the_program_calls_what_the_shell_offers() {
    let read = |name| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
    let (program, shell) = (read(PROGRAM), read("shell/shell.d.ts"));
    let calls = Calls::read(&program);
    assert!(calls.members.len() > 40, "only {} were found", calls.members.len());
    let others = FOR_OTHERS.map(|(member, _)| format!("not called: {member}"));
    assert_eq!(calls.differences(&shell), others);
    assert!(shell.contains("declare var tuiyan: Shell.Offered;"));
    assert!(program.contains("js_name = tuiyan)]\n    static SHELL: Option<Shell>;"));
}

#[test]
fn nothing_else_is_called_by_name() {
    // What the page wrote into the browser's history is no call.
    let readers = sources("src").into_iter().filter(|file| file.text.contains("Reflect::get"));
    let readers: Vec<String> = readers.map(|file| file.name).collect();
    assert_eq!(readers, ["src/browser/entries.rs"]);
}

#[test]
fn each_difference_is_found() {
    let program = r#"
extern "C" {
    #[wasm_bindgen(js_name = Offered)]
    type Shell;
    #[wasm_bindgen(method, getter)]
    fn store(this: &Shell) -> Store;
    #[wasm_bindgen(method, js_name = saysWhy)]
    fn says_why(this: &Shell, text: &str);

    type Store;
    // Several of them.
    #[wasm_bindgen(method)]
    fn keep(this: &Store, name: &str, done: &Closure<dyn Fn(Entry)>) -> Promise;
    #[wasm_bindgen(method)]
    fn gone(this: &Store);
}
"#;
    let shell = "
  interface Offered {
    store: Store;
    /** Says
     *  why. */
    saysWhy?(text: string): void;
  }
  type State =
    | 'open' | 'shut';
  interface Store {
    keep(done: (entry: Entry, again: boolean) => void): Promise<Entry[]>;
    state(): State;
  }
  interface Entry { slot: string }
";
    assert_eq!(
        Calls::read(program).differences(shell),
        [
            "may be missing: Offered.saysWhy(string) -> void",
            "not called: Store.keep(function) -> Promise",
            "not called: Store.state() -> string",
            "not offered: Store.gone() -> void",
            "not offered: Store.keep(string, function) -> Promise",
        ]
    );
}

/// What the block of the program declares.
struct Calls {
    /// The interfaces that it has types for.
    interfaces: BTreeSet<String>,
    /// Its functions and properties, and whether a call may find none.
    members: BTreeMap<String, bool>,
}

impl Calls {
    fn read(program: &str) -> Self {
        let (_, block) = program.split_once("extern \"C\" {\n").unwrap();
        let (block, _) = block.split_once("\n}").unwrap();
        let is_code = |line: &&str| !line.trim_start().starts_with("//");
        let block = block.lines().filter(is_code).collect::<Vec<_>>().join("\n");
        let items = block.split(';').map(|item| item.rsplit_once("]\n").unwrap_or(("", item)));
        let items: Vec<(&str, &str)> = items
            .map(|(says, item)| (says, item.trim().trim_start_matches("pub(super) ")))
            .collect();
        let types = items.iter().filter_map(|(says, item)| {
            let name = item.strip_prefix("type ")?;
            Some((name, js_name(says).unwrap_or(name)))
        });
        let types: BTreeMap<&str, &str> = types.collect();
        let function = |(says, item): &(&str, &str)| {
            item.strip_prefix("fn ").map(|function| called(says, function, &types))
        };
        Self {
            interfaces: types.values().map(ToString::to_string).collect(),
            members: items.iter().filter_map(function).collect(),
        }
    }

    /// What is not the same in `shell`.
    fn differences(&self, shell: &str) -> Vec<String> {
        let offered = offered(shell, &self.interfaces);
        let one_side =
            |says: &str, here: &BTreeMap<String, bool>, there: &BTreeMap<String, bool>| {
                let missing = here.keys().filter(|member| !there.contains_key(*member));
                missing.map(|member| format!("{says}: {member}")).collect::<Vec<_>>()
            };
        let unguarded = offered.iter().filter(|(_, may_be_missing)| **may_be_missing);
        let unguarded = unguarded.filter(|(member, _)| self.members.get(*member) == Some(&false));
        let mut found: Vec<String> =
            unguarded.map(|(member, _)| format!("may be missing: {member}")).collect();
        found.extend(one_side("not called", &offered, &self.members));
        found.extend(one_side("not offered", &self.members, &offered));
        found.sort();
        found
    }
}

fn js_name(attributes: &str) -> Option<&str> {
    attributes.split_once("js_name = ")?.1.split([',', ')']).next()
}

/// A function of the block as a member of its interface, and whether a call may find none.
fn called(attributes: &str, function: &str, types: &BTreeMap<&str, &str>) -> (String, bool) {
    let (name, takes, gives) = parts(function);
    let kinds: Vec<String> =
        takes.iter().map(|parameter| kind_in_rust(after(parameter), types)).collect();
    let gives = gives.trim_start_matches("->").trim();
    let gives_kind = if gives.is_empty() { "void".to_owned() } else { kind_in_rust(gives, types) };
    let name = js_name(attributes).unwrap_or(name);
    let (interface, rest) = kinds.split_first().unwrap();
    let member = match name.strip_prefix("set_").filter(|_| attributes.contains("setter")) {
        Some(property) => format!("{interface}.{property}: {}", rest.concat()),
        None if attributes.contains("getter") => format!("{interface}.{name}: {gives_kind}"),
        None => format!("{interface}.{name}({}) -> {gives_kind}", rest.join(", ")),
    };
    (member, gives.starts_with("Result<"))
}

/// The members of `interfaces`, and whether a function among them may be missing.
fn offered(shell: &str, interfaces: &BTreeSet<String>) -> BTreeMap<String, bool> {
    let texts = shell.split("\n  type ").skip(1).filter_map(|alias| alias.split_once('='));
    let texts = texts.filter(|(_, is)| is.trim_start_matches([' ', '\n', '|']).starts_with('\''));
    let texts: BTreeSet<&str> = texts.map(|(name, _)| name.trim()).collect();
    let mut found = BTreeMap::new();
    for interface in shell.split("\n  interface ").skip(1) {
        let name = interface.split(' ').next().unwrap();
        let body = interface.split("\n  }").next().unwrap();
        let members = body.lines().filter(|_| interfaces.contains(name));
        let members = members.filter_map(|line| line.strip_suffix(';')?.strip_prefix("    "));
        for member in members.filter(|member| !member.starts_with([' ', '/'])) {
            let (member, may_be_missing) = member_in_typescript(member, &texts);
            found.insert(format!("{name}.{member}"), may_be_missing);
        }
    }
    found
}

fn member_in_typescript(member: &str, texts: &BTreeSet<&str>) -> (String, bool) {
    let name = &member[..member.find(['?', ':', '(']).unwrap()];
    let rest = member[name.len()..].strip_prefix('?');
    let (rest, is_optional) = (rest.unwrap_or(&member[name.len()..]), rest.is_some());
    if let Some(kind) = rest.strip_prefix(':') {
        let kind = kind_in_typescript(kind, texts);
        // What is read as false where it is missing, or only written, needs no mark.
        let is_marked = is_optional && !matches!(kind.as_str(), "boolean" | "object");
        return (format!("{name}: {kind}{}", if is_marked { "?" } else { "" }), false);
    }
    let (_, takes, gives) = parts(rest);
    let takes: Vec<String> =
        takes.iter().map(|parameter| kind_in_typescript(after(parameter), texts)).collect();
    let gives = kind_in_typescript(gives.trim_start_matches(':'), texts);
    (format!("{name}({}) -> {gives}", takes.join(", ")), is_optional)
}

/// What stands before the parameters of a function, each of them, and what stands behind.
fn parts(function: &str) -> (&str, Vec<&str>, &str) {
    let (name, rest) = function.split_once('(').unwrap();
    let (mut depth, mut start, mut takes) = (0, 0, Vec::new());
    for (at, letter) in rest.char_indices() {
        match letter {
            '(' | '[' => depth += 1,
            ',' | ')' if depth == 0 => {
                takes.extend(Some(rest[start..at].trim()).filter(|taken| !taken.is_empty()));
                start = at + 1;
                if letter == ')' {
                    break;
                }
            }
            ')' | ']' => depth -= 1,
            _ => (),
        }
    }
    (name, takes, rest[start..].trim())
}

fn after(parameter: &str) -> &str {
    parameter.split_once(':').unwrap().1
}

fn kind_in_rust(kind: &str, types: &BTreeMap<&str, &str>) -> String {
    let kind = kind.trim().trim_start_matches('&');
    let inside = |outer: &str| kind.strip_prefix(outer)?.strip_suffix('>');
    if let Some(kind) = inside("Option<") {
        return format!("{}?", kind_in_rust(kind, types));
    }
    match kind {
        "()" => "void".to_owned(),
        "str" | "String" => "string".to_owned(),
        "f64" => "number".to_owned(),
        "bool" => "boolean".to_owned(),
        "Object" => "object".to_owned(),
        _ if kind.starts_with("Closure<") => "function".to_owned(),
        _ => match inside("Result<") {
            Some(inside) => kind_in_rust(inside.rsplit_once(',').unwrap().0, types),
            None => types.get(kind).copied().unwrap_or(kind).to_owned(),
        },
    }
}

fn kind_in_typescript(kind: &str, texts: &BTreeSet<&str>) -> String {
    let kind = kind.trim();
    match kind {
        _ if kind.starts_with("Record<") => "object".to_owned(),
        _ if kind.contains("=>") => "function".to_owned(),
        _ if kind.starts_with('\'') || texts.contains(kind) => "string".to_owned(),
        _ if kind.starts_with("Promise<") => "Promise".to_owned(),
        _ if kind.ends_with("[]") => "Array".to_owned(),
        _ => match kind.strip_suffix("| undefined") {
            Some(kind) => format!("{}?", kind_in_typescript(kind, texts)),
            None => kind.to_owned(),
        },
    }
}
