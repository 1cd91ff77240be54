-- Where each file that was collected from an address came from. Apart from `source`, because a file can be kept that is
-- no source of responses: the pages of a list whose records are each given in full elsewhere.
CREATE TABLE fetched (
    -- Below received/.
    file TEXT PRIMARY KEY,
    -- As it was asked, without secrets.
    address TEXT NOT NULL,
    -- When these bytes came.
    at TEXT NOT NULL,
    status INTEGER NOT NULL,
    -- BLAKE3 of the bytes, and how many; empty and 0 where an earlier version of the program did not keep them.
    hash TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    etag TEXT,
    last_modified TEXT,
    -- The address of the page after this one, where a header gave it.
    next TEXT,
    -- What the list said of the record when it was asked for: while the list says the same, it is not asked for again.
    version TEXT
) WITHOUT ROWID;
INSERT INTO fetched (file, address, at, status, hash, bytes, etag, last_modified)
    SELECT file, fetched_from, coalesce(fetched_at, ''), 200, '', 0, etag, last_modified
    FROM source WHERE fetched_from IS NOT NULL;
ALTER TABLE source DROP COLUMN fetched_from;
ALTER TABLE source DROP COLUMN fetched_at;
ALTER TABLE source DROP COLUMN etag;
ALTER TABLE source DROP COLUMN last_modified
