//! Campaigns: families of answers as they are found, people's decisions about them, and what counts.

use rusqlite::{OptionalExtension, Row, params};

use super::coding::reference;
use super::store::{Store, StoreError, next_revision};
use crate::model::{
    Anchor, AnswerId, Campaign, CampaignDecision, CampaignId, CampaignState, CampaignVerb, Language, Span, Template,
};

/// Number of a family, from 1, in order of its first member; the next finding numbers them anew.
type FamilyId = i64;

/// An answer that shares a template.
#[derive(Clone, Debug, PartialEq)]
pub struct FamilyMember {
    /// The answer.
    pub answer: AnswerId,
    /// Its family.
    pub family: FamilyId,
    /// Likeness to the template, 0 to 1.
    pub similarity: f32,
    /// The same for all answers with the same words.
    pub wording: i64,
    /// Passages beside the template.
    pub own: Vec<Span>,
}

/// Answers that share a template, as found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Family {
    /// Its number.
    pub id: FamilyId,
    /// The answer whose words stand for the template.
    pub template: AnswerId,
    /// Its first member.
    pub first: AnswerId,
}

/// A campaign as it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Its number.
    pub id: CampaignId,
    /// What people said of it.
    pub state: CampaignState,
    /// Whether the three counts differ by it.
    pub counted: bool,
    /// What people call it.
    pub name: String,
    /// Its families.
    pub families: Vec<FamilyId>,
}

/// People's decisions applied to families.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settled {
    /// The campaigns, in order.
    pub campaigns: Vec<Counted>,
    /// Items of which no answer belongs to a family.
    pub out: Vec<(i64, FamilyId)>,
    /// Answers that people put into a family.
    pub put: Vec<FamilyMember>,
}

