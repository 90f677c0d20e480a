/**
 * 标签 and 有哪些变化. Own labels are steps of the taxonomy, as its own practices are; here stand the passages that people gave one.
 * `fact_shift` says what a reading under new rules changed of the facts of an entry, until somebody has looked at it and the rules change again;
 * a new text makes it meaningless. `found` says of a fact that the rules find it, too, whatever people decided.
 */
export const sql = `
CREATE TABLE label_passage (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL CHECK (label <> ''),
  entry INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  lost INTEGER NOT NULL CHECK (lost IN (0, 1)),
  signed TEXT NOT NULL CHECK (signed <> ''),
  at TEXT NOT NULL,
  CHECK (0 <= span_start AND span_start < span_end)
) STRICT, WITHOUT ROWID;
CREATE INDEX label_passage_by_entry ON label_passage (entry, span_start);
CREATE INDEX label_passage_by_label ON label_passage (label);

CREATE TABLE fact_shift (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  entry INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
  rules TEXT NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('added', 'gone', 'changed', 'unfound')),
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  seen INTEGER NOT NULL CHECK (seen IN (0, 1)),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE INDEX fact_shift_by_entry ON fact_shift (entry, n);
CREATE INDEX fact_shift_seen ON fact_shift (rules) WHERE seen = 1;
CREATE TRIGGER fact_shift_outdated AFTER UPDATE OF content ON entry BEGIN
  DELETE FROM fact_shift WHERE entry = new.seq;
END;

ALTER TABLE fact ADD COLUMN found INTEGER NOT NULL DEFAULT 1 CHECK (found IN (0, 1));
UPDATE fact SET found = 0 WHERE decision IN (SELECT id FROM fact_decision WHERE subject <> '');
`
