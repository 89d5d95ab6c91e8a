//! The seam between the two parts of the page's program.
//!
//! The page is compiled and linked as one module. `xtask/src/split.rs` then cuts it: what only the
//! functions of [`second_part!`] reach becomes a second module, which is fetched once the first
//! results are on screen. Both share one memory and one table of functions.
//!
//! This is the only unsafe code of the project, and a crate of its own, so that all others forbid it.

#![no_std]

/// Functions whose code stands in the second part of the program.
///
/// Each gets 32 hexadecimal digits of its own, by which the cut is found. Arguments are
/// references. Natively, and where the program is not cut, it is an ordinary call. In a program
/// that is cut, a call before the second part is there ends the instance.
#[macro_export]
macro_rules! second_part {
    ($(
        $(#[$about:meta])*
        $visible:vis fn $name:ident($($given:ident: $kind:ty),*) -> $made:ty = $work:path, $id:literal;
    )*) => {$(
        $(#[$about])*
        $visible fn $name($($given: $kind),*) -> $made {
            #[cfg(target_family = "wasm")]
            {
                #[link(wasm_import_module = "__wasm_split_placeholder__")]
                #[allow(improper_ctypes)]
                unsafe extern "C" {
                    #[link_name = concat!("__wasm_split_00second00_import_", $id)]
                    fn call($($given: $kind,)* made: &mut Option<$made>);
                }
                #[unsafe(export_name = concat!("__wasm_split_00second00_export_", $id))]
                #[allow(improper_ctypes_definitions)]
                extern "C" fn answer($($given: $kind,)* made: &mut Option<$made>) {
                    *made = Some($work($($given),*));
                }
                let mut made = None;
                // SAFETY: the import is made to be `answer` above, of the same signature, by the
                // cut or by joining the ends again; nothing else has this name.
                unsafe { call($($given,)* &mut made) };
                made.expect("invariant: the other side answers")
            }
            #[cfg(not(target_family = "wasm"))]
            $work($($given),*)
        }
    )*};
}
