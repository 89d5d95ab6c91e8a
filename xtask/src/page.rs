//! The program of the page: Rust to WebAssembly modules and their JavaScript glue.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::form::Form;
use crate::npm;
use crate::paths;
use crate::process::{run, step};
use crate::stamp::{self, Fingerprint};
use crate::toolchain::Toolchain;

/// Bump when the steps below change.
const RECIPE: &str = "2";

/// One form of the program, ready for [`crate::bundle`].
pub(crate) struct Program {
    pub(crate) form: Form,
    pub(crate) module: Vec<u8>,
    /// A classic script that defines `wasm_bindgen`; not yet minified.
    pub(crate) glue: String,
}

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

/// Every form of the program. Compiles what changed since the last time.
///
/// # Errors
/// When the program does not compile or a tool fails.
pub(crate) fn programs(toolchain: &Toolchain) -> Result<Vec<Program>> {
    Form::ALL.into_iter().map(|form| program(toolchain, form)).collect()
}

/// The form that runs everywhere, compiled fast and neither optimised nor measured.
///
/// # Errors
/// When the program does not compile or a tool fails.
pub(crate) fn draft(toolchain: &Toolchain) -> Result<Vec<Program>> {
    let form = Form::Mvp;
    let compiled =
        step("page: compile a draft", || compile(toolchain, Product::Page, form, "draft"))?;
    let folder = paths::target("page/program/draft");
    fs::create_dir_all(&folder)?;
    bind(&compiled, Product::Page.name(), &folder)?;
    let glue = String::from_utf8(stamp::read(&folder.join("tuiyan.js"))?)?;
    Ok(vec![Program { form, module: stamp::read(&folder.join("tuiyan_bg.wasm"))?, glue }])
}

fn program(toolchain: &Toolchain, form: Form) -> Result<Program> {
    let folder = paths::target("page/program").join(form.name());
    make(toolchain, Product::Page, form, &folder)?;
    let glue = String::from_utf8(stamp::read(&folder.join("tuiyan.js"))?)?;
    Ok(Program { form, module: stamp::read(&folder.join("tuiyan.wasm"))?, glue })
}

/// What measures the page's code: a folder with one of every form.
///
/// # Errors
/// When it does not compile or a tool fails.
pub(crate) fn speed(toolchain: &Toolchain) -> Result<PathBuf> {
    let folder = paths::target("page/speed");
    for form in Form::ALL {
        make(toolchain, Product::Speed, form, &folder.join(form.name()))?;
    }
    Ok(folder)
}

/// Puts glue and module of a form into `folder`.
fn make(toolchain: &Toolchain, product: Product, form: Form, folder: &Path) -> Result<()> {
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
    step(&format!("{name}: JavaScript glue"), || bind(&compiled, name, folder))?;
    step(&format!("{name}: optimise the module"), || shrink(folder, name, form))?;
    stamp::write(&folder.join("stamp"), &stamp)
}

/// Each form has a folder of its own, or cargo would build the others anew.
fn compile(toolchain: &Toolchain, product: Product, form: Form, profile: &str) -> Result<PathBuf> {
    let folder = paths::target("page/cargo").join(form.name());
    let mut cargo = toolchain.cargo("rustc", form)?;
    cargo.args(["--profile", profile, "--target-dir"]).arg(&folder).args(["--bin", product.name()]);
    // The level at which the program is linked decides whether any loop becomes vectors; each
    // crate keeps what its own level says of size.
    run(cargo.args(["--", "-Copt-level=3"]))?;
    Ok(folder.join("wasm32-unknown-unknown").join(profile).join(format!("{}.wasm", product.name())))
}

/// A classic script, since modules do not load from `file://`.
fn bind(compiled: &Path, name: &str, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compiled).out_name(name).typescript(false);
    bindgen.omit_default_module_path(true).no_modules(true)?;
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen.generate(folder).context("wasm-bindgen cannot read the module")
}

/// The flags also prove that nothing newer got in: the optimiser would not read it.
fn shrink(folder: &Path, name: &str, form: Form) -> Result<()> {
    let optimised = folder.join(format!("{name}.wasm"));
    let mut wasm_opt = npm::wasm_opt(&folder.join(format!("{name}_bg.wasm")), &optimised);
    wasm_opt.args(form.optimiser_flags());
    run(wasm_opt.args(["-O3", "--strip-debug", "--strip-target-features"]))
}
