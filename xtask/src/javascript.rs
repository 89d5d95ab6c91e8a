//! The program as plain JavaScript, for browsers and policies that refuse WebAssembly.
//!
//! Binaryen's `wasm2js` makes an ES module of a WebAssembly module; here it becomes a function of a
//! classic script that the strictest policy lets run, and its memory learns to grow.

use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use crate::form::Form;
use crate::npm;
use crate::process::{run, step};
use crate::stamp::{self, Fingerprint};

/// Bump when the steps below change.
const RECIPE: &str = "1";

/// Text around the function `asmFunc` that `wasm2js` writes.
const IMPORT: &str = "import * as ";
const INSTANCE: &str = "\nvar retasmFunc = asmFunc({";
/// The functions of the memory, which end at the first `MEMORY_END` after `MEMORY`.
const MEMORY: &str = "function __wasm_memory_size() {";
const MEMORY_END: &str = "return oldPages;\n }";

/// In their place. `grown` is in `shell/machine.js`; the buffer may be larger than the memory.
const GROWING: &str = "\
var pages = buffer.byteLength >> 16;
function __wasm_memory_size() { return pages; }
function __wasm_memory_grow(more) {
  var before = pages, after = pages + (more >>> 0);
  if (after * 65536 > buffer.byteLength) {
    var larger = grown(buffer, after * 65536);
    if (!larger) return -1;
    buffer = larger;
    HEAP8 = new Int8Array(buffer);
    HEAP16 = new Int16Array(buffer);
    HEAP32 = new Int32Array(buffer);
    HEAPU8 = bufferView = new Uint8Array(buffer);
    HEAPU16 = new Uint16Array(buffer);
    HEAPU32 = new Uint32Array(buffer);
    HEAPF32 = new Float32Array(buffer);
    HEAPF64 = new Float64Array(buffer);
  }
  pages = after;
  return before;
}";

/// What a policy refuses, or Chromium 69 does not know. No program of ours has it.
const REFUSED: [&str; 6] = ["eval(", "Function(", "import ", "export ", "BigInt", "WebAssembly"];

/// A script that defines `program`, which takes the imports of the module and returns the exports
/// of a fresh instance. Made anew when the module has changed.
///
/// # Errors
/// When the module uses more than the first version of WebAssembly, or `wasm2js` wrote something
/// else than expected.
pub(crate) fn program(module: &Path) -> Result<String> {
    let [made, stamp_file] = ["wasm2js.js", "wasm2js.stamp"].map(|end| module.with_extension(end));
    let stamp = Fingerprint::default().text(RECIPE).path(module)?;
    let stamp = stamp.path(&crate::paths::root("package-lock.json"))?.finish();
    if !stamp::is_current(&stamp_file, &stamp) {
        step("page: the module as JavaScript", || {
            let mut wasm2js = npm::wasm2js(module, &made);
            run(wasm2js.args(Form::Javascript.optimiser_flags()).arg("-O3"))
        })?;
        stamp::write(&stamp_file, &stamp)?;
    }
    script(&String::from_utf8(stamp::read(&made)?)?)
}

fn script(module: &str) -> Result<String> {
    let (imports, rest) = module.split_once("\n\n").context("wasm2js wrote no imports")?;
    ensure!(imports.lines().all(|line| line.starts_with(IMPORT)), "wasm2js wrote {imports:?}");
    let (before, rest) = rest.split_once(MEMORY).context("wasm2js wrote no memory")?;
    let (_, rest) = rest.split_once(MEMORY_END).context("wasm2js wrote a memory without an end")?;
    let (after, _) = rest.split_once(INSTANCE).context("wasm2js wrote no instance")?;
    let body = with_late_views(before)?;
    for refused in REFUSED {
        ensure!(!body.contains(refused), "the program as JavaScript has `{refused}`");
    }
    Ok(format!(
        "function program(imports) {{\nvar at = 0;\n{body}{GROWING}{after}\nreturn asmFunc(imports);\n}}"
    ))
}

/// JavaScript looks a view of the memory up before it computes the place in it. Where that takes a
/// call, the memory may grow meanwhile and the view be old; so the place is computed first. Of
/// stores `wasm2js` does as much itself.
fn with_late_views(code: &str) -> Result<String> {
    let mut result = String::with_capacity(code.len() + code.len() / 50);
    let mut rest = code;
    while let Some(start) = rest.find("HEAP") {
        let (before, access) = rest.split_at(start);
        result.push_str(before);
        let length = access.find(|letter: char| !letter.is_ascii_alphanumeric());
        let (view, after) = access.split_at(length.unwrap_or(access.len()));
        rest = after;
        let place = after.strip_prefix('[').map(inside).transpose()?;
        match place {
            Some(place) if has_call(place) => {
                let place_first = with_late_views(place)?;
                result.extend(["(at = ", &place_first, ", ", view, ")[at]"]);
                rest = &after[place.len() + 2..];
            }
            _ => result.push_str(view),
        }
    }
    result.push_str(rest);
    Ok(result)
}

/// The text up to the bracket that closes the one before it.
fn inside(text: &str) -> Result<&str> {
    let mut open = 1;
    let end = text.bytes().position(|byte| {
        open += i32::from(byte == b'[') - i32::from(byte == b']');
        open == 0
    });
    Ok(&text[..end.context("wasm2js wrote an open bracket")?])
}

/// Whether something is called that could make the memory grow.
fn has_call(code: &str) -> bool {
    code.match_indices('(').any(|(place, _)| {
        let before = &code[..place];
        let is_part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$');
        let name = &before[before.trim_end_matches(is_part).len()..];
        before.ends_with(']') || !(name.is_empty() || name.starts_with("Math_"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_is_looked_up_after_a_call_that_says_where() {
        let late = |code: &str| with_late_views(code).unwrap();
        assert_eq!(late("x = HEAP32[$1 + 8 >> 2] | 0;"), "x = HEAP32[$1 + 8 >> 2] | 0;");
        let without = "x = HEAPU8[(Math_imul($1, 8) | 0) >> 0];";
        assert_eq!(late(without), without);
        assert_eq!(late("HEAP32[$7($1) >> 2] | 0"), "(at = $7($1) >> 2, HEAP32)[at] | 0");
        assert_eq!(
            late("HEAP8[HEAP32[FUNCTION_TABLE[$1]($2) >> 2] + HEAP32[$3 >> 2]]"),
            "(at = (at = FUNCTION_TABLE[$1]($2) >> 2, HEAP32)[at] + HEAP32[$3 >> 2], HEAP8)[at]"
        );
        assert!(with_late_views("HEAP8[$7($1").is_err());
    }

    #[test]
    fn what_is_around_the_program_is_replaced() {
        let written = format!(
            "import * as a from './a.js';\n\nfunction asmFunc(imports) {{\nx();\n{MEMORY}y{MEMORY_END}\n\
             return 1;\n}}\n{INSTANCE}\n}});\nexport var memory = retasmFunc.memory;\n"
        );
        let script = script(&written).unwrap();
        assert!(
            script.starts_with(
                "function program(imports) {\nvar at = 0;\nfunction asmFunc(imports) {"
            )
        );
        assert!(script.ends_with("return 1;\n}\n\nreturn asmFunc(imports);\n}"), "{script}");
        assert!(!script.contains("oldPages"));
    }

    #[test]
    fn code_that_a_policy_refuses_is_an_error() {
        let written =
            |code: &str| format!("{IMPORT}a from 'a';\n\n{code}{MEMORY}{MEMORY_END}{INSTANCE}");
        assert!(script(&written("x();")).is_ok());
        assert!(script(&written("eval('x');")).is_err());
    }
}
