//! Items that may be one response, rule by rule, with what they say alike of who sent them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::{Connection, Row};

use super::heads::Heads;
use super::identity::plain;
use crate::model::{Field, MergedWhy, Substance};

/// An item and the earlier ones that a rule holds for the same response, the likeliest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) rule: MergedWhy,
    pub(super) item: i64,
    pub(super) into: Vec<i64>,
}

/// Earlier items that one is held against: in a long list of namesakes the first few say enough.
const MOST_TRIED: usize = 8;

/// Files of one letter each with the same bytes, from which on they may be many people's copies of one text.
const MANY_COPIES: usize = 3;

/// Everything that a rule finds among the items that are analysed, in order of item; `heads` says what is one by now, and
/// `people` are the types of respondent that are no organisation.
pub(super) fn links(db: &Connection, rule: MergedWhy, people: &[String], heads: &Heads) -> rusqlite::Result<Vec<Link>> {
    let mut links = match rule {
        MergedWhy::SameFile => same_file(db)?,
        MergedWhy::SameWords => same_words(db)?,
        MergedWhy::Organisation => organisation(db, people)?,
        MergedWhy::Person => person(db)?,
        MergedWhy::SameBody => same_body(db, heads)?,
        MergedWhy::Decision => Vec::new(),
    };
    links.sort_by_key(|link| link.item);
    Ok(links)
}

/// Who sent an item, as far as two can be compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Who {
    organisation: String,
    email: String,
    name: String,
    area: String,
    kind: String,
    file: String,
}

impl Who {
    /// Reads the columns named in [`WHO`], of which the first is `first`.
    fn read(row: &Row<'_>, first: usize) -> rusqlite::Result<Who> {
        let cell = |at: usize| row.get_ref(first + at)?.as_str().map(plain).map_err(rusqlite::Error::from);
        let email = cell(1)?;
        let email = if email.contains('@') { email } else { String::new() };
        let hash: String = row.get(first + 5)?;
        let file = if hash.len() == HASH { hash } else { String::new() };
        Ok(Who { organisation: cell(0)?, email, name: cell(2)?, area: cell(3)?, kind: row.get(first + 4)?, file })
    }

    /// What two items say alike.
    pub(super) fn agrees(&self, other: &Who) -> Vec<Field> {
        let fields = [
            (Field::Email, &self.email, &other.email),
            (Field::Name, &self.name, &other.name),
            (Field::Organisation, &self.organisation, &other.organisation),
            (Field::Area, &self.area, &other.area),
            (Field::Type, &self.kind, &other.kind),
            (Field::File, &self.file, &other.file),
        ];
        fields.into_iter().filter(|(_, a, b)| !a.is_empty() && a == b).map(|(field, ..)| field).collect()
    }

    /// Whether something speaks for two senders: both give an organisation, an address or a name, and not the same. One
    /// area is as good as another for those who share an address.
    fn contradicts(&self, other: &Who) -> bool {
        differ(&self.organisation, &other.organisation)
            || differ(&self.email, &other.email)
            || differ(&self.name, &other.name)
            || self.email.is_empty() && differ(&self.area, &other.area)
    }

    /// Whether they may be one person: the same address (a name can be spelt in two ways), or the same name and nothing
    /// that contradicts it.
    fn may_be(&self, other: &Who) -> bool {
        let is_one = |a: &str, b: &str| !a.is_empty() && a == b;
        if is_one(&self.email, &other.email) {
            return !differ(&self.organisation, &other.organisation);
        }
        is_one(&self.name, &other.name) && !self.contradicts(other)
    }
}

/// Columns of an item and its source that [`Who`] is read from.
const WHO: &str = "organisation, email, name, area, kind, hash";

/// Letters of a hash of bytes; what else stands in its column is a word of ours.
const HASH: usize = 64;

fn differ(a: &str, b: &str) -> bool {
    !a.is_empty() && !b.is_empty() && a != b
}

/// Who sent these items.
pub(super) fn senders(db: &Connection, items: &BTreeSet<i64>) -> rusqlite::Result<HashMap<i64, Who>> {
    let sql = format!("SELECT {WHO} FROM item JOIN source ON source.id = source WHERE item.id = ?1");
    let mut rows = db.prepare_cached(&sql)?;
    items.iter().map(|item| Ok((*item, rows.query_row([item], |row| Who::read(row, 0))?))).collect()
}

