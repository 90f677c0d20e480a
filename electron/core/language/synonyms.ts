/**
 * Synonyms (同义词): words that mean the same, and words that are kinds of a wider one. They widen what a query looks for
 * and nothing else: no text is cut, indexed or stored differently for them (decision 0580).
 */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../contract/errors.ts'
import { foldText } from './fold.ts'

/** `same`: each word stands for every other. `narrower`: the first word stands for those after it, and they do not stand for it. */
export const RELATIONS = ['same', 'narrower'] as const
export type Relation = (typeof RELATIONS)[number]

export interface SynonymGroup {
  readonly relation: Relation
  /** As texts write them; at least two. */
  readonly words: readonly string[]
  /** Where the group comes from: a file that ships with the program, or the user. */
  readonly source: string
}

export interface Thesaurus {
  /** What is looked for beside a word, as texts write it, nearest first; the word itself is not among them. `word` is folded. */
  readonly alternatives: (word: string) => readonly string[]
  /** Every word of every group, as written. */
  readonly words: () => readonly string[]
}

const MOST_CHARACTERS = 40
const MOST_WORDS = 40
const NONE: readonly string[] = []

export const NO_SYNONYMS: Thesaurus = { alternatives: () => NONE, words: () => NONE }

/** Every file of `<contentFolder>/dictionary/synonyms`, in the order of their names. Throws MALFORMED with file and line. */
export function loadSynonyms(contentFolder: string): SynonymGroup[] {
  const folder = join(contentFolder, 'dictionary', 'synonyms')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parseSynonyms(name, readFileSync(join(folder, name), 'utf8')))
}

/** One group a line: the relation, then its words, parted by tabs. A line that begins with # says something to people. */
export function parseSynonyms(name: string, text: string): SynonymGroup[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap((line, index): SynonymGroup[] => {
      if (line.trim() === '' || line.startsWith('#')) return []
      const [relation = '', ...words] = line.split('\t').map((part) => part.trim())
      const known = RELATIONS.find((one) => one === relation)
      const reason = known === undefined ? `“${relation}”不是关系，应是 same（同义）或 narrower（第一个词包含其余各词）` : faultIn(words)
      if (known === undefined || reason !== null) throw new Refusal('MALFORMED', { file: name, line: String(index + 1), reason: reason ?? '' })
      return [{ relation: known, words, source: name }]
    })
}

/** What is wrong with the words of a group, or null. */
export function faultIn(words: readonly string[]): string | null {
  if (words.length < 2) return '一组至少两个词，以制表符分隔'
  if (words.length > MOST_WORDS) return `一组最多 ${MOST_WORDS} 个词`
  const folded = words.map(foldText)
  for (const [i, word] of words.entries()) {
    if (word === '') return '有一栏是空的'
    if ([...word].length > MOST_CHARACTERS) return `词“${word}”超过 ${MOST_CHARACTERS} 个字`
    if (!/[\p{L}\p{N}]/u.test(word)) return `“${word}”里没有文字`
    if (folded.indexOf(folded[i] ?? '') < i) return `词“${word}”在这一组里出现了两次`
  }
  return null
}

/** A word may stand in several groups; what stands for it through one group does not lead on to a further one of its own kind. */
export function createThesaurus(groups: readonly SynonymGroup[]): Thesaurus {
  const same = new Map<string, Set<string>>()
  const narrower = new Map<string, Set<string>>()
  /** The spelling that was met first. */
  const spelled = new Map<string, string>()
  const add = (into: Map<string, Set<string>>, word: string, others: readonly string[]): void => {
    const known = into.get(word) ?? new Set<string>()
    for (const other of others) if (other !== word) known.add(other)
    into.set(word, known)
  }
  for (const { relation, words } of groups) {
    const folded = words.map(foldText).filter((word) => word !== '')
    for (const word of words) if (!spelled.has(foldText(word))) spelled.set(foldText(word), word)
    const [wide, ...kinds] = folded
    if (relation === 'narrower' && wide !== undefined) add(narrower, wide, kinds)
    else for (const word of folded) add(same, word, folded)
  }
  /** The same words, the kinds of each, and other names of the kinds. */
  const around = (word: string): readonly string[] => {
    const equal = [word, ...(same.get(word) ?? [])]
    const kinds = equal.flatMap((one) => [...(narrower.get(one) ?? [])])
    const all = new Set([...equal, ...kinds, ...kinds.flatMap((kind) => [...(same.get(kind) ?? [])])])
    all.delete(word)
    return [...all].map((one) => spelled.get(one) ?? one)
  }
  const known = new Map<string, readonly string[]>()
  return {
    alternatives: (word) => {
      if (!same.has(word) && !narrower.has(word)) return NONE
      const kept = known.get(word) ?? around(word)
      known.set(word, kept)
      return kept
    },
    words: () => [...spelled.values()],
  }
}
