/**
 * Files of every format: a document knows how it was read, and by which rules of cleaning; the text of formats that are not text themselves is kept beside it.
 * Entries learn links, notes, pictures, what their file states otherwise, how sure reading was, and whether a person has looked at them: what was there before counts as looked at.
 * Bytes of pictures lie among the originals; `entry_picture` says who needs them, also for a state that only history holds.
 * Faults are called by the names they have today. The history learns new actions; as in 0020 its tables are made anew.
 */
export const sql = `
ALTER TABLE document ADD COLUMN label TEXT;
ALTER TABLE document ADD COLUMN label_by TEXT;
UPDATE document SET label = nullif(encoding, ''), label_by = nullif(encoding_by, '');
ALTER TABLE document DROP COLUMN encoding;
ALTER TABLE document DROP COLUMN encoding_by;
ALTER TABLE document RENAME COLUMN label TO encoding;
ALTER TABLE document RENAME COLUMN label_by TO encoding_by;
ALTER TABLE document ADD COLUMN options TEXT NOT NULL DEFAULT '{"encoding":null,"columns":null,"boundaries":null,"off":[]}' CHECK (json_valid(options));
ALTER TABLE document ADD COLUMN boundaries TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(boundaries));
ALTER TABLE document ADD COLUMN cleaner INTEGER NOT NULL DEFAULT 0 CHECK (cleaner >= 0);
UPDATE document SET boundaries = (
  SELECT json_group_array(json_object('at', raw_start, 'confidence', iif(ordinal = 1, 1, 0.7), 'basis', iif(ordinal = 1, 'start', 'byline'), 'reason', iif(ordinal = 1, '文件从这里开始', '按标题与署名分出')))
  FROM (SELECT ordinal, min(raw_start) AS raw_start FROM entry WHERE entry.document = document.seq GROUP BY ordinal ORDER BY ordinal));
CREATE INDEX document_by_cleaner ON document (cleaner);

CREATE TABLE document_text (
  document INTEGER PRIMARY KEY REFERENCES document (seq) ON DELETE CASCADE,
  text TEXT NOT NULL
) STRICT;

ALTER TABLE entry ADD COLUMN review TEXT NOT NULL DEFAULT 'accepted' CHECK (review IN ('pending', 'accepted'));
ALTER TABLE entry ADD COLUMN confidence REAL NOT NULL DEFAULT 1 CHECK (confidence BETWEEN 0 AND 1);
CREATE INDEX entry_pending ON entry (confidence) WHERE review = 'pending' AND removed_at IS NULL;
ALTER TABLE entry_text ADD COLUMN confidence_reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(confidence_reasons));
ALTER TABLE entry_text ADD COLUMN reference_spans TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reference_spans));
ALTER TABLE entry_text ADD COLUMN pictures TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(pictures));
ALTER TABLE entry_text ADD COLUMN disagreements TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(disagreements));

CREATE TABLE entry_picture (
  entry INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  PRIMARY KEY (entry, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_picture_by_sha256 ON entry_picture (sha256);

CREATE TABLE entry_reading (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (json_valid(state))
) STRICT;

UPDATE batch_file SET fault = json_set(fault, '$.code', CASE json_extract(fault, '$.code') WHEN 'EMPTY_FILE' THEN 'EMPTY' WHEN 'NOT_TEXT' THEN 'BINARY' ELSE 'TOO_BIG' END) WHERE json_extract(fault, '$.code') IN ('EMPTY_FILE', 'NOT_TEXT', 'TOO_LARGE');
UPDATE batch SET fault = json_set(fault, '$.code', CASE json_extract(fault, '$.code') WHEN 'EMPTY_FILE' THEN 'EMPTY' WHEN 'NOT_TEXT' THEN 'BINARY' ELSE 'TOO_BIG' END) WHERE json_extract(fault, '$.code') IN ('EMPTY_FILE', 'NOT_TEXT', 'TOO_LARGE');

CREATE TABLE history_waiting AS SELECT * FROM history_entry;
DROP TABLE history_entry;
CREATE TABLE history_next (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('import', 'create', 'edit', 'remove', 'restore', 'undo', 'notice', 'practice', 'accept', 'reread', 'reclean', 'join')),
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
CREATE INDEX history_document_by_became ON history_document (became);
`
