/**
 * The words of an open library (词典): what ships with the program, and what its people changed of it laid over.
 * Whoever uses them asks anew each time: an instance can't unlearn a word, so a change puts another one in its place.
 */
import { createHash } from 'node:crypto'
import type { Draft, Group, Word } from '../../contract/lexicon.ts'
import { createSegmenter, createThesaurus, type DictionaryWord, KEYWORDS_VERSION, lay, loadDictionary, loadSynonyms, NO_OVERLAY, type Segmenter, type SynonymGroup, type Thesaurus, type WordOverlay } from '../language/index.ts'
import { type GroupRow, type Library, wordKey } from '../library/index.ts'

export interface Lexicon {
  /** Made when first asked for, since its dictionary takes a quarter of a second. */
  readonly segmenter: () => Segmenter
  /** What words are called as well. */
  readonly thesaurus: () => Thesaurus
}

export interface OwnLexicon extends Lexicon {
  /** What ships, as if nobody had changed anything. */
  readonly shipped: () => Segmenter
  /** Tells the rules and shipped words by which keywords are picked from those of another program. */
  readonly keywordRules: () => string
  /** Every word with what a person made of it: their own first, the newest before the others. */
  readonly words: () => readonly Word[]
  readonly isBuiltin: (key: string) => boolean
  /** Every group of synonyms: a person's own first, the newest before the others. */
  readonly groups: () => readonly Group[]
  /** The same object until something changes. */
  readonly overlay: () => WordOverlay
  /** How texts would be cut after `draft`; the last one asked for is kept. */
  readonly drafted: (draft: Draft) => Segmenter
  /** The library's rows have changed: from now on every answer is of the new ones. */
  readonly changed: () => void
}

interface Shipped extends Lexicon {
  readonly words: () => readonly DictionaryWord[]
  readonly groups: () => readonly SynonymGroup[]
  readonly keywordRules: () => string
}

/** An instance holds its dictionary in memory (60 MB): a draft that nobody asks about any more is let go. */
const DRAFT_MS = 60_000

/** By content folder, as the taxonomy is kept: what comes with the program is read once, however many libraries are opened. */
const kept = new Map<string, Shipped>()

/** What comes with the program. */
export function shipped(content: string): Shipped {
  const known = kept.get(content)
  if (known) return known
  const words = once(() => loadDictionary(content))
  const groups = once(() => loadSynonyms(content))
  const fresh: Shipped = { words, groups, segmenter: once(() => createSegmenter({ dictionary: words() })), thesaurus: once(() => createThesaurus(groups())), keywordRules: once(() => createHash('sha256').update(JSON.stringify([KEYWORDS_VERSION, words()])).digest('hex').slice(0, 16)) }
  kept.set(content, fresh)
  return fresh
}

interface State {
  readonly words: () => readonly Word[]
  readonly overlay: () => WordOverlay
  readonly segmenter: () => Segmenter
  readonly thesaurus: () => Thesaurus
  readonly groups: () => readonly Group[]
}

export function openLexicon({ reads }: Pick<Library, 'reads'>, content: string): OwnLexicon {
  const base = shipped(content)
  const builtin = once(() => new Set(base.words().map(({ word }) => wordKey(word))))
  const segmenterOf = (overlay: WordOverlay): Segmenter => (overlay.words.length + overlay.off.length === 0 ? base.segmenter() : createSegmenter(lay(base.words(), overlay)))
  const fresh = (): State => {
    const overlay = once(() => overlayOf(reads.lexicon.words().map(({ text, frequency, enabled }) => ({ text, frequency, on: enabled }))))
    return { overlay, words: once(() => wordsOf(base.words(), reads.lexicon.words())), segmenter: once(() => segmenterOf(overlay())), thesaurus: once(() => thesaurusOf(base, reads.lexicon.groups())), groups: once(() => groupsOf(base.groups(), reads.lexicon.groups())) }
  }
  let state = fresh()
  let draft: { readonly key: string; readonly segmenter: Segmenter } | null = null
  let resting: NodeJS.Timeout | undefined
  return {
    segmenter: () => state.segmenter(),
    thesaurus: () => state.thesaurus(),
    shipped: base.segmenter,
    keywordRules: base.keywordRules,
    words: () => state.words(),
    groups: () => state.groups(),
    isBuiltin: (key) => builtin().has(key),
    overlay: () => state.overlay(),
    drafted: (wanted) => {
      const overlay = drafted(state.overlay(), wanted)
      const key = JSON.stringify(overlay)
      if (draft?.key !== key) draft = { key, segmenter: segmenterOf(overlay) }
      clearTimeout(resting)
      resting = setTimeout(() => { draft = null }, DRAFT_MS)
      resting.unref()
      return draft.segmenter
    },
    changed: () => {
      state = fresh()
      draft = null
    },
  }
}

