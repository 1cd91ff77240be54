//! What control words mean: letters, and destinations.

use super::flow::Part;

/// What the words of a group are for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    Text,
    Nothing,
    Fonts,
    Styles,
    Number,
    Instruction,
    Form,
    Choice,
    Picture,
}

/// What a group is for that begins with a word.
pub(super) enum Destination {
    /// Its words are for something other than to be read.
    Aim(Aim),
    /// It is a text of its own.
    Apart(Part),
    /// It is shown although it may be passed over.
    Shown,
}

/// What a group is for by a word at its beginning.
pub(super) fn destination(word: &str) -> Option<Destination> {
    Some(Destination::Aim(match word {
        "fonttbl" => Aim::Fonts,
        "stylesheet" => Aim::Styles,
        "listtext" | "pntext" => Aim::Number,
        "fldinst" => Aim::Instruction,
        "formfield" => Aim::Form,
        "pict" => Aim::Picture,
        "objdata" | "colortbl" | "info" | "nonshppict" | "xe" | "tc" | "tcn" | "sp" | "shprslt" | "nonesttables"
        | "upr" | "ftnsep" | "ftnsepc" | "ftncn" | "aftnsep" | "aftnsepc" | "aftncn" | "template" | "filetbl" => {
            Aim::Nothing
        }
        "header" | "headerl" | "headerr" | "headerf" => return Some(Destination::Apart(Part::Header)),
        "footer" | "footerl" | "footerr" | "footerf" => return Some(Destination::Apart(Part::Footer)),
        "footnote" => return Some(Destination::Apart(Part::Footnote)),
        "annotation" => return Some(Destination::Apart(Part::Comment)),
        "shptxt" | "dptxbxtext" => return Some(Destination::Apart(Part::Box)),
        "shpinst" | "shppict" | "nesttableprops" | "do" | "fldrslt" | "shpgrp" => return Some(Destination::Shown),
        _ => return None,
    }))
}

/// A letter that has a word of its own.
pub(super) fn letter(word: &str) -> Option<&'static str> {
    Some(match word {
        "tab" | "nesttab" => "\t",
        "line" | "lbr" => "\n",
        "emdash" => "—",
        "endash" => "–",
        "emspace" => "\u{2003}",
        "enspace" => "\u{2002}",
        "qmspace" => "\u{2005}",
        "bullet" => "•",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "zwj" => "\u{200d}",
        "zwnj" => "\u{200c}",
        _ => return None,
    })
}
