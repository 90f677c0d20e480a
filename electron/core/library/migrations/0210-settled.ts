/** A word by which somebody settles what people differ on (以此为准): it is theirs, and older words to the contrary are no open question any more. */
export const sql = `
ALTER TABLE practice_decision ADD COLUMN settles INTEGER NOT NULL DEFAULT 0 CHECK (settles IN (0, 1));
ALTER TABLE fact_decision ADD COLUMN settles INTEGER NOT NULL DEFAULT 0 CHECK (settles IN (0, 1));
`
