/** Whatever is decided, edited, merged, joined, exchanged, thrown away, taken back and read again: no word of a person disappears untold. */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { EntryId, Span } from '../../../electron/contract/entry.ts'
import type { LostSpan } from '../../../electron/contract/library.ts'
import { Refusal } from '../../../electron/contract/errors.ts'
import type { FactValue } from '../../../electron/contract/fact.ts'
import type { FileEntry } from '../../../electron/contract/judgement-file.ts'
import { LabelId } from '../../../electron/contract/labels.ts'
import type { Extractor } from '../../../electron/core/describing/facts/index.ts'
import { addFact, addPassage, create, decide, decideFact, edit, emptyTrash, extractStale, findEntries, gather, joinHalves, labelPassage, mergeStories, present, remove, restore, tagStale, takeIn, undo, wholeEntry, type Library, type StoredEntry } from '../../../electron/core/library/index.ts'
import { HALF_TITLE, storeHalves } from './halves.ts'
import { library } from './imported.ts'
import { grid, mediation, rulesWith } from './practice-rules.ts'

const label = LabelId.parse('label-1')
const brand = (name: string): FactValue => ({ kind: 'brand', of: { name, kind: 'person', place: null } })
const extract = (more: number): Extractor => ({ body }) => [...body.matchAll(more === 0 ? /老马调解室/g : /老马调解室|网格员/g)].map((match) => ({ ...brand(match[0]), start: match.index, end: match.index + match[0].length, sentence: { start: match.index, end: match.index + match[0].length }, basis: 'stated' as const }))

const STORY = '网格员上门说事。\n老马调解室天天开门。\n张家的事在老马调解室说开了。'
/** An empty library; whoever reads its texts again does so under other rules than before: with or without more names, and with two practices or with one that the other was merged into. */
async function empty() {
  let minute = 0
  let rules = 0
  const opened = await library({ now: () => new Date(Date.UTC(2026, 10, 22, 8, minute++)), rules: () => (rules % 3 < 2 ? rulesWith(`r${String(rules)}`) : { ...rulesWith(`r${String(rules)}`, [[grid, ['网格', '调解']]]), aliasOf: () => grid }), facts: () => ({ rules: `f${String(rules)}`, extract: extract(rules % 2) }) })
  opened.connection.write(() => opened.writes.taxonomy.add({ id: 'made', at: '2026-11-22T00:00:00.000Z', by: '李敏', change: { type: 'label', id: label, before: null, after: { name: '院坝会', parent: null, colour: 'teal', definition: '', counts: [], countsNot: [] } } }))
  return { opened, rerun: () => { rules++ }, first: () => { rules = 0 } }
}

/** A story, its repost with a word more, and two halves of an article; what was there before is erased. */
async function filled(opened: Library): Promise<readonly EntryId[]> {
  const stale = opened.reads.judgements.titled(['一则手记', '转来的手记', HALF_TITLE]).map(({ seq }) => seq)
  remove(opened, opened.reads.entries.heads(stale).map(({ id }) => id))
  await emptyTrash(opened, null)
  const own = [create(opened, '一则手记', STORY, none).id, create(opened, '转来的手记', `转来的一篇。\n${STORY}`, none).id]
  return [...own, ...await storeHalves(opened)]
}

interface Word {
  readonly entry: EntryId
  readonly by: string
  /** By a file. */
  readonly came: boolean
  readonly quote: string
  /** What it is about: a practice, a fact, or a label. */
  readonly on: string
  readonly says: string
  /** How often: one person may give the same words the same name twice. */
  readonly times: number
}

