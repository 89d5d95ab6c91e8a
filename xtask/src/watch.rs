//! The loop of working on screens: after every change of a source the draft is made anew, and the pages that show it
//! load themselves again.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use anyhow::Result;
use notify::{RecursiveMode, Watcher as _};

use crate::paths;

/// Folders that a draft is made of.
const FOLDERS: [&str; 8] =
    ["src", "kernel/src", "split", "styles", "shell", "embed", "models", "regions"];

/// Files that a draft is made of, beside the folders. Their own folder is watched: an editor that saves by putting a new
/// file in the place of the old one would end a watch of the file.
const FILES: [&str; 5] = ["index.html", "selfcheck.html", "build.rs", "Cargo.toml", "Cargo.lock"];

/// An editor writes a file in several steps, and several files at a time.
const SETTLE: Duration = Duration::from_millis(120);

/// Counts the drafts that were made, for the pages that ask.
static EDITION: AtomicU64 = AtomicU64::new(0);

/// The name under which a page asks for [`edition`].
pub(crate) const EDITION_FILE: &str = "xtask-edition";

/// The name of the script that asks.
pub(crate) const SCRIPT_FILE: &str = "xtask-reload.js";

/// Asks twice a second and loads the page again once there is another draft.
pub(crate) const SCRIPT: &str = "\
(async () => {
  const edition = async () => (await fetch('xtask-edition')).text();
  const shown = await edition();
  setInterval(() => edition().then(now => { if (now !== shown) location.reload(); }, () => {}), 500);
})();
";

/// Which draft is served.
pub(crate) fn edition() -> String {
    EDITION.load(Ordering::Relaxed).to_string()
}

/// Makes the draft anew after every change, as long as this program runs. What does not compile is told, and the draft
/// before stays.
///
/// # Errors
/// When the sources cannot be watched.
pub(crate) fn remake(make: fn() -> Result<PathBuf>) -> Result<()> {
    let (sender, changes) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // An event that cannot be understood is a reason to look as well.
        if event.is_ok_and(|event| !is_change(&event)) {
            return;
        }
        // Who no longer listens needs no word.
        let _ = sender.send(());
    })?;
    for folder in FOLDERS {
        watcher.watch(&paths::root(folder), RecursiveMode::Recursive)?;
    }
    watcher.watch(&paths::root(""), RecursiveMode::NonRecursive)?;
    while wait(&changes) {
        let begun = Instant::now();
        match make() {
            Ok(_) => {
                EDITION.fetch_add(1, Ordering::Relaxed);
                println!("on screen after {:.1} s", begun.elapsed().as_secs_f64());
            }
            Err(error) => println!("\nerror: {error:#}\nThe draft before is still served."),
        }
    }
    Ok(())
}

/// Whether something that a draft is made of may be another now; reading a file changes nothing.
fn is_change(event: &notify::Event) -> bool {
    let is_source = |path: &PathBuf| {
        FOLDERS.iter().any(|folder| path.starts_with(paths::root(folder)))
            || FILES.iter().any(|file| *path == paths::root(file))
    };
    !event.kind.is_access() && event.paths.iter().any(is_source)
}

/// Waits for a change, and until no further one follows at once; whether there was one.
fn wait(changes: &Receiver<()>) -> bool {
    if changes.recv().is_err() {
        return false;
    }
    while changes.recv_timeout(SETTLE).is_ok() {}
    true
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, CreateKind, EventKind, ModifyKind, RenameMode};

    use super::*;

    fn of(kind: EventKind, path: &str) -> bool {
        is_change(&notify::Event::new(kind).add_path(paths::root(path)))
    }

    #[test]
    fn a_file_that_takes_the_place_of_a_source_is_a_change() {
        let renamed = EventKind::Modify(ModifyKind::Name(RenameMode::To));
        assert!(of(renamed, "index.html") && of(renamed, "styles/widgets/new.css"));
        assert!(of(EventKind::Create(CreateKind::File), "src/ui/new.rs"));
    }

    #[test]
    fn what_is_made_and_what_is_read_is_none() {
        let created = EventKind::Create(CreateKind::Any);
        assert!(!of(created, "target") && !of(created, "dist") && !of(created, "README.md"));
        assert!(!of(EventKind::Access(AccessKind::Read), "src/lib.rs"));
    }
}
