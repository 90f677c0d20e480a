/** What entries show of the practices, what people decided, and under which rules a text was read. */
import type { Database } from 'better-sqlite3'
import { PracticeId, Strength, TagState } from '../../../contract/practice-tag.ts'
import type { Span } from '../../../contract/span.ts'
import type { Decision, Passage, ShownEvidence, ShownTag } from '../showing.ts'
import { anchoredWrites } from './anchored-rows.ts'
import { VISIBLE } from './visible.ts'
import { decisionOf, type DecisionRow, evidenceOf, passageOf, type PassageRow, tagOf, tagParameters, type TagRow } from './practice-rows.ts'

/** One practice of one entry as lists need it: the sentences themselves are read with `evidence`. */
export interface PracticeCell {
  readonly seq: number
  readonly practice: PracticeId
  readonly strength: Strength
  readonly state: TagState
  /** It counts: not rejected, and more than named in passing or confirmed by a person. */
  readonly shown: boolean
  readonly sentences: number
  /** The best sentence. */
  readonly lead: Span | null
  /** The stated title shows it. */
  readonly titled: boolean
}
interface CellRow { readonly entry: number; readonly practice: string; readonly strength: string; readonly state: string; readonly shown: number; readonly sentences: number; readonly lead_start: number | null; readonly lead_end: number | null; readonly titled: number }

export interface PracticeEvidence {
  readonly seq: number
  readonly practice: PracticeId
  readonly evidence: readonly ShownEvidence[]
  readonly inTitle: readonly ShownEvidence[]
}

const EACH = '(SELECT value FROM json_each(?))'
const CELL = "practice_tag.entry, practice, strength, state, shown, sentences, lead_start, lead_end, in_title <> '[]' AS titled"
/** 'province/city/district', as filters name it; '' where none is stated. */
const PATH = "rtrim(coalesce(province, '') || '/' || coalesce(city, '') || '/' || coalesce(district, ''), '/')"
const AT_PLACE = `(@place IS NULL OR ${PATH} = @place OR (@place <> '' AND substr(${PATH}, 1, length(@place) + 1) = @place || '/'))`
const OF_PRACTICE = `FROM practice_tag JOIN entry ON entry.seq = practice_tag.entry WHERE practice = @practice AND removed_at IS NULL AND ${VISIBLE}`
const SHOWING = `${OF_PRACTICE} AND shown = 1`
const MENTIONING = `${OF_PRACTICE} AND shown = 0 AND state <> 'rejected' AND strength = 'mention'`
/** What people confirmed and what tells most comes first, then the newest entry. */
const BEST = "ORDER BY state <> 'confirmed', strength <> 'primary', practice_tag.entry DESC"
const IN_ORDER = 'LEFT JOIN practice_order ON practice_order.practice = practice_tag.practice'

const cellOf = (row: CellRow): PracticeCell => ({
  seq: row.entry, practice: PracticeId.parse(row.practice), strength: Strength.parse(row.strength), state: TagState.parse(row.state), shown: row.shown === 1, sentences: row.sentences,
  lead: row.lead_start === null || row.lead_end === null ? null : { start: row.lead_start, end: row.lead_end }, titled: row.titled === 1,
})

type Only = 'shown' | 'mentions'
interface Asked {
  readonly practice: string
  readonly place: string | null
}
interface Page {
  readonly offset: number
  readonly limit: number
}

/** Pages are counted and cut by the database: a practice of a large library has tens of thousands of rows. */
function pagesOf(db: Database, from: string) {
  return {
    counted: db.prepare<Asked, { entries: number; sentences: number }>(`SELECT count(*) AS entries, coalesce(sum(sentences), 0) AS sentences ${from} AND ${AT_PLACE}`),
    cases: db.prepare<Asked & Page, CellRow>(`SELECT ${CELL} ${from} AND ${AT_PLACE} ${BEST} LIMIT @limit OFFSET @offset`),
    sentences: db.prepare<Asked & { readonly offset: number; readonly end: number }, CellRow & { readonly earlier: number }>(
      `SELECT * FROM (SELECT ${CELL}, sum(sentences) OVER (${BEST} ROWS UNBOUNDED PRECEDING) - sentences AS earlier ${from} AND ${AT_PLACE}) WHERE sentences > 0 AND earlier < @end AND earlier + sentences > @offset ORDER BY earlier`,
    ),
  }
}

