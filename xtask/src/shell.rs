//! What the scripts of `shell/` and `embed/` and the pages that hold them may not contain:
//! ways to run text as code or to make HTML of it, and ways out of the page.
//! The program in Rust cannot reach these either; see `clippy.toml`.

use anyhow::{Result, ensure};

use crate::{paths, stamp};

/// A text that is banned, why, and the files that need it.
struct Ban {
    text: &'static str,
    reason: &'static str,
    except: &'static [&'static str],
}

const fn ban(text: &'static str, reason: &'static str) -> Ban {
    Ban { text, reason, except: &[] }
}

const fn ban_except(
    text: &'static str,
    reason: &'static str,
    except: &'static [&'static str],
) -> Ban {
    Ban { text, reason, except }
}

const HTML: &str = "makes HTML of text; use textContent and createElement";
const CODE: &str = "runs text as code";
const LEAVES: &str = "leads out of the page";

const BANS: &[Ban] = &[
    ban("innerHTML", HTML),
    ban("outerHTML", HTML),
    ban("insertAdjacentHTML", HTML),
    ban("createContextualFragment", HTML),
    ban("document.write", HTML),
    ban("srcdoc", HTML),
    ban_except("parseFromString", HTML, &["picture.js"]),
    ban("eval(", CODE),
    ban("Function(", CODE),
    ban("setTimeout('", CODE),
    ban("setTimeout(\"", CODE),
    ban("importScripts", CODE),
    ban("javascript:", CODE),
    ban("setAttribute('on", CODE),
    ban(" onclick=", CODE),
    ban(" onload=", CODE),
    ban("XMLHttpRequest", LEAVES),
    ban("WebSocket", LEAVES),
    ban("EventSource", LEAVES),
    ban("sendBeacon", LEAVES),
    ban("RTCPeerConnection", LEAVES),
    ban("serviceWorker", LEAVES),
    ban("window.open", LEAVES),
    ban("location.assign", LEAVES),
    ban("location.replace", LEAVES),
    ban("location.href =", LEAVES),
    ban("http://", LEAVES),
    ban("https://", LEAVES),
    ban("rel=\"pre", LEAVES),
    ban("dns-prefetch", LEAVES),
    ban_except("fetch(", LEAVES, &["start.js", "about/checks.js", "about/files.js"]),
    ban_except(
        ".src =",
        "loads a script, picture or page",
        &["start.js", "support.js", "embed/embed.js", "conformance.js", "stranger.js"],
    ),
];

/// Reads `index.html` and all of `shell/` and `embed/`.
///
/// # Errors
/// When something banned is in them; the error names each place.
pub(crate) fn check() -> Result<()> {
    let mut found = Vec::new();
    let folders = ["shell", "embed", "index.html"].map(|name| stamp::files(&paths::root(name)));
    for file in folders.into_iter().collect::<Result<Vec<_>>>()?.concat() {
        let text = String::from_utf8(stamp::read(&file)?)?;
        let name = file.strip_prefix(paths::root(""))?.display().to_string();
        found.extend(banned(&name, &text));
    }
    ensure!(found.is_empty(), "\n{}", found.join("\n"));
    Ok(())
}

fn banned(name: &str, text: &str) -> Vec<String> {
    // The namespace of SVG is a name and no address.
    let lines = text.lines().map(|line| line.replace("http://www.w3.org/2000/svg", ""));
    let mut found = Vec::new();
    for (index, line) in lines.enumerate() {
        let place = format!("{name}:{}", index + 1);
        let here = BANS.iter().filter(|ban| line.contains(ban.text));
        let here = here.filter(|ban| !ban.except.iter().any(|file| name.ends_with(file)));
        found.extend(here.map(|ban| format!("{place}: `{}` {}", ban.text, ban.reason)));
        if line.starts_with("import ") && !line.contains("'./") {
            found.push(format!("{place}: a script of the page uses scripts beside it only"));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_ban_is_found_with_its_line() {
        for ban in BANS {
            let text = format!("quiet\nx{}y", ban.text);
            assert_eq!(banned("shell/x.js", &text).len(), 1, "{}", ban.text);
            assert!(banned("shell/x.js", &text)[0].starts_with("shell/x.js:2: "));
        }
    }

    #[test]
    fn what_one_file_needs_is_allowed_there_only() {
        assert_eq!(banned("shell/start.js", "fetch(address)"), Vec::<String>::new());
        assert_eq!(banned("shell/store.js", "fetch(address)").len(), 1);
    }

    #[test]
    fn packages_do_not_get_into_the_page() {
        assert_eq!(banned("shell/x.js", "import { a } from './a.js';"), Vec::<String>::new());
        assert_eq!(banned("shell/x.js", "import { a } from 'a';").len(), 1);
    }
}
