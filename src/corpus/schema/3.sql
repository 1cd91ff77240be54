-- Merging with its reasons, and passages that people assign to questions.

-- The rule by which an item was merged, or `decision`.
ALTER TABLE item ADD COLUMN merged_why TEXT;
DELETE FROM stamp WHERE stage = 'merged';

-- Of `merge`, `apart` and `undo`: the other item. Of `assign` and `unassign`: the question.
ALTER TABLE decision ADD COLUMN other INTEGER;
ALTER TABLE decision ADD COLUMN question TEXT;
-- A decision about a passage that moved to another answer is appended again for that one; this is the first of it.
ALTER TABLE decision ADD COLUMN copy_of INTEGER;
CREATE INDEX decision_of_item ON decision (item);
CREATE INDEX decision_of_answer ON decision (answer);
CREATE INDEX decision_copies ON decision (copy_of) WHERE copy_of IS NOT NULL;

-- Decisions whose words were gone when their answer changed, and the last decision there was then: a later one on the same
-- theme of the same item sees to it.
CREATE TABLE lost_decision (decision INTEGER PRIMARY KEY, since INTEGER NOT NULL);

-- What was merged before a file was read again, or before somebody decided otherwise, has to be looked at again.
CREATE TRIGGER merged_before_reading AFTER UPDATE OF hash ON source
BEGIN DELETE FROM stamp WHERE stage = 'merged'; END;
CREATE TRIGGER merged_before_deciding AFTER INSERT ON decision WHEN NEW.other IS NOT NULL
BEGIN DELETE FROM stamp WHERE stage = 'merged'; END;

-- Pairs that a person should look at: found by a rule whose setting is `propose`.
CREATE TABLE proposal (
    item INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    into_item INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    rule TEXT NOT NULL,
    PRIMARY KEY (item, into_item)
) WITHOUT ROWID;

-- Items of different sources with nearly the same long words, family by family.
CREATE TABLE alike (
    family INTEGER NOT NULL,
    item INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    PRIMARY KEY (family, item)
) WITHOUT ROWID;

-- The answers of an item as its file gave them, kept where people assigned passages to other questions.
CREATE TABLE original_answer (
    item INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    question TEXT NOT NULL,
    place TEXT NOT NULL,
    text TEXT NOT NULL,
    chosen TEXT NOT NULL,
    substance TEXT NOT NULL,
    prior TEXT,
    PRIMARY KEY (item, position)
) WITHOUT ROWID;
