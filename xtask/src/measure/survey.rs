//! What a crate's files define, and how long it is. What is there for tests is not counted.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use proc_macro2::Span;
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{Attribute, Block, Item, Meta, Signature};

/// Files, functions and types, in the order in which they were read.
#[derive(Default)]
pub(crate) struct Survey {
    pub(crate) files: Vec<File>,
    pub(crate) functions: Vec<Function>,
    pub(crate) types: Vec<Type>,
}

/// A file of the sources.
pub(crate) struct File {
    /// Relative to the project.
    pub(crate) name: String,
    pub(crate) text: String,
    /// Without those of tests.
    pub(crate) lines: usize,
}

/// A function with a body.
pub(crate) struct Function {
    pub(crate) name: String,
    pub(crate) place: Place,
    /// From its `fn` to its last brace.
    pub(crate) lines: usize,
}

/// A type, a trait, or another name for a type.
pub(crate) struct Type {
    pub(crate) name: String,
    pub(crate) place: Place,
}

/// Where something begins.
pub(crate) struct Place {
    pub(crate) file: String,
    pub(crate) line: usize,
}

impl Survey {
    /// Reads a crate's roots, such as `src/lib.rs`, with all modules that they declare.
    ///
    /// # Errors
    /// Naming the file that cannot be read.
    pub(crate) fn of(project: &Path, roots: &[&str]) -> Result<Self> {
        let mut survey = Self::default();
        let mut open: Vec<PathBuf> = roots.iter().rev().map(PathBuf::from).collect();
        while let Some(file) = open.pop() {
            let text = fs::read_to_string(project.join(&file));
            let text = text.with_context(|| format!("{} cannot be read", file.display()))?;
            let modules = survey.add(&file.to_string_lossy(), text)?;
            let folder = folder_of_modules(&file);
            for module in modules.iter().rev() {
                let own = folder.join(format!("{module}.rs"));
                let is_file = project.join(&own).is_file();
                open.push(if is_file { own } else { folder.join(module).join("mod.rs") });
            }
        }
        Ok(survey)
    }

    /// Reads one file; the modules that it declares and that are files of their own.
    ///
    /// # Errors
    /// What in the file is no Rust.
    pub(crate) fn add(&mut self, name: &str, text: String) -> Result<Vec<String>> {
        let tree = syn::parse_file(&text).with_context(|| format!("{name} is no Rust"))?;
        let mut reader =
            Reader { file: name, survey: self, modules: Vec::new(), test_lines: 0, depth: 0 };
        reader.visit_file(&tree);
        let Reader { modules, test_lines, .. } = reader;
        let lines = text.lines().count() - test_lines;
        self.files.push(File { name: name.to_owned(), text, lines });
        Ok(modules)
    }
}

/// The folder in which the modules of a file are.
fn folder_of_modules(file: &Path) -> PathBuf {
    let is_root = ["mod.rs", "lib.rs", "main.rs"].iter().any(|root| file.ends_with(root));
    if is_root { file.with_file_name("") } else { file.with_extension("") }
}

/// Walks one file.
struct Reader<'s> {
    file: &'s str,
    survey: &'s mut Survey,
    modules: Vec<String>,
    test_lines: usize,
    /// Functions around what is read.
    depth: usize,
}

impl Reader<'_> {
    fn place(&self, span: Span) -> Place {
        Place { file: self.file.to_owned(), line: span.start().line }
    }

    fn function(&mut self, signature: &Signature, body: &Block) {
        let start = signature.fn_token.span;
        let lines = body.brace_token.span.close().end().line - start.start().line + 1;
        let (name, place) = (signature.ident.to_string(), self.place(start));
        self.survey.functions.push(Function { name, place, lines });
    }

    /// A type in a function has no meaning outside of it.
    fn definition(&mut self, name: &syn::Ident) {
        if self.depth == 0 {
            let place = self.place(name.span());
            self.survey.types.push(Type { name: name.to_string(), place });
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes = attributes(item);
        if attributes.iter().any(is_of_tests) {
            let span = item.span();
            self.test_lines += span.end().line - span.start().line + 1;
            return;
        }
        match item {
            Item::Struct(item) => self.definition(&item.ident),
            Item::Enum(item) => self.definition(&item.ident),
            Item::Union(item) => self.definition(&item.ident),
            Item::Trait(item) => self.definition(&item.ident),
            Item::Type(item) => self.definition(&item.ident),
            Item::Fn(item) => self.function(&item.sig, &item.block),
            // What is read from a path of its own belongs to somebody else.
            Item::Mod(item)
                if item.content.is_none()
                    && !attributes.iter().any(|given| given.path().is_ident("path")) =>
            {
                self.modules.push(item.ident.to_string());
            }
            // Some macros are given items as they would stand without it.
            Item::Macro(item) => {
                if let Ok(inside) = syn::parse2::<syn::File>(item.mac.tokens.clone()) {
                    self.visit_file(&inside);
                }
            }
            _ => {}
        }
        visit::visit_item(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(body) = &item.default {
            self.function(&item.sig, body);
        }
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_block(&mut self, block: &'ast Block) {
        self.depth += 1;
        visit::visit_block(self, block);
        self.depth -= 1;
    }
}

/// Whether it says `#[cfg(test)]` or `#[test]`.
fn is_of_tests(attribute: &Attribute) -> bool {
    let is_test = |path: &syn::Path| path.is_ident("test");
    match &attribute.meta {
        Meta::Path(path) => is_test(path),
        Meta::List(list) if list.path.is_ident("cfg") => {
            list.parse_args::<syn::Path>().is_ok_and(|path| is_test(&path))
        }
        Meta::List(_) | Meta::NameValue(_) => false,
    }
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Union(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "//! A file.\n\
        mod below;\n\
        #[cfg(test)]\n\
        mod tests;\n\
        pub struct Place;\n\
        impl Place {\n\
            /// Long.\n\
            pub fn new() -> Self {\n\
                struct Inner;\n\
                Self\n\
            }\n\
        }\n\
        seam! { fn one() {} }\n\
        trait Far { fn far(&self); fn near(&self) {\n } }\n\
        #[cfg(test)]\n\
        mod inside {\n\
            struct Place;\n\
            #[test] fn a() {}\n\
        }\n";

    #[test]
    fn what_is_there_for_tests_is_not_counted() {
        let mut survey = Survey::default();
        assert_eq!(survey.add("a.rs", TEXT.to_owned()).unwrap(), ["below"]);
        let all = |found: &Function| (found.name.clone(), found.place.line, found.lines);
        let functions: Vec<_> = survey.functions.iter().map(all).collect();
        let expected = [("new", 8, 4), ("one", 13, 1), ("near", 14, 2)];
        assert_eq!(functions, expected.map(|(name, line, lines)| (name.to_owned(), line, lines)));
        let types: Vec<_> =
            survey.types.iter().map(|found| (&*found.name, found.place.line)).collect();
        assert_eq!(types, [("Place", 5), ("Far", 14)]);
        assert_eq!(survey.files[0].lines, TEXT.lines().count() - 7);
    }

    #[test]
    fn modules_are_beside_a_root_and_below_another_file() {
        for (file, folder) in [("a/mod.rs", "a"), ("lib.rs", ""), ("a/b.rs", "a/b")] {
            assert_eq!(folder_of_modules(Path::new(file)), Path::new(folder), "{file}");
        }
    }
}
