/** Shelf life: whether a case can still be used as it stands, and when somebody is to look at it again. What was there before is in use. */
export const sql = `
ALTER TABLE entry ADD COLUMN status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'recheck', 'retired'));
ALTER TABLE entry ADD COLUMN review_by TEXT CHECK (review_by IS NULL OR review_by GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
`
