//! Collecting from addresses: servers on the loopback that answer, and fail, as real ones do.

mod paging;
mod server;

use std::path::PathBuf;
use std::process::Output;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use self::server::{Reply, Request, Server, head, ok, tagged};
use crate::project::Project;

/// A consultation with one more source: these addresses, collected as `collect` says.
fn collecting(urls: &[String], collect: &str) -> Project {
    let project = Project::new();
    let settings = project.root().join("corpus/c/consultation.toml");
    let mut text = std::fs::read_to_string(&settings).unwrap();
    text += &format!("[[source]]\nurls = {urls:?}\nchannel = \"web\"\n[source.collect]\n{collect}\n");
    std::fs::write(&settings, text).unwrap();
    project
}

const QUICK: &str = "allow_private = true\ntries = 2\ntimeout_s = 1\n";

/// Files collected, hidden ones left out: path below `received/fetched/` and bytes, sorted.
fn collected(project: &Project) -> Vec<(String, Vec<u8>)> {
    let root = project.received().join("fetched");
    let mut files: Vec<(String, Vec<u8>)> = below(root.clone())
        .into_iter()
        .map(|path| (path.strip_prefix(&root).unwrap().to_string_lossy().into_owned(), path))
        .filter(|(name, _)| !name.contains("/."))
        .map(|(name, path)| (name, std::fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}

fn bodies(project: &Project) -> Vec<Vec<u8>> {
    collected(project).into_iter().map(|(_, bytes)| bytes).collect()
}

fn below(folder: PathBuf) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { below(path) } else { vec![path] }).collect()
}

/// Problems that the ledger has with an address.
fn problems(project: &Project, address: &str) -> String {
    let ledger = project.ledger();
    assert_eq!(ledger["balanced"], true);
    let lines = ledger["sources"].as_array().unwrap().clone();
    let line = lines.iter().find(|line| line["source"] == address);
    line.map(|line| {
        assert_eq!(line["received"], 0);
        line["problems"].to_string()
    })
    .unwrap_or_default()
}

fn ingest(project: &Project) -> Output {
    project.tried(&["ingest", "c"])
}

/// Bytes that look like nothing, the same on every run.
fn noise(length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    blake3::Hasher::new().update(&length.to_le_bytes()).finalize_xof().fill(&mut bytes);
    bytes
}

#[test]
fn an_address_is_collected_once_and_asked_again_only_for_changes() {
    let body = Arc::new(Mutex::new("id,why\n1,Mae'n dda iawn 🙂\n".to_owned()));
    let served = Arc::clone(&body);
    let server = Server::start(move |request| match request.path.as_str() {
        "/export.csv" if request.before == 0 && request.header("if-none-match").is_none() => {
            head("503 Busy\r\nRetry-After: 0", "")
        }
        "/export.csv" => tagged(request, served.lock().unwrap().as_bytes()),
        _ => head("404 Not Found", "nothing here"),
    });
    let project = Project::new();
    let settings = project.root().join("corpus/c/consultation.toml");
    let text = std::fs::read_to_string(&settings).unwrap();
    let urls = format!("urls = [\"{0}/export.csv\", \"{0}/missing.csv\"]\nfiles = \"*.csv\"", server.address);
    let text = text.replacen("files = \"*.csv\"", &urls, 1);
    let text = text.replacen("[source.answers]", "[source.collect]\nallow_private = true\n[source.answers]", 1);
    std::fs::write(&settings, text).unwrap();

    let first = project.tried(&["run", "c", "--json"]);
    assert_eq!(first.status.code(), Some(1), "a person must look: an address could not be collected");
    assert!(String::from_utf8_lossy(&first.stderr).contains("404"));
    let missing = format!("{}/missing.csv", server.address);
    assert!(problems(&project, &missing).contains("404 (not found)"));
    assert_eq!(project.ledger()["analysed"], 1);

    server.since();
    assert_eq!(project.tried(&["run", "c"]).status.code(), Some(1));
    let (_, moved) = server.since();
    assert_eq!(moved, "nothing here".len() as u64, "a second collection moves no body that is here");

    body.lock().unwrap().push_str("2,A second answer here\n");
    project.tried(&["run", "c"]);
    assert_eq!(project.ledger()["analysed"], 2);
    assert_eq!(bodies(&project), [body.lock().unwrap().as_bytes()]);
    let earlier = below(project.received()).into_iter().filter(|path| {
        path.file_name().unwrap().to_string_lossy().starts_with('.')
            && std::fs::read(path).unwrap().ends_with("🙂\n".as_bytes())
    });
    assert_eq!(earlier.count(), 1, "the earlier version is kept");

    let without = std::fs::read_to_string(&settings).unwrap().replace(&format!(", \"{missing}\""), "");
    std::fs::write(&settings, without).unwrap();
    project.run();
    assert_eq!(problems(&project, &missing), "", "an address that is no longer named is no trouble");
}