export function practiceReads(db: Database) {
  const order = db.prepare<[], { practice: string }>('SELECT practice FROM practice_order ORDER BY position')
  const stale = db.prepare<[number, string, number], { seq: number }>('SELECT seq FROM entry LEFT JOIN practice_state ON practice_state.entry = seq WHERE seq > ? AND rules IS NOT ? ORDER BY seq LIMIT ?')
  const staleCount = db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM entry LEFT JOIN practice_state ON practice_state.entry = seq WHERE rules IS NOT ?')
  const outdated = db.prepare<[string, string], { seq: number }>(`SELECT seq FROM entry LEFT JOIN practice_state ON practice_state.entry = seq WHERE seq IN ${EACH} AND rules IS NOT ?`)
  const tags = db.prepare<[string], TagRow>(`SELECT entry, practice_tag.practice, strength, state, shown, differ, decided_by, decided_at, evidence, in_title FROM practice_tag ${IN_ORDER} WHERE entry IN ${EACH} ORDER BY entry, position, practice_tag.practice`)
  const tagsFor = db.prepare<[string, string], TagRow>(`SELECT entry, practice, strength, state, shown, differ, decided_by, decided_at, evidence, in_title FROM practice_tag WHERE entry IN ${EACH} AND practice IN ${EACH}`)
  const shown = db.prepare<[string], { entry: number; practice: string }>(`SELECT entry, practice_tag.practice FROM practice_tag ${IN_ORDER} WHERE entry IN ${EACH} AND shown = 1 ORDER BY entry, position, practice_tag.practice`)
  const stamps = db.prepare<[string], { entry: number; stamp: number }>(`SELECT entry, stamp FROM practice_state WHERE entry IN ${EACH}`)
  const passages = db.prepare<[string], PassageRow>(`SELECT * FROM practice_passage WHERE entry IN ${EACH} ORDER BY entry, span_start, id`)
  const passage = db.prepare<[string], PassageRow>('SELECT * FROM practice_passage WHERE id = ?')
  const decisions = db.prepare<[number], DecisionRow>('SELECT * FROM practice_decision WHERE entry = ? ORDER BY at, n')
  const evidence = db.prepare<[string, string], { entry: number; practice: string; evidence: string; in_title: string }>(`SELECT entry, practice, evidence, in_title FROM practice_tag WHERE entry IN ${EACH} AND practice IN ${EACH} ORDER BY entry`)
  const places = db.prepare<{ practice: string }, { path: string; entries: number }>(`SELECT rtrim(coalesce(province, '') || '/' || coalesce(city, ''), '/') AS path, count(*) AS entries ${SHOWING} GROUP BY path ORDER BY path = '', entries DESC, path`)
  const mentions = db.prepare<{ practice: string }, { n: number }>(`SELECT count(*) AS n ${MENTIONING}`)
  const pages = { shown: pagesOf(db, SHOWING), mentions: pagesOf(db, MENTIONING) }

  const idsOf = (rows: readonly { readonly entry: number; readonly practice: string }[]): ReadonlyMap<number, PracticeId[]> => {
    const found = new Map<number, PracticeId[]>()
    for (const { entry, practice } of rows) {
      const known = found.get(entry)
      if (known) known.push(PracticeId.parse(practice))
      else found.set(entry, [PracticeId.parse(practice)])
    }
    return found
  }

  return {
    /** Ids in the order of the taxonomy that was loaded last. */
    order: (): readonly string[] => order.all().map((row) => row.practice),
    /** Entries after `seq` that were not read under `rules`, those in the trash included. */
    stale: (rules: string, after: number, limit: number): readonly number[] => stale.all(after, rules, limit).map((row) => row.seq),
    staleCount: (rules: string): number => staleCount.get(rules)?.n ?? 0,
    /** Those of `seqs` that were not read under `rules`. */
    outdated: (rules: string, seqs: readonly number[]): ReadonlySet<number> => new Set(outdated.all(JSON.stringify(seqs), rules).map((row) => row.seq)),
    /** In the order of the taxonomy, rejected ones among them. */
    tags: (seq: number): ShownTag[] => tags.all(JSON.stringify([seq])).map(tagOf),
    tagsOfMany: (seqs: readonly number[]): { readonly seq: number; readonly tag: ShownTag }[] => tags.all(JSON.stringify(seqs)).map((row) => ({ seq: row.entry, tag: tagOf(row) })),
    /** Of these practices alone, in no order; for boards. */
    tagsFor: (seqs: readonly number[], practices: readonly string[]): { readonly seq: number; readonly tag: ShownTag }[] => tagsFor.all(JSON.stringify(seqs), JSON.stringify(practices)).map((row) => ({ seq: row.entry, tag: tagOf(row) })),
    /** What entries show, in the order of the taxonomy; an entry that shows nothing is left out. */
    shown: (seqs: readonly number[]) => idsOf(shown.all(JSON.stringify(seqs))),
    stamps: (seqs: readonly number[]): ReadonlyMap<number, number> => new Map(stamps.all(JSON.stringify(seqs)).map((row) => [row.entry, row.stamp])),
    passages: (seq: number): Passage[] => passages.all(JSON.stringify([seq])).map(passageOf),
    passagesOfMany: (seqs: readonly number[]): { readonly seq: number; readonly passage: Passage }[] => passages.all(JSON.stringify(seqs)).map((row) => ({ seq: row.entry, passage: passageOf(row) })),
    passage: (id: string): { readonly seq: number; readonly passage: Passage } | null => {
      const row = passage.get(id)
      return row ? { seq: row.entry, passage: passageOf(row) } : null
    },
    decisions: (seq: number): Decision[] => decisions.all(seq).map(decisionOf),
    evidence: (seqs: readonly number[], practices: readonly string[]): PracticeEvidence[] =>
      evidence.all(JSON.stringify(seqs), JSON.stringify(practices)).map((row) => ({ seq: row.entry, practice: PracticeId.parse(row.practice), evidence: evidenceOf(row.evidence), inTitle: evidenceOf(row.in_title) })),
    /** Cities with how many entries show the practice there: most first, 原文未述 last. */
    places: (practice: string): { path: string; entries: number }[] => places.all({ practice }),
    mentions: (practice: string): number => mentions.get({ practice })?.n ?? 0,
    /** A page of the entries at the place (null: anywhere) that show the practice or only mention it, best first. */
    cases: (only: Only, asked: Asked, { offset, limit }: Page): { readonly total: number; readonly page: PracticeCell[] } => {
      const { counted, cases } = pages[only]
      return { total: counted.get(asked)?.entries ?? 0, page: cases.all({ ...asked, offset, limit }).map(cellOf) }
    },
    /** Those entries that a page of their sentences takes, and how many sentences of the first one come before it. */
    sentences: (only: Only, asked: Asked, { offset, limit }: Page): { readonly total: number; readonly skipped: number; readonly page: PracticeCell[] } => {
      const { counted, sentences } = pages[only]
      const rows = sentences.all({ ...asked, offset, end: offset + limit })
      return { total: counted.get(asked)?.sentences ?? 0, skipped: Math.max(0, offset - (rows[0]?.earlier ?? 0)), page: rows.map(cellOf) }
    },
  }
}

