/**
 * 同源: fingerprints, the pairs they led to, and where merged entries came from.
 * `story_band` is asked by key only; its rows go with their print, whose keys say which they are (an index by entry would be as large as the table).
 * The origin of a merged entry outlives the entry: it names the document, which is kept as long as a row names it.
 */
export const sql = `
CREATE TABLE story_print (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq) ON DELETE CASCADE,
  keys TEXT NOT NULL CHECK (json_valid(keys))
) STRICT;

CREATE TABLE story_band (
  key INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  PRIMARY KEY (key, entry)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER story_print_gone BEFORE DELETE ON story_print BEGIN
  DELETE FROM story_band WHERE entry = old.entry AND key IN (SELECT value FROM json_each(old.keys));
END;

CREATE TABLE story_pair (
  older INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
  newer INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
  contained REAL NOT NULL,
  same INTEGER NOT NULL CHECK (same IN (0, 1)),
  separate_by TEXT,
  separate_at TEXT,
  PRIMARY KEY (older, newer),
  CHECK (older < newer)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_pair_by_newer ON story_pair (newer);

CREATE TABLE entry_origin (
  entry INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
  former TEXT NOT NULL,
  document INTEGER REFERENCES document (seq),
  file TEXT,
  title TEXT NOT NULL,
  source TEXT NOT NULL CHECK (json_valid(source)),
  date TEXT NOT NULL CHECK (json_valid(date)),
  merged_at TEXT NOT NULL,
  merged_by TEXT NOT NULL,
  PRIMARY KEY (entry, former)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_origin_by_document ON entry_origin (document);
`
