//! The program of the page: Rust to WebAssembly modules and their JavaScript glue.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use walrus::Module;
use wasm_bindgen_cli_support::Bindgen;

use crate::form::Form;
use crate::imports;
use crate::javascript;
use crate::npm;
use crate::paths;
use crate::process::{run, step};
use crate::split;
use crate::stamp::{self, Fingerprint};
use crate::toolchain::Toolchain;

/// Bump when the steps below change.
const RECIPE: &str = "8";

/// One form of the program, ready for [`crate::bundle`].
#[derive(Clone)]
pub(crate) struct Program {
    pub(crate) form: Form,
    /// The first part and, where it is cut in two, the second; none where the script has it all.
    pub(crate) modules: Vec<Vec<u8>>,
    /// Puts the form where `shell/engine.js` looks for it; not yet minified.
    pub(crate) script: String,
}

/// The program as the page carries it.
pub(crate) struct Programs {
    /// In the site: every form, of which a browser loads one.
    pub(crate) served: Vec<Program>,
    /// In the single file: in one piece, in the form that starts everywhere. A second one
    /// would add its whole size to a file that goes by mail and USB stick.
    pub(crate) single: Option<Program>,
}

/// The form of the single file.
const SINGLE: Form = Form::Mvp;

/// The profile of what is given away.
const RELEASE: &str = "page";

/// What is compiled for a browser.
#[derive(Clone, Copy)]
enum Product {
    Page,
    /// What measures the speed of the page's code.
    Speed,
}

impl Product {
    fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Speed => "speed",
        }
    }
}

/// Whether the program is cut in two.
#[derive(Clone, Copy, PartialEq)]
enum Cut {
    Whole,
    InTwo,
}

impl Cut {
    /// Modules of a program.
    fn parts(self) -> usize {
        match self {
            Self::Whole => 1,
            Self::InTwo => 2,
        }
    }
}

/// The program in all forms. Compiles what changed since the last time.
///
/// # Errors
/// When the program does not compile or a tool fails.
pub(crate) fn programs(toolchain: &Toolchain) -> Result<Programs> {
    let in_two = |form| program(toolchain, form, Cut::InTwo);
    let mut served = Form::COMPILED.into_iter().map(in_two).collect::<Result<Vec<_>>>()?;
    let single = Some(program(toolchain, SINGLE, Cut::Whole)?);
    let script = javascript(Product::Page, &folder_of(SINGLE, Cut::Whole))?;
    served.push(Program { form: Form::Javascript, modules: Vec::new(), script });
    Ok(Programs { served, single })
}

/// The form that the browsers of today take, as a site alone.
///
/// # Errors
/// When the program does not compile or a tool fails.
pub(crate) fn served(toolchain: &Toolchain) -> Result<Programs> {
    Ok(Programs { served: vec![program(toolchain, Form::Simd, Cut::InTwo)?], single: None })
}

/// The form that runs everywhere, compiled as fast as may be.
///
/// # Errors
/// When the program does not compile or a tool fails.
pub(crate) fn draft(toolchain: &Toolchain) -> Result<Programs> {
    quick(toolchain, SINGLE, "draft")
}

/// One form without single files, neither optimised nor measured; cut in two as the release is, so
/// that a call across the seam before its part is there fails in both.
fn quick(toolchain: &Toolchain, form: Form, profile: &str) -> Result<Programs> {
    let compiled = step(&format!("page: compile to WebAssembly ({profile})"), || {
        compile(toolchain, Product::Page, form, profile)
    })?;
    let folder = paths::target("page/program").join(profile);
    let stamp = Fingerprint::default().text(RECIPE).path(&compiled)?.finish();
    if !stamp::is_current(&folder.join("stamp"), &stamp) {
        fs::create_dir_all(&folder)?;
        cut_and_bound(&compiled, Product::Page.name(), Cut::InTwo, &folder)?;
        stamp::write(&folder.join("stamp"), &stamp)?;
    }
    let parts = ["page_bg.wasm", "second_bg.wasm"].into_iter();
    let modules = parts.map(|part| stamp::read(&folder.join(part))).collect::<Result<_>>()?;
    let script = defined(form, &glue_in(&folder, Product::Page)?);
    Ok(Programs { served: vec![Program { form, modules, script }], single: None })
}

