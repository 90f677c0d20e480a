/**
 * 词典: what people of this library changed of the shipped dictionary, laid over it at run time, so that a newer program brings its newer words under it.
 * Words are keyed by their folded text: 网格＋ and 网格+ are one word. `source` 'builtin' marks the row that switches a word off which is not theirs.
 * A change keeps the rows it found and left (JSON), so that it can be taken back. Pending words are those whose entries have yet to get their keywords anew, each up to entry `after`.
 */
export const sql = `
CREATE TABLE lexicon_word (
  key TEXT PRIMARY KEY CHECK (key <> ''),
  text TEXT NOT NULL CHECK (text <> ''),
  frequency INTEGER CHECK (frequency > 0),
  source TEXT NOT NULL CHECK (source IN ('builtin', 'user', 'mined')),
  enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  note TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE lexicon_group (
  key TEXT PRIMARY KEY CHECK (key <> ''),
  relation TEXT NOT NULL CHECK (relation IN ('same', 'narrower')),
  words TEXT NOT NULL CHECK (json_valid(words)),
  source TEXT NOT NULL CHECK (source IN ('builtin', 'user')),
  enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE lexicon_rejected (
  key TEXT PRIMARY KEY CHECK (key <> ''),
  text TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE lexicon_change (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  label TEXT NOT NULL,
  changed TEXT NOT NULL CHECK (json_valid(changed))
) STRICT;

CREATE TABLE lexicon_pending (
  word TEXT PRIMARY KEY,
  after INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`
