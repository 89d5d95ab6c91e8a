//! A standard library for the oldest wasm there is, and the compiler to go with it.
//!
//! The library that ships with rustc uses instructions that browsers before 2022
//! refuse, so it is rebuilt for the MVP instruction set, once, into a private
//! folder under `target/`. The source of the library must match the compiler:
//! rustup's where rustup can fetch it, else Debian's pair of both.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{Outcome, ask, is_done, program, read, remove, root, run, step, write};
use crate::system;

const TARGET: &str = "wasm32-unknown-unknown";
const DEBIAN: [&str; 5] =
    ["rustc-web", "cargo-web", "rust-web-src", "libstd-rust-web-dev", "lld-22"];
/// Raise it when the way of building the library changes.
const RECIPE: &str = "mvp 1";

/// A compiler, its cargo and the folder of the rebuilt library.
pub(crate) struct Toolchain {
    rustc: PathBuf,
    cargo: PathBuf,
    sysroot: PathBuf,
    linker: Option<PathBuf>,
}

impl Toolchain {
    /// Finds or builds everything that is needed.
    pub(crate) fn ready() -> Outcome<Self> {
        let rustc = compiler_with_source()?;
        let home = sysroot_of(&rustc).ok_or("the compiler does not tell its folder")?;
        let debian = home == Path::new("/usr");
        let toolchain = Self {
            cargo: if debian { "/usr/bin/cargo".into() } else { "cargo".into() },
            sysroot: root().join("target/wasm-sysroot"),
            linker: debian
                .then(|| PathBuf::from("/usr/lib/llvm-22/bin/wasm-ld"))
                .filter(|path| path.exists()),
            rustc,
        };
        toolchain.build_library(&home)?;
        Ok(toolchain)
    }

    /// A cargo command that compiles for the browser.
    pub(crate) fn cargo(&self) -> Command {
        let flags = format!("--sysroot {} -Ctarget-cpu=mvp", self.sysroot.display());
        let mut command = self.plain_cargo(&flags);
        command.env("CARGO_TARGET_DIR", root().join("target/page"));
        command
    }

    fn plain_cargo(&self, flags: &str) -> Command {
        let mut command = program(&self.cargo);
        command
            .env("RUSTC", &self.rustc)
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
        command
            .env_remove("RUSTFLAGS")
            .env_remove("RUSTUP_TOOLCHAIN")
            .env_remove("CARGO_ENCODED_RUSTFLAGS");
        command.env_remove("RUSTC_WRAPPER").env_remove("CARGO");
        if let Some(linker) = &self.linker {
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
        }
        command
    }

    fn build_library(&self, home: &Path) -> Outcome {
        let version =
            ask(program(&self.rustc).arg("-vV")).ok_or("the compiler does not tell its version")?;
        let (stamp, inputs) = (self.sysroot.join("stamp"), format!("{RECIPE}\n{version}"));
        if is_done(&stamp, &inputs) {
            return Ok(());
        }
        step("standard library for wasm (once, about a minute)", || {
            let seed = root().join("target/wasm-std-build");
            remove(&seed)?;
            remove(&self.sysroot)?;
            write(
                &seed.join("Cargo.toml"),
                "[package]\nname = \"std-seed\"\nversion = \"0.0.0\"\nedition = \"2021\"\n[workspace]\n",
            )?;
            write(&seed.join("src/lib.rs"), "")?;
            // Without embedded bitcode the page could not be optimised as a whole.
            let mut command = self.plain_cargo("-Cembed-bitcode=yes -Ctarget-cpu=mvp");
            command
                .current_dir(&seed)
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_TARGET_DIR", seed.join("target"));
            command.args([
                "build",
                "--quiet",
                "--release",
                "--target",
                TARGET,
                "-Zbuild-std=std,panic_abort",
            ]);
            run(&mut command)?;
            self.collect(home, &seed.join("target").join(TARGET).join("release/deps"))?;
            remove(&seed)?;
            write(&stamp, &inputs)
        })
    }

    /// Puts the rebuilt libraries where the compiler looks for them.
    fn collect(&self, home: &Path, built: &Path) -> Outcome {
        let libraries = self.sysroot.join("lib/rustlib").join(TARGET).join("lib");
        let failed =
            |error: std::io::Error| format!("the wasm library cannot be put together: {error}");
        std::fs::create_dir_all(&libraries).map_err(failed)?;
        for file in std::fs::read_dir(built).map_err(failed)? {
            let path = file.map_err(failed)?.path();
            let name = path.file_name().unwrap_or_default().to_owned();
            let is_library = path.extension().is_some_and(|extension| extension == "rlib");
            if is_library && !name.to_string_lossy().starts_with("libstd_seed") {
                std::fs::copy(&path, libraries.join(name)).map_err(failed)?;
            }
        }
        let host = host(&self.rustc).ok_or("the compiler does not tell its host")?;
        let native = home.join("lib/rustlib").join(&host);
        #[cfg(unix)]
        std::os::unix::fs::symlink(native, self.sysroot.join("lib/rustlib").join(host))
            .map_err(failed)?;
        Ok(())
    }
}

/// A compiler with the source of its standard library beside it.
fn compiler_with_source() -> Outcome<PathBuf> {
    if let Some(found) = candidates().into_iter().find(|rustc| has_source(rustc)) {
        return Ok(found);
    }
    println!("   the source of Rust's standard library is missing; asking rustup for it");
    if ask(program("rustup").args(["component", "add", "rust-src"])).is_none() {
        println!("   rustup cannot fetch it; Debian's compiler and source will do");
        system::install(&DEBIAN, "building for the browser")?;
    }
    let found = candidates().into_iter().find(|rustc| has_source(rustc));
    found.ok_or_else(|| "no compiler has the source of the standard library; run `rustup component add rust-src`".into())
}

fn candidates() -> Vec<PathBuf> {
    // Debian's is used only with all its parts, so that a broken pair is never picked.
    let debian =
        Path::new("/usr/lib/llvm-22/bin/wasm-ld").exists().then(|| "/usr/bin/rustc".into());
    [Some(PathBuf::from("rustc")), debian].into_iter().flatten().collect()
}

fn has_source(rustc: &Path) -> bool {
    sysroot_of(rustc)
        .is_some_and(|home| home.join("lib/rustlib/src/rust/library/Cargo.lock").exists())
}

fn sysroot_of(rustc: &Path) -> Option<PathBuf> {
    let home = ask(program(rustc).args(["--print", "sysroot"]))?;
    Some(PathBuf::from(home.trim()))
}

fn host(rustc: &Path) -> Option<String> {
    let version = ask(program(rustc).arg("-vV"))?;
    let line = version.lines().find_map(|line| line.strip_prefix("host: "))?;
    Some(line.to_owned())
}

/// The version of `wasm-bindgen` that the lock file names; the glue must match it.
pub(crate) fn bindgen_version() -> Outcome<String> {
    let lock = read(&root().join("Cargo.lock"))?;
    let (_, after) = lock
        .split_once("name = \"wasm-bindgen\"\nversion = \"")
        .ok_or("no wasm-bindgen in Cargo.lock")?;
    Ok(after.split('"').next().unwrap_or_default().to_owned())
}
