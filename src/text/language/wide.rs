//! What a character outside ASCII is to the scanner.

use super::letters::STRANGE;

/// What a character outside ASCII is to us.
pub(super) enum Wide {
    /// A letter: itself without the accent, and what the accent says.
    Letter(u8, Accent),
    /// An accent that belongs to the letter before it.
    Mark,
    /// A letter of another script.
    Script,
    Apostrophe,
    /// A quotation mark or a dash.
    Clause,
    Nothing,
}

/// What an accent says about the language.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Accent {
    /// `ŵ` and `ŷ`: Welsh and next to nothing else.
    Welsh,
    /// A circumflex or a diaeresis on a vowel: Welsh and several others.
    Roof,
    /// An acute or a grave: rare in Welsh, and in English but a loan's.
    Sharp,
    /// A letter that neither language writes.
    Strange,
}

pub(super) fn wide(c: char) -> Wide {
    // Marks of punctuation have no capitals, and are looked up most.
    let punctuation = ('\u{2000}'..='\u{206F}').contains(&c);
    let lower = if punctuation { c } else { c.to_lowercase().next().unwrap_or(c) };
    match lower {
        '\u{2019}' | '\u{2018}' | '\u{02BC}' | '\u{00B4}' | '\u{2032}' | '\u{FF07}' => Wide::Apostrophe,
        '\u{0300}'..='\u{036F}' => Wide::Mark,
        'ŵ' | 'ẁ' | 'ẃ' | 'ẅ' => Wide::Letter(b'w', Accent::Welsh),
        'ŷ' | 'ỳ' => Wide::Letter(b'y', Accent::Welsh),
        'á' | 'à' => Wide::Letter(b'a', Accent::Sharp),
        'â' | 'ä' => Wide::Letter(b'a', Accent::Roof),
        'é' | 'è' => Wide::Letter(b'e', Accent::Sharp),
        'ê' | 'ë' => Wide::Letter(b'e', Accent::Roof),
        'í' | 'ì' => Wide::Letter(b'i', Accent::Sharp),
        'î' | 'ï' => Wide::Letter(b'i', Accent::Roof),
        'ó' | 'ò' => Wide::Letter(b'o', Accent::Sharp),
        'ô' | 'ö' => Wide::Letter(b'o', Accent::Roof),
        'ú' | 'ù' => Wide::Letter(b'u', Accent::Sharp),
        'û' | 'ü' => Wide::Letter(b'u', Accent::Roof),
        'ç' | 'ć' | 'č' => Wide::Letter(b'c', Accent::Strange),
        'ñ' | 'ń' => Wide::Letter(b'n', Accent::Strange),
        'ß' => Wide::Letter(b's', Accent::Strange),
        'ã' | 'å' | 'ă' | 'ą' => Wide::Letter(b'a', Accent::Strange),
        'ę' | 'ě' => Wide::Letter(b'e', Accent::Strange),
        'õ' | 'ø' | 'ő' => Wide::Letter(b'o', Accent::Strange),
        'ș' | 'ş' | 'ś' | 'š' => Wide::Letter(b's', Accent::Strange),
        'ț' | 'ţ' => Wide::Letter(b't', Accent::Strange),
        'ł' => Wide::Letter(b'l', Accent::Strange),
        'ż' | 'ź' | 'ž' => Wide::Letter(b'z', Accent::Strange),
        '\u{00AA}' | '\u{00BA}' | '\u{2100}'..='\u{214F}' => Wide::Nothing,
        '\u{2013}' | '\u{2014}' | '\u{201C}' | '\u{201D}' | '\u{00AB}' | '\u{00BB}' => Wide::Clause,
        // The Latin letters that are left, before Greek begins, and the Vietnamese block.
        '\u{00C0}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}' => Wide::Letter(STRANGE, Accent::Strange),
        other if other.is_alphabetic() => Wide::Script,
        _ => Wide::Nothing,
    }
}
