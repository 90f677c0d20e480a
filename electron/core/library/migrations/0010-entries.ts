/**
 * The first shape of the library: documents (files as they were read), entries made of them, their history, import batches, settings and searches.
 * Lists that belong to one entry alone are JSON columns (decision 0610).
 * `entry.seq` is AUTOINCREMENT: the search index is keyed by it, and a number must never come back with another text.
 */
export const sql = `
CREATE TABLE about (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  format TEXT NOT NULL,
  encoding TEXT NOT NULL,
  encoding_by TEXT NOT NULL,
  encoding_unsure INTEGER NOT NULL CHECK (encoding_unsure IN (0, 1)),
  accounts TEXT NOT NULL CHECK (json_valid(accounts)),
  stored_at TEXT NOT NULL
) STRICT;
CREATE INDEX document_by_sha256 ON document (sha256);

CREATE TABLE entry (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  content INTEGER NOT NULL CHECK (content >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('case', 'other')),
  kind_reason TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('imported', 'bundled', 'written')),
  title TEXT NOT NULL CHECK (title <> ''),
  title_provisional INTEGER NOT NULL CHECK (title_provisional IN (0, 1)),
  kicker TEXT,
  subtitle TEXT,
  media TEXT,
  page TEXT,
  url TEXT,
  date_value TEXT,
  date_precision TEXT,
  date_basis TEXT,
  province TEXT,
  city TEXT,
  district TEXT,
  place_basis TEXT,
  rights_level TEXT NOT NULL CHECK (rights_level IN ('open', 'cite', 'internal', 'restricted')),
  incomplete INTEGER NOT NULL CHECK (incomplete IN (0, 1)),
  document INTEGER REFERENCES document (seq),
  ordinal INTEGER,
  raw_start INTEGER,
  raw_end INTEGER,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  CHECK ((document IS NULL) = (ordinal IS NULL) AND (document IS NULL) = (raw_start IS NULL) AND (document IS NULL) = (raw_end IS NULL))
) STRICT;
CREATE INDEX entry_by_document ON entry (document);
CREATE INDEX entry_in_trash ON entry (removed_at) WHERE removed_at IS NOT NULL;

CREATE TABLE entry_text (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq) ON DELETE CASCADE,
  body TEXT NOT NULL,
  rights_statement TEXT,
  incomplete_reason TEXT,
  editor_note TEXT,
  authors TEXT NOT NULL CHECK (json_valid(authors)),
  paragraphs TEXT NOT NULL CHECK (json_valid(paragraphs)),
  segments TEXT NOT NULL CHECK (json_valid(segments)),
  notices TEXT NOT NULL CHECK (json_valid(notices)),
  inferences TEXT NOT NULL CHECK (json_valid(inferences)),
  keywords TEXT NOT NULL CHECK (json_valid(keywords)),
  absent TEXT NOT NULL CHECK (json_valid(absent))
) STRICT;

CREATE TABLE history (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('import', 'create', 'edit', 'remove', 'restore', 'undo', 'notice')),
  label TEXT NOT NULL
) STRICT;

CREATE TABLE history_entry (
  history INTEGER NOT NULL REFERENCES history (seq) ON DELETE CASCADE,
  entry INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  content INTEGER NOT NULL,
  content_before INTEGER,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  PRIMARY KEY (history, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX history_entry_by_entry ON history_entry (entry);

CREATE TABLE batch (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'cancelled', 'failed')),
  label TEXT NOT NULL,
  total INTEGER NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  fault TEXT CHECK (fault IS NULL OR json_valid(fault))
) STRICT;

CREATE TABLE batch_file (
  batch INTEGER NOT NULL REFERENCES batch (seq) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  name TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('imported', 'duplicate', 'failed', 'skipped')),
  encoding TEXT,
  bytes INTEGER,
  fault TEXT CHECK (fault IS NULL OR json_valid(fault)),
  document INTEGER REFERENCES document (seq) ON DELETE SET NULL,
  duplicate_of TEXT,
  PRIMARY KEY (batch, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_file_by_document ON batch_file (document);

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE recent_search (
  query TEXT PRIMARY KEY,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_search (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  filters TEXT NOT NULL CHECK (json_valid(filters)),
  sort TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
