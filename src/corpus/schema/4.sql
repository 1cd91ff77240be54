-- A file may tell of several events: a spreadsheet with a row for each note.
CREATE TABLE event_of_file (
    id TEXT PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source (id),
    -- Which of the file's events it is.
    position INTEGER NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (source, position)
);
INSERT INTO event_of_file (id, source, position, body) SELECT id, source, 0, body FROM event;
DROP TABLE event;
ALTER TABLE event_of_file RENAME TO event
