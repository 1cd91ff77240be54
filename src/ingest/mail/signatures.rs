//! Which lines of a person's own words only say who writes: closings with names, contact data, and disclaimers.

use std::sync::LazyLock;

use regex::Regex;

/// Marks the lines of a run of own words that are signature or disclaimer. `gaps[i]` says whether a blank line or the
/// end of a paragraph stands above line `i`. In doubt a line is not marked.
pub(super) fn find(lines: &[&str], gaps: &[bool]) -> Vec<bool> {
    let mut marked: Vec<bool> = lines.iter().map(|line| is_device(line)).collect();
    mark_signed(lines, &mut marked);
    for (start, end) in paragraphs(gaps) {
        if let Some(from) = disclaimer(&lines[start..end]) {
            marked[start + from..end].fill(true);
        }
    }
    mark_delimited(lines, gaps, &mut marked);
    mark_closing(lines, &mut marked);
    marked
}

/// Most lines of a signature below its closing or delimiter.
const LONGEST: usize = 12;

/// "Sent from my iPhone" and the like: short, and the device or program's own words.
static DEVICE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?xi)^(?: (?:sent|get|anfonwyd|wedi.i\ hanfon|wedi.i\ anfon)\s(?: from | via | using | with | o | oddi\ ar | o.m | trwy | drwy )?\s? (?:my\ |fy\ |a\ |yahoo\ |proton\ )* (?: iphone | ipad | ffôn | phone | mobile | android | samsung | galaxy | blackberry | huawei | outlook | mail\b | gmail | proton | tablet | nokia | hudl | smartphone | windows | xperia | pixel | aol ) .{0,50} | envoyé\ de\ mon\ .{1,30} | von\ meinem\ .{1,30}\ gesendet )$")
        .expect("the pattern is a constant, and a test uses it")
});

fn is_device(line: &str) -> bool {
    line.split_whitespace().count() <= 9 && DEVICE.is_match(line)
}

/// The block of a PGP signature and the lines that open signed words.
fn mark_signed(lines: &[&str], marked: &mut [bool]) {
    let mut is_within = false;
    for (line, mark) in lines.iter().zip(marked) {
        is_within |= *line == "-----BEGIN PGP SIGNATURE-----";
        *mark |= is_within || *line == "-----BEGIN PGP SIGNED MESSAGE-----";
        is_within &= *line != "-----END PGP SIGNATURE-----";
    }
}

fn paragraphs(gaps: &[bool]) -> Vec<(usize, usize)> {
    let mut starts: Vec<usize> = (0..gaps.len()).filter(|i| *i == 0 || gaps[*i]).collect();
    starts.push(gaps.len());
    starts.windows(2).map(|pair| (pair[0], pair[1])).filter(|(start, end)| start < end).collect()
}

/// What only a disclaimer says, given that it speaks of a message.
static LEGAL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?xi) intended\ (?:only\ |solely\ )?(?:recipient|for\ the\ (?:use|addressee|named|person|individual|recipient|intended)) | (?:solely|only)\ for\ the\ (?:use\ of|addressee) | not\ the\ (?:intended|named)\ (?:recipient|addressee) | received?\ (?:(?:this|it)\b.{0,50}\ )?(?:in\ error|by\ mistake) | (?:scanned|checked|swept)\ (?:by|for)\b.{0,50}virus | free\ (?:from|of)\ (?:any\ )?(?:computer\ )?virus | legally\ privileged | (?:not|no)\ accept\ (?:any\ )?(?:liability|responsibility) | originate[sd]?\ (?:from\ )?outside | [bf]wri(?:ad|ed)\w*\ (?:ar\ gyfer|at\ sylw) | at\ ddefnydd\ (?:y|yr)\ (?:sawl|unigolyn|person|derbyn\w*) | [td]rwy\ gamgymeriad | (?:ff|f)eirysau | sganiwyd | cyfreithiol\ freintiedig")
        .expect("the pattern is a constant, and a test uses it")
});

