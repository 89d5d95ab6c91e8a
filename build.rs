//! Finds the built-in cities: every region document in `regions/` becomes part of the program, and so does the model,
//! without the remarks that only their authors read; and reads the page's colours and fonts for the charts.
//!
//! `src/library/builtin.rs` and `src/chart/theme.rs` include what is written here. To add a city is to put its
//! document there.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Says which city the page opens with, and in which order they are offered; what it does not name comes after.
const ORDER: &str = "regions/order.txt";

/// The built-in model.
const MODEL: &str = "models/city-sti/model.toml";

fn main() {
    println!("cargo::rerun-if-changed=regions");
    println!("cargo::rerun-if-changed={MODEL}");
    println!("cargo::rerun-if-changed={TOKENS}");
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR"));
    let order = text(&root.join(ORDER));
    let order: Vec<&str> = order.lines().map(str::trim).collect();
    let mut cities: Vec<City> = documents(&root).iter().map(|path| City::read(path)).collect();
    let place = |city: &City| order.iter().position(|id| *id == city.id).unwrap_or(order.len());
    cities.sort_by_key(|city| (place(city), city.id.clone()));
    for city in &cities {
        write(&format!("{}.toml", city.id), &without_remarks(&text(&city.path)));
    }
    write("regions.rs", &code(&cities));
    let model = text(&root.join(MODEL));
    write("model.toml", &without_remarks(&model));
    write("model.rs", &model_hash(&model));
    write("tokens.rs", &tokens(&text(&root.join(TOKENS))));
}

/// A document with an empty line in the place of each that is only a remark: it says the same, every other line keeps
/// its number in messages, and the page's first load is smaller by the remarks.
fn without_remarks(document: &str) -> String {
    let is_remark = |line: &str| line.trim_start().starts_with('#');
    let kept = document.lines().map(|line| if is_remark(line) { "" } else { line });
    let shorter = kept.fold(String::new(), |text, line| text + line + "\n");
    let said = |text: &str| text.parse::<toml::Table>().expect("a document of the program is TOML");
    assert_eq!(said(&shorter), said(document), "a line that begins with # was no remark");
    shorter
}

/// The constant that tells the model's file from a changed one: the hash of the file as it stands in `models/`, with its
/// remarks, which is what a person has in hand. As `plan::fingerprint` computes it, which a test compares.
fn model_hash(document: &str) -> String {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    let hash = document.bytes().fold(0xcbf2_9ce4_8422_2325, step);
    format!("/// FNV-1a of the model's file.\nconst MODEL_HASH: &str = \"{hash:016x}\";\n")
}

/// What the style sheets call by name.
const TOKENS: &str = "styles/tokens.css";

/// A constant for each colour, as it is on light ground, on dark and with high contrast, and for each list of fonts.
fn tokens(sheet: &str) -> String {
    let mut code = String::new();
    for line in sheet.lines() {
        let declaration = line.trim().strip_prefix("--").and_then(|line| line.strip_suffix(';'));
        let Some((name, value)) = declaration.and_then(|line| line.split_once(": ")) else {
            continue;
        };
        let constant = name.replace('-', "_").to_uppercase();
        let about = format!("/// `--{name}`.\n#[allow(dead_code)]\n");
        if name.starts_with("font") {
            let fonts = value.replace('"', "'").replace(", ", ",");
            let _ = writeln!(code, "{about}const {constant}: &str = {fonts:?};");
        }
        // `#rrggbb` as its three bytes.
        let bytes =
            |part: &str| format!("[0x{}, 0x{}, 0x{}]", &part[..2], &part[2..4], &part[4..6]);
        let colours: Vec<String> = value.split('#').skip(1).map(bytes).collect();
        if let [light, dark, contrast] = &colours[..] {
            let _ = writeln!(
                code,
                "{about}const {constant}: [[u8; 3]; 3] = [{light}, {dark}, {contrast}];"
            );
        }
    }
    code
}

fn write(name: &str, code: &str) {
    let target = Path::new(&variable("OUT_DIR")).join(name);
    fs::write(&target, code).unwrap_or_else(|error| panic!("{}: {error}", target.display()));
}

/// A city as the list of cities names it.
struct City {
    id: String,
    names: [String; 2],
    path: PathBuf,
}

impl City {
    fn read(path: &Path) -> Self {
        let document: toml::Table =
            text(path).parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let part = |name: &str| document.get(name).and_then(toml::Value::as_table);
        let region = part("region").unwrap_or_else(|| panic!("{}: no [region]", path.display()));
        let text_of = |key: &str| {
            let text = region.get(key).and_then(toml::Value::as_str);
            text.unwrap_or_else(|| panic!("{}: no {key}", path.display())).to_owned()
        };
        let year = region.get("plan_year").and_then(toml::Value::as_integer);
        // The year of a document without figures is nobody's plan year.
        let year = year.filter(|_| part("figure").is_some_and(|figures| !figures.is_empty()));
        let [zh, en] = ["zh", "en"].map(text_of);
        let names = match year {
            Some(year) => [format!("{zh}{year}年"), format!("{en} {year}")],
            None => [zh, en],
        };
        Self { id: text_of("id"), names, path: path.to_owned() }
    }
}

/// The region documents, in the order of their names.
fn documents(root: &Path) -> Vec<PathBuf> {
    let folder = fs::read_dir(root.join("regions")).expect("the folder of the regions");
    let paths = folder.map(|entry| entry.expect("an entry of the folder of the regions").path());
    let is_document = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "toml");
    let mut documents: Vec<PathBuf> = paths.filter(is_document).collect();
    documents.sort();
    documents
}

/// The list of the cities, and their documents: that of the first apart from the others.
fn code(cities: &[City]) -> String {
    let mut list = String::from("/// All built-in regions; the page opens with the first.\n");
    list.push_str("pub static REGIONS: &[BuiltIn] = &[\n");
    let mut texts = String::from("fn other_document(id: &str) -> &'static str {\n    match id {\n");
    let mut first = String::new();
    for (position, City { id, names: [zh, en], .. }) in cities.iter().enumerate() {
        let document = format!("include_str!(concat!(env!(\"OUT_DIR\"), \"/{id}.toml\"))");
        let _ = writeln!(list, "    BuiltIn {{ id: {id:?}, zh: {zh:?}, en: {en:?} }},");
        if position == 0 {
            first = format!("const FIRST_DOCUMENT: &str = {document};\n");
        } else {
            let _ = writeln!(texts, "        {id:?} => {document},");
        }
    }
    format!("{list}];\n\n{first}\n{texts}        _ => \"\",\n    }}\n}}\n")
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn variable(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("cargo sets {name}"))
}
