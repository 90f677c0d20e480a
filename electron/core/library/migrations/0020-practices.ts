/**
 * What entries show of the practices: what the rules found and people decided, ready to be asked for across entries, and beside it the decisions and passages themselves.
 * `practice_tag` can always be made again from a text, its rules, its decisions and its passages; `kept` evidence of a confirmed tag is the one thing that is only here.
 * `practice_state` says under which rules a text was read; `stamp` grows with every change of its tags, so that the index can tell whether it is behind.
 * The history learns the action 'practice': a CHECK cannot be altered, so both its tables are made anew; the rows wait in a table that no cascade reaches.
 */
export const sql = `
CREATE TABLE history_waiting AS SELECT * FROM history_entry;
DROP TABLE history_entry;
CREATE TABLE history_next (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('import', 'create', 'edit', 'remove', 'restore', 'undo', 'notice', 'practice')),
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

CREATE TABLE practice_order (
  practice TEXT PRIMARY KEY,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE practice_state (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq) ON DELETE CASCADE,
  rules TEXT NOT NULL,
  stamp INTEGER NOT NULL CHECK (stamp >= 1)
) STRICT;

CREATE TABLE practice_tag (
  entry INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
  practice TEXT NOT NULL,
  strength TEXT NOT NULL CHECK (strength IN ('primary', 'secondary', 'mention')),
  state TEXT NOT NULL CHECK (state IN ('draft', 'confirmed', 'rejected')),
  shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
  decided_by TEXT,
  decided_at TEXT,
  sentences INTEGER NOT NULL CHECK (sentences >= 0),
  lead_start INTEGER,
  lead_end INTEGER,
  evidence TEXT NOT NULL CHECK (json_valid(evidence)),
  in_title TEXT NOT NULL CHECK (json_valid(in_title)),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL) AND (lead_start IS NULL) = (lead_end IS NULL)),
  PRIMARY KEY (entry, practice)
) STRICT, WITHOUT ROWID;
CREATE INDEX practice_tag_by_practice ON practice_tag (practice, shown);

CREATE TABLE practice_decision (
  entry INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
  practice TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('confirmed', 'rejected')),
  signed TEXT NOT NULL CHECK (signed <> ''),
  at TEXT NOT NULL,
  PRIMARY KEY (entry, practice)
) STRICT, WITHOUT ROWID;

CREATE TABLE practice_passage (
  id TEXT PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
  practice TEXT NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  quote TEXT NOT NULL CHECK (quote <> ''),
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  lost INTEGER NOT NULL CHECK (lost IN (0, 1)),
  signed TEXT NOT NULL CHECK (signed <> ''),
  at TEXT NOT NULL,
  CHECK (0 <= span_start AND span_start < span_end)
) STRICT;
CREATE INDEX practice_passage_by_entry ON practice_passage (entry);
`
