-- Care for people: what is out of general view, what they allow now, and who was taken out.

-- Everything done about an item that is out of general view, in the order in which it was done. Nothing here is changed or
-- taken away. `restriction` is the number of the event that began it, NULL in that event itself.
CREATE TABLE care (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    restriction INTEGER,
    at TEXT NOT NULL,
    person TEXT NOT NULL,
    verb TEXT NOT NULL,
    item INTEGER NOT NULL,
    -- The question whose answer is meant; NULL for the whole response.
    question TEXT,
    -- Of the event that begins a restriction.
    kind TEXT,
    -- In the words of whoever acts, never the respondent's.
    note TEXT NOT NULL
);
CREATE INDEX care_of_restriction ON care (restriction);
CREATE TRIGGER care_stays BEFORE UPDATE ON care BEGIN SELECT RAISE(ABORT, 'what was done is only appended'); END;
CREATE TRIGGER care_kept BEFORE DELETE ON care BEGIN SELECT RAISE(ABORT, 'what was done is only appended'); END;

-- Restrictions that stand: follows from `care`, kept for whoever walks through the answers.
CREATE TABLE restricted (
    restriction INTEGER PRIMARY KEY,
    item INTEGER NOT NULL,
    question TEXT,
    kind TEXT NOT NULL,
    -- The item that it was one response with: what is withdrawn together is still one person's when nothing is merged any more.
    response INTEGER NOT NULL,
    -- Whether the item was set aside because of it, and is analysed again when it is lifted.
    kept_out INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX restricted_item ON restricted (item);

-- What people changed of what a respondent allows, in order; NULL where a consent stays as it was.
CREATE TABLE consent (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    person TEXT NOT NULL,
    item INTEGER NOT NULL,
    publish INTEGER,
    name INTEGER,
    quote INTEGER,
    contact INTEGER,
    because TEXT NOT NULL
);
CREATE TRIGGER consent_stays BEFORE UPDATE ON consent BEGIN SELECT RAISE(ABORT, 'consents are only appended'); END;
CREATE TRIGGER consent_kept BEFORE DELETE ON consent BEGIN SELECT RAISE(ABORT, 'consents are only appended'); END
;

-- What was erased, and how far the work has come: enough to finish it after the program was stopped, and no words.
CREATE TABLE erasure (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    person TEXT NOT NULL,
    because TEXT NOT NULL,
    -- The day on which the respondent asked, where somebody said.
    asked TEXT NOT NULL,
    -- `begun`, then `stored` (the words are out of originals and store), then `done`.
    phase TEXT NOT NULL,
    -- Numbers of the items, the one that was named first; then what happens to each file, what was counted, and where words
    -- may remain: all as JSON.
    items TEXT NOT NULL,
    files TEXT NOT NULL,
    counted TEXT NOT NULL DEFAULT '',
    remains TEXT NOT NULL DEFAULT '[]'
);

-- Keyed hashes by which a copy of what was erased is known when it is read again.
CREATE TABLE erased (hash BLOB PRIMARY KEY, item INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO stamp VALUES ('erasure-key', lower(hex(randomblob(32))));

-- Of an erased item: 1 where its file holds it no more, 2 where it was met there again.
ALTER TABLE item ADD COLUMN erased INTEGER NOT NULL DEFAULT 0
