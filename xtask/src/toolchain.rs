//! A wasm32 standard library built for the first WebAssembly version.
//!
//! Since Rust 1.82 the one that rustup delivers uses instructions that
//! Chromium below 96 refuses, so the page needs the standard library rebuilt
//! with `-Ctarget-cpu=mvp`. Every form of the page is linked with it. It is built once, into a folder of its own under
//! `target/`, whose presence lets stable Rust compile the page without any
//! unstable flag. Whether it is current is decided by a stamp, never by what
//! rustup has installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};

use crate::form::Form;
use crate::process::{output, program, run, step};
use crate::stamp::{self, Fingerprint};
use crate::{paths, system};

const TARGET: &str = "wasm32-unknown-unknown";
/// Bump to have everyone's standard library rebuilt.
const RECIPE: &str = "3";
const DEBIAN_PACKAGES: &[&str] =
    &["rustc-web", "cargo-web", "rust-web-src", "libstd-rust-web-dev", "lld-22"];

const DEBIAN_LINKER: &str = "/usr/lib/llvm-22/bin/wasm-ld";

/// A compiler and the standard library built by it.
pub(crate) struct Toolchain {
    compiler: Compiler,
    sysroot: PathBuf,
}

impl Toolchain {
    /// Finds or installs a compiler with the library's source, and builds the library.
    ///
    /// # Errors
    /// When no source can be had or the build fails.
    pub(crate) fn ready() -> Result<Self> {
        let compiler = Compiler::with_source()?;
        let stamp = Fingerprint::default().text(&compiler.version()?).text(RECIPE).finish();
        // Cargo sees another library only by another path.
        let sysroot = paths::target("wasm-sysroot").join(&stamp[..8]);
        if !stamp::is_current(&sysroot.join("stamp"), &stamp) {
            let name = "wasm32 standard library for old browsers (once, about a minute)";
            step(name, || build_library(&compiler, &sysroot, &stamp))?;
        }
        Ok(Self { compiler, sysroot })
    }

    /// Cargo for one form of the page. The flags hold for this child process and for wasm32
    /// only, so that native builds never see them.
    ///
    /// # Errors
    /// When the registry's folder cannot be read.
    pub(crate) fn cargo(&self, subcommand: &str, form: Form) -> Result<Command> {
        let mut flags = mvp_flags();
        flags.extend(form.compiler_flag().map(str::to_owned));
        flags.push(format!("--sysroot={}", self.sysroot.display()));
        flags.push(format!("-Clinker={}", self.compiler.linker()?.display()));
        flags.extend(private_paths()?);
        let mut command = self.compiler.cargo(&flags);
        command.args([subcommand, "--locked", "--target", TARGET]);
        Ok(command)
    }
}

/// A Rust installation; `home` is its sysroot.
struct Compiler {
    home: PathBuf,
}

impl Compiler {
    fn with_source() -> Result<Self> {
        if let Some(found) = Self::find() {
            return Ok(found);
        }
        step("source of the standard library", || {
            if !add_source_by_rustup() {
                system::install(
                    DEBIAN_PACKAGES,
                    "the page needs the standard library's source: `rustup component add rust-src`",
                )?;
            }
            Self::find().context("the standard library's source is still missing")
        })
    }

    fn find() -> Option<Self> {
        let current = output(program("rustc").args(["--print", "sysroot"])).ok();
        let current = current.map(|home| Self { home: home.trim().into() });
        let debian = Self { home: "/usr".into() };
        current.into_iter().chain([debian]).find(Self::is_complete)
    }

    fn is_complete(&self) -> bool {
        let complete = self.home != Path::new("/usr") || system::has_packages(DEBIAN_PACKAGES);
        complete && self.home.join("lib/rustlib/src/rust/library/Cargo.lock").is_file()
    }

    /// Standard library and compiler must match to the commit.
    fn version(&self) -> Result<String> {
        output(program(self.home.join("bin/rustc")).arg("-vV"))
    }

