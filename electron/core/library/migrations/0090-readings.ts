/**
 * What reading gave of an entry that people have changed since: a new reading can then tell what is theirs.
 * Of entries changed before there were such rows, history has it: the state that their first change replaced.
 */
export const sql = `
INSERT INTO entry_reading (entry, state)
SELECT h.entry, json_remove(h.before, '$.held') FROM history_entry h JOIN entry e ON e.seq = h.entry
  WHERE e.document IS NOT NULL AND e.content <> 1 AND h.content_before = 1 AND h.before IS NOT NULL
    AND h.history = (SELECT min(f.history) FROM history_entry f WHERE f.entry = h.entry AND f.content_before = 1 AND f.before IS NOT NULL);
`
