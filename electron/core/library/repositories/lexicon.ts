/** What people changed of the dictionary (词典): rows laid over the shipped words, and how to take a change back. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { WordSource } from '../../../contract/lexicon.ts'

export const WordRow = z.strictObject({ key: z.string(), text: z.string(), frequency: z.int().nullable(), source: WordSource, enabled: z.boolean(), note: z.string(), at: z.string() })
export type WordRow = z.infer<typeof WordRow>
export const GroupRow = z.strictObject({ key: z.string(), relation: z.enum(['same', 'narrower']), words: z.array(z.string()), source: z.enum(['builtin', 'user']), enabled: z.boolean(), at: z.string() })
export type GroupRow = z.infer<typeof GroupRow>
export const RejectedRow = z.strictObject({ key: z.string(), text: z.string(), at: z.string() })
export type RejectedRow = z.infer<typeof RejectedRow>

/** One row as a change found it and left it; null where there was, or is, none. */
const changeOf = <Row extends z.ZodType>(row: Row) => z.strictObject({ key: z.string(), before: row.nullable(), after: row.nullable() })
export const LexiconChange = z.strictObject({ words: z.array(changeOf(WordRow)), groups: z.array(changeOf(GroupRow)), rejected: z.array(changeOf(RejectedRow)) })
export type LexiconChange = z.infer<typeof LexiconChange>

interface StoredWord extends Omit<WordRow, 'enabled'> {
  readonly enabled: number
}
interface StoredGroup extends Omit<GroupRow, 'enabled' | 'words'> {
  readonly enabled: number
  readonly words: string
}
const wordOf = (row: StoredWord): WordRow => WordRow.parse({ ...row, enabled: row.enabled === 1 })
const groupOf = (row: StoredGroup): GroupRow => GroupRow.parse({ ...row, enabled: row.enabled === 1, words: JSON.parse(row.words) })

export function lexiconReads(db: Database) {
  const words = db.prepare<[], StoredWord>('SELECT * FROM lexicon_word ORDER BY at DESC, key')
  const word = db.prepare<[string], StoredWord>('SELECT * FROM lexicon_word WHERE key = ?')
  const groups = db.prepare<[], StoredGroup>('SELECT * FROM lexicon_group ORDER BY at DESC, key')
  const group = db.prepare<[string], StoredGroup>('SELECT * FROM lexicon_group WHERE key = ?')
  const rejected = db.prepare<[], RejectedRow>('SELECT * FROM lexicon_rejected ORDER BY at DESC, key')
  const rejectedOne = db.prepare<[string], RejectedRow>('SELECT * FROM lexicon_rejected WHERE key = ?')
  const change = db.prepare<[string], { label: string; changed: string }>('SELECT label, changed FROM lexicon_change WHERE id = ?')
  const pending = db.prepare<[], { word: string; after: number }>('SELECT word, after FROM lexicon_pending ORDER BY after, word')

  return {
    /** The one changed last comes first. */
    words: (): readonly WordRow[] => words.all().map(wordOf),
    word: (key: string): WordRow | null => {
      const row = word.get(key)
      return row ? wordOf(row) : null
    },
    groups: (): readonly GroupRow[] => groups.all().map(groupOf),
    group: (key: string): GroupRow | null => {
      const row = group.get(key)
      return row ? groupOf(row) : null
    },
    rejected: (): readonly RejectedRow[] => rejected.all(),
    rejectedOne: (key: string): RejectedRow | null => rejectedOne.get(key) ?? null,
    change: (id: string): { readonly label: string; readonly changed: LexiconChange } | null => {
      const row = change.get(id)
      return row ? { label: row.label, changed: LexiconChange.parse(JSON.parse(row.changed)) } : null
    },
    /** Words whose entries have yet to get their keywords anew, and up to which entry that is done. */
    pending: (): readonly { readonly word: string; readonly after: number }[] => pending.all(),
  }
}

/** Older changes can't be taken back any more: nobody remembers them. */
const MOST_CHANGES = 500

export function lexiconWrites(db: Database) {
  const putWord = db.prepare<StoredWord>('INSERT OR REPLACE INTO lexicon_word (key, text, frequency, source, enabled, note, at) VALUES (@key, @text, @frequency, @source, @enabled, @note, @at)')
  const dropWord = db.prepare<[string]>('DELETE FROM lexicon_word WHERE key = ?')
  const putGroup = db.prepare<StoredGroup>('INSERT OR REPLACE INTO lexicon_group (key, relation, words, source, enabled, at) VALUES (@key, @relation, @words, @source, @enabled, @at)')
  const dropGroup = db.prepare<[string]>('DELETE FROM lexicon_group WHERE key = ?')
  const putRejected = db.prepare<RejectedRow>('INSERT OR REPLACE INTO lexicon_rejected (key, text, at) VALUES (@key, @text, @at)')
  const dropRejected = db.prepare<[string]>('DELETE FROM lexicon_rejected WHERE key = ?')
  const addChange = db.prepare<[string, string, string, string]>('INSERT INTO lexicon_change (id, at, label, changed) VALUES (?, ?, ?, ?)')
  const forget = db.prepare<[number]>('DELETE FROM lexicon_change WHERE seq <= (SELECT max(seq) FROM lexicon_change) - ?')
  const pend = db.prepare<[string]>('INSERT INTO lexicon_pending (word, after) VALUES (?, 0) ON CONFLICT (word) DO UPDATE SET after = 0')
  const advance = db.prepare<[number, number, string]>('UPDATE lexicon_pending SET after = ? WHERE after < ? AND word IN (SELECT value FROM json_each(?))')
  const settle = db.prepare<[string]>('DELETE FROM lexicon_pending WHERE word IN (SELECT value FROM json_each(?))')

  return {
    word: (key: string, row: WordRow | null): void => void (row === null ? dropWord.run(key) : putWord.run({ ...row, enabled: row.enabled ? 1 : 0 })),
    group: (key: string, row: GroupRow | null): void => void (row === null ? dropGroup.run(key) : putGroup.run({ ...row, words: JSON.stringify(row.words), enabled: row.enabled ? 1 : 0 })),
    rejected: (key: string, row: RejectedRow | null): void => void (row === null ? dropRejected.run(key) : putRejected.run(row)),
    keep: (id: string, at: string, label: string, changed: LexiconChange): void => {
      addChange.run(id, at, label, JSON.stringify(changed))
      forget.run(MOST_CHANGES)
    },
    /** Every entry that holds one of these words gets its keywords anew. */
    pend: (words: Iterable<string>): void => {
      for (const one of words) pend.run(one)
    },
    /** Entries up to `after` are done for these words. */
    advance: (words: readonly string[], after: number): void => void advance.run(after, after, JSON.stringify(words)),
    /** All entries are done for these words. */
    settle: (words: readonly string[]): void => void settle.run(JSON.stringify(words)),
  }
}
