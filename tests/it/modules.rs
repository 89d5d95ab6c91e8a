//! The files of a crate and what each uses of the others.
//!
//! What counts is what the compiler would follow: every `use` and every path in the code that is
//! shipped. A name that a module only passes on leads to the file that defines it, so a `mod.rs`
//! may gather the names of its folder; whoever takes what it defines itself depends on it. Methods
//! are not followed: that one file adds them to another's type is how a type is told in parts.
//!
//! `cargo xtask measure` reads this file too.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Who may use a name that is imported.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    Here,
    /// It is passed on.
    Outside,
}

/// Where tokens stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    Module,
    /// Between braces, where nothing is defined for others.
    Inside,
}

/// A `use` of one name.
struct Import {
    /// What the name is here.
    name: String,
    path: Vec<String>,
    reach: Reach,
}

/// What a file says to the rest of its crate.
#[derive(Default)]
struct Module {
    /// The name of the file.
    file: String,
    /// The files that it declares as its modules.
    children: BTreeSet<String>,
    /// The names that it defines.
    defined: BTreeSet<String>,
    imports: Vec<Import>,
    /// Paths of modules all of whose names are imported.
    globs: Vec<Vec<String>>,
    /// Paths in the code, imports aside.
    paths: BTreeSet<Vec<String>>,
    /// Words in the code, imports aside.
    words: BTreeSet<String>,
}

impl Module {
    fn read(file: &str, text: &str) -> Self {
        let mut module = Self { file: file.to_owned(), ..Self::default() };
        let tokens: TokenStream = text.parse().unwrap();
        module.items(&without_tests(tokens), Depth::Module);
        module
    }

    /// Takes in what stands between two braces, or in the whole file.
    fn items(&mut self, tokens: &[TokenTree], depth: Depth) {
        let mut at = 0;
        let mut is_public = false;
        while let Some(token) = tokens.get(at) {
            let next = tokens.get(at + 1).map(ToString::to_string).unwrap_or_default();
            match word(token).as_deref() {
                // A type may also `use<'a>` what it borrows from.
                Some("use") if tokens.get(at + 1).is_some_and(|token| word(token).is_some()) => {
                    let end =
                        at + tokens[at..].iter().position(|token| is_mark(token, ';')).unwrap();
                    let reach = if is_public { Reach::Outside } else { Reach::Here };
                    self.import(&tokens[at + 1..end], &[], reach);
                    (at, is_public) = (end + 1, false);
                    continue;
                }
                Some("mod") if tokens.get(at + 2).is_some_and(|token| is_mark(token, ';')) => {
                    self.children.insert(next);
                    at += 2;
                }
                Some("fn" | "struct" | "enum" | "trait" | "type" | "const" | "static")
                    if depth == Depth::Module && !next.is_empty() =>
                {
                    self.defined.insert(next);
                }
                Some("pub") => is_public = true,
                Some(_) => at = self.path(tokens, at),
                None => {}
            }
            if let Some(TokenTree::Group(group)) = tokens.get(at) {
                // What `pub` may be followed by.
                let is_reach = group.delimiter() == Delimiter::Parenthesis;
                is_public &= is_reach;
                self.items(&without_tests(group.stream()), Depth::Inside);
            } else if tokens.get(at).is_some_and(|token| is_mark(token, ';')) {
                is_public = false;
            }
            at += 1;
        }
    }

    /// Takes in the path that begins here; the place of its last word.
    fn path(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        let mut path = vec![tokens[at].to_string()];
        let mut end = at;
        while let Some(next) =
            after_colons(tokens, end).filter(|next| word(&tokens[*next]).is_some())
        {
            path.push(tokens[next].to_string());
            end = next;
        }
        self.words.insert(path[0].clone());
        // `Vec::<T>::new` goes on after a bracket: its end is no beginning.
        let goes_on = at >= 2 && is_mark(&tokens[at - 1], ':') && is_mark(&tokens[at - 2], ':');
        if path.len() > 1 && !goes_on {
            self.paths.insert(path);
        }
        end
    }