/// Words for the message itself, and for its secrecy: with one of the above they make a disclaimer.
static MESSAGE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?xi) \b e-?mails? \b | \b this\ (?:message|communication|transmission) | e-?bost | y\ neges\ hon | neges\ hon | confidential | (?:[cg]|ch|ngh)yfrinachol | attachments? | atodiad | sender | anfonwr")
        .expect("the pattern is a constant, and a test uses it")
});

/// What stands below messages of public bodies in Wales, and notes on printing.
static STOCK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?xi) (?:welcomes?|happy\ to\ receive|receive)\ (?:correspondence|communications?|calls)\ in\ (?:either\ )?(?:welsh|english) | corresponding\ in\ welsh | (?:croesaw\w*|croesew\w*|hapus\ i\ dderbyn|derbyn)\ (?:g|ng)?(?:ohebiaeth|ohebu|alwadau|alwad) | croeso\ i\ chi\ (?:gysylltu|ohebu|ysgrifennu).{0,40}gymraeg | gohebu\ yn\ (?:y\ )?gymraeg | before\ printing\ this | (?:need\ to|not)\ print\ this\ e-?mail | argraffu.r\ (?:e-?bost|neges) | cyn\ argraffu")
        .expect("the pattern is a constant, and a test uses it")
});

/// Words above a disclaimer that belong to it.
static TITLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^[*\s_-]*(?:disclaimer|confidentiality notice|legal notice|ymwadiad|hysbysiad cyfrinachedd|rhybudd|caution|external email|important notice)\b[:*\s_-]*$")
        .expect("the pattern is a constant, and a test uses it")
});

/// The first line of a paragraph that belongs to a disclaimer, when one is there. Lines above it are own words.
fn disclaimer(lines: &[&str]) -> Option<usize> {
    // A disclaimer may be wrapped anywhere, so its signs are looked for in the joined lines.
    let text = lines.join(" ");
    let is_legal = LEGAL.is_match(&text) && MESSAGE.is_match(&text);
    let is_title = lines.len() == 1 && TITLE.is_match(lines[0]);
    if !is_legal && !is_title && !STOCK.is_match(&text) {
        return None;
    }
    let first =
        [&*LEGAL, &*MESSAGE, &*STOCK].iter().filter_map(|sign| sign.find(&text)).map(|found| found.start()).min();
    let mut at = 0;
    lines.iter().position(|line| {
        at += line.len() + 1;
        first.is_none_or(|first| first < at)
    })
}

/// Behind a line of `-- ` stands the signature, unless it is long or goes on with sentences.
fn mark_delimited(lines: &[&str], gaps: &[bool], marked: &mut [bool]) {
    let is_delimiter = |line: &&str| matches!(*line, "--" | "\u{2014}" | "- --");
    let Some(at) = lines.iter().rposition(is_delimiter) else { return };
    let below = (at + 1..lines.len()).filter(|i| !marked[*i]).count();
    let is_prose = paragraphs(&gaps[at..]).iter().any(|(start, end)| {
        let words = (at + start..at + end).filter(|i| !marked[*i]).map(|i| words(lines[i])).sum::<usize>();
        words >= 30
    });
    if below <= LONGEST + 3 && !is_prose {
        marked[at..].fill(true);
    }
}

/// A closing in either language. What it names after a comma is the sender.
static CLOSING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?xi)^(?: (?P<sure> (?:(?:with|my|kind|kindest|best|warm|warmest|many|very)\s){0,3}regards | yours\ (?:sincerely|faithfully|truly|etc) | (?:with\ )?(?:all\ )?(?:best|kind|warm|good)\ wishes | sincerely(?:\ yours)? | yn\ gywir(?:\ iawn)? | yr\ eiddoch(?:\ yn\ (?:gywir|ffyddlon|bur))? | yn\ bur | cofion(?:\ (?:gorau|cynnes|caredig))?(?:\ iawn)? | dymuniadau\ gorau | gyda\ (?:chofion|dymuniadau\ gorau|diolch) .{0,20} | cordialement | mit\ freundlichen\ grüßen | kr | rgds | br ) | (?: (?:thanks|thank\ you|diolch)\ (?:for|am)\s.{1,50} | many\ thanks | (?:with\ )?thanks(?:\ (?:again|in\ advance|so\ much))? | thank\ you(?:\ (?:very\ much|again|in\ advance|so\ much))? | diolch(?:\ (?:yn\ fawr|o\ galon|eto|am\ ddarllen))?(?:\ iawn)? | cheers | best | hwyl(?:\ (?:fawr|am\ y\ tro))? | all\ the\ best | warmly | gorau ) ) (?: \s*[/|]\s* .{0,40} )? [^\w]* (?: [,!\u{2013}-]\s* (?P<name>\S.{0,40}) )? $")
        .expect("the pattern is a constant, and a test uses it")
});

