//! The two parts of the program: cut where `split/src/lib.rs` says, or joined again.
//!
//! The cut follows what reaches what: functions and data that only the functions of the seam reach
//! become a module of their own, which imports memory, table and stack pointer of the first. It
//! works on a module that was linked with its relocations, before it is bound to JavaScript.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};
use walrus::{ConstExpr, Element, ElementItems, FunctionId, ImportKind, Module, ModuleConfig};
use wasm_split_cli_support::{Options, transform};

/// What the linker must leave in the module, and the table that both parts share.
pub(crate) const LINKER_FLAGS: [&str; 2] =
    ["-Clink-arg=--emit-relocs", "-Clink-arg=--export-table"];

/// Module name of the imports that stand for functions of the second part.
const PLACEHOLDER: &str = "__wasm_split_placeholder__";

/// The two modules of a program.
pub(crate) struct Parts {
    pub(crate) first: PathBuf,
    pub(crate) second: PathBuf,
}

/// Cuts a linked module; the parts are put into `folder`.
///
/// # Errors
/// When the module has no seam or cannot be cut there.
pub(crate) fn cut(linked: &Path, folder: &Path) -> Result<Parts> {
    let bytes = fs::read(linked)?;
    let first = folder.join("first.wasm");
    let mut options = Options::new(&bytes);
    (options.output_dir, options.main_out_path) = (folder, &first);
    let made =
        transform(options).map_err(|error| anyhow!("the program cannot be cut: {error:#}"))?;
    let [second] = <[PathBuf; 1]>::try_from(made.split_modules).map_err(|found| {
        anyhow!("the program must be cut in two, and has beside one: {found:?}")
    })?;
    Ok(Parts { first, second })
}

/// Takes out of a bound first part what only kept the places of the second in the table. They are
/// instructions that the first version of WebAssembly does not know.
pub(crate) fn remove_placeholders(first: &mut Module) {
    let placeholders = first.elements.iter().filter(|element| is_empty(&element.items));
    let placeholders: Vec<_> = placeholders.map(Element::id).collect();
    for id in placeholders {
        for table in first.tables.iter_mut() {
            table.elem_segments.remove(&id);
        }
        first.elements.delete(id);
    }
}

fn is_empty(items: &ElementItems) -> bool {
    let ElementItems::Expressions(_, items) = items else { return false };
    items.iter().all(|item| matches!(item, ConstExpr::RefNull(_)))
}

/// The program in one piece: each call across the seam goes to the function itself.
///
/// # Errors
/// When an end of the seam is missing.
pub(crate) fn join(mut module: Module) -> Result<Module> {
    for (name, import) in seam(&module) {
        let export = name.replacen("00_import_", "00_export_", 1);
        let function = module.exports.get_func(&export);
        let function = function.with_context(|| format!("the seam has no {export}"))?;
        module.replace_imported_func(import, |(body, arguments)| {
            for argument in arguments {
                body.local_get(*argument);
            }
            body.call(function);
        })?;
        module.exports.remove(&export)?;
    }
    // What only the cut reads.
    for section in ["linking", "reloc.CODE", "reloc.DATA"] {
        module.customs.remove_raw(section);
    }
    Ok(module)
}

/// Names and functions of the imports that stand for functions of the second part.
fn seam(module: &Module) -> Vec<(String, FunctionId)> {
    let ends = module.imports.iter().filter(|import| import.module == PLACEHOLDER);
    let ends = ends.filter_map(|import| match import.kind {
        ImportKind::Function(function) => Some((import.name.clone(), function)),
        _ => None,
    });
    ends.collect()
}

/// A module, with the names that the binding needs.
///
/// # Errors
/// When it is none.
pub(crate) fn read(path: &Path) -> Result<Module> {
    let mut config = ModuleConfig::new();
    config.generate_producers_section(false).generate_name_section(true);
    config.parse_file(path).with_context(|| format!("{} is no module", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{ConstExpr, ElementKind, ExportItem, FunctionBuilder, RefType, ValType};

    const IMPORT: &str = "__wasm_split_00second00_import_1";
    const EXPORT: &str = "__wasm_split_00second00_export_1";

    /// A module whose function `caller` calls across the seam.
    fn with_a_seam(export: &str) -> Module {
        let mut module = Module::default();
        let kind = module.types.add(&[ValType::I32], &[ValType::I32]);
        let (import, _) = module.add_import_func(PLACEHOLDER, IMPORT, kind);
        let argument = module.locals.add(ValType::I32);
        let mut function = |body: &dyn Fn(&mut walrus::InstrSeqBuilder)| {
            let mut builder =
                FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I32]);
            body(&mut builder.func_body());
            builder.finish(vec![argument], &mut module.funcs)
        };
        let answer = function(&|body| {
            body.local_get(argument);
        });
        let caller = function(&|body| {
            body.local_get(argument).call(import);
        });
        module.exports.add(export, answer);
        module.exports.add("caller", caller);
        module
    }

    #[test]
    fn a_joined_program_imports_and_exports_no_end_of_the_seam() {
        let joined = join(with_a_seam(EXPORT)).unwrap();
        assert_eq!(joined.imports.iter().count(), 0);
        let names: Vec<&str> = joined.exports.iter().map(|export| export.name.as_str()).collect();
        assert_eq!(names, ["caller"]);
    }

    #[test]
    fn a_seam_without_its_other_end_is_an_error() {
        assert!(join(with_a_seam("other")).is_err());
    }

    #[test]
    fn only_empty_places_of_the_table_are_removed() {
        let mut module = with_a_seam(EXPORT);
        let table = module.tables.add_local(false, 3, None, RefType::FUNCREF);
        let ExportItem::Function(function) = module.exports.iter().next().unwrap().item else {
            panic!("it exports a function");
        };
        for items in [
            ElementItems::Functions(vec![function]),
            ElementItems::Expressions(RefType::FUNCREF, vec![ConstExpr::RefNull(RefType::FUNCREF)]),
        ] {
            let offset = ConstExpr::Value(walrus::ir::Value::I32(1));
            let id = module.elements.add(ElementKind::Active { table, offset }, items);
            module.tables.get_mut(table).elem_segments.insert(id);
        }
        remove_placeholders(&mut module);
        let kept: Vec<_> = module.elements.iter().map(|element| is_empty(&element.items)).collect();
        assert_eq!(kept, [false]);
        assert_eq!(module.tables.get(table).elem_segments.len(), 1);
    }
}