    /// Takes in a tree of imports, which stands below `above`.
    fn import(&mut self, tokens: &[TokenTree], above: &[String], reach: Reach) {
        let mut path = above.to_vec();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            if let TokenTree::Group(group) = token {
                let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                for part in
                    inside.split(|token| is_mark(token, ',')).filter(|part| !part.is_empty())
                {
                    self.import(part, &path, reach);
                }
                return;
            }
            if is_mark(token, '*') {
                return self.globs.push(path);
            }
            if word(token).is_some_and(|word| word == "as") {
                let name = tokens[at + 1].to_string();
                return self.imports.push(Import { name, path, reach });
            }
            // `{self}` is the module before the brace.
            path.extend(word(token).filter(|word| word != "self" || path.is_empty()));
            at += 1;
        }
        let name = path.last().unwrap().clone();
        self.imports.push(Import { name, path, reach });
    }
}

fn word(token: &TokenTree) -> Option<String> {
    if let TokenTree::Ident(word) = token { Some(word.to_string()) } else { None }
}

fn is_mark(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(found) if found.as_char() == mark)
}

/// The place after the `::` that follows.
fn after_colons(tokens: &[TokenTree], at: usize) -> Option<usize> {
    let colons = tokens.get(at + 1..at + 3)?;
    (colons.iter().all(|token| is_mark(token, ':')) && tokens.len() > at + 3).then_some(at + 3)
}

/// Tokens without those of items under `#[cfg(test)]`.
fn without_tests(tokens: TokenStream) -> Vec<TokenTree> {
    let mut kept: Vec<TokenTree> = Vec::new();
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        let is_test = token.to_string().replace(' ', "") == "[cfg(test)]";
        if is_test && kept.last().is_some_and(|last| is_mark(last, '#')) {
            kept.pop();
            let is_body = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
            let mut is_import = false;
            let _ = tokens.find(|token| {
                is_import |= word(token).is_some_and(|word| word == "use");
                is_mark(token, ';') || is_body(token) && !is_import
            });
        } else {
            kept.push(token);
        }
    }
    kept
}

