/**
 * One thing can be judged by several people: every 署名 has one decision of its own on a practice or a fact, and beside it one that came in by an exchange (`came`).
 * `n` tells which of two decisions of one moment was given later. `subject` names a fact that a person added, whoever decides on it.
 * `differ` marks what people judged differently, so that all of it can be listed.
 */
export const sql = `
CREATE TABLE practice_decision_next (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  entry INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
  practice TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('confirmed', 'rejected')),
  signed TEXT NOT NULL CHECK (signed <> ''),
  at TEXT NOT NULL,
  came INTEGER NOT NULL CHECK (came IN (0, 1)),
  UNIQUE (entry, practice, signed, came)
) STRICT;
INSERT INTO practice_decision_next (entry, practice, decision, signed, at, came) SELECT entry, practice, decision, signed, at, 0 FROM practice_decision ORDER BY at;
DROP TABLE practice_decision;
ALTER TABLE practice_decision_next RENAME TO practice_decision;

ALTER TABLE practice_passage ADD COLUMN came INTEGER NOT NULL DEFAULT 0 CHECK (came IN (0, 1));

ALTER TABLE fact_decision ADD COLUMN came INTEGER NOT NULL DEFAULT 0 CHECK (came IN (0, 1));
ALTER TABLE fact_decision ADD COLUMN subject TEXT NOT NULL DEFAULT '';
UPDATE fact_decision SET subject = id WHERE decision = 'added';

ALTER TABLE practice_tag ADD COLUMN differ INTEGER NOT NULL DEFAULT 0 CHECK (differ IN (0, 1));
ALTER TABLE fact ADD COLUMN differ INTEGER NOT NULL DEFAULT 0 CHECK (differ IN (0, 1));
CREATE INDEX practice_tag_differing ON practice_tag (entry) WHERE differ = 1;
CREATE INDEX fact_differing ON fact (entry) WHERE differ = 1;
`
