-- Everything that the consultation holds. Numbers given on arrival are never given again (AUTOINCREMENT).

CREATE TABLE stamp (stage TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
-- Drawn once, never shown: tells this store from one that was made anew.
INSERT INTO stamp VALUES ('identity', lower(hex(randomblob(8))));

CREATE TABLE revision (value INTEGER NOT NULL);
INSERT INTO revision VALUES (0);

-- A file below received/ (or an address) that items came from.
CREATE TABLE source (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file TEXT NOT NULL UNIQUE,
    channel TEXT NOT NULL,
    -- Of the bytes and of the mapping that they were read with; empty until they were read to the end.
    hash TEXT NOT NULL DEFAULT '',
    mapping TEXT NOT NULL DEFAULT '',
    -- Records that the reader met, counted apart from the items it kept: the ledger holds one against the other.
    records INTEGER NOT NULL DEFAULT 0,
    fetched_from TEXT,
    fetched_at TEXT,
    etag TEXT,
    last_modified TEXT
);

CREATE TABLE problem (
    source INTEGER NOT NULL REFERENCES source (id),
    place TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX problem_of_source ON problem (source);

-- One thing received: the number that it got on arrival, who sent it, what became of it.
CREATE TABLE item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source INTEGER NOT NULL REFERENCES source (id),
    key TEXT NOT NULL,
    place TEXT NOT NULL,
    content BLOB NOT NULL,
    channel TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    email TEXT NOT NULL,
    area TEXT NOT NULL,
    received TEXT NOT NULL,
    may_publish INTEGER NOT NULL,
    may_name INTEGER NOT NULL,
    may_quote INTEGER NOT NULL,
    may_contact INTEGER NOT NULL,
    -- Who it is from, as far as two items can be compared; empty when nobody said.
    identity TEXT NOT NULL,
    -- Of the answers alone, to tell the same words sent twice.
    words BLOB NOT NULL,
    set_aside TEXT,
    merged_into INTEGER REFERENCES item (id),
    UNIQUE (source, key)
);
CREATE INDEX item_identity ON item (identity) WHERE identity <> '';
CREATE INDEX item_merged ON item (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE event (
    id TEXT PRIMARY KEY,
    source INTEGER NOT NULL UNIQUE REFERENCES source (id),
    body TEXT NOT NULL
);

-- An answer of an item, or a note of an event.
CREATE TABLE answer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    item INTEGER REFERENCES item (id),
    event TEXT REFERENCES event (id),
    question TEXT NOT NULL,
    -- Order within its item.
    position INTEGER NOT NULL,
    place TEXT NOT NULL,
    -- Exactly what was written, as decoded.
    text TEXT NOT NULL,
    chosen TEXT NOT NULL DEFAULT '',
    substance TEXT NOT NULL,
    -- What the form or the question says of the language; the words decide.
    prior TEXT,
    language TEXT,
    confidence REAL,
    spans TEXT,
    stance TEXT,
    stance_kind TEXT,
    stance_start INTEGER,
    stance_end INTEGER,
    stance_words TEXT,
    -- What it was coded with; NULL until it was.
    coded TEXT,
    revision INTEGER NOT NULL,
    CHECK ((item IS NULL) <> (event IS NULL))
);
CREATE INDEX answer_of_item ON answer (item, question);
CREATE INDEX answer_of_event ON answer (event) WHERE event IS NOT NULL;
CREATE INDEX answer_revision ON answer (revision);
CREATE INDEX answer_coded ON answer (coded);

-- Numbers of answers that are gone, for an index that may still hold them.
CREATE TABLE removed (answer INTEGER PRIMARY KEY, revision INTEGER NOT NULL);
CREATE INDEX removed_revision ON removed (revision);

CREATE TABLE tag (
    answer INTEGER NOT NULL REFERENCES answer (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    theme TEXT NOT NULL,
    words TEXT NOT NULL,
    pattern TEXT NOT NULL,
    frame_version INTEGER NOT NULL,
    PRIMARY KEY (answer, start, "end", theme)
) WITHOUT ROWID;

CREATE TABLE sketch (
    answer INTEGER PRIMARY KEY REFERENCES answer (id) ON DELETE CASCADE,
    body BLOB NOT NULL
);

CREATE TABLE campaign (
    id INTEGER PRIMARY KEY,
    template INTEGER NOT NULL,
    question TEXT NOT NULL,
    standard INTEGER NOT NULL,
    varied INTEGER NOT NULL
);
CREATE TABLE member (
    answer INTEGER PRIMARY KEY REFERENCES answer (id) ON DELETE CASCADE,
    campaign INTEGER NOT NULL,
    similarity REAL NOT NULL,
    head INTEGER NOT NULL
);

-- What people decided, in the order in which they did. Nothing here is ever changed or taken away:
-- to undo is to append.
CREATE TABLE decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    person TEXT NOT NULL,
    verb TEXT NOT NULL,
    item INTEGER,
    answer INTEGER,
    theme TEXT,
    start INTEGER,
    "end" INTEGER,
    words TEXT,
    note TEXT NOT NULL DEFAULT ''
);
CREATE TRIGGER decision_stays BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are only appended'); END;
CREATE TRIGGER decision_kept BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are only appended'); END
