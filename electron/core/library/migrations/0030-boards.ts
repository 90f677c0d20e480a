/**
 * Saved boards (对照板). Units and practices are JSON lists: nothing is asked of them but the board itself (decision 0610), and a unit may outlive its entry.
 * The index gives the cases of a place, and the places that have cases, without a walk through all entries.
 */
export const sql = `
CREATE TABLE board (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL CHECK (title <> ''),
  units TEXT NOT NULL CHECK (json_valid(units)),
  practices TEXT CHECK (practices IS NULL OR json_valid(practices)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_by_place ON entry (province, city, district, origin) WHERE kind = 'case' AND removed_at IS NULL;
`
