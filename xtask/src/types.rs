//! That the scripts keep to their types. They are JavaScript with the types in comments, of what is shared in
//! `shell/shell.d.ts` and `embed/embed.d.ts`; TypeScript reads both and writes nothing.

use anyhow::Result;

use crate::npm;
use crate::process::run;

/// What ships, which may use nothing newer than its oldest browsers know; and what runs in the
/// tests' Node.js and Chromium.
const PROJECTS: [&str; 2] = ["tsconfig.json", "tests/tsconfig.json"];

/// Reads the scripts of `shell/`, `embed/` and `tests/`.
///
/// # Errors
/// When one does not keep to its types; the compiler says where.
pub(crate) fn check() -> Result<()> {
    npm::ready()?;
    PROJECTS.iter().try_for_each(|project| run(npm::tsc().args(["--project", project])))
}