fn folder_of(form: Form, cut: Cut) -> PathBuf {
    paths::target("page/program").join(if cut == Cut::InTwo { form.name() } else { "single" })
}

fn program(toolchain: &Toolchain, form: Form, cut: Cut) -> Result<Program> {
    let folder = folder_of(form, cut);
    make(toolchain, Product::Page, form, cut, &folder)?;
    let parts = ["page.wasm", "second.wasm"].into_iter().take(cut.parts());
    let modules = parts.map(|part| stamp::read(&folder.join(part))).collect::<Result<_>>()?;
    Ok(Program { form, modules, script: defined(form, &glue_in(&folder, Product::Page)?) })
}

/// The script of the form that is JavaScript, made of a whole module of the first version in `folder`.
fn javascript(product: Product, folder: &Path) -> Result<String> {
    let program = javascript::program(&folder.join(format!("{}.wasm", product.name())))?;
    let machine = String::from_utf8(stamp::read(&paths::root("shell/machine.js"))?)?;
    Ok([defined(Form::Javascript, &glue_in(folder, product)?), program, machine].join("\n"))
}

/// A classic script that defines `wasm_bindgen`.
fn glue_in(folder: &Path, product: Product) -> Result<String> {
    Ok(String::from_utf8(stamp::read(&folder.join(format!("{}.js", product.name())))?)?)
}

/// The forms' glue differs in names that the compiler made up, so each brings its own. As a
/// function it can be had anew for each instance, with a guarded `WebAssembly`.
fn defined(form: Form, glue: &str) -> String {
    format!("tuiyanForms.{} = WebAssembly => {{{glue}\nreturn wasm_bindgen; }};", form.name())
}

/// What measures the page's code: a folder with a script of every form, and modules beside.
///
/// # Errors
/// When it does not compile or a tool fails.
pub(crate) fn speed(toolchain: &Toolchain) -> Result<PathBuf> {
    let folder = paths::target("page/speed");
    let write = |form: Form, script: String| -> Result<()> {
        let script = npm::minified(script, "chrome69")?;
        Ok(fs::write(folder.join(format!("{}.js", form.name())), script)?)
    };
    for form in Form::COMPILED {
        let made = folder.join(form.name());
        make(toolchain, Product::Speed, form, Cut::Whole, &made)?;
        write(form, defined(form, &glue_in(&made, Product::Speed)?))?;
    }
    write(Form::Javascript, javascript(Product::Speed, &folder.join(Form::Mvp.name()))?)?;
    Ok(folder)
}

/// Puts glue and modules of a form into `folder`.
fn make(
    toolchain: &Toolchain,
    product: Product,
    form: Form,
    cut: Cut,
    folder: &Path,
) -> Result<()> {
    let (name, form_name) = (product.name(), form.name());
    let compiled = step(&format!("{name}: compile to WebAssembly ({form_name})"), || {
        compile(toolchain, product, form, RELEASE)
    })?;
    let stamp = Fingerprint::default().text(RECIPE).path(&compiled)?;
    let stamp = stamp.path(&paths::root("package-lock.json"))?.finish();
    if stamp::is_current(&folder.join("stamp"), &stamp) {
        return Ok(());
    }
    fs::create_dir_all(folder)?;
    cut_and_bound(&compiled, name, cut, folder)?;
    step(&format!("{name}: optimise the module"), || {
        shrink(folder, name, form, cut)?;
        if cut == Cut::InTwo { shrink(folder, "second", form, cut) } else { Ok(()) }
    })?;
    stamp::write(&folder.join("stamp"), &stamp)
}

/// Puts the modules of a compiled program with their glue into `folder`.
fn cut_and_bound(compiled: &Path, name: &str, cut: Cut, folder: &Path) -> Result<()> {
    let bound = folder.join(format!("{name}_bg.wasm"));
    match cut {
        Cut::Whole => step(&format!("{name}: JavaScript glue"), || {
            bind(split::join(split::read(compiled)?)?, name, folder)?.emit_wasm_file(&bound)
        }),
        Cut::InTwo => {
            let parts = step(&format!("{name}: cut in two"), || split::cut(compiled, folder))?;
            require_one_city(&fs::read(&parts.first)?)?;
            step(&format!("{name}: JavaScript glue"), || {
                let mut first = bind(split::read(&parts.first)?, name, folder)?;
                split::remove_placeholders(&mut first);
                first.emit_wasm_file(&bound)?;
                Ok(fs::rename(parts.second, folder.join("second_bg.wasm"))?)
            })
        }
    }
}

