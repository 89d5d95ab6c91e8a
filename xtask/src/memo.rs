//! What need not be found out again after every change while `serve --draft` runs.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use anyhow::Result;

use crate::stamp::Fingerprint;

/// By name: what it was made from, and what was made.
static KEPT: Mutex<BTreeMap<String, (String, String)>> = Mutex::new(BTreeMap::new());

/// A text that is made from what `print` is of, or was made from the same before.
///
/// # Errors
/// When it cannot be made.
pub(crate) fn kept(
    name: &str,
    print: Fingerprint,
    make: impl FnOnce() -> Result<String>,
) -> Result<String> {
    let print = print.finish();
    // A text is put in whole, so that whoever panics leaves nothing half done.
    let lock = || KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, text)) = lock().get(name).filter(|(from, _)| *from == print) {
        return Ok(text.clone());
    }
    let text = make()?;
    lock().insert(name.to_owned(), (print, text.clone()));
    Ok(text)
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    #[test]
    fn a_text_is_made_again_when_what_it_is_made_from_changed() {
        let from = |source: &str, made: &str| {
            kept("test", Fingerprint::default().text(source), || Ok(made.to_owned())).unwrap()
        };
        assert_eq!(from("a", "1"), "1");
        assert_eq!(from("a", "2"), "1");
        assert_eq!(from("b", "3"), "3");
        assert_eq!(from("a", "4"), "4");
    }

    #[test]
    fn what_failed_is_tried_again() {
        let print = || Fingerprint::default().text("same");
        assert!(kept("failing", print(), || Err(anyhow!("no"))).is_err());
        assert_eq!(kept("failing", print(), || Ok("yes".to_owned())).unwrap(), "yes");
    }
}
