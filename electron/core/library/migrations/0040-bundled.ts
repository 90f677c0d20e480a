/**
 * Bundled summaries (内置摘要): which of them were ever put into this library, and as what.
 * A row outlives its entry: what a person has erased does not come back by itself. `content` is the entry's content as the program wrote it; another one is a person's.
 * Figures are spans of `body`, the body as the program wrote it.
 */
export const sql = `
CREATE TABLE bundled (
  key TEXT PRIMARY KEY,
  entry INTEGER UNIQUE REFERENCES entry (seq) ON DELETE SET NULL,
  version TEXT NOT NULL,
  content INTEGER NOT NULL CHECK (content >= 1),
  body TEXT NOT NULL,
  citations TEXT NOT NULL CHECK (json_valid(citations)),
  figures TEXT NOT NULL CHECK (json_valid(figures))
) STRICT, WITHOUT ROWID;
`
