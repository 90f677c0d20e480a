/** Archives are taken apart into files of the same batch: of the archive itself a batch says how many came out of it. */
export const sql = `
CREATE TABLE batch_file_next (
  batch INTEGER NOT NULL REFERENCES batch (seq) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  name TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('imported', 'duplicate', 'failed', 'skipped', 'unpacked')),
  encoding TEXT,
  bytes INTEGER,
  fault TEXT CHECK (fault IS NULL OR json_valid(fault)),
  document INTEGER REFERENCES document (seq) ON DELETE SET NULL,
  duplicate_of TEXT,
  members INTEGER CHECK ((members IS NOT NULL) = (outcome = 'unpacked')),
  PRIMARY KEY (batch, n)
) STRICT, WITHOUT ROWID;
INSERT INTO batch_file_next (batch, n, name, outcome, encoding, bytes, fault, document, duplicate_of) SELECT batch, n, name, outcome, encoding, bytes, fault, document, duplicate_of FROM batch_file;
DROP TABLE batch_file;
ALTER TABLE batch_file_next RENAME TO batch_file;
CREATE INDEX batch_file_by_document ON batch_file (document);
`