    /// rustup brings one with the compiler, Debian in a package of its own.
    fn linker(&self) -> Result<PathBuf> {
        let version = self.version()?;
        let host = version.lines().find_map(|line| line.strip_prefix("host: "));
        let host = host.context("rustc does not name its host")?;
        let own = format!("lib/rustlib/{host}/bin/rust-lld{}", std::env::consts::EXE_SUFFIX);
        let own = self.home.join(own);
        Ok(if own.is_file() { own } else { DEBIAN_LINKER.into() })
    }

    fn cargo(&self, flags: &[String]) -> Command {
        let mut command = program(self.home.join("bin/cargo"));
        command.env("RUSTC", self.home.join("bin/rustc"));
        command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"));
        // Set by the cargo that runs us; they would take the other compiler's side.
        for name in ["CARGO", "RUSTFLAGS", "RUSTUP_TOOLCHAIN", "CARGO_TARGET_DIR"] {
            command.env_remove(name);
        }
        command
    }
}

fn add_source_by_rustup() -> bool {
    let mut rustup = program("rustup");
    rustup.args(["component", "add", "rust-src"]).stdout(Stdio::null()).stderr(Stdio::null());
    rustup.status().is_ok_and(|status| status.success())
}

/// Builds in one folder, assembles in another and renames it when it is whole.
fn build_library(compiler: &Compiler, sysroot: &Path, stamp: &str) -> Result<()> {
    let seed = paths::target("wasm-std-build");
    write_seed(&seed)?;
    let mut flags = mvp_flags();
    // Without bitcode in the library the page cannot be linked with `lto`.
    flags.push("-Cembed-bitcode=yes".to_owned());
    flags.extend(private_paths()?);
    let source = compiler.home.join("lib/rustlib/src/rust");
    flags.push(format!("--remap-path-prefix={}=rust", source.display()));
    let mut cargo = compiler.cargo(&flags);
    cargo.current_dir(&seed).env("RUSTC_BOOTSTRAP", "1");
    cargo.args(["build", "--release", "--target", TARGET]);
    cargo.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
    run(&mut cargo)?;

    let assembled = sysroot.with_extension("new");
    remove_folder(&assembled)?;
    let library = assembled.join("lib/rustlib").join(TARGET).join("lib");
    fs::create_dir_all(&library)?;
    copy_library(&seed.join("target").join(TARGET).join("release/deps"), &library)?;
    stamp::write(&assembled.join("stamp"), stamp)?;
    remove_folder(sysroot)?;
    fs::rename(&assembled, sysroot)?;
    remove_folder(&seed)
}

/// An empty package whose build makes cargo build the standard library.
fn write_seed(folder: &Path) -> Result<()> {
    // Of an interrupted run with another compiler nothing may be left.
    remove_folder(folder)?;
    fs::create_dir_all(folder.join("src"))?;
    let manifest = "[package]\nname = \"seed\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\
        [workspace]\n[profile.release]\nopt-level = \"s\"\n";
    fs::write(folder.join("Cargo.toml"), manifest)?;
    Ok(fs::write(folder.join("src/lib.rs"), "")?)
}

fn copy_library(from: &Path, to: &Path) -> Result<()> {
    for file in stamp::files(from)? {
        let name = file.file_name().unwrap_or_default();
        let text = name.to_string_lossy();
        if text.ends_with(".rlib") && !text.starts_with("libseed") {
            fs::copy(&file, to.join(name))?;
        }
    }
    Ok(())
}

fn mvp_flags() -> Vec<String> {
    vec!["-Ctarget-cpu=mvp".to_owned()]
}

/// Keeps the builder's folders out of the module: messages of panics name source files.
fn private_paths() -> Result<Vec<String>> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(Path::new(&std::env::var_os("HOME")?).join(".cargo")));
    let registry = home.map(|home| home.join("registry/src")).filter(|folder| folder.is_dir());
    let mut folders = vec![paths::root("")];
    if let Some(registry) = registry {
        for entry in fs::read_dir(registry)? {
            folders.push(entry?.path());
        }
    }
    folders.sort();
    let remap = |folder: &PathBuf| format!("--remap-path-prefix={}=", folder.display());
    Ok(folders.iter().map(remap).collect())
}

fn remove_folder(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("{} cannot be removed", folder.display()))
        }
        _ => Ok(()),
    }
}
