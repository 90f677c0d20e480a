/**
 * What a fact is called and which reading of its words it is name it for good: a value that a person put right, or two readings of the same words, are never taken for each other.
 * `refused` says of a draft that somebody rejected something else at its words.
 * Passages of labels come in by an exchange, too (`came`). What a person took back is kept by name, so that a file of earlier days does not bring it in again.
 */
export const sql = `
ALTER TABLE fact_decision ADD COLUMN reading TEXT NOT NULL DEFAULT '';
ALTER TABLE fact ADD COLUMN called TEXT NOT NULL DEFAULT '';
ALTER TABLE fact ADD COLUMN reading TEXT NOT NULL DEFAULT '';
ALTER TABLE fact ADD COLUMN refused TEXT CHECK (refused IS NULL OR json_valid(refused));
UPDATE fact SET called = name WHERE decision IS NULL;
UPDATE fact SET called = word.found, reading = word.subject FROM fact_decision AS word WHERE word.id = fact.decision;
UPDATE fact_state SET rules = '' WHERE entry IN (SELECT entry FROM fact GROUP BY entry, kind, span_start, span_end, called, reading HAVING count(*) > 1);

ALTER TABLE label_passage ADD COLUMN came INTEGER NOT NULL DEFAULT 0 CHECK (came IN (0, 1));

CREATE TABLE word_withdrawn (
  entry INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
  item TEXT NOT NULL,
  signed TEXT NOT NULL CHECK (signed <> ''),
  at TEXT NOT NULL,
  PRIMARY KEY (entry, item, signed)
) STRICT, WITHOUT ROWID;
`