impl Store {
    /// Keeps families, in place of all that were found before.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn keep_families(
        &mut self,
        templates: &[AnswerId],
        members: impl IntoIterator<Item = FamilyMember>,
    ) -> Result<(), StoreError> {
        let mut members = Some(members);
        let mut work = || {
            let tx = self.db.transaction()?;
            tx.execute_batch("DELETE FROM family; DELETE FROM family_member")?;
            for (before, template) in templates.iter().enumerate() {
                tx.prepare_cached("INSERT INTO family (id, template) VALUES (?1, ?2)")?
                    .execute(params![before as i64 + 1, template])?;
            }
            for member in members.take().into_iter().flatten() {
                let similarity = f64::from(member.similarity);
                let own = spans_to_text(&member.own);
                tx.prepare_cached(
                    "INSERT INTO family_member (answer, family, similarity, wording, own) VALUES (?1, ?2, ?3, ?4, ?5)",
                )?
                .execute(params![member.answer, member.family, similarity, member.wording, own])?;
            }
            tx.commit()
        };
        let done = work();
        self.tried(done)
    }

    /// The families, in order of number.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn families(&self) -> Result<Vec<Family>, StoreError> {
        let read = || {
            let mut rows = self.db.prepare_cached(
                "SELECT id, template, first FROM family
                 JOIN (SELECT family, min(answer) AS first FROM family_member GROUP BY family) ON family = id ORDER BY id",
            )?;
            rows.query_map([], |row| Ok(Family { id: row.get(0)?, template: row.get(1)?, first: row.get(2)? }))?
                .collect()
        };
        self.tried(read())
    }

    /// The family that most answers of a wording are in.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn family_of_wording(&self, wording: i64) -> Result<Option<FamilyId>, StoreError> {
        let sql = "SELECT family FROM family_member WHERE wording = ?1 GROUP BY family ORDER BY count(*) DESC, family LIMIT 1";
        let found =
            self.db.prepare_cached(sql).and_then(|mut rows| rows.query_row([wording], |row| row.get(0)).optional());
        self.tried(found)
    }

    /// The family that an answer was found to belong to.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn family_of(&self, answer: AnswerId) -> Result<Option<FamilyId>, StoreError> {
        let sql = "SELECT family FROM family_member WHERE answer = ?1";
        let found =
            self.db.prepare_cached(sql).and_then(|mut rows| rows.query_row([answer], |row| row.get(0)).optional());
        self.tried(found)
    }

    /// The commonest wordings of a family, the commonest first, of equals the earliest.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn wordings(&self, family: FamilyId, most: usize) -> Result<Vec<i64>, StoreError> {
        let read = || {
            let mut rows = self.db.prepare_cached(
                "SELECT wording FROM family_member WHERE family = ?1 GROUP BY wording
                 ORDER BY count(*) DESC, min(answer) LIMIT ?2",
            )?;
            rows.query_map(params![family, most as i64], |row| row.get(0))?.collect()
        };
        self.tried(read())
    }

    /// The sketch of one answer.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn sketch_of(&self, answer: AnswerId) -> Result<Option<Vec<u8>>, StoreError> {
        let sql = "SELECT body FROM sketch WHERE answer = ?1";
        let found =
            self.db.prepare_cached(sql).and_then(|mut rows| rows.query_row([answer], |row| row.get(0)).optional());
        self.tried(found)
    }

    /// Answers in words of an item and of what was merged into it, with question and text.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn answers_in_words(&self, item: i64) -> Result<Vec<(AnswerId, String, String)>, StoreError> {
        let read = || {
            let mut rows = self.db.prepare_cached(
                "SELECT answer.id, question, text FROM answer JOIN item ON item.id = answer.item
                 WHERE (item.id = ?1 OR merged_into = ?1) AND substance = 'words' AND text <> ''
                 ORDER BY merged_into IS NOT NULL, item.id, position",
            )?;
            rows.query_map([item], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
        };
        self.tried(read())
    }

    /// Keeps campaigns as they count. Returns how many answers joined, left, moved or count otherwise.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn keep_campaigns(&mut self, settled: &Settled) -> Result<u64, StoreError> {
        let mut work = || {
            let tx = self.db.transaction()?;
            let revision = next_revision(&tx)?;
            tx.execute_batch(BEFORE)?;
            for campaign in &settled.campaigns {
                tx.prepare_cached("INSERT INTO campaign (id, state, counted, name) VALUES (?1, ?2, ?3, ?4)")?
                    .execute(params![campaign.id, campaign.state.as_str(), campaign.counted, campaign.name])?;
                for family in &campaign.families {
                    tx.prepare_cached("INSERT INTO settled (family, campaign) VALUES (?1, ?2)")?
                        .execute(params![family, campaign.id])?;
                }
            }
            tx.execute_batch(MEMBERS)?;
            for (item, family) in &settled.out {
                tx.prepare_cached(
                    "DELETE FROM member WHERE family = ?2 AND answer IN (
                        SELECT answer.id FROM answer JOIN item ON item.id = answer.item
                        WHERE item.id = ?1 OR merged_into = ?1)",
                )?
                .execute([item, family])?;
            }
            for member in &settled.put {
                tx.prepare_cached(
                    "INSERT OR REPLACE INTO member (answer, campaign, family, similarity, wording, own, head)
                     SELECT ?1, campaign, family, ?3, ?4, ?5, 0 FROM settled WHERE family = ?2",
                )?
                .execute(params![
                    member.answer,
                    member.family,
                    f64::from(member.similarity),
                    member.wording,
                    spans_to_text(&member.own)
                ])?;
            }
            tx.execute_batch(COUNTS)?;
            let moved = tx.execute(CHANGED, [revision])?;
            tx.execute_batch("DELETE FROM former; DELETE FROM settled")?;
            tx.commit()?;
            Ok(moved as u64)
        };
        let done = work();
        self.tried(done)
    }

    /// The campaigns, in order of number.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn campaigns(&self) -> Result<Vec<Campaign>, StoreError> {
        let read = || {
            let mut templates = self.db.prepare_cached(
                "SELECT campaign, coalesce(merged_into, item.id), answer.question, answer.language, standard, varied, own
                 FROM campaign_template JOIN answer ON answer.id = template JOIN item ON item.id = answer.item
                 ORDER BY campaign, standard + varied DESC, template",
            )?;
            let mut templates = templates
                .query_map([], |row| Ok((row.get::<_, CampaignId>(0)?, template(row)?)))?
                .collect::<rusqlite::Result<Vec<_>>>()?
                .into_iter()
                .peekable();
            let mut campaigns = self.db.prepare_cached("SELECT id, state, counted, name FROM campaign ORDER BY id")?;
            let found = campaigns.query_map([], |row| {
                let mut campaign = Campaign {
                    id: row.get(0)?,
                    state: row.get::<_, String>(1)?.parse().unwrap_or_default(),
                    counted: row.get(2)?,
                    name: row.get(3)?,
                    ..Campaign::default()
                };
                while let Some((_, template)) = templates.next_if(|(of, _)| *of == campaign.id) {
                    campaign.standard += template.standard;
                    campaign.varied += template.varied;
                    campaign.own += template.own;
                    campaign.templates.push(template);
                }
                if let Some(first) = campaign.templates.first() {
                    (campaign.template, campaign.question) = (first.response.clone(), first.question.clone());
                }
                Ok(campaign)
            })?;
            found.collect()
        };
        self.tried(read())
    }

    /// The families of a campaign, the largest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn families_of(&self, campaign: CampaignId) -> Result<Vec<FamilyId>, StoreError> {
        let read = || {
            let mut rows = self.db.prepare_cached(
                "SELECT family FROM campaign_template WHERE campaign = ?1 ORDER BY standard + varied DESC, template",
            )?;
            rows.query_map([campaign], |row| row.get(0))?.collect()
        };
        self.tried(read())
    }

    /// Appends the decisions of one act.
    ///
    /// # Errors
    /// When the database cannot be written; none is kept then.
    pub fn decide_campaign(&mut self, decisions: &[CampaignDecision]) -> Result<(), StoreError> {
        let mut work = || {
            let tx = self.db.transaction()?;
            let mut act: Option<i64> = None;
            for decision in decisions {
                let other = decision.other.as_ref();
                tx.prepare_cached(
                    "INSERT INTO campaign_decision (act, at, person, verb, wordings, sketch, other_wordings, other_sketch,
                     item, name, undoes, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                )?
                .execute(params![
                    act,
                    decision.at,
                    decision.person,
                    decision.verb.as_str(),
                    wordings_to_text(&decision.anchor.wordings),
                    decision.anchor.sketch,
                    other.map(|anchor| wordings_to_text(&anchor.wordings)),
                    other.map(|anchor| anchor.sketch.as_slice()),
                    decision.item,
                    decision.name,
                    decision.undoes,
                    decision.note
                ])?;
                act.get_or_insert(tx.last_insert_rowid());
            }
            tx.commit()
        };
        let done = work();
        self.tried(done)
    }

    /// All decisions about campaigns, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn campaign_decisions(&self) -> Result<Vec<CampaignDecision>, StoreError> {
        let read = || {
            let mut rows = self.db.prepare_cached(
                "SELECT id, coalesce(act, id), at, person, verb, wordings, sketch, other_wordings, other_sketch, item, name,
                 undoes, note FROM campaign_decision ORDER BY id",
            )?;
            rows.query_map([], decision)?.collect::<rusqlite::Result<Vec<_>>>()
        };
        // A verb of a later version of the program says nothing to this one.
        Ok(self.tried(read())?.into_iter().flatten().collect())
    }
}