/// The records of a file that was received before, each with the same record there. Where three files or more of one letter
/// each are alike and nobody says who wrote them, they may be copies of one text by as many people: those stay apart.
fn same_file(db: &Connection) -> rusqlite::Result<Vec<Link>> {
    let twins: Vec<(i64, i64)> = db
        .prepare(
            "WITH twin AS (SELECT id, min(id) OVER (PARTITION BY hash) AS first FROM source WHERE length(hash) = 64)
             SELECT first, id FROM twin WHERE first <> id ORDER BY first, id",
        )?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut links = Vec::new();
    for family in twins.chunk_by(|a, b| a.0 == b.0) {
        let originals = records(db, family[0].0)?;
        let is_letter = matches!(originals.as_slice(), [only] if only.is_nobodys);
        if is_letter && family.len() + 1 >= MANY_COPIES {
            continue;
        }
        let mut by_key: HashMap<&str, &Received> = HashMap::new();
        let mut by_place: HashMap<&str, &Received> = HashMap::new();
        for original in originals.iter().rev() {
            by_key.insert(&original.key, original);
            by_place.insert(&original.place, original);
        }
        for (_, source) in family {
            for record in records(db, *source)? {
                let original = by_key.get(record.key.as_str()).or_else(|| by_place.get(record.place.as_str()));
                if let Some(original) = original.filter(|original| !original.who.contradicts(&record.who)) {
                    let (item, into) = (original.id.max(record.id), original.id.min(record.id));
                    links.push(Link { rule: MergedWhy::SameFile, item, into: vec![into] });
                }
            }
        }
    }
    Ok(links)
}

struct Received {
    id: i64,
    key: String,
    place: String,
    who: Who,
    is_nobodys: bool,
}

fn records(db: &Connection, source: i64) -> rusqlite::Result<Vec<Received>> {
    let sql = format!(
        "SELECT item.id, key, place, identity = '', {WHO} FROM item JOIN source ON source.id = source
         WHERE source = ?1 AND set_aside IS NULL ORDER BY item.id"
    );
    let mut rows = db.prepare_cached(&sql)?;
    let found = rows.query_map([source], |row| {
        let who = Who::read(row, 4)?;
        Ok(Received { id: row.get(0)?, key: row.get(1)?, place: row.get(2)?, is_nobodys: row.get(3)?, who })
    })?;
    found.collect()
}

/// The same words of one identity. Pointers to different documents read alike, so items without words of their own are
/// left out: their likeness says nothing.
fn same_words(db: &Connection) -> rusqlite::Result<Vec<Link>> {
    let sql = format!(
        "WITH counted AS (
            SELECT id, identity, words, count(*) OVER (PARTITION BY identity, words) AS n FROM item
            WHERE set_aside IS NULL AND identity <> ''
         )
         SELECT counted.id, counted.identity, counted.words, {WHO} FROM counted
         JOIN item ON item.id = counted.id JOIN source ON source.id = item.source
         WHERE n > 1 AND EXISTS (SELECT 1 FROM answer WHERE answer.item = item.id AND substance = ?1)
         ORDER BY counted.identity, counted.words, counted.id"
    );
    let mut rows = db.prepare(&sql)?;
    let mut found = rows.query([Substance::Words.as_str()])?;
    let mut families = Families::new(MergedWhy::SameWords, |a, b| !a.contradicts(b));
    while let Some(row) = found.next()? {
        let of: (String, Vec<u8>) = (row.get(1)?, row.get(2)?);
        families.add(of, row.get(0)?, Who::read(row, 3)?);
    }
    Ok(families.links)
}

fn organisation(db: &Connection, people: &[String]) -> rusqlite::Result<Vec<Link>> {
    let not_theirs = vec!["?"; people.len()].join(", ");
    let mut rows = db.prepare(&format!(
        "SELECT id, first FROM (
            SELECT id, min(id) OVER (PARTITION BY identity) AS first FROM item
            WHERE set_aside IS NULL AND identity LIKE 'o:%' AND kind NOT IN ({not_theirs})
         ) WHERE first <> id"
    ))?;
    let found = rows.query_map(rusqlite::params_from_iter(people), |row| {
        Ok(Link { rule: MergedWhy::Organisation, item: row.get(0)?, into: vec![row.get(1)?] })
    })?;
    found.collect()
}

/// Items whose addresses and names are hashed in one pass over them: what bounds the memory, some 32 bytes for each.
const HASHED_AT_ONCE: u64 = 1 << 20;

