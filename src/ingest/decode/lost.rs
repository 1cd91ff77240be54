//! Letters that were lost or garbled before a file came here: `d?r` for `dŵr`, `tÅ·` for `tŷ`.

/// Welsh words whose ŵ or ŷ became a question mark, which stands between letters here as it hardly does elsewhere.
const LOST: [&str; 23] = [
    "d?r", "dd?r", "t?r", "g?r", "g?yr", "g?yl", "ng?yl", "g?ydd", "g?n", "c?n", "ch?n", "c?yn", "ch?yn", "s?n",
    "ll?yn", "ll?n", "ll?r", "h?n", "r?n", "s?r", "t?'r", "dyfrd?r", "morl?n",
];

/// The one of these that ends in its lost letter, so that it may be a question mark after all; many of it are none.
const HOUSE: &str = "t?";
const MANY_HOUSES: u32 = 3;

/// Beginnings of what UTF-8 becomes when it is read as Windows-1252 and saved as UTF-8 once more: `Å´`–`Å·`, `Ã¢`, `â€™`.
const GARBLED: [&[u8]; 6] = [
    b"\xc3\x85\xc2\xb4",
    b"\xc3\x85\xc2\xb5",
    b"\xc3\x85\xc2\xb6",
    b"\xc3\x85\xc2\xb7",
    b"\xc3\x83\xc2",
    b"\xc3\xa2\xe2\x82\xac",
];

/// Fewest garbled letters that are no accident.
const FEWEST_GARBLED: u32 = 2;

/// Longest word looked at, in bytes.
const LONGEST: usize = 12;

/// Counts the signs of lost letters over the chunks of a file. Words across two chunks are not seen.
#[derive(Debug, Default)]
pub(super) struct Lost {
    lost: u32,
    houses: u32,
    garbled: u32,
    has_circumflex: bool,
}

impl Lost {
    pub(super) fn feed(&mut self, chunk: &[u8]) {
        let mut from = 0;
        while let Some(at) = chunk[from..].iter().position(|byte| *byte == b'?') {
            self.question_mark(chunk, from + at);
            from += at + 1;
        }
        if chunk.is_ascii() {
            return;
        }
        for (at, byte) in chunk.iter().enumerate().filter(|(_, byte)| matches!(byte, 0xc3 | 0xc5)) {
            let rest = &chunk[at..];
            if *byte == 0xc3 {
                self.garbled += u32::from(GARBLED.iter().any(|sign| rest.starts_with(sign)));
            } else {
                // ŵ Ŵ ŷ Ŷ.
                self.has_circumflex |= matches!(rest.get(1), Some(0xb4..=0xb7));
            }
        }
    }

    fn question_mark(&mut self, chunk: &[u8], at: usize) {
        let is_of_word = |byte: &u8| byte.is_ascii_alphabetic() || *byte >= 0x80 || matches!(byte, b'?' | b'\'' | b'-');
        let start = at - chunk[..at].iter().rev().take(LONGEST).take_while(|byte| is_of_word(byte)).count();
        let end = at + chunk[at..].iter().take(LONGEST).take_while(|byte| is_of_word(byte)).count();
        let word = String::from_utf8_lossy(&chunk[start..end]).to_lowercase();
        let word = word.trim_matches(['\'', '-']);
        if LOST.contains(&word) {
            self.lost += 1;
        } else if word == HOUSE {
            self.houses += 1;
        }
    }

    /// What a person should know, if anything was lost.
    pub(super) fn remark(&self) -> Option<String> {
        let lost = "question marks stand where ŵ and ŷ should (`d?r`, `t?`): they were lost before this file was made; export it anew as \
                    UTF-8 (in Excel: CSV UTF-8), or search for such words by hand";
        let garbled = "accented letters are garbled (`Ã¢` for `â`, `Å·` for `ŷ`): the file was opened in the wrong encoding and saved \
                       before it came here; export it anew as UTF-8";
        if self.garbled >= FEWEST_GARBLED {
            Some(garbled.to_owned())
        } else if !self.has_circumflex && (self.lost > 0 || self.houses >= MANY_HOUSES) {
            Some(lost.to_owned())
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remark(text: &str) -> Option<String> {
        let mut lost = Lost::default();
        lost.feed(text.as_bytes());
        lost.remark()
    }

    #[test]
    fn lost_letters_are_said_once() {
        assert!(remark("id,pam\n1,Mae'r D?r yn oer\n").is_some_and(|said| said.contains("`d?r`")));
        assert!(remark("Mae'r t? yma, a'r t? acw, a'r t?.").is_some());
        for fine in [
            "Mae'r d\u{175}r yn oer. D?r",
            "Really?Yes, what?",
            "https://example.org/?r=d&s=t",
            "Is it 'T?' ok?",
            "🙂?",
            "",
        ] {
            assert_eq!(remark(fine), None, "{fine}");
        }
    }

    #[test]
    fn garbled_letters_are_said() {
        assert!(remark("y tÃ¢n, a'r tÅ·").is_some_and(|said| said.contains("garbled")));
        assert_eq!(remark("y tân a'r t\u{177}, £5 – ‘da’ 🙂"), None);
        assert_eq!(remark("SÃO PAULO, ÅLAND"), None);
    }
}
