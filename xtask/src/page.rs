//! The page's program: Rust to wasm, its glue, both made small.

use std::fs;
use std::path::{Path, PathBuf};

use crate::npm;
use crate::run::{Outcome, remove, root, run, step};
use crate::wasm::{Toolchain, bindgen_version};

/// The two files that run in the browser.
pub(crate) struct Program {
    /// The wasm module.
    pub(crate) wasm: Vec<u8>,
    /// The script between the module and the browser; defines `wasm_bindgen`.
    pub(crate) glue: String,
}

/// Compiles and optimises the page's program.
pub(crate) fn build() -> Outcome<Program> {
    npm::ready()?;
    let toolchain = Toolchain::ready()?;
    step("page: compile", || {
        let mut command = toolchain.cargo();
        command.args(["build", "--quiet", "--profile", "page", "--bin", "tuiyan"]);
        run(command.args(["--target", "wasm32-unknown-unknown"]))
    })?;
    let compiled = root().join("target/page/wasm32-unknown-unknown/page/tuiyan.wasm");
    let folder = root().join("target/page/glue");
    step("page: glue", || glue(&compiled, &folder))?;
    step("page: optimise", || optimise(&folder))
}

/// Classic scripts: ES modules do not load from `file://`.
fn glue(compiled: &Path, folder: &Path) -> Outcome {
    remove(folder)?;
    let version = bindgen_version()?;
    let made = wasm_bindgen_cli_support::Bindgen::new()
        .input_path(compiled)
        .no_modules(true)
        .and_then(|bindgen| bindgen.typescript(false).out_name("tuiyan").generate(folder));
    made.map_err(|error| format!("the glue of wasm-bindgen {version} cannot be made: {error}"))
}

fn optimise(folder: &Path) -> Outcome<Program> {
    let small = folder.join("small.wasm");
    // Without the list of features binaryen would put newer instructions in.
    run(npm::tool("wasm-opt")
        .args(["-O3", "--mvp-features", "--strip-debug", "--strip-producers", "-o"])
        .arg(&small)
        .arg(folder.join("tuiyan_bg.wasm")))?;
    let script = folder.join("small.js");
    run(npm::tool("esbuild")
        .arg(folder.join("tuiyan.js"))
        .args(["--minify-syntax", "--minify-whitespace", "--target=chrome69", "--charset=utf8"])
        .args(["--log-level=warning", "--supported:async-await=true"])
        .arg(format!("--outfile={}", script.display())))?;
    let wasm = bytes(&small)?;
    let glue = String::from_utf8_lossy(&bytes(&script)?).into_owned();
    Ok(Program { wasm, glue })
}

fn bytes(path: &PathBuf) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
}
