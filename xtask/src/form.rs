//! The forms of the program: compiled from one source, equal to the last bit
//! of every result, different in what a browser must understand.

/// What the program is compiled to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Form {
    /// WebAssembly with vectors of 128 bits: Chromium 91 and later.
    Simd,
    /// WebAssembly of the first version: every browser that has WebAssembly.
    Mvp,
    /// JavaScript made of the first version: where the browser or a policy refuses WebAssembly.
    Javascript,
}

impl Form {
    /// All forms, the fastest first.
    pub(crate) const ALL: [Self; 3] = [Self::Simd, Self::Mvp, Self::Javascript];
    /// Those that are WebAssembly.
    pub(crate) const COMPILED: [Self; 2] = [Self::Simd, Self::Mvp];

    /// Its name in files and in the page.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Simd => "simd",
            Self::Mvp => "mvp",
            Self::Javascript => "js",
        }
    }

    /// What the compiler may use beyond the first version.
    pub(crate) fn compiler_flag(self) -> Option<&'static str> {
        match self {
            // Whoever has vectors has had the others for years.
            Self::Simd => Some(
                "-Ctarget-feature=+simd128,+bulk-memory,+nontrapping-fptoint,+sign-ext,+mutable-globals",
            ),
            Self::Mvp | Self::Javascript => None,
        }
    }

    /// How the loops over lanes are compiled: two vectors at a time, so that one step of a long chain
    /// of operations need not wait for the one before. Measured: a run takes a fifth less.
    pub(crate) fn loop_flag(self) -> Option<&'static str> {
        match self {
            Self::Simd => Some("-Cllvm-args=-force-vector-interleave=2"),
            Self::Mvp | Self::Javascript => None,
        }
    }

    /// What the optimiser may use beyond the first version; it must not put in anything newer.
    pub(crate) fn optimiser_flags(self) -> &'static [&'static str] {
        match self {
            Self::Simd => &[
                "--mvp-features",
                "--enable-simd",
                "--enable-bulk-memory",
                "--enable-bulk-memory-opt",
                "--enable-nontrapping-float-to-int",
                "--enable-sign-ext",
                "--enable-mutable-globals",
            ],
            Self::Mvp | Self::Javascript => &["--mvp-features"],
        }
    }
}