/// Telephone numbers, addresses, pages, postcodes.
static CONTACT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?xi) \S@\S+\.\S | https?: | \bwww\. | (?:\+44|\b0)[\d\s()-]{8,} | \b[a-z]{1,2}\d[a-z\d]?\s\d[a-z]{2}\b | ^(?:tel|ffôn|phone|mob(?:ile)?|symudol|e-?mail|e-?bost|fax|ffacs|web|gwefan|twitter)\b\s*[:.] ")
        .expect("the pattern is a constant, and a test uses it")
});

fn mark_closing(lines: &[&str], marked: &mut [bool]) {
    let own: Vec<usize> = (0..lines.len()).filter(|i| !marked[*i]).collect();
    let earliest = own.len().saturating_sub(LONGEST + 1);
    let found = (earliest..own.len()).find(|k| {
        let Some(closing) = CLOSING.captures(lines[own[*k]]) else { return false };
        let below: Vec<&str> = own[*k + 1..].iter().map(|i| lines[*i]).collect();
        let named = closing.name("name").map(|name| name.as_str());
        let says_who = |line: &&str| CONTACT.is_match(line) || is_name(line);
        if below.iter().any(|line| is_sentence(line)) || named.is_some_and(|name| !is_name(name)) {
            return false;
        }
        let is_signed = below.iter().any(says_who) || named.is_some();
        is_signed || (below.is_empty() && closing.name("sure").is_some())
    });
    if let Some(k) = found {
        own[k..].iter().for_each(|i| marked[*i] = true);
    }
}

fn words(line: &str) -> usize {
    line.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count()
}

/// Whether a line may say what somebody thinks: long, or mostly of words in small letters.
fn is_sentence(line: &str) -> bool {
    if CLOSING.is_match(line) || CONTACT.is_match(line) && words(line) <= 12 {
        return false;
    }
    let n = words(line);
    let small = line.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
    n > 14 || (n >= 5 && small * 2 > n) || (n >= 3 && small + 1 >= n && line.ends_with(['.', '!', '?']))
}

/// Small words that stand within names and titles.
const WITHIN: [&str; 14] = ["ap", "ab", "ferch", "de", "van", "von", "of", "and", "the", "a", "ac", "y", "yr", "&"];