/// Remembers what counted, and makes way for what counts now.
const BEFORE: &str = "
    CREATE TEMP TABLE IF NOT EXISTS former (answer INTEGER PRIMARY KEY, campaign, similarity, own, head, state, counted);
    CREATE TEMP TABLE IF NOT EXISTS settled (family INTEGER PRIMARY KEY, campaign INTEGER NOT NULL);
    DELETE FROM former; DELETE FROM settled;
    INSERT INTO former SELECT answer, campaign, similarity, own, head, state, counted
        FROM member JOIN campaign ON campaign.id = campaign;
    DELETE FROM member; DELETE FROM campaign; DELETE FROM campaign_template";

const MEMBERS: &str = "
    INSERT INTO member (answer, campaign, family, similarity, wording, own, head)
        SELECT answer, campaign, family, similarity, wording, own, 0 FROM family_member JOIN settled USING (family)";

/// Counts by template, and who stands for each campaign: a response counts under the campaign of its first answer, so the
/// one that stands for a campaign is chosen among those that count under it; whoever wrote the template, else the likest.
const COUNTS: &str = "
    INSERT INTO campaign_template (family, campaign, template, standard, varied, own)
        SELECT member.family, member.campaign,
            coalesce(min(CASE WHEN member.wording = first.wording THEN member.answer END), family.template),
            sum(member.wording IS first.wording), sum(member.wording IS NOT first.wording),
            sum(member.wording IS NOT first.wording AND member.own <> '')
        FROM member JOIN family ON family.id = member.family
        LEFT JOIN family_member AS first ON first.answer = family.template
        GROUP BY member.family;
    DELETE FROM campaign WHERE id NOT IN (SELECT campaign FROM campaign_template);
    WITH placed AS (
        SELECT member.answer, member.campaign, member.similarity, counted,
            row_number() OVER (PARTITION BY coalesce(merged_into, item.id), counted
                ORDER BY merged_into IS NOT NULL, item.id, position) AS place
        FROM member JOIN campaign ON campaign.id = member.campaign
        JOIN answer ON answer.id = member.answer JOIN item ON item.id = answer.item
    ), ranked AS (
        SELECT answer, row_number() OVER (PARTITION BY campaign
            ORDER BY answer IN (SELECT template FROM campaign_template) DESC, similarity DESC, answer) AS rank
        FROM placed WHERE place = 1 OR NOT counted
    )
    UPDATE member SET head = 1 WHERE answer IN (SELECT answer FROM ranked WHERE rank = 1)";