/** Every word that stands in an entry that is not in the trash. */
function standing({ reads }: Library, ids: readonly EntryId[]): ReadonlyMap<string, Word> {
  const words = ids.flatMap((id): Omit<Word, 'times'>[] => {
    const entry = reads.entries.stored(id)
    if (entry === null || entry.removedAt !== null) return []
    return [
      ...reads.practices.decisions(entry.seq).map(({ by, came, practice, decision }) => ({ by, came, quote: '', on: practice, says: `${came ? '←' : ''}${by} ${practice} ${decision}` })),
      ...reads.practices.passages(entry.seq).flatMap(({ by, came, practice, quote, lost }) => (lost ? [] : [{ by, came, quote, on: '', says: `${came ? '←' : ''}${by} ${practice} “${quote}”` }])),
      ...reads.facts.decisions(entry.seq).flatMap(({ by, came, found, value, decision, quote, lost }) => (lost ? [] : [{ by, came, quote, on: `fact ${quote}`, says: `${came ? '←' : ''}${by} ${found} ${JSON.stringify(value)} ${decision} “${quote}”` }])),
      ...reads.labels.ofEntry(entry.seq).flatMap(({ by, came, quote, lost }) => (lost ? [] : [{ by, came, quote, on: '', says: `${came ? '←' : ''}${by} 标签 “${quote}”` }])),
    ].map((word) => ({ entry: id, ...word }))
  })
  return new Map([...Map.groupBy(words, ({ entry, says }) => `${entry} ${says}`)].flatMap(([key, all]) => all.slice(0, 1).map((word): [string, Word] => [key, { ...word, times: all.length }])))
}

const act = fc.record({
  deed: fc.constantFrom('decide', 'decide', 'passage', 'label', 'fact', 'add', 'edit', 'edit', 'merge', 'join', 'undo', 'undo', 'rerun', 'remove', 'restore', 'tell', 'hear'),
  entry: fc.constantFrom(0, 0, 1, 1, 2, 3), other: fc.constantFrom(0, 1), at: fc.nat(12), by: fc.constantFrom('李敏', '王芳'), pick: fc.nat(), yes: fc.boolean(),
})
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

/** What a step said of words that do not stand any more, its token ('' where it has none), and which older words it may take the place of. */
interface Done {
  readonly lost: readonly LostSpan[]
  readonly token: string
  readonly replaces: (word: Word) => boolean
}

const none = (): readonly string[] => []
const nothing = (): boolean => false
const said = (token: string, replaces: Done['replaces'] = nothing): Done => ({ lost: [], token, replaces })
const told = ({ lost, undo: token }: { readonly lost: readonly LostSpan[]; readonly undo: string }): Done => ({ lost, token, replaces: nothing })

interface Scene {
  readonly opened: Library
  readonly ids: readonly EntryId[]
  readonly rerun: () => void
  /** What was told in files of earlier moments. */
  readonly files: FileEntry[]
}

/** Which step is to be taken back: one of the last four. */
const meant = (tokens: readonly string[], pick: number): string => tokens[tokens.length - 1 - (pick % Math.max(1, Math.min(4, tokens.length)))] ?? ''

