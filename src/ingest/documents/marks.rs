//! Signs that programs draw for a reader: tick boxes, letters of symbol fonts, numbers that a list counts.

/// What a sign means when it is set in a symbol font, which Word keeps in the private area from U+F000 or as a plain letter.
/// Every ticked box is ☒ and every empty one ☐, so that a form reads the same whatever it was made with.
pub(super) fn sign(font: &str, sign: char) -> char {
    let code = match u32::from(sign) {
        private @ 0xf020..=0xf0ff => private - 0xf000,
        low @ 0x20..=0xff => low,
        _ => return sign,
    };
    let known = match font.to_lowercase().as_str() {
        "wingdings 2" => wingdings_2(code),
        "symbol" => symbol(code),
        font if font.starts_with("wingdings") => wingdings(code),
        // A private sign of no known font is most often one of Wingdings, where forms have their boxes from.
        _ if u32::from(sign) >= 0xf020 => wingdings(code),
        _ => None,
    };
    known.unwrap_or(sign)
}

/// Whether a font shows signs other than the letters that are typed.
pub(super) fn is_symbols(font: &str) -> bool {
    let font = font.to_lowercase();
    font.starts_with("wingdings") || font == "symbol"
}

/// A tick box: ☒ or ☐.
pub(super) fn boxed(is_ticked: bool) -> char {
    if is_ticked { '☒' } else { '☐' }
}

/// A number as a list writes it. Formats that spell numbers out in some language are written in digits.
pub(super) fn written(count: u32, format: &str) -> String {
    match format {
        "none" => String::new(),
        "decimalZero" => format!("{count:02}"),
        "lowerLetter" => letters(count).to_lowercase(),
        "upperLetter" => letters(count),
        "lowerRoman" => roman(count).to_lowercase(),
        "upperRoman" => roman(count),
        _ => count.to_string(),
    }
}

fn wingdings(code: u32) -> Option<char> {
    Some(match code {
        0xfe | 0xfd | 0x78 => '☒',
        0xa8 | 0x6f | 0x71 | 0x72 | 0x70 => '☐',
        0xfc => '✓',
        0xfb => '✗',
        0x4a => '☺',
        0x4b => '😐',
        0x4c => '☹',
        0xe0 => '→',
        0xdf => '←',
        0xa7 => '▪',
        0x6e => '■',
        0x6c => '●',
        0xd8 => '➢',
        0x76 => '❖',
        _ => return None,
    })
}

fn wingdings_2(code: u32) -> Option<char> {
    Some(match code {
        0x51..=0x54 => '☒',
        0xa3 | 0x2a | 0x30 => '☐',
        0x50 => '✓',
        0x4f => '✗',
        _ => return None,
    })
}

fn symbol(code: u32) -> Option<char> {
    Some(match code {
        0xb7 => '•',
        0xb3 => '≥',
        0xa3 => '≤',
        0xb1 => '±',
        0xb4 => '×',
        0xae => '→',
        0xac => '←',
        0xb0 => '°',
        0xd6 => '√',
        0xb9 => '≠',
        // Its digits and marks stand where ASCII has them; its letters are Greek.
        0x20..=0x3f => char::from_u32(code)?,
        _ => return None,
    })
}

/// A to Z, then AA, BB, as Word counts.
fn letters(count: u32) -> String {
    let Some(index) = count.checked_sub(1).filter(|index| *index < 26 * 30) else { return count.to_string() };
    let letter = char::from(b'A' + u8::try_from(index % 26).unwrap_or_default());
    std::iter::repeat_n(letter, index as usize / 26 + 1).collect()
}

fn roman(count: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if count == 0 || count > 3_999 {
        return count.to_string();
    }
    let mut rest = count;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_are_boxes_and_letters_stay_letters() {
        assert_eq!(sign("Wingdings", '\u{f0fe}'), '☒');
        assert_eq!(sign("Wingdings", '\u{fe}'), '☒');
        assert_eq!(sign("Wingdings", '\u{f0a8}'), '☐');
        assert_eq!(sign("Wingdings 2", '\u{f052}'), '☒');
        assert_eq!(sign("Symbol", '\u{f0b7}'), '•');
        assert_eq!(sign("Arial", '\u{f06f}'), '☐');
        assert_eq!(sign("Arial", 'o'), 'o');
        assert_eq!(sign("Wingdings", 'ŵ'), 'ŵ');
    }

    #[test]
    fn large_counts_stay_short() {
        assert_eq!(written(27, "upperLetter"), "AA");
        assert_eq!(written(u32::MAX, "lowerLetter"), u32::MAX.to_string());
        assert_eq!(written(1994, "upperRoman"), "MCMXCIV");
        assert_eq!(written(u32::MAX, "upperRoman"), u32::MAX.to_string());
        assert_eq!(written(0, "lowerRoman"), "0");
    }
}
