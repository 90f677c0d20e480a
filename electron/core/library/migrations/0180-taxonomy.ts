/**
 * What people changed in the taxonomy, step by step: an overlay over what the program ships, applied anew after every upgrade.
 * `practice_shift` says what the last reading under new rules changed.
 */
export const sql = `
CREATE TABLE taxonomy_step (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  signed TEXT NOT NULL CHECK (signed <> ''),
  change TEXT NOT NULL CHECK (json_valid(change))
) STRICT;

CREATE TABLE practice_shift (
  entry INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
  practice TEXT NOT NULL,
  gained INTEGER NOT NULL CHECK (gained IN (0, 1)),
  rules TEXT NOT NULL,
  PRIMARY KEY (entry, practice)
) STRICT, WITHOUT ROWID;
`
