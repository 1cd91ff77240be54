//! Collecting from addresses: a server on the loopback that answers as real ones do.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use crate::project::Project;

/// Serves `body` at `/export.csv` with an ETag, fails the first request with 503, and counts bodies sent.
struct Server {
    address: String,
    body: Arc<Mutex<String>>,
    bodies: Arc<AtomicU64>,
}

impl Server {
    fn start(body: &str) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let body = Arc::new(Mutex::new(body.to_owned()));
        let bodies = Arc::new(AtomicU64::new(0));
        let (served, counted) = (Arc::clone(&body), Arc::clone(&bodies));
        std::thread::spawn(move || {
            let mut asked = 0;
            for stream in listener.incoming().take(40) {
                let mut stream = stream.unwrap();
                let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
                let path = lines.next().unwrap_or_default();
                let headers: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
                asked += 1;
                let body = served.lock().unwrap().clone();
                let etag = format!("\"{}\"", body.len());
                let knows = headers.iter().any(|h| h.to_lowercase().starts_with("if-none-match") && h.contains(&etag));
                let answer = if !path.contains("/export.csv") {
                    "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_owned()
                } else if asked == 1 {
                    "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_owned()
                } else if knows {
                    "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n".to_owned()
                } else {
                    counted.fetch_add(1, Ordering::SeqCst);
                    let length = body.len();
                    format!(
                        "HTTP/1.1 200 OK\r\nETag: {etag}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
                    )
                };
                drop(stream.write_all(answer.as_bytes()));
            }
        });
        Server { address, body, bodies }
    }
}

#[test]
fn an_address_is_collected_once_and_asked_again_only_for_changes() {
    let server = Server::start("id,why\n1,Mae'n dda iawn 🙂\n");
    let project = Project::new();
    let settings = project.root().join("corpus/c/consultation.toml");
    let text = std::fs::read_to_string(&settings).unwrap();
    let source = format!("urls = [\"{0}/export.csv\", \"{0}/missing.csv\"]\nfiles = \"*.csv\"", server.address);
    std::fs::write(&settings, text.replacen("files = \"*.csv\"", &source, 1)).unwrap();
    let first = project.tried(&["run", "c", "--json"]);
    assert!(first.status.success());
    assert!(String::from_utf8_lossy(&first.stderr).contains("404"), "an address that fails is said");
    assert_eq!(project.ledger()["analysed"], 1);
    assert_eq!(server.bodies.load(Ordering::SeqCst), 1);
    assert_eq!(project.did()["ingest"], 0);
    assert_eq!(server.bodies.load(Ordering::SeqCst), 1, "a second collection moves no body");
    server.body.lock().unwrap().push_str("2,A second answer here\n");
    assert_eq!(project.did()["ingest"], 1);
    assert_eq!(server.bodies.load(Ordering::SeqCst), 2);
    assert_eq!(project.ledger()["balanced"], true);
}
