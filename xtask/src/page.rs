//! The program of the page: Rust to WebAssembly modules and their JavaScript glue.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use walrus::Module;
use wasm_bindgen_cli_support::Bindgen;

use crate::form::Form;
use crate::npm;
use crate::paths;
use crate::process::{run, step};
use crate::split;
use crate::stamp::{self, Fingerprint};
use crate::toolchain::Toolchain;

/// Bump when the steps below change.
const RECIPE: &str = "3";

/// One form of the program, ready for [`crate::bundle`].
#[derive(Clone)]
pub(crate) struct Program {
    pub(crate) form: Form,
    pub(crate) module: Vec<u8>,
    /// Its second part, where it is cut in two.
    pub(crate) second: Option<Vec<u8>>,
    /// A classic script that defines `wasm_bindgen`; not yet minified.
    pub(crate) glue: String,
}

/// The program as the page carries it.
pub(crate) struct Programs {
    /// In the site: every form, of which a browser loads one.
    pub(crate) served: Vec<Program>,
    /// In the single file: in one piece, in the form that starts everywhere. A second one
    /// would add its whole size to a file that goes by mail and USB stick.
    pub(crate) single: Program,
}

/// The form of the single file.
const SINGLE: Form = Form::Mvp;

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
            Self::Page => "tuiyan",
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

/// The program in all forms. Compiles what changed since the last time.
///
/// # Errors
/// When the program does not compile or a tool fails.
pub(crate) fn programs(toolchain: &Toolchain) -> Result<Programs> {
    let in_two = |form| program(toolchain, form, Cut::InTwo);
    let served = Form::ALL.into_iter().map(in_two).collect::<Result<_>>()?;
    Ok(Programs { served, single: program(toolchain, SINGLE, Cut::Whole)? })
}

/// The form that runs everywhere, compiled fast, in one piece and neither optimised nor measured.
///
/// # Errors
/// When the program does not compile or a tool fails.
pub(crate) fn draft(toolchain: &Toolchain) -> Result<Programs> {
    let compiled =
        step("page: compile a draft", || compile(toolchain, Product::Page, SINGLE, "draft"))?;
    let folder = paths::target("page/program/draft");
    fs::create_dir_all(&folder)?;
    bind(split::join(split::read(&compiled)?)?, Product::Page.name(), &folder)?;
    let glue = String::from_utf8(stamp::read(&folder.join("tuiyan.js"))?)?;
    let module = stamp::read(&folder.join("tuiyan_bg.wasm"))?;
    let program = Program { form: SINGLE, module, second: None, glue };
    Ok(Programs { served: vec![program.clone()], single: program })
}

fn program(toolchain: &Toolchain, form: Form, cut: Cut) -> Result<Program> {
    let name = if cut == Cut::InTwo { form.name() } else { "single" };
    let folder = paths::target("page/program").join(name);
    make(toolchain, Product::Page, form, cut, &folder)?;
    let glue = String::from_utf8(stamp::read(&folder.join("tuiyan.js"))?)?;
    let second = (cut == Cut::InTwo).then(|| stamp::read(&folder.join("second.wasm")));
    let module = stamp::read(&folder.join("tuiyan.wasm"))?;
    Ok(Program { form, module, second: second.transpose()?, glue })
}

/// What measures the page's code: a folder with one of every form.
///
/// # Errors
/// When it does not compile or a tool fails.
pub(crate) fn speed(toolchain: &Toolchain) -> Result<PathBuf> {
    let folder = paths::target("page/speed");
    for form in Form::ALL {
        make(toolchain, Product::Speed, form, Cut::Whole, &folder.join(form.name()))?;
    }
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
        compile(toolchain, product, form, "page")
    })?;
    let stamp = Fingerprint::default().text(RECIPE).path(&compiled)?;
    let stamp = stamp.path(&paths::root("package-lock.json"))?.finish();
    if stamp::is_current(&folder.join("stamp"), &stamp) {
        return Ok(());
    }
    fs::create_dir_all(folder)?;
    match cut {
        Cut::Whole => {
            step(&format!("{name}: JavaScript glue"), || {
                bind(split::join(split::read(&compiled)?)?, name, folder)
            })?;
        }
        Cut::InTwo => step(&format!("{name}: cut in two, JavaScript glue"), || {
            let parts = split::cut(&compiled, folder)?;
            bind(split::read(&parts.first)?, name, folder)?;
            let bound = folder.join(format!("{name}_bg.wasm"));
            let mut first = split::read(&bound)?;
            split::remove_placeholders(&mut first);
            first.emit_wasm_file(&bound)?;
            Ok(fs::rename(parts.second, folder.join("second_bg.wasm"))?)
        })?,
    }
    step(&format!("{name}: optimise the module"), || {
        shrink(folder, name, form, cut)?;
        if cut == Cut::InTwo { shrink(folder, "second", form, cut) } else { Ok(()) }
    })?;
    stamp::write(&folder.join("stamp"), &stamp)
}

/// Each form has a folder of its own, or cargo would build the others anew.
fn compile(toolchain: &Toolchain, product: Product, form: Form, profile: &str) -> Result<PathBuf> {
    let folder = paths::target("page/cargo").join(form.name());
    let mut cargo = toolchain.cargo("rustc", form)?;
    cargo.args(["--profile", profile, "--target-dir"]).arg(&folder).args(["--bin", product.name()]);
    // The level at which the program is linked decides whether any loop becomes vectors; each
    // crate keeps what its own level says of size.
    run(cargo.args(["--", "-Copt-level=3"]).args(form.loop_flag()).args(split::LINKER_FLAGS))?;
    Ok(folder.join("wasm32-unknown-unknown").join(profile).join(format!("{}.wasm", product.name())))
}

/// A classic script, since modules do not load from `file://`.
fn bind(module: Module, name: &str, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_module(name, module).out_name(name).typescript(false);
    bindgen.omit_default_module_path(true).no_modules(true)?;
    bindgen.remove_name_section(true).remove_producers_section(true);
    // What a second part imports.
    bindgen.keep_lld_exports(true);
    bindgen.generate(folder).context("wasm-bindgen cannot read the module")
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
    run(wasm_opt.args(["-O3", "--strip-debug", "--strip-target-features"]))
}