async function perform({ opened, ids, rerun, files }: Scene, tokens: readonly string[], { deed, entry, other, at, by, pick, yes }: Act): Promise<Done> {
  const [one, two, three, four] = ids
  if (one === undefined || two === undefined || three === undefined || four === undefined) throw new Error('four entries')
  const id = [one, two, three, four][entry] ?? one
  const practice = yes ? grid : mediation
  const own = (on: string) => (word: Word): boolean => word.entry === id && word.by === by && word.on === on
  const span = (body: string): Span => ({ start: at % Math.max(1, body.length - 4), end: (at % Math.max(1, body.length - 4)) + 4 })
  const here = (): StoredEntry => present(opened, id)
  switch (deed) {
    case 'decide': return said(decide(opened, { id, practice, by }, pick % 2 === 0 ? 'confirmed' : 'rejected'), own(practice))
    case 'passage': return said(addPassage(opened, { id, practice, by }, here().revision, span(here().state.body)).undo, own(practice))
    case 'label': return said(labelPassage(opened, { id, label, by }, here().revision, span(here().state.body)).undo)
    case 'add': return said(addFact(opened, { id, by }, here().revision, span(here().state.body), brand('某')))
    case 'fact': {
      const { brands } = wholeEntry(opened, here()).facts
      return said(decideFact(opened, { id, fact: brands[pick % Math.max(1, brands.length)]?.id ?? '', by }, yes ? 'confirmed' : 'rejected'), (word) => word.entry === id && word.by === by && word.on.startsWith('fact '))
    }
    case 'edit': {
      const { revision, state: { body } } = here()
      const next = yes ? `先说一句。${body}` : body.slice(0, at % body.length) + body.slice((at % body.length) + 5)
      return told(edit(opened, id, revision, { body: next === '' ? '空。' : next }, none))
    }
    case 'merge': return told(mergeStories(opened, id, other === 0 ? one : two, by))
    case 'join': return told(joinHalves(opened, three, four, by, none))
    case 'remove': return said(remove(opened, [id]).undo)
    case 'restore': return said(restore(opened, [id]).undo)
    case 'undo': {
      const { lost, ids: [touched] } = undo(opened, meant(tokens, pick))
      return { lost, token: touched === undefined ? '' : (opened.reads.history.ofEntry(touched)[0]?.id ?? ''), replaces: nothing }
    }
    case 'rerun': {
      rerun()
      for (let next: number | null = 0; next !== null; ) ({ next } = tagStale(opened, next, 1000))
      for (let next: number | null = 0; next !== null; ) ({ next } = extractStale(opened, next, 1000))
      return said('')
    }
    case 'tell': return files.push(gather(opened, here(), null)), said('')
    case 'hear': {
      const line = files[pick % Math.max(1, files.length)]
      const [found] = line === undefined ? [] : findEntries(opened, [line])
      if (line === undefined || !found) return said('')
      const { undo: token } = await takeIn(opened, [{ line, found }], '意见.judgements', () => Promise.resolve())
      return said(token, (word) => word.came)
    }
  }
}

/** Steps that bring words from one entry to another. */
const MOVING: ReadonlySet<string> = new Set(['merge', 'join', 'undo'])

it('no word of a person disappears untold', async () => {
  const { opened, rerun, first } = await empty()
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 40, size: 'max' }), async (acts) => {
    first()
    const scene: Scene = { opened, ids: await filled(opened), rerun, files: [] }
    /** What stood after a step that had not stood before it; whether it brought entries to the trash, or out of it. */
    const given = new Map<string, { readonly words: ReadonlySet<string>; readonly ofTrash: boolean }>()
    for (const one of acts) {
      const before = standing(opened, scene.ids)
      const tokens = [...given.keys()]
      const undone = one.deed === 'undo' ? given.get(meant(tokens, one.pick)) : undefined
      const done = await perform(scene, tokens, one).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error
        return null
      })
      const after = standing(opened, scene.ids)
      if (done === null) {
        expect(after).toEqual(before)
        continue
      }
      const ofTrash = one.deed === 'remove' || one.deed === 'restore' || undone?.ofTrash === true
      if (done.token !== '') given.set(done.token, { words: new Set([...after].flatMap(([key, { times }]) => (times > (before.get(key)?.times ?? 0) ? [key] : []))), ofTrash })
      const anywhere = new Set([...after.values()].map(({ says }) => says))
      for (const [key, word] of before) {
        if (after.has(key) || (MOVING.has(one.deed) && anywhere.has(word.says)) || (ofTrash && opened.reads.entries.stored(word.entry)?.removedAt !== null)) continue
        const isTold = done.lost.some((lost) => (lost.what === 'word' ? lost.label.startsWith(word.by) : word.quote !== '' && lost.quote === word.quote))
        expect(`${one.deed} ${isTold || undone?.words.has(key) === true || done.replaces(word) ? 'may take' : 'loses'} ${key}`).toBe(`${one.deed} may take ${key}`)
      }
    }
  }), { numRuns: 8 })
}, 60_000)