/// Items that give the same address or the same name. Only hashes are held, and of very many items only those of one range
/// of hashes after the other; the names themselves only where two meet.
fn person(db: &Connection) -> rusqlite::Result<Vec<Link>> {
    let given = "FROM item WHERE set_aside IS NULL AND (email <> '' OR name <> '')";
    let items: i64 = db.query_row(&format!("SELECT count(*) {given}"), [], |row| row.get(0))?;
    let passes = items.unsigned_abs() / HASHED_AT_ONCE + 1;
    let mut families = Families::new(MergedWhy::Person, Who::may_be);
    for pass in 0..passes {
        let mut keys: Vec<(u64, i64)> = Vec::new();
        {
            let mut rows = db.prepare_cached(&format!("SELECT id, email, name {given}"))?;
            let mut found = rows.query([])?;
            let is_of_pass = |key: &u64| (u128::from(*key) * u128::from(passes)) >> 64 == u128::from(pass);
            while let Some(row) = found.next()? {
                let id = row.get(0)?;
                let (email, name) = (plain(row.get_ref(1)?.as_str()?), plain(row.get_ref(2)?.as_str()?));
                let of_email = email.contains('@').then(|| key('e', &email));
                let of_name = (!name.is_empty()).then(|| key('n', &name));
                keys.extend(of_email.into_iter().chain(of_name).filter(is_of_pass).map(|key| (key, id)));
            }
        }
        keys.sort_unstable();
        for family in keys.chunk_by(|a, b| a.0 == b.0).filter(|family| family.len() > 1) {
            let items: BTreeSet<i64> = family.iter().map(|(_, item)| *item).collect();
            let mut who = senders(db, &items)?;
            for item in items {
                families.add(family[0].0, item, who.remove(&item).unwrap_or_default());
            }
        }
    }
    // Who shares both an address and a name was met twice.
    let mut by_item: BTreeMap<i64, Link> = BTreeMap::new();
    for link in families.links {
        let known = by_item.entry(link.item).or_insert_with(|| Link { into: Vec::new(), ..link.clone() });
        known.into.extend(link.into);
        known.into.sort_unstable();
        known.into.dedup();
    }
    Ok(by_item.into_values().collect())
}

/// Sixty-four bits stand for a name; two names that met by chance would still be compared letter by letter.
fn key(of: char, text: &str) -> u64 {
    let digest = blake3::Hasher::new().update(&[of as u8]).update(text.as_bytes()).finalize();
    u64::from_le_bytes(*digest.as_bytes().first_chunk().expect("a digest has 32 bytes"))
}

/// Families of two items with nearly the same long words, from different sources, of whom nobody said that they are two.
/// Items that are one response already count once; more than two make a campaign, not a duplicate.
fn same_body(db: &Connection, heads: &Heads) -> rusqlite::Result<Vec<Link>> {
    let mut rows = db.prepare(
        "SELECT family, item.id FROM alike JOIN item ON item.id = alike.item WHERE set_aside IS NULL ORDER BY 1, 2",
    )?;
    let found: Vec<(i64, i64)> =
        rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    let mut links = Vec::new();
    for family in found.chunk_by(|a, b| a.0 == b.0) {
        let distinct: BTreeSet<i64> = family.iter().map(|(_, item)| heads.root(*item)).collect();
        let mut distinct = distinct.into_iter();
        let (Some(into), Some(item), None) = (distinct.next(), distinct.next(), distinct.next()) else { continue };
        let who = senders(db, &BTreeSet::from([into, item]))?;
        if !who[&into].contradicts(&who[&item]) {
            links.push(Link { rule: MergedWhy::SameBody, item, into: vec![into] });
        }
    }
    Ok(links)
}

/// Gathers links from items that come family by family, in order of item.
struct Families<K, F> {
    rule: MergedWhy,
    fits: F,
    current: Option<K>,
    earlier: Vec<(i64, Who)>,
    links: Vec<Link>,
}

impl<K: PartialEq, F: Fn(&Who, &Who) -> bool> Families<K, F> {
    fn new(rule: MergedWhy, fits: F) -> Self {
        Families { rule, fits, current: None, earlier: Vec::new(), links: Vec::new() }
    }

    fn add(&mut self, family: K, item: i64, who: Who) {
        if self.current.as_ref() != Some(&family) {
            self.current = Some(family);
            self.earlier.clear();
        }
        let fits = self.earlier.iter().filter(|(_, other)| (self.fits)(other, &who));
        let into: Vec<i64> = fits.map(|(earlier, _)| *earlier).collect();
        if !into.is_empty() {
            self.links.push(Link { rule: self.rule, item, into });
        }
        if self.earlier.len() < MOST_TRIED {
            self.earlier.push((item, who));
        }
    }
}
