//! A server on the loopback that answers as a test says, and remembers what it was asked.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What was asked.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// Path and query.
    pub path: String,
    /// Names in small letters.
    headers: Vec<(String, String)>,
    /// How often this path was asked for before.
    pub before: usize,
}

impl Request {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// A parameter of the query, decoded.
    pub fn parameter(&self, name: &str) -> Option<String> {
        let url = reqwest::Url::parse(&format!("http://x{}", self.path)).unwrap();
        url.query_pairs().find(|(other, _)| other == name).map(|(_, value)| value.into_owned())
    }
}

/// How a request is answered.
pub enum Reply {
    /// Head and body; `Content-Length` is added.
    Whole(String, Vec<u8>),
    /// Exactly these bytes, and then the end.
    Raw(Vec<u8>),
    /// Nothing, ever.
    Silence,
    /// These bytes, then one more now and then.
    Drip(Vec<u8>),
    /// A head, then bytes without end.
    Endless(String),
}

pub fn ok(body: impl AsRef<[u8]>) -> Reply {
    Reply::Whole("HTTP/1.1 200 OK".to_owned(), body.as_ref().to_vec())
}

pub fn head(head: &str, body: impl AsRef<[u8]>) -> Reply {
    Reply::Whole(format!("HTTP/1.1 {head}"), body.as_ref().to_vec())
}

/// A body with an ETag, which is not sent to whoever has it already.
pub fn tagged(request: &Request, body: impl AsRef<[u8]>) -> Reply {
    let etag = format!("\"{}\"", &blake3::hash(body.as_ref()).to_hex()[..12]);
    if request.header("if-none-match") == Some(&etag) {
        return head(&format!("304 Not Modified\r\nETag: {etag}"), "");
    }
    head(&format!("200 OK\r\nETag: {etag}"), body)
}

pub struct Server {
    /// `http://127.0.0.1:PORT`.
    pub address: String,
    log: Arc<Mutex<Vec<Request>>>,
    moved: Arc<Mutex<u64>>,
}

impl Server {
    pub fn start(answer: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let (log, moved) = (Arc::new(Mutex::new(Vec::new())), Arc::new(Mutex::new(0)));
        let (asked, sent, answer) = (Arc::clone(&log), Arc::clone(&moved), Arc::new(answer));
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (asked, sent, answer) = (Arc::clone(&asked), Arc::clone(&sent), Arc::clone(&answer));
                std::thread::spawn(move || {
                    let request = read(&stream, &asked);
                    write(stream, answer(&request), &sent);
                });
            }
        });
        Server { address, log, moved }
    }

    /// Everything asked so far.
    pub fn asked(&self) -> Vec<Request> {
        self.log.lock().unwrap().clone()
    }

    /// Requests since the last time this was asked, and bytes of bodies that were sent.
    pub fn since(&self) -> (usize, u64) {
        let requests = std::mem::take(&mut *self.log.lock().unwrap()).len();
        (requests, std::mem::take(&mut *self.moved.lock().unwrap()))
    }
}

fn read(stream: &TcpStream, asked: &Mutex<Vec<Request>>) -> Request {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
    let first = lines.next().unwrap_or_default();
    let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
    let headers = lines
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_once(':').map(|(name, value)| (name.to_lowercase(), value.trim().to_owned())));
    let headers = headers.collect();
    let mut asked = asked.lock().unwrap();
    let before = asked.iter().filter(|other: &&Request| other.path == path).count();
    let request = Request { path, headers, before };
    asked.push(request.clone());
    request
}

fn write(mut stream: TcpStream, reply: Reply, sent: &Mutex<u64>) {
    match reply {
        Reply::Whole(head, body) => {
            *sent.lock().unwrap() += body.len() as u64;
            let head = format!("{head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
            drop(stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body)));
        }
        Reply::Raw(bytes) => {
            let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").map_or(0, |at| at + 4);
            *sent.lock().unwrap() += (bytes.len() - end) as u64;
            drop(stream.write_all(&bytes));
        }
        // Until whoever asked goes away.
        Reply::Silence => drop(stream.read(&mut [0; 1])),
        Reply::Drip(bytes) => {
            drop(stream.write_all(&bytes));
            while stream.write_all(b".").is_ok() {
                std::thread::sleep(Duration::from_millis(100));
            }
        }
        Reply::Endless(head) => {
            drop(stream.write_all(format!("HTTP/1.1 {head}\r\nConnection: close\r\n\r\n").as_bytes()));
            while stream.write_all(&[b'x'; 1 << 16]).is_ok() {}
        }
    }
}
