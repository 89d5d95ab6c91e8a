//! nginx as `deploy/nginx.conf` sets it up, serving `dist/` on a free port of this machine.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Child;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};

use crate::process::program;
use crate::{paths, stamp, system};

/// What a webmaster changes in the configuration; the test changes the same.
const PORT: &str = "listen 80;";
const FOLDER: &str = "/opt/tuiyan/dist/";
const ANCESTORS: &str = "frame-ancestors 'self'\"";
/// The portal of the test, as docs/嵌入.md has it written.
const PORTAL: &str = "http://portal.test";
const PATIENCE: Duration = Duration::from_secs(10);

/// A running nginx; it ends with this value.
pub(crate) struct Nginx {
    child: Child,
    /// Of the page, under its sub-path.
    pub(crate) address: String,
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // Where it has ended already there is nothing to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Serves `dist/`; none where nginx is neither there nor can be installed.
///
/// # Errors
/// When nginx refuses the configuration.
pub(crate) fn serve() -> Result<Option<Nginx>> {
    let Some(nginx) = found().or_else(installed) else {
        return Ok(None);
    };
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
    let folder = paths::target("nginx");
    fs::create_dir_all(&folder)?;
    let documented = String::from_utf8(stamp::read(&paths::root("deploy/nginx.conf"))?)?;
    let site = site(&documented, port, &paths::dist())?;
    fs::write(folder.join("site.conf"), site)?;
    fs::write(folder.join("nginx.conf"), MAIN)?;
    let mut command = program(nginx);
    command.arg("-p").arg(&folder).args(["-e", "stderr", "-c", "nginx.conf"]);
    let child = command.spawn().context("nginx cannot be started")?;
    let mut nginx = Nginx { child, address: format!("http://127.0.0.1:{port}/tuiyan/") };
    nginx.wait(port)?;
    Ok(Some(nginx))
}

impl Nginx {
    fn wait(&mut self, port: u16) -> Result<()> {
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let ended = self.child.try_wait()?.is_some();
            ensure!(!ended && start.elapsed() < PATIENCE, "nginx does not answer");
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

/// What the distribution's own file around the site's says, in a folder of ours. One process, so
/// that it ends with us.
const MAIN: &str = "\
daemon off;
master_process off;
pid nginx.pid;
error_log stderr warn;
events { worker_connections 1024; }
http {
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log off;
    sendfile on;
    client_body_temp_path temp;
    proxy_temp_path temp;
    fastcgi_temp_path temp;
    uwsgi_temp_path temp;
    scgi_temp_path temp;
    include site.conf;
}
";

fn site(documented: &str, port: u16, dist: &Path) -> Result<String> {
    for part in [PORT, FOLDER, ANCESTORS] {
        ensure!(documented.matches(part).count() == 1, "deploy/nginx.conf must have `{part}` once");
    }
    let site = documented.replace(PORT, &format!("listen 127.0.0.1:{port};"));
    let ancestors = format!("frame-ancestors 'self' {PORTAL}\"");
    Ok(site.replace(FOLDER, &format!("{}/", dist.display())).replace(ANCESTORS, &ancestors))
}

fn found() -> Option<PathBuf> {
    let usual = PathBuf::from("/usr/sbin/nginx");
    system::on_path("nginx").or_else(|| usual.is_file().then_some(usual))
}

fn installed() -> Option<PathBuf> {
    let otherwise = "nginx is not there: install the distribution's package `nginx-light`";
    if let Err(error) = system::install(&["nginx-light"], otherwise) {
        eprintln!("  {error:#}");
    }
    found()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(path: &str) -> String {
        fs::read_to_string(paths::root(path)).unwrap()
    }

    #[test]
    fn the_documented_configuration_is_the_tested_one_but_for_port_and_folder() {
        let site = site(&text("deploy/nginx.conf"), 4711, Path::new("/x/dist")).unwrap();
        assert!(site.contains("listen 127.0.0.1:4711;") && site.contains("alias /x/dist/;"));
        assert!(site.contains("frame-ancestors 'self' http://portal.test\""));
        assert!(super::site("listen 80;", 1, Path::new("/x")).is_err(), "the folder is missing");
    }

    #[test]
    fn the_headers_say_what_the_page_says_and_more() {
        let index = text("index.html");
        let (_, policy) = index.split_once("Content-Security-Policy\" content=\"").unwrap();
        let (policy, _) = policy.split_once('"').unwrap();
        for file in ["deploy/nginx.conf", "deploy/web.config"] {
            // Elsewhere than in embed/, it is the same.
            let text = text(file).replace("$tuiyan_frames", "'none'");
            assert!(text.contains(&format!("\"{policy}; require-trusted-types-for")), "{file}");
        }
        assert!(text("selfcheck.html").contains(policy));
    }

    #[test]
    fn the_guide_to_embedding_changes_the_line_that_the_test_changes() {
        let example = PORTAL.replace("http://portal.test", "https://portal.example.gov.cn");
        let line = format!("frame-ancestors 'self' {example}");
        assert!(text("docs/嵌入.md").contains(&format!("\n{line}\n")));
    }

    #[test]
    fn the_guide_has_each_configuration_as_it_is() {
        let guide = text("docs/部署.md");
        for file in ["nginx.conf", "web.config", "tomcat-web.xml"] {
            let file = text(&format!("deploy/{file}"));
            assert!(guide.contains(file.trim_end()), "{file}");
        }
    }
}
