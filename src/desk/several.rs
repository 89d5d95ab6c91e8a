//! Several files that are brought at once, each with what became of it.

use crate::desk::workspace::Workspace;
use crate::library::{Ending, Opened, TextFile};

impl Workspace {
    /// Opens one after the other and tells of all; an `Err` is what to tell of a file that was not read.
    pub(super) fn open_all(&mut self, files: Vec<Result<TextFile, Opened>>) {
        let mut all = Vec::with_capacity(files.len());
        for file in files {
            match file {
                Ok(file) => self.open(file),
                Err(told) => self.opened = Some(told),
            }
            all.extend(self.opened.take());
        }
        self.opened = Some(Opened::refused(String::new(), Ending::Several(all)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::workspace::{Bring, Request};
    use crate::library::{Library, builtin};
    use crate::session::Action;

    #[test]
    fn each_of_several_files_is_told_of_and_goes_with_the_plan_that_it_brought() {
        let before = Workspace::first(Library::built_in().unwrap()).unwrap();
        let file = |name: &str, text: &str| TextFile { name: name.to_owned(), text: text.into() };
        let files = vec![
            Ok(file("a.txt", "hello")),
            Ok(file("b.toml", builtin::REGIONS[1].document())),
            Err(Opened::refused("c".to_owned(), Ending::NoFile)),
        ];
        let after = before.clone().after(Request::Bring(Bring::Files(files)));
        let Ending::Several(all) = &after.opened.as_ref().unwrap().ending else { panic!() };
        let ends: Vec<&Ending> = all.iter().map(|told| &told.ending).collect();
        assert_eq!(ends, [&Ending::Unknown, &Ending::Runs, &Ending::NoFile]);
        assert_ne!(after.session.plan(), before.session.plan());
        assert!(after.after(Request::Act(Action::Undo)).opened.is_none());
    }
}
