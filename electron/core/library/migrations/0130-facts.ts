/**
 * Facts of entries, ready to be listed across the library, and beside them what people decided about them.
 * `fact` can always be made again from a text, its rules and its decisions. `fact_state` says under which rules a text was read ('' once it has changed);
 * its stamp grows when the names that the index knows (brands, platforms) are others than before.
 * The history learns another action. Which actions there are is the contract's to say: its tables are made anew, for the last time, without a list of them.
 */
export const sql = `
CREATE TABLE fact_state (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq) ON DELETE CASCADE,
  rules TEXT NOT NULL,
  stamp INTEGER NOT NULL CHECK (stamp >= 0)
) STRICT;
CREATE TABLE fact (
  entry INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  number REAL,
  unit TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'confirmed', 'rejected')),
  basis TEXT NOT NULL CHECK (basis IN ('stated', 'inferred', 'user')),
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  decided_by TEXT,
  decided_at TEXT,
  decision TEXT,
  value TEXT NOT NULL CHECK (json_valid(value)),
  CHECK (0 <= span_start AND span_start <= span_end AND (decided_by IS NULL) = (decided_at IS NULL)),
  PRIMARY KEY (entry, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_by_kind ON fact (kind, name);
CREATE TRIGGER fact_outdated AFTER UPDATE OF content ON entry BEGIN
  UPDATE fact_state SET rules = '' WHERE entry = new.seq;
  DELETE FROM fact WHERE entry = new.seq;
END;

CREATE TABLE fact_decision (
  id TEXT PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('confirmed', 'rejected', 'changed', 'added')),
  found TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  basis TEXT NOT NULL CHECK (basis IN ('stated', 'inferred', 'user')),
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  lost INTEGER NOT NULL CHECK (lost IN (0, 1)),
  signed TEXT NOT NULL CHECK (signed <> ''),
  at TEXT NOT NULL,
  CHECK (0 <= span_start AND span_start <= span_end)
) STRICT;
CREATE INDEX fact_decision_by_entry ON fact_decision (entry);

CREATE TABLE history_waiting AS SELECT * FROM history_entry;
CREATE TABLE history_document_waiting AS SELECT * FROM history_document;
DROP TABLE history_entry;
DROP TABLE history_document;
CREATE TABLE history_next (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action <> ''),
  label TEXT NOT NULL
) STRICT;
INSERT INTO history_next (seq, id, at, action, label) SELECT seq, id, at, action, label FROM history;
DROP TABLE history;
ALTER TABLE history_next RENAME TO history;
CREATE TABLE history_entry (
  history INTEGER NOT NULL REFERENCES history (seq) ON DELETE CASCADE,
  entry INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  content INTEGER NOT NULL,
  content_before INTEGER,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  PRIMARY KEY (history, entry)
) STRICT, WITHOUT ROWID;
INSERT INTO history_entry (history, entry, revision, content, content_before, before) SELECT history, entry, revision, content, content_before, before FROM history_waiting;
DROP TABLE history_waiting;
CREATE INDEX history_entry_by_entry ON history_entry (entry);
CREATE TABLE history_document (
  history INTEGER NOT NULL REFERENCES history (seq) ON DELETE CASCADE,
  was INTEGER NOT NULL REFERENCES document (seq),
  became INTEGER NOT NULL REFERENCES document (seq),
  PRIMARY KEY (history, was)
) STRICT, WITHOUT ROWID;
INSERT INTO history_document (history, was, became) SELECT history, was, became FROM history_document_waiting;
DROP TABLE history_document_waiting;
CREATE INDEX history_document_by_became ON history_document (became);
`
