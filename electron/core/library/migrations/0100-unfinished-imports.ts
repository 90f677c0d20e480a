/**
 * The files of an import that is not finished, so that it can go on after a pause or a restart. Rows go when the batch ends: no path outlives its import.
 * A member of an archive has no path, but the number of its archive. `paused` stands beside the state: `running` and paused is what a person calls paused.
 */
export const sql = `
ALTER TABLE batch ADD COLUMN paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1));

CREATE TABLE batch_source (
  batch INTEGER NOT NULL REFERENCES batch (seq) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  name TEXT NOT NULL,
  path TEXT,
  temporary INTEGER NOT NULL CHECK (temporary IN (0, 1)),
  archive INTEGER,
  PRIMARY KEY (batch, n),
  CHECK ((path IS NULL) = (archive IS NOT NULL))
) STRICT, WITHOUT ROWID;
`