/** What a built-in group is keyed by: it stays switched off when a newer program knows more of its words. */
export const groupKey = ({ relation, words }: Pick<SynonymGroup, 'relation' | 'words'>): string => `${relation} ${words.slice(0, 2).map(wordKey).join(' ')}`

function thesaurusOf(base: Shipped, rows: readonly GroupRow[]): Thesaurus {
  if (rows.length === 0) return base.thesaurus()
  const off = new Set(rows.flatMap(({ key, source, enabled }) => (source === 'builtin' && !enabled ? [key] : [])))
  const own = rows.flatMap(({ relation, words, source, enabled }): SynonymGroup[] => (source === 'user' && enabled ? [{ relation, words, source }] : []))
  return createThesaurus([...base.groups().filter((group) => !off.has(groupKey(group))), ...own])
}

function groupsOf(base: readonly SynonymGroup[], rows: readonly GroupRow[]): readonly Group[] {
  const changed = new Map(rows.map((row) => [row.key, row]))
  const own = rows.filter(({ source }) => source === 'user').map(({ key, relation, words, enabled, at }): Group => ({ id: key, relation, words, source: 'user', on: enabled, at }))
  return [...own, ...base.map((group): Group => {
    const row = changed.get(groupKey(group))
    return { id: groupKey(group), relation: group.relation, words: [...group.words], source: 'builtin', on: row?.enabled ?? true, at: row?.at ?? null }
  })]
}

interface Own {
  readonly text: string
  readonly frequency: number | null
  readonly on: boolean
}

function overlayOf(rows: readonly Own[]): WordOverlay {
  if (rows.length === 0) return NO_OVERLAY
  return { words: rows.filter(({ on }) => on).map(entryOf), off: rows.filter(({ on }) => !on).map(({ text }) => text) }
}

const entryOf = ({ text, frequency }: Pick<Own, 'text' | 'frequency'>): DictionaryWord => ({ word: text, ...(frequency === null ? {} : { frequency }) })

function drafted({ words, off }: WordOverlay, { add, remove, off: forbidden }: Draft): WordOverlay {
  const gone = new Set([...add.map(({ text }) => text), ...remove, ...forbidden].map(wordKey))
  const stays = (text: string): boolean => !gone.has(wordKey(text))
  return { words: [...words.filter(({ word }) => stays(word)), ...add.map(entryOf)], off: [...off.filter(stays), ...forbidden] }
}

function wordsOf(base: readonly DictionaryWord[], rows: ReturnType<Library['reads']['lexicon']['words']>): readonly Word[] {
  const changed = new Map(rows.map((row) => [row.key, row]))
  const own = rows.filter(({ source }) => source !== 'builtin').map(({ text, frequency, source, enabled, note, at }): Word => ({ text, frequency, tag: null, source, on: enabled, note, at }))
  const shippedWords = base.flatMap(({ word, frequency, tag }): Word[] => {
    const row = changed.get(wordKey(word))
    if (row !== undefined && row.source !== 'builtin') return []
    return [{ text: word, frequency: frequency ?? null, tag: tag ?? null, source: 'builtin', on: row?.enabled ?? true, note: row?.note ?? '', at: row?.at ?? null }]
  })
  const known = new Set(base.map(({ word }) => wordKey(word)))
  // Switched off when the program still had it: it stays off, and can be seen to be.
  const former = rows.filter(({ key, source }) => source === 'builtin' && !known.has(key)).map(({ text, enabled, note, at }): Word => ({ text, frequency: null, tag: null, source: 'builtin', on: enabled, note, at }))
  return [...own, ...former, ...shippedWords]
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}