/// The first part has no city but the one that the page opens with: a single call too many brings them all.
fn require_one_city(first: &[u8]) -> Result<()> {
    let mut found = Vec::new();
    for path in stamp::files(&paths::root("regions"))? {
        let is_city = path.extension().is_some_and(|ending| ending == "toml");
        let Some(id) = path.file_stem().and_then(|id| id.to_str()).filter(|_| is_city) else {
            continue;
        };
        // As its document says it; the list of cities has the bare id.
        let line = format!("\nid = \"{id}\"\n");
        if first.windows(line.len()).any(|window| window == line.as_bytes()) {
            found.push(id.to_owned());
        }
    }
    let all = found.join(", ");
    ensure!(found.len() == 1, "cities in the first part of the program: {all}");
    Ok(())
}

/// Each form has a folder of its own, or cargo would build the others anew.
fn compile(toolchain: &Toolchain, product: Product, form: Form, profile: &str) -> Result<PathBuf> {
    let folder = paths::target("page/cargo").join(form.name());
    let mut cargo = toolchain.cargo("rustc", form)?;
    cargo.args(["--profile", profile, "--target-dir"]).arg(&folder).args(["--bin", product.name()]);
    // The level at which the crates become one decides whether any loop becomes vectors; each keeps what its own level says
    // of size. Where they stay apart it would only take longer.
    let is_release = profile == RELEASE;
    let level = is_release.then_some("-Copt-level=3");
    cargo.arg("--").args(level).args(form.loop_flag().filter(|_| is_release));
    run(cargo.args(split::LINKER_FLAGS))?;
    Ok(folder.join("wasm32-unknown-unknown").join(profile).join(format!("{}.wasm", product.name())))
}

/// Puts the glue into `folder`: a classic script, since modules do not load from `file://`. The module that comes
/// back is what it takes.
fn bind(module: Module, name: &str, folder: &Path) -> Result<Module> {
    let mut bindgen = Bindgen::new();
    bindgen.input_module(name, module).out_name(name).typescript(false);
    bindgen.omit_default_module_path(true).no_modules(true)?;
    bindgen.remove_name_section(true).remove_producers_section(true);
    // What a second part imports.
    bindgen.keep_lld_exports(true);
    bindgen.generate(folder).context("wasm-bindgen cannot read the module")?;
    let mut bound = split::read(&folder.join(format!("{name}_bg.wasm")))?;
    imports::shorten(&mut bound, &folder.join(format!("{name}.js")))?;
    Ok(bound)
}

/// The flags also prove that nothing newer got in: the optimiser would not read it.
fn shrink(folder: &Path, name: &str, form: Form, cut: Cut) -> Result<()> {
    let optimised = folder.join(format!("{name}.wasm"));
    let mut wasm_opt = npm::wasm_opt(&folder.join(format!("{name}_bg.wasm")), &optimised);
    wasm_opt.args(form.optimiser_flags());
    if cut == Cut::InTwo {
        // Both parts have the stack pointer; the site promises nothing before Chromium 97.
        wasm_opt.arg("--enable-mutable-globals");
    }
    // What is inlined makes a module smaller as it is, which counts in the single file, and larger compressed,
    // which counts on the site. Measured: level 3 against 2 half a percent and almost one; functions with one
    // caller above ten instructions against all of them, a quarter and a third of a percent. Functions in the order of
    // their names stand beside what is like them, the same code for another type: 0.8 percent compressed.
    let levels: &[&str] = match cut {
        Cut::InTwo => {
            &["-O2", "--one-caller-inline-max-function-size=10", "--reorder-functions-by-name"]
        }
        Cut::Whole => &["-O3"],
    };
    run(wasm_opt.args(levels).args(["--strip-debug", "--strip-target-features"]))
}
