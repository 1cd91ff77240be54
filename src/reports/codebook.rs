//! Codebooks for other programs: REFI-QDA `.qdc` (version 1.5, section 5.2; namespace `urn:QDA-XML:codebook:1.0`).

use std::collections::BTreeMap;

use super::sheets::escaped;
use crate::model::{Code, Codebook};

/// The codebook as XML: UTF-8 without a mark, lines end in LF. It must have at least one code; sets are left out when
/// there are none, as the schema wants it.
pub fn qdc(book: &Codebook) -> String {
    let mut children: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    for (at, code) in book.codes.iter().enumerate() {
        children.entry(code.parent).or_default().push(at);
    }
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    out.push_str(&format!(
        "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"ymateb {}\">\n<Codes>\n",
        env!("CARGO_PKG_VERSION")
    ));
    // What is still to be written: codes that begin, and those whose children have all been written.
    let mut waiting: Vec<Step> = next(&children, None);
    while let Some(step) = waiting.pop() {
        match step {
            Step::Begin(at) => {
                begin(&mut out, &book.codes[at]);
                waiting.push(Step::End);
                waiting.extend(next(&children, Some(at)));
            }
            Step::End => out.push_str("</Code>\n"),
        }
    }
    out.push_str("</Codes>\n");
    if !book.sets.is_empty() {
        out.push_str("<Sets>\n");
        for set in &book.sets {
            out.push_str(&format!("<Set guid=\"{}\" name=\"{}\">\n", attribute(&set.guid), attribute(&set.name)));
            description(&mut out, &set.description);
            for member in &set.members {
                out.push_str(&format!("<MemberCode guid=\"{}\"/>\n", attribute(member)));
            }
            out.push_str("</Set>\n");
        }
        out.push_str("</Sets>\n");
    }
    out.push_str("</CodeBook>\n");
    out
}

enum Step {
    Begin(usize),
    End,
}

/// The codes under one, the first of them to be taken first.
fn next(children: &BTreeMap<Option<usize>, Vec<usize>>, of: Option<usize>) -> Vec<Step> {
    children.get(&of).into_iter().flatten().rev().map(|at| Step::Begin(*at)).collect()
}

fn begin(out: &mut String, code: &Code) {
    let (guid, name) = (attribute(&code.guid), attribute(&code.name));
    out.push_str(&format!("<Code guid=\"{guid}\" name=\"{name}\" isCodable=\"true\">\n"));
    description(out, &code.description);
}

fn description(out: &mut String, words: &str) {
    if !words.is_empty() {
        out.push_str(&format!("<Description>{}</Description>\n", escaped(&words.replace("\r\n", "\n"))));
    }
}

fn attribute(text: &str) -> String {
    escaped(&text.replace(['\n', '\r', '\t'], " "))
}
