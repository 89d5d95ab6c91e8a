//! Serves `dist/` on this machine, for looking at the page and for its tests.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

use tiny_http::{Header, Response, Server};

use crate::bundle;
use crate::run::{Outcome, root};

const PORT: u16 = 8080;

/// Builds what is missing, serves it and says where.
pub(crate) fn serve(arguments: &[String]) -> Outcome {
    let port = port(arguments)?;
    bundle::build()?;
    let server = start(root().join("dist"), port)?;
    println!("\nTuiyan is at {}/   (Ctrl-C ends it)", address(&server));
    loop {
        thread::park();
    }
}

fn port(arguments: &[String]) -> Outcome<u16> {
    let Some(flag) = arguments.iter().position(|argument| argument == "--port") else {
        return Ok(PORT);
    };
    let given = arguments.get(flag + 1).and_then(|port| port.parse().ok());
    given.ok_or_else(|| "--port needs a number from 0 to 65535".into())
}

/// Serves a folder in the background; port 0 takes a free one.
pub(crate) fn start(folder: PathBuf, port: u16) -> Outcome<Arc<Server>> {
    let server = Server::http(("127.0.0.1", port)).map_err(|error| {
        format!("port {port} cannot be used: {error}; try --port with another number")
    })?;
    let server = Arc::new(server);
    for _ in 0..4 {
        let (server, folder) = (Arc::clone(&server), folder.clone());
        thread::spawn(move || {
            for request in server.incoming_requests() {
                let response = answer(&folder, request.url());
                // The browser may have gone away; that is its right.
                let _ = request.respond(response);
            }
        });
    }
    Ok(server)
}

/// Where a server listens.
pub(crate) fn address(server: &Server) -> String {
    format!("http://{}", server.server_addr())
}

fn answer(folder: &Path, url: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    let path = url.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    // Only names below the folder: no way up, no absolute path.
    let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    let contents = inside.then(|| std::fs::read(folder.join(path)).ok()).flatten();
    let Some(contents) = contents else {
        return Response::from_data("not found").with_status_code(404);
    };
    let response = Response::from_data(contents);
    match Header::from_bytes("Content-Type", media_type(path)) {
        Ok(header) => response.with_header(header),
        Err(()) => response,
    }
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
