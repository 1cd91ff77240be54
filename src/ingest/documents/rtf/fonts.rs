//! Which bytes mean which letters: the code page of the file, and those of its fonts.

use std::collections::BTreeMap;

use encoding_rs::{
    BIG5, EUC_KR, Encoding, GBK, ISO_8859_14, MACINTOSH, SHIFT_JIS, UTF_8, WINDOWS_874, WINDOWS_1250, WINDOWS_1251,
    WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256, WINDOWS_1257, WINDOWS_1258,
};

use super::super::marks;

/// The fonts of a file.
#[derive(Debug, Default)]
pub(super) struct Fonts {
    fonts: BTreeMap<i32, Font>,
    /// The font whose entry is being read.
    now: i32,
}

/// A font.
#[derive(Debug, Default)]
struct Font {
    name: String,
    encoding: Option<&'static Encoding>,
    is_symbols: bool,
}

impl Fonts {
    /// Takes in a control word of the font table.
    pub(super) fn word(&mut self, word: &str, number: i32) {
        if word == "f" {
            self.now = number;
        }
        let font = self.fonts.entry(self.now).or_default();
        match word {
            "fcharset" => {
                font.is_symbols |= number == 2;
                font.encoding = of_charset(number);
            }
            "cpg" => font.encoding = of_page(number),
            _ => {}
        }
    }

    /// Takes in a letter of a font's name.
    pub(super) fn letter(&mut self, letter: char) {
        let font = self.fonts.entry(self.now).or_default();
        if letter == ';' {
            font.name = font.name.trim().to_owned();
            font.is_symbols |= marks::is_symbols(&font.name);
        } else {
            font.name.push(letter);
        }
    }

    /// The encoding that a font asks for.
    pub(super) fn encoding(&self, font: i32) -> Option<&'static Encoding> {
        self.fonts.get(&font)?.encoding
    }

    /// The name of a font that shows other signs than the letters that are typed.
    pub(super) fn symbols(&self, font: i32) -> Option<&str> {
        let font = self.fonts.get(&font)?;
        font.is_symbols.then_some(font.name.as_str())
    }
}

/// The encoding of a Windows character set (`\fcharset`). The usual ones leave it to the file.
fn of_charset(charset: i32) -> Option<&'static Encoding> {
    Some(match charset {
        77 => MACINTOSH,
        128 => SHIFT_JIS,
        129 | 130 => EUC_KR,
        134 => GBK,
        136 => BIG5,
        161 => WINDOWS_1253,
        162 => WINDOWS_1254,
        163 => WINDOWS_1258,
        177 => WINDOWS_1255,
        178..=180 => WINDOWS_1256,
        186 => WINDOWS_1257,
        204 => WINDOWS_1251,
        222 => WINDOWS_874,
        238 => WINDOWS_1250,
        _ => return None,
    })
}

/// The encoding of a code page (`\ansicpg`).
pub(super) fn of_page(page: i32) -> Option<&'static Encoding> {
    Some(match page {
        874 => WINDOWS_874,
        932 => SHIFT_JIS,
        936 => GBK,
        949 => EUC_KR,
        950 => BIG5,
        1250 => WINDOWS_1250,
        1251 => WINDOWS_1251,
        1252 | 28591 => WINDOWS_1252,
        1253 => WINDOWS_1253,
        1254 => WINDOWS_1254,
        1255 => WINDOWS_1255,
        1256 => WINDOWS_1256,
        1257 => WINDOWS_1257,
        1258 => WINDOWS_1258,
        10000 => MACINTOSH,
        28604 => ISO_8859_14,
        65001 => UTF_8,
        _ => return None,
    })
}
