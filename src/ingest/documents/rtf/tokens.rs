//! RTF as a row of tokens.

/// One thing in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'b> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\word` with its number, if it has one.
    Word(&'b str, Option<i32>),
    /// `\*`, `\~` and the like.
    Symbol(u8),
    /// A byte of text, plain or as `\'e9`.
    Byte(u8),
}

/// Longest control word; no real one is longer (specification, "Control Word").
const LONGEST: usize = 32;

/// The tokens of some bytes. Line breaks between them mean nothing, and binary data is passed over.
pub(super) struct Tokens<'b> {
    bytes: &'b [u8],
}

impl<'b> Tokens<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Tokens<'b> {
        Tokens { bytes }
    }

    fn take(&mut self, count: usize) -> &'b [u8] {
        let (taken, rest) = self.bytes.split_at(count.min(self.bytes.len()));
        self.bytes = rest;
        taken
    }

    fn control(&mut self) -> Option<Token<'b>> {
        let first = *self.bytes.first()?;
        if !first.is_ascii_alphabetic() {
            self.take(1);
            return Some(match first {
                b'\'' => match std::str::from_utf8(self.bytes.get(..2)?).map(|hex| u8::from_str_radix(hex, 16)) {
                    Ok(Ok(byte)) => {
                        self.take(2);
                        Token::Byte(byte)
                    }
                    _ => Token::Symbol(b'\''),
                },
                b'\r' | b'\n' => Token::Word("par", None),
                b'\\' | b'{' | b'}' => Token::Byte(first),
                _ => Token::Symbol(first),
            });
        }
        let length = self.bytes.iter().take(LONGEST).take_while(|byte| byte.is_ascii_alphabetic()).count();
        // Letters alone are UTF-8.
        let word = std::str::from_utf8(self.take(length)).unwrap_or_default();
        let sign = usize::from(self.bytes.first() == Some(&b'-'));
        let digits = self.bytes[sign..].iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
        let number = (digits > 0).then(|| {
            let text = std::str::from_utf8(self.take(sign + digits)).unwrap_or_default();
            let number = text.parse::<i64>().unwrap_or_default();
            i32::try_from(number.clamp(i32::MIN.into(), i32::MAX.into())).unwrap_or_default()
        });
        if self.bytes.first() == Some(&b' ') {
            self.take(1);
        }
        if word == "bin" {
            self.take(number.and_then(|count| usize::try_from(count).ok()).unwrap_or_default());
        }
        Some(Token::Word(word, number))
    }
}

impl<'b> Iterator for Tokens<'b> {
    type Item = Token<'b>;

    fn next(&mut self) -> Option<Token<'b>> {
        loop {
            match self.take(1).first()? {
                b'{' => return Some(Token::Open),
                b'}' => return Some(Token::Close),
                b'\\' => return self.control(),
                b'\r' | b'\n' | 0 => {}
                b'\t' => return Some(Token::Word("tab", None)),
                byte => return Some(Token::Byte(*byte)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_and_bytes_are_told_apart() {
        let seen: Vec<Token<'_>> = Tokens::new(b"{\\b0 a\\u-10179?\\'e9\\bin3 }}}\\~\\\n\r\n}\\").collect();
        let expected = [
            Token::Open,
            Token::Word("b", Some(0)),
            Token::Byte(b'a'),
            Token::Word("u", Some(-10179)),
            Token::Byte(b'?'),
            Token::Byte(0xe9),
            Token::Word("bin", Some(3)),
            Token::Symbol(b'~'),
            Token::Word("par", None),
            Token::Close,
        ];
        assert_eq!(seen, expected);
    }
}
