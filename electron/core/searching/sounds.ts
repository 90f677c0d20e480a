/** Queries typed as sounds (拼音, 首字母): what they mean among titles and names of things. Bodies are never compared by sound (decision 0580). */
import { foldText } from '../language/fold.ts'
import { lettersOf } from '../language/pinyin.ts'
import { type QueryChip, besides } from './chips.ts'
import type { Query, QueryNode, TextNode } from './query.ts'
import { synonymChip, tellingOf } from './synonyms.ts'
import { WORD_KINDS, type Vocabulary, type Word, type WordKind } from './vocabulary.ts'

/** Shorter ones fit too much to mean anything. */
const LEAST_INITIALS = 3
/** In titles, whose pieces are anything at all. */
const LEAST_INITIALS_IN_TITLES = 5
const LEAST_LETTERS = 2
const LEAST_LETTERS_IN_TITLES = 4
/** Looked at for each kind before the best are chosen. */
const MOST_HEARD = 400
const MOST_MEANT = 6

interface Meant {
  readonly text: string
  readonly kind: WordKind
  readonly initials: boolean
  readonly bearers: number
}

/** What letters mean, likeliest first: words that are read just so, then those that begin so letter by letter; pieces of titles only where no word is. */
export function meantBy(letters: string, vocabulary: Vocabulary, holds: (folded: string) => boolean): string[] {
  const words = (['dictionary', 'practice', 'keyword', 'place', 'name'] as const).flatMap((kind) => heard(letters, kind, vocabulary))
  const likely = (meant: readonly Meant[]): Meant[] =>
    meant.toSorted((a, b) => Number(a.initials) - Number(b.initials) || WORD_KINDS.indexOf(a.kind) - WORD_KINDS.indexOf(b.kind) || b.bearers - a.bearers || (foldText(a.text) < foldText(b.text) ? -1 : 1))
  const found = firstOf(likely(words), holds)
  return found.length > 0 ? found : firstOf(likely(heard(letters, 'title', vocabulary)), holds)
}

function heard(letters: string, kind: WordKind, vocabulary: Vocabulary): Meant[] {
  const inTitles = kind === 'title'
  const found: Meant[] = []
  let looked = 0
  for (const one of vocabulary.table(kind).sounding(letters, false)) {
    if (++looked > MOST_HEARD) break
    const least = one.initials ? (inTitles ? LEAST_INITIALS_IN_TITLES : LEAST_INITIALS) : inTitles ? LEAST_LETTERS_IN_TITLES : LEAST_LETTERS
    if (letters.length < least || !(one.whole || inTitles) || !/\p{Script=Han}/u.test(one.text)) continue
    const word: Word | null = vocabulary.word(kind, one.row)
    if (word) found.push({ text: inTitles ? one.text : word.text, kind, initials: one.initials, bearers: word.bearers })
  }
  return found
}

/** The first few that are found at all; of several that hold each other the shortest is enough. */
function firstOf(meant: readonly Meant[], holds: (folded: string) => boolean): string[] {
  const texts: string[] = []
  const seen = new Set<string>()
  for (const { text } of meant) {
    const folded = foldText(text)
    if (texts.length === MOST_MEANT) break
    if (seen.has(folded) || !holds(folded)) continue
    seen.add(folded)
    texts.push(text)
  }
  return texts
}

/**
 * `query` with words of letters standing for what they mean, too, and a chip for each; `query` itself where none means anything.
 * Several words are first taken for one: wang ge yuan.
 */
export function voiced(query: Query, meant: (letters: string) => readonly string[], literal: readonly string[]): Query {
  const exact = new Set(literal.map(foldText))
  const { bare } = query
  const [first] = bare
  if (first === undefined) return query
  const together = bare.length > 1 ? lettersOf(bare.map(({ text }) => text).join(' ')) : null
  const typed = bare.map((leaf) => leaf.typed).join(' ')
  if (together !== null && !exact.has(foldText(typed))) {
    const texts = meant(together)
    const last = bare.at(-1) ?? first
    if (texts.length > 0) return withChips(query, { type: 'or', nodes: [query.node ?? first, ...leavesOf({ ...first, end: last.end }, texts)], start: first.start, end: last.end }, [{ ...synonymChip(typed, texts, last), kind: 'pinyin' }])
  }
  const chips: QueryChip[] = []
  const nodes = bare.map((leaf): QueryNode => {
    const letters = exact.has(leaf.text) ? null : lettersOf(leaf.text)
    const texts = letters === null ? [] : meant(letters)
    if (texts.length === 0) return leaf
    chips.push({ ...synonymChip(leaf.typed, texts, leaf), kind: 'pinyin' })
    return { type: 'or', nodes: [leaf, ...leavesOf(leaf, texts)], start: leaf.start, end: leaf.end }
  })
  const [only] = nodes
  if (chips.length === 0 || only === undefined) return query
  return withChips(query, nodes.length === 1 ? only : { type: 'and', nodes, start: first.start, end: nodes.at(-1)?.end ?? first.end }, chips)
}

const leavesOf = (leaf: TextNode, texts: readonly string[]): TextNode[] => tellingOf(leaf.text, texts).map((text): TextNode => ({ ...leaf, typed: text, text }))

const withChips = (query: Query, node: QueryNode, chips: readonly QueryChip[]): Query => ({ ...query, node, chips: besides(query.chips, chips) })