const CHANGED: &str = "
    UPDATE answer SET revision = ?1 WHERE id IN (
        WITH latter AS (SELECT answer, campaign, similarity, own, head, state, counted
            FROM member JOIN campaign ON campaign.id = campaign)
        SELECT answer FROM (SELECT * FROM latter EXCEPT SELECT * FROM former)
        UNION SELECT answer FROM (SELECT * FROM former EXCEPT SELECT * FROM latter))";

fn template(row: &Row<'_>) -> rusqlite::Result<Template> {
    let language: Option<String> = row.get(3)?;
    Ok(Template {
        response: reference(row.get(1)?),
        question: row.get(2)?,
        language: language.and_then(|word| word.parse().ok()).unwrap_or(Language::Unknown),
        standard: row.get::<_, i64>(4)? as u64,
        varied: row.get::<_, i64>(5)? as u64,
        own: row.get::<_, i64>(6)? as u64,
    })
}

fn decision(row: &Row<'_>) -> rusqlite::Result<Option<CampaignDecision>> {
    let Ok(verb) = row.get::<_, String>(4)?.parse::<CampaignVerb>() else { return Ok(None) };
    let other: (Option<String>, Option<Vec<u8>>) = (row.get(7)?, row.get(8)?);
    Ok(Some(CampaignDecision {
        id: row.get(0)?,
        act: row.get(1)?,
        at: row.get(2)?,
        person: row.get(3)?,
        verb,
        anchor: Anchor { wordings: wordings_from_text(row.get_ref(5)?.as_str()?), sketch: row.get(6)? },
        other: other.0.zip(other.1).map(|(kept, sketch)| Anchor { wordings: wordings_from_text(&kept), sketch }),
        item: row.get(9)?,
        name: row.get(10)?,
        undoes: row.get(11)?,
        note: row.get(12)?,
    }))
}

fn wordings_to_text(wordings: &[i64]) -> String {
    wordings.iter().map(i64::to_string).collect::<Vec<_>>().join(" ")
}

fn wordings_from_text(kept: &str) -> Vec<i64> {
    kept.split(' ').filter_map(|number| number.parse().ok()).collect()
}

/// Passages are kept as `0-17;18-40`.
fn spans_to_text(spans: &[Span]) -> String {
    spans.iter().map(|span| format!("{}-{}", span.start, span.end)).collect::<Vec<_>>().join(";")
}

pub(super) fn spans_from_text(kept: &str) -> Vec<Span> {
    let one = |part: &str| {
        let (start, end) = part.split_once('-')?;
        Some(Span { start: start.parse().ok()?, end: end.parse().ok()? })
    };
    kept.split(';').filter_map(one).collect()
}