fn is_name(line: &str) -> bool {
    let line = line.trim().trim_matches(['*', '_']).trim_end_matches(['.', ',', '!', ' ']);
    let n = line.split_whitespace().count();
    let is_part = |word: &str| {
        let letters = word.trim_matches(|sign: char| !sign.is_alphabetic());
        letters.starts_with(char::is_uppercase) || WITHIN.contains(&word)
    };
    let is_small = n == 1 && line.chars().all(char::is_alphabetic) && line.chars().count() <= 15;
    n > 0 && n <= 7 && (is_small || line.split_whitespace().all(is_part))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines that are marked, of a text whose blank lines part paragraphs.
    fn marked(text: &str) -> Vec<&str> {
        let (mut lines, mut gaps, mut gap) = (Vec::new(), Vec::new(), false);
        for line in text.lines() {
            if line.trim().is_empty() {
                gap = true;
                continue;
            }
            lines.push(line.trim());
            gaps.push(std::mem::take(&mut gap));
        }
        let marks = find(&lines, &gaps);
        lines.into_iter().zip(marks).filter(|(_, mark)| *mark).map(|(line, _)| line).collect()
    }

    #[test]
    fn a_closing_with_a_name_or_contact_data_is_a_signature() {
        assert_eq!(
            marked("I agree.\n\nKind regards,\nNia Jones\nHead of Policy\n029 2000 0000"),
            ["Kind regards,", "Nia Jones", "Head of Policy", "029 2000 0000"]
        );
        assert_eq!(marked("Cytunaf.\nDiolch yn fawr 🙂\nSiân"), ["Diolch yn fawr 🙂", "Siân"]);
        assert_eq!(
            marked("Cytunaf.\nDiolch yn fawr iawn\nSiân ap Tŷ\nPennaeth Gofal"),
            ["Diolch yn fawr iawn", "Siân ap Tŷ", "Pennaeth Gofal"]
        );
        assert_eq!(marked("Cytunaf.\nYn gywir / Yours sincerely\nSiân"), ["Yn gywir / Yours sincerely", "Siân"]);
        assert_eq!(marked("I agree\nThank you for the opportunity to respond.\nNia").len(), 2);
        assert_eq!(marked("I agree\nThanks, Nia"), ["Thanks, Nia"]);
        assert_eq!(marked("I agree\nRegards"), ["Regards"]);
        assert_eq!(marked(""), Vec::<&str>::new());
    }

    #[test]
    fn what_follows_a_closing_and_says_something_is_no_signature() {
        assert_eq!(marked("Thanks\nI also think that homes should stay open.\nNia"), Vec::<&str>::new());
        assert_eq!(
            marked("I agree.\nRegards\nNia\n\nPS children should be asked before anything closes."),
            Vec::<&str>::new()
        );
        assert_eq!(marked("Thank you"), Vec::<&str>::new());
        assert_eq!(marked("Thank you, but no"), Vec::<&str>::new());
        assert_eq!(marked("Best\ninterests of the child come first"), Vec::<&str>::new());
    }

    #[test]
    fn devices_and_delimiters_begin_signatures() {
        for line in [
            "Sent from my iPhone",
            "Anfonwyd o fy iPhone",
            "Get Outlook for iOS",
            "Sent from Yahoo Mail on Android",
            "Sent from Outlook for Android",
        ] {
            assert_eq!(marked(&format!("I agree\n{line}")), [line]);
        }
        assert_eq!(marked("Sent from my heart I say stop"), Vec::<&str>::new());
        assert_eq!(marked("I agree\n--\nNia\nnia@example.cymru"), ["--", "Nia", "nia@example.cymru"]);
        let long = format!("I agree\n--\n{}", "a sentence that goes on and on about homes ".repeat(5));
        assert_eq!(marked(&long), Vec::<&str>::new());
    }

    #[test]
    fn disclaimers_are_marked_and_words_on_secrecy_are_not() {
        let legal = "This email is confidential and intended solely for the addressee.";
        assert_eq!(marked(&format!("I agree.\n\n{legal}")), [legal]);
        assert_eq!(marked(&format!("I agree.\n{legal}\nIf you are not the intended recipient, delete it.")).len(), 2);
        let welsh = "Mae'r e-bost hwn yn gyfrinachol ac wedi'i fwriadu ar gyfer y sawl y cyfeiriwyd ef ato.";
        assert_eq!(marked(&format!("Cytunaf.\n\n{welsh}")), [welsh]);
        let stock = "Rydym yn croesawu gohebiaeth yn Gymraeg. We welcome correspondence in Welsh.";
        assert_eq!(marked(&format!("Cytunaf.\n\n{stock}")), [stock]);
        for own in [
            "Please keep my answers confidential.",
            "Cyfrinachol: dim enw, os gwelwch yn dda",
            "Profit was intended for the use of owners.",
            "Email is how we were told.",
        ] {
            assert_eq!(marked(own), Vec::<&str>::new(), "{own}");
        }
    }
}