export type PracticeReads = ReturnType<typeof practiceReads>

export function practiceWrites(db: Database) {
  const place = db.prepare<[string, number]>('INSERT INTO practice_order (practice, position) VALUES (?, ?)')
  const clearOrder = db.prepare<[]>('DELETE FROM practice_order')
  const state = db.prepare<[number, string]>('INSERT INTO practice_state (entry, rules, stamp) VALUES (?, ?, 1) ON CONFLICT (entry) DO UPDATE SET rules = excluded.rules, stamp = stamp + 1')
  const clear = db.prepare<[number]>('DELETE FROM practice_tag WHERE entry = ?')
  const insert = db.prepare<Readonly<Record<string, string | number | null>>>(`INSERT INTO practice_tag (entry, practice, strength, state, shown, differ, decided_by, decided_at, sentences, lead_start, lead_end, evidence, in_title)
    VALUES (@entry, @practice, @strength, @state, @shown, @differ, @decided_by, @decided_at, @sentences, @lead_start, @lead_end, @evidence, @in_title)`)
  const decide = db.prepare<[number, string, string, string, string, number, number]>('INSERT INTO practice_decision (entry, practice, decision, signed, at, came, settles) VALUES (?, ?, ?, ?, ?, ?, ?)')
  const withdraw = db.prepare<[number, string, string, number]>('DELETE FROM practice_decision WHERE entry = ? AND practice = ? AND signed = ? AND came = ?')
  const { add: addPassage, move: movePassage, drop: dropPassage } = anchoredWrites(db, 'practice_passage', ['practice', 'came'])

  return {
    order: (ids: readonly string[]): void => {
      clearOrder.run()
      ids.forEach((id, position) => place.run(id, position))
    },
    /** Puts `tags` in the place of all that the entry has, and notes the rules they were found under. */
    replace: (seq: number, rules: string, tags: readonly ShownTag[]): void => {
      clear.run(seq)
      for (const tag of tags) insert.run(tagParameters(seq, tag))
      state.run(seq, rules)
    },
    /** In the place of what the same person said before, in the same way. */
    decide: (seq: number, { practice, decision, by, at, came, settles }: Decision): void => {
      withdraw.run(seq, practice, by, came ? 1 : 0)
      decide.run(seq, practice, decision, by, at, came ? 1 : 0, settles ? 1 : 0)
    },
    withdraw: (seq: number, { practice, by, came }: Pick<Decision, 'practice' | 'by' | 'came'>): void => void withdraw.run(seq, practice, by, came ? 1 : 0),
    addPassage: (seq: number, { practice, came, ...words }: Passage): void => addPassage(seq, words, { practice, came: came ? 1 : 0 }),
    movePassage,
    dropPassage,
  }
}
