//! The seam between the two parts of the page's program.
//!
//! The page is compiled and linked as one module. `xtask/src/split.rs` then cuts it: what only the
//! functions of [`second_part!`] reach becomes a second module, which is fetched once the first
//! results are on screen. Both share one memory and one table of functions.
//!
//! This is the only unsafe code of the project, and a crate of its own, so that all others forbid it.

#![no_std]

#[doc(hidden)]
pub use tuiyan_split_id::id;

/// Functions whose code stands in the second part of the program.
///
/// `token` is a type of which there is a value only once the second part can be called: each function takes one
/// before its arguments, so that a call that comes too early does not compile. Arguments are references. Natively,
/// and where the program is not cut, a function is an ordinary call. The ends of the seam are named after the
/// functions, which therefore need different names.
#[macro_export]
macro_rules! second_part {
    (token $token:ty; $(
        $(#[$about:meta])*
        $visible:vis fn $name:ident($($given:ident: $kind:ty),* $(,)?) -> $made:ty = $work:path;
    )*) => {$(
        $(#[$about])*
        $visible fn $name(_: $token, $($given: $kind),*) -> $made {
            #[cfg(target_family = "wasm")]
            {
                #[link(wasm_import_module = "__wasm_split_placeholder__")]
                #[allow(improper_ctypes)]
                unsafe extern "C" {
                    #[link_name = concat!("__wasm_split_00second00_import_", $crate::id!($name))]
                    fn call($($given: $kind,)* made: &mut Option<$made>);
                }
                #[unsafe(export_name = concat!("__wasm_split_00second00_export_", $crate::id!($name)))]
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