#[test]
fn what_is_kept_is_what_was_served_byte_for_byte() {
    let served = [0, 1, 4096, 65_537, 1_500_000].map(noise);
    let bodies_served = served.clone();
    let server = Server::start(move |request| {
        let (kind, nth) = request.path[1..].split_once('/').unwrap();
        let body = &bodies_served[nth.parse::<usize>().unwrap()];
        match kind {
            "length" => ok(body),
            "end" => Reply::Raw([b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", body.as_slice()].concat()),
            _ => {
                let mut out = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n".to_vec();
                for chunk in body.chunks(1000) {
                    out.extend([format!("{:x}\r\n", chunk.len()).as_bytes(), chunk, b"\r\n"].concat());
                }
                out.extend(b"0\r\n\r\n");
                Reply::Raw(out)
            }
        }
    });
    let urls: Vec<String> = ["length", "end", "chunked"]
        .iter()
        .flat_map(|kind| (0..5).map(move |n| format!("/{kind}/{n}")))
        .map(|path| format!("{}{path}", server.address))
        .collect();
    let project = collecting(&urls, QUICK);
    let done = ingest(&project);
    assert!(String::from_utf8_lossy(&done.stderr).contains("a file of no bytes is kept"));
    let mut kept = bodies(&project);
    let mut all = [served.clone(), served.clone(), served].concat();
    kept.sort();
    all.sort();
    assert!(kept == all);
}

#[test]
fn an_address_that_never_answers_ends_and_the_others_go_on() {
    let server = Server::start(|request| match request.path.as_str() {
        "/silent" => Reply::Silence,
        "/drip" => Reply::Drip(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".to_vec()),
        _ => ok("yma"),
    });
    let at = |path: &str| format!("{}{path}", server.address);
    let project = collecting(&[at("/silent"), at("/drip"), at("/good.txt")], &format!("{QUICK}patience_s = 4\n"));
    let begun = Instant::now();
    assert_eq!(ingest(&project).status.code(), Some(1));
    assert!(begun.elapsed() < Duration::from_secs(60));
    assert!(problems(&project, &at("/silent")).contains("did not answer in time, 2 times"));
    assert!(problems(&project, &at("/drip")).contains("longer than 4 seconds"));
    assert_eq!(bodies(&project), [b"yma"]);
}

#[test]
fn a_busy_server_is_asked_again_as_it_says_and_not_for_ever() {
    let server = Server::start(|request| match (request.path.as_str(), request.before) {
        ("/ever", _) => head("429 Too Many Requests\r\nRetry-After: 0", ""),
        ("/tomorrow", _) => head("429 Too Many Requests\r\nRetry-After: 86400", ""),
        ("/later.txt", 0) => head("429 Too Many Requests\r\nRetry-After: 1", ""),
        ("/date.txt", 0) => {
            let dates = "Date: Wed, 21 Oct 2015 07:28:00 GMT\r\nRetry-After: Wed, 21 Oct 2015 07:28:01 GMT";
            head(&format!("503 Busy\r\n{dates}"), "")
        }
        _ => ok("yma"),
    });
    let at = |path: &str| format!("{}{path}", server.address);
    // One at a time, the ones that fail last: a server that had enough is given one try for each further address.
    let project = collecting(
        &[at("/later.txt"), at("/date.txt"), at("/ever"), at("/tomorrow")],
        "allow_private = true\ntries = 3\nat_once = 1\n",
    );
    let begun = Instant::now();
    assert_eq!(ingest(&project).status.code(), Some(1));
    assert!(begun.elapsed() >= Duration::from_secs(2), "it waited as it was asked to");
    let times = |path: &str| server.asked().iter().filter(|request| request.path == path).count();
    assert_eq!([times("/later.txt"), times("/date.txt"), times("/ever"), times("/tomorrow")], [2, 2, 3, 1]);
    assert!(problems(&project, &at("/ever")).contains("429 (too many requests) after 3 tries"));
    assert!(problems(&project, &at("/tomorrow")).contains("86400 seconds"));
    assert_eq!(bodies(&project), [b"yma", b"yma"]);
}

/// Serves a body that breaks off after `half` bytes the first time; goes on from there if it may.
fn breaking(request: &Request, body: &[u8], can_go_on: bool) -> Reply {
    let half = body.len() / 2;
    let head = |status: &str, more: &str, length: usize| {
        format!("HTTP/1.1 {status}\r\nETag: \"v1\"\r\n{more}Content-Length: {length}\r\nConnection: close\r\n\r\n")
            .into_bytes()
    };
    let from = request.header("range").and_then(|range| range.strip_prefix("bytes=")?.strip_suffix('-')?.parse().ok());
    match from {
        _ if request.before == 0 => Reply::Raw([head("200 OK", "", body.len()), body[..half].to_vec()].concat()),
        Some(from) if can_go_on && request.header("if-range") == Some("\"v1\"") => {
            let rest: &[u8] = &body[from..];
            let range = format!("Content-Range: bytes {from}-{}/{}\r\n", body.len() - 1, body.len());
            Reply::Raw([head("206 Partial Content", &range, rest.len()), rest.to_vec()].concat())
        }
        _ => Reply::Raw([head("200 OK", "", body.len()), body.to_vec()].concat()),
    }
}

#[test]
fn what_broke_off_is_gone_on_with_where_the_server_can() {
    let body = noise(300_000);
    let served = body.clone();
    let server = Server::start(move |request| breaking(request, &served, request.path != "/whole.txt"));
    let at = |path: &str| format!("{}{path}", server.address);
    let project = collecting(&[at("/part.txt")], QUICK);
    ingest(&project);
    assert!(bodies(&project) == std::slice::from_ref(&body));
    assert_eq!(server.since(), (2, 300_000), "nothing was moved twice");

    let project = collecting(&[at("/whole.txt")], QUICK);
    ingest(&project);
    assert!(bodies(&project) == std::slice::from_ref(&body), "a server that can't go on sends all of it");
    server.since();

    // One try a run: the second run goes on where the first broke off.
    let project = collecting(&[at("/run.txt")], "allow_private = true\ntries = 1\n");
    assert_eq!(ingest(&project).status.code(), Some(1));
    assert!(problems(&project, &at("/run.txt")).contains("broke off"));
    assert!(bodies(&project).is_empty(), "half a body is no file");
    // The server remembers nothing of having been asked.
    let (_, moved) = (server.asked().len(), server.since().1);
    assert_eq!(moved, 150_000);
    let settings = project.root().join("corpus/c/consultation.toml");
    let half = below(project.received()).into_iter().find(|path| path.extension().is_some_and(|e| e == "partial"));
    assert_eq!(std::fs::metadata(half.unwrap()).unwrap().len(), 150_000);
    let text = std::fs::read_to_string(&settings).unwrap().replace("tries = 1", "tries = 2");
    std::fs::write(&settings, text).unwrap();
    ingest(&project);
    assert!(bodies(&project) == [body]);
    assert_eq!(problems(&project, &at("/run.txt")), "");
    let left = below(project.received()).into_iter().filter(|path| path.extension().is_some_and(|e| e == "partial"));
    assert_eq!(left.count(), 0);
}

#[test]
fn a_version_that_changed_in_between_is_not_glued_to_the_old_half() {
    let (old, new) = (noise(200_000), noise(200_001));
    let (a, b) = (old.clone(), new.clone());
    let server = Server::start(move |request| {
        if request.before == 0 {
            return breaking(request, &a, true);
        }
        // A server that minds no `If-Range`: its ETag gives it away.
        match request.header("range") {
            Some(_) => {
                head("206 Partial Content\r\nETag: \"v2\"\r\nContent-Range: bytes 100000-200000/200001", &b[100_000..])
            }
            None => head("200 OK\r\nETag: \"v2\"", &b),
        }
    });
    let project = collecting(&[format!("{}/a.txt", server.address)], "allow_private = true\ntries = 3\n");
    ingest(&project);
    assert!(bodies(&project) == [new]);
}

#[test]
fn a_body_shorter_than_it_was_announced_is_no_file() {
    let server = Server::start(|_| Reply::Raw(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nbyr".to_vec()));
    let at = format!("{}/short.txt", server.address);
    let project = collecting(std::slice::from_ref(&at), QUICK);
    assert_eq!(ingest(&project).status.code(), Some(1));
    assert!(problems(&project, &at).contains("the answer broke off, 2 times"));
    assert!(bodies(&project).is_empty());
}

#[test]
fn bodies_that_are_too_large_or_have_no_end_are_not_kept() {
    let server = Server::start(|request| match request.path.as_str() {
        "/large" => Reply::Endless(format!("200 OK\r\nContent-Length: {}", 5 << 30)),
        "/endless" => Reply::Endless("200 OK".to_owned()),
        _ => ok("yma"),
    });
    let at = |path: &str| format!("{}{path}", server.address);
    let project = collecting(&[at("/large"), at("/endless"), at("/good.txt")], &format!("{QUICK}largest_mb = 1\n"));
    assert_eq!(ingest(&project).status.code(), Some(1));
    for path in ["/large", "/endless"] {
        assert!(problems(&project, &at(path)).contains("larger than 1 MB"), "{path}");
    }
    assert_eq!(bodies(&project), [b"yma"]);
    assert!(below(project.received()).iter().all(|path| std::fs::metadata(path).unwrap().len() < 1 << 20));
}

#[test]
fn redirects_are_followed_but_not_round_in_circles_nor_out_of_the_web() {
    let server = Server::start(|request| match request.path.as_str() {
        "/loop" => head("302 Found\r\nLocation: /loop", ""),
        "/file" => head("302 Found\r\nLocation: file:///etc/hostname", ""),
        "/nowhere" => head("302 Found", ""),
        "/moved.txt" => head("301 Moved\r\nLocation: /here?a=1", ""),
        _ => ok("yma"),
    });
    let at = |path: &str| format!("{}{path}", server.address);
    let project =
        collecting(&[at("/loop"), at("/file"), at("/nowhere"), at("/moved.txt"), "ftp://a.wales/x".into()], QUICK);
    assert_eq!(ingest(&project).status.code(), Some(1));
    assert!(problems(&project, &at("/loop")).contains("more than 10 times"));
    assert!(problems(&project, &at("/file")).contains("neither http:// nor https://"));
    assert!(problems(&project, &at("/nowhere")).contains("without saying where"));
    assert!(problems(&project, "ftp://a.wales/x").contains("must begin with http:// or https://"));
    assert_eq!(bodies(&project), [b"yma"]);
}

#[test]
fn private_addresses_are_refused_by_number_and_by_name_unless_allowed() {
    let server = Server::start(|_| ok("mewnol"));
    let port = server.address.rsplit(':').next().unwrap();
    let urls = ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433"]
        .map(|host| format!("http://{host}:{port}/a.txt"));
    let project = collecting(&urls, "tries = 1");
    assert_eq!(ingest(&project).status.code(), Some(1));
    for url in &urls {
        assert!(problems(&project, url).contains("private address"), "{url}");
    }
    assert_eq!(server.asked().len(), 0, "nothing was asked");

    let project = Project::new();
    let address = format!("{}/a.txt", server.address);
    assert_eq!(project.tried(&["ingest", "c", &address]).status.code(), Some(1));
    assert!(bodies(&project).is_empty());
    assert_eq!(project.tried(&["ingest", "c", &address, "--allow-private"]).status.code(), Some(0));
    assert_eq!(bodies(&project), [b"mewnol"]);
}

#[test]
fn a_secret_is_sent_to_its_own_server_and_written_nowhere() {
    const SECRET: &str = "cyfrinach-fawr-0123456789";
    let other = Server::start(|_| ok("arall"));
    let there = other.address.clone();
    let server = Server::start(move |request| match request.path.split('?').next().unwrap() {
        "/away.txt" => head(&format!("302 Found\r\nLocation: {there}/x.txt"), ""),
        "/echo.json" => ok(format!("{{\"links\": {{\"self\": \"/echo.json?k={SECRET}\"}}}}")),
        "/wrong.txt" => head("403 Forbidden", "no"),
        _ if request.header("x-api-key") != Some(SECRET) || request.parameter("k").as_deref() != Some(SECRET) => {
            head("401 Unauthorized", "")
        }
        _ => tagged(request, "agored"),
    });
    let at = |path: &str| format!("{}{path}", server.address);
    let collect =
        format!("{QUICK}headers = {{ X-Api-Key = \"env:YMATEB_KEY\" }}\nquery = {{ k = \"env:YMATEB_KEY\" }}\n");
    let project = collecting(&[at("/ok.txt"), at("/away.txt"), at("/echo.json"), at("/wrong.txt")], &collect);
    let mut said = Vec::new();
    for _ in 0..2 {
        let done = project.command(&["ingest", "c"]).env("YMATEB_KEY", SECRET).output().unwrap();
        assert_eq!(done.status.code(), Some(1));
        said.extend([done.stdout, done.stderr].concat());
    }
    assert!(problems(&project, &at("/echo.json")).contains("repeats the secret"));
    assert!(problems(&project, &at("/wrong.txt")).contains("403 (not allowed)"));
    let mut kept = bodies(&project);
    kept.sort();
    assert_eq!(kept, [b"agored", b"arall\0".strip_suffix(b"\0").unwrap()].map(<[u8]>::to_vec));
    assert!(
        other.asked().iter().all(|request| request.header("x-api-key").is_none() && !request.path.contains(SECRET))
    );
    let holds = |bytes: &[u8]| bytes.windows(SECRET.len()).any(|window| window == SECRET.as_bytes());
    assert!(!holds(&said));
    for path in below(project.root().to_owned()) {
        assert!(!holds(&std::fs::read(&path).unwrap()), "{}", path.display());
    }

    let done = project.command(&["ingest", "c"]).env_remove("YMATEB_KEY").output().unwrap();
    assert_eq!(done.status.code(), Some(1));
    assert!(problems(&project, &at("/ok.txt")).contains("environment variable `YMATEB_KEY`"));
}

#[test]
fn a_secret_in_the_settings_themselves_is_refused_with_what_to_do() {
    let project = collecting(&["https://a.wales/x".to_owned()], "headers = { Authorization = \"Bearer abc\" }");
    let done = ingest(&project);
    assert_eq!(done.status.code(), Some(2));
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(said.contains("Authorization") && said.contains("env:NAME") && !said.contains("abc"), "{said}");
}

#[test]
fn what_is_taken_off_the_web_stays_here_and_a_page_is_html() {
    let is_gone = Arc::new(Mutex::new(false));
    let gone = Arc::clone(&is_gone);
    let date = "Last-Modified: Wed, 21 Oct 2015 07:28:00 GMT";
    let server = Server::start(move |request| match request.header("if-modified-since") {
        _ if *gone.lock().unwrap() => head("410 Gone", ""),
        Some("Wed, 21 Oct 2015 07:28:00 GMT") => head("304 Not Modified", ""),
        _ => head(&format!("200 OK\r\nContent-Type: text/html\r\n{date}"), "<p>Tŷ 🙂</p>"),
    });
    let at = format!("{}/ymgynghoriad?id=ŵ", server.address);
    let project = collecting(std::slice::from_ref(&at), QUICK);
    assert_eq!(ingest(&project).status.code(), Some(0));
    let first = collected(&project);
    assert!(first[0].0.starts_with("127.0.0.1/ymgynghoriad-") && first[0].0.ends_with(".html"), "{}", first[0].0);
    server.since();
    assert_eq!(ingest(&project).status.code(), Some(0));
    assert_eq!(server.since(), (1, 0), "Last-Modified is enough to move nothing");
    *is_gone.lock().unwrap() = true;
    assert_eq!(ingest(&project).status.code(), Some(1));
    assert!(problems(&project, &at).contains("410 (gone); what was collected from it earlier is kept"));
    assert_eq!(collected(&project), first);
}

#[test]
fn what_is_fetched_by_hand_is_read_like_the_files_that_it_is_named_like() {
    let server = Server::start(|_| ok("id,agree,why\n1,Yes,Mae'n dda iawn 🙂\n2,No,Too fast\n3,,\n"));
    let project = Project::new();
    let address = format!("{}/export.csv", server.address);
    assert_eq!(project.tried(&["ingest", "c", &address, "--allow-private"]).status.code(), Some(0));
    let ledger = project.ledger();
    assert_eq!((&ledger["received"], &ledger["analysed"]), (&3.into(), &2.into()), "{ledger}");
    assert_eq!(ledger["set_aside"]["blank"], 1);
}
