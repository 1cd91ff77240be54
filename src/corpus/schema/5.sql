-- Decisions about frames that change: themes that passages move to, stances, what is taken back, and the version of the
-- frame whose codes are meant (BLAKE3 of its text; NULL where it was not kept).
ALTER TABLE decision ADD COLUMN target TEXT;
ALTER TABLE decision ADD COLUMN undoes INTEGER;
ALTER TABLE decision ADD COLUMN frame TEXT;

-- Versions of the coding frame, each whenever it came to be used: what a tag or a decision of an earlier version meant can
-- still be looked up, and followed to the present one.
CREATE TABLE frame_version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hash TEXT NOT NULL,
    version INTEGER NOT NULL,
    at TEXT NOT NULL,
    -- Codes, parents and codes taken over, as JSON: enough to follow a code without reading a text by rules of another day.
    outline TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE TRIGGER frame_version_stays BEFORE UPDATE ON frame_version
BEGIN SELECT RAISE(ABORT, 'versions of a frame are only appended'); END;
CREATE TRIGGER frame_version_kept BEFORE DELETE ON frame_version
BEGIN SELECT RAISE(ABORT, 'versions of a frame are only appended'); END
