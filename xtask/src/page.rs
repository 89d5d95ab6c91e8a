//! The program of the page: Rust to a WebAssembly module and its JavaScript glue.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::npm;
use crate::paths;
use crate::process::{run, step};
use crate::stamp::{self, Fingerprint};
use crate::toolchain::Toolchain;

/// Bump when the steps below change.
const RECIPE: &str = "1";

/// The module and the glue, ready for [`crate::bundle`].
pub(crate) struct Program {
    pub(crate) module: Vec<u8>,
    /// A classic script that defines `wasm_bindgen`; not yet minified.
    pub(crate) glue: String,
}

/// Compiles what changed since the last time.
///
/// # Errors
/// When the program does not compile or a tool fails.
pub(crate) fn program(toolchain: &Toolchain) -> Result<Program> {
    let compiled = step("page: compile to WebAssembly", || compile(toolchain))?;
    let folder = paths::target("page/program");
    let stamp = Fingerprint::default().text(RECIPE).path(&compiled)?;
    let stamp = stamp.path(&paths::root("package-lock.json"))?.finish();
    if !stamp::is_current(&folder.join("stamp"), &stamp) {
        fs::create_dir_all(&folder)?;
        step("page: JavaScript glue", || bind(&compiled, &folder))?;
        step("page: optimise the module", || shrink(&folder))?;
        stamp::write(&folder.join("stamp"), &stamp)?;
    }
    let glue = String::from_utf8(stamp::read(&folder.join("tuiyan.js"))?)?;
    Ok(Program { module: stamp::read(&folder.join("tuiyan.wasm"))?, glue })
}

fn compile(toolchain: &Toolchain) -> Result<PathBuf> {
    let folder = paths::target("page/cargo");
    let mut cargo = toolchain.cargo("build")?;
    run(cargo.args(["--profile", "page", "--bin", "tuiyan", "--target-dir"]).arg(&folder))?;
    Ok(folder.join("wasm32-unknown-unknown/page/tuiyan.wasm"))
}

/// A classic script, since modules do not load from `file://`.
fn bind(compiled: &Path, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compiled).out_name("tuiyan").typescript(false);
    bindgen.omit_default_module_path(true).no_modules(true)?;
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen.generate(folder).context("wasm-bindgen cannot read the module")
}

/// Reading with `--mvp-features` also proves that nothing newer got in.
fn shrink(folder: &Path) -> Result<()> {
    let optimised = folder.join("tuiyan.wasm");
    let mut wasm_opt = npm::wasm_opt(&folder.join("tuiyan_bg.wasm"), &optimised);
    run(wasm_opt.args(["--mvp-features", "-O3", "--strip-debug", "--strip-target-features"]))
}
