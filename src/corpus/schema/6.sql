-- Campaigns as they are found, as people decided about them, and as they count.

DROP TABLE campaign;
DROP TABLE member;
DELETE FROM stamp WHERE stage = 'campaigns';

-- Answers that share a template, as found: what people decide is put over it without comparing again.
CREATE TABLE family (
    id INTEGER PRIMARY KEY,
    -- The answer whose words stand for the template.
    template INTEGER NOT NULL
);
CREATE TABLE family_member (
    answer INTEGER PRIMARY KEY REFERENCES answer (id) ON DELETE CASCADE,
    family INTEGER NOT NULL,
    similarity REAL NOT NULL,
    -- Of its words alone, the same for all answers with the same words.
    wording INTEGER NOT NULL,
    -- Passages beside the template, `0-17;20-50`.
    own TEXT NOT NULL
);
CREATE INDEX family_wording ON family_member (wording);

-- Campaigns as they count: families that people linked are one.
CREATE TABLE campaign (
    id INTEGER PRIMARY KEY,
    state TEXT NOT NULL,
    counted INTEGER NOT NULL,
    name TEXT NOT NULL
);
CREATE TABLE campaign_template (
    family INTEGER PRIMARY KEY,
    campaign INTEGER NOT NULL,
    template INTEGER NOT NULL,
    standard INTEGER NOT NULL,
    varied INTEGER NOT NULL,
    own INTEGER NOT NULL
);
CREATE TABLE member (
    answer INTEGER PRIMARY KEY REFERENCES answer (id) ON DELETE CASCADE,
    campaign INTEGER NOT NULL,
    family INTEGER NOT NULL,
    similarity REAL NOT NULL,
    wording INTEGER NOT NULL,
    own TEXT NOT NULL,
    head INTEGER NOT NULL
);

-- What people decided about campaigns, in the order in which they did. A campaign is known by what its template says.
CREATE TABLE campaign_decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- The first decision of the same act; NULL where this is it.
    act INTEGER,
    at TEXT NOT NULL,
    person TEXT NOT NULL,
    verb TEXT NOT NULL,
    -- Numbers as in `family_member.wording`, the template's first, with spaces between.
    wordings TEXT NOT NULL,
    sketch BLOB NOT NULL,
    other_wordings TEXT,
    other_sketch BLOB,
    item INTEGER,
    name TEXT NOT NULL,
    undoes INTEGER,
    note TEXT NOT NULL
);
CREATE TRIGGER campaign_decision_stays BEFORE UPDATE ON campaign_decision
BEGIN SELECT RAISE(ABORT, 'decisions are only appended'); END;
CREATE TRIGGER campaign_decision_kept BEFORE DELETE ON campaign_decision
BEGIN SELECT RAISE(ABORT, 'decisions are only appended'); END