/// What a path leads to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Target<'m> {
    /// A module as such, the names of which may be anywhere.
    Module(&'m [String]),
    /// Something that this module defines.
    Inside(&'m [String]),
}

/// The modules of a crate by their paths.
pub(crate) struct Modules(BTreeMap<Vec<String>, Module>);

impl Modules {
    /// From paths in the crate, names of files and texts.
    pub(crate) fn read<'f>(files: impl Iterator<Item = (&'f str, &'f str, &'f str)>) -> Self {
        let mut modules: BTreeMap<_, _> = files
            .map(|(path, name, text)| {
                let mut path: Vec<_> =
                    path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
                path.pop_if(|last| ["mod", "lib", "main"].contains(&&**last));
                (path, Module::read(name, text))
            })
            .collect();
        // What is only declared for tests is a test.
        let declared: BTreeSet<Vec<String>> = modules
            .iter()
            .flat_map(|(path, module)| {
                module
                    .children
                    .iter()
                    .map(|child| [path.as_slice(), std::slice::from_ref(child)].concat())
            })
            .collect();
        modules.retain(|path, _| path.is_empty() || declared.contains(path));
        Self(modules)
    }

    /// What a path leads to that is written in a module; nothing outside the crate.
    fn follow<'m>(
        &'m self,
        from: &'m [String],
        path: &[String],
        seen: &mut Seen,
    ) -> BTreeSet<Target<'m>> {
        let root = self.0.first_key_value().unwrap().0;
        let mut reached = match path[0].as_str() {
            "crate" => BTreeSet::from([Target::Module(root)]),
            "self" => BTreeSet::from([Target::Module(from)]),
            "super" => BTreeSet::from([Target::Module(&from[..from.len() - 1])]),
            name => self.named(from, name, seen),
        };
        for name in &path[1..] {
            let step = |target| match target {
                Target::Module(module) if name == "super" => {
                    BTreeSet::from([Target::Module(&module[..module.len() - 1])])
                }
                Target::Module(module) => {
                    let found = self.named(module, name, seen);
                    // What a macro defines has a name that is not seen.
                    if found.is_empty() { BTreeSet::from([Target::Inside(module)]) } else { found }
                }
                Target::Inside(_) => BTreeSet::from([target]),
            };
            reached = reached.into_iter().flat_map(step).collect();
        }
        reached
    }

    /// What a name means in a module: a module and a function may share one.
    fn named<'m>(&'m self, at: &'m [String], name: &str, seen: &mut Seen) -> BTreeSet<Target<'m>> {
        let Some((at, module)) = self.0.get_key_value(at) else { return BTreeSet::new() };
        let mut found = BTreeSet::new();
        if let Some((child, _)) = self.0.get_key_value(&[at, &[name.to_owned()][..]].concat()) {
            found.insert(Target::Module(child));
        }
        if module.defined.contains(name) {
            found.insert(Target::Inside(at));
        }
        // A function that is imported from the module of its name is asked for on the way to it.
        if !seen.insert((at.clone(), name.to_owned())) {
            return found;
        }
        for import in module.imports.iter().filter(|import| import.name == name) {
            found.extend(self.follow(at, &import.path, seen));
        }
        for glob in &module.globs {
            for target in self.follow(at, glob, seen) {
                if let Target::Module(module) = target {
                    found.extend(self.named(module, name, seen));
                }
            }
        }
        seen.remove(&(at.clone(), name.to_owned()));
        found
    }

    /// Which file uses which, and by what paths.
    pub(crate) fn uses(&self) -> BTreeMap<(&str, &str), BTreeSet<String>> {
        let mut uses = BTreeMap::<_, BTreeSet<String>>::new();
        for (at, module) in &self.0 {
            let imports = module.imports.iter();
            let imports = imports.filter(|import| {
                import.reach == Reach::Here || module.words.contains(&import.name)
            });
            let imports = imports.map(|import| &import.path);
            for path in imports.chain(&module.globs).chain(&module.paths) {
                for target in self.follow(at, path, &mut Seen::new()) {
                    let Target::Inside(owner) = target else { continue };
                    if owner != at {
                        let files = (module.file.as_str(), self.0[owner].file.as_str());
                        uses.entry(files).or_default().insert(path.join("::"));
                    }
                }
            }
        }
        uses
    }

    /// The sets of files of which each uses all the others over some way.
    pub(crate) fn circles(&self) -> BTreeSet<BTreeSet<&str>> {
        let uses = self.uses();
        let mut next = BTreeMap::<&str, Vec<&str>>::new();
        for (from, to) in uses.keys() {
            next.entry(from).or_default().push(to);
        }
        let reach: BTreeMap<&str, BTreeSet<&str>> =
            next.keys().map(|file| (*file, reached(file, &next))).collect();
        let circle = |file: &&str| -> BTreeSet<&str> {
            let back = |other: &&&str| reach.get(**other).is_some_and(|reach| reach.contains(file));
            reach[file].iter().filter(back).copied().collect()
        };
        next.keys().map(circle).filter(|circle| !circle.is_empty()).collect()
    }

    /// Each of the circles with the names that make it.
    pub(crate) fn cycles(&self) -> Vec<String> {
        let uses = self.uses();
        self.circles().iter().map(|circle| told(circle, &uses)).collect()
    }
}

/// Names that are being followed, and where.
type Seen = BTreeSet<(Vec<String>, String)>;

/// All files that one uses, over whatever detours.
fn reached<'f>(file: &'f str, next: &BTreeMap<&'f str, Vec<&'f str>>) -> BTreeSet<&'f str> {
    let mut found = BTreeSet::new();
    let mut open = vec![file];
    while let Some(from) = open.pop() {
        open.extend(next.get(from).into_iter().flatten().filter(|used| found.insert(**used)));
    }
    found
}

fn told(circle: &BTreeSet<&str>, uses: &BTreeMap<(&str, &str), BTreeSet<String>>) -> String {
    let inside = uses.iter().filter(|((from, to), _)| circle.contains(from) && circle.contains(to));
    let lines = inside.map(|((from, to), paths)| {
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        format!("\n  {from} → {to}: {}", paths.join(", "))
    });
    format!("{} files in a circle:{}", circle.len(), lines.collect::<String>())
}
