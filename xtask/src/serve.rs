//! Serves a made page on this machine only.

use std::fs::{self, File};
use std::net::Ipv4Addr;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

use crate::{bundle, watch};

/// In every test the browser refuses text that would become HTML or a script, but for the two ways
/// of `shell/support.js`. The page's own policy comes on top.
const TRUSTED_TYPES: &str = "require-trusted-types-for 'script'; trusted-types tuiyan";

/// A browser that takes its time over a large file keeps nobody else waiting.
const WORKERS: usize = 4;

/// Serves the page in the form that the browsers of today take, until it is stopped; builds what is missing.
///
/// # Errors
/// When the page cannot be built or the port is taken.
pub(crate) fn serve(port: u16) -> Result<()> {
    let folder = bundle::served()?;
    let (server, address) = listen(port)?;
    println!(
        "\nTuiyan 推演: {address}\n(for browsers since 2021; all forms and the single files are made by `cargo xtask build`; \
         Ctrl-C stops; after a change, stop and start again)"
    );
    answer(&server, |request| respond(request, &folder));
    Ok(())
}

/// Serves a draft that follows the sources, until it is stopped.
///
/// # Errors
/// When the page cannot be built, the port is taken or the sources cannot be watched.
pub(crate) fn serve_draft(port: u16) -> Result<()> {
    let folder = bundle::draft()?;
    let (server, address) = listen(port)?;
    println!(
        "\nTuiyan 推演, a draft: {address}\n(Ctrl-C stops; a change of a source is on screen by itself)"
    );
    std::thread::spawn(move || answer(&server, |request| respond_with_draft(request, &folder)));
    watch::remake(bundle::draft)
}

/// Serves `folder` aside on a free port, for as long as this program runs.
///
/// # Errors
/// When there is no free port.
pub(crate) fn aside(folder: PathBuf) -> Result<String> {
    let (server, address) = listen(0)?;
    std::thread::spawn(move || answer(&server, |request| respond(request, &folder)));
    Ok(address)
}

fn listen(port: u16) -> Result<(Server, String)> {
    let server = Server::http((Ipv4Addr::LOCALHOST, port)).map_err(|error| anyhow!(error));
    let server = server.with_context(|| {
        format!("port {port} cannot be had; choose another with `cargo xtask serve --port N`")
    })?;
    let bound = server.server_addr().to_ip().context("invariant: bound to an IP address")?;
    Ok((server, format!("http://{bound}/")))
}

fn answer(server: &Server, respond: impl Fn(Request) -> std::io::Result<()> + Sync) {
    std::thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                for request in server.incoming_requests() {
                    // A browser that hangs up in between concerns nobody else.
                    let _ = respond(request);
                }
            });
        }
    });
}

fn respond(request: Request, folder: &Path) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(StatusCode(405)));
    }
    let found = requested_file(folder, request.url());
    let Some((path, file)) = found.and_then(|path| Some((path.clone(), File::open(path).ok()?)))
    else {
        return request.respond(Response::from_string("not found").with_status_code(404));
    };
    let response = Response::from_file(file)
        .with_header(header("Content-Type", media_type(&path)))
        .with_header(header("Cache-Control", "no-cache"))
        .with_header(header("Content-Security-Policy", TRUSTED_TYPES));
    request.respond(response)
}

/// The same, with the script that loads the page again after a change.
fn respond_with_draft(request: Request, folder: &Path) -> std::io::Result<()> {
    let script = |text: String| {
        let response = Response::from_string(text).with_header(header("Cache-Control", "no-cache"));
        response.with_header(header("Content-Type", "text/javascript; charset=utf-8"))
    };
    let path = request.url().split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    match path {
        watch::EDITION_FILE => request.respond(script(watch::edition())),
        watch::SCRIPT_FILE => request.respond(script(watch::SCRIPT.to_owned())),
        "" | "index.html" => {
            let page = fs::read_to_string(folder.join("index.html")).unwrap_or_default();
            let page = page + &format!("<script src=\"{}\"></script>\n", watch::SCRIPT_FILE);
            let response =
                Response::from_string(page).with_header(header("Cache-Control", "no-cache"));
            let html = header("Content-Type", "text/html; charset=utf-8");
            request.respond(response.with_header(html))
        }
        _ => respond(request, folder),
    }
}

/// The file that an address means, or none when it leads out of `folder`.
fn requested_file(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    let file = folder.join(path);
    (inside && file.is_file()).then_some(file)
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("invariant: both are constant ASCII text")
}

#[cfg(test)]
mod tests {
    use crate::paths;

    use super::*;

    fn in_xtask(url: &str) -> Option<PathBuf> {
        requested_file(&paths::root("xtask"), url)
    }

    #[test]
    fn finds_files_whatever_the_query_says() {
        assert_eq!(in_xtask("/Cargo.toml?x=1"), Some(paths::root("xtask/Cargo.toml")));
        assert_eq!(in_xtask("/src/main.rs"), Some(paths::root("xtask/src/main.rs")));
        assert_eq!(in_xtask("/"), None, "a folder without index.html");
    }

    #[test]
    fn does_not_leave_the_folder() {
        assert!(paths::root("Cargo.toml").is_file());
        for url in ["/../Cargo.toml", "/src/../../Cargo.toml", "//etc/passwd", "/./Cargo.toml/.."] {
            assert_eq!(in_xtask(url), None, "{url}");
        }
    }
}
