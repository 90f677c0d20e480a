/** What reading took the columns of a table for, so that a person can say otherwise; and how the files of a batch are to be read, for when it goes on after a pause. */
export const sql = `
ALTER TABLE document ADD COLUMN columns TEXT CHECK (columns IS NULL OR json_valid(columns));
ALTER TABLE batch ADD COLUMN options TEXT NOT NULL DEFAULT '{"encoding":null,"columns":null,"boundaries":null,"off":[]}' CHECK (json_valid(options));
`
