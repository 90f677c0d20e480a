/** Keywords of one text: how often a word stands in it, weighed by how much such a word says. */
import { COMMON_WORDS } from './common-words.ts'
import { foldText } from './fold.ts'
import { STOP_WORDS } from './stopwords.ts'

/** Words that tell a text from others are there long before this; cutting all of a 20 MB file would take a quarter of a minute for the same twenty. */
export const CUT_FOR_KEYWORDS = 200_000

/** Raised whenever the same words of a text give other keywords: entries of libraries from before get theirs anew. A change of the shipped dictionary is noticed without it. */
export const KEYWORDS_VERSION = 1

const TITLE_WEIGHT = 4
/** A term of the field says what a text is about where another word may only be how it says it. */
const DICTIONARY_BONUS = 1.6
/** A turn of phrase (一步一个脚印) is rare, too, but stands once. */
const ONCE = 0.7
const MOST_COUNTED = 16
/** A word that is in no class is rarer than all that are. */
const RARE = COMMON_WORDS.length + 1

/** What is the same word when folded; a text counts its words in these, each in its turn. */
interface Counted {
  readonly key: string
  /** Of a word of every report little, of a rare one much. */
  readonly rarity: number
  /** The last text it stood in, and there: as what word first, how often. */
  turn: number
  first: Spelling | null
  weight: number
  times: number
}
/** A word as it is written. */
interface Spelling {
  readonly word: string
  /** More than 0 for a term of the field. */
  readonly bonus: number
  readonly counted: Counted
}

/** Parsed at the first use: not every process that cuts texts picks keywords. */
let classes: ReadonlyMap<string, number> | null = null
const classOf = (word: string): number => (classes ??= new Map(COMMON_WORDS.flatMap((words, n) => words.split(/\s/).map((common): [string, number] => [common, n])))).get(word) ?? RARE

/** Spellings kept from one text to the next: texts are made of the same words. */
const KEPT = 1 << 16

/** `word` is the number of a word of the dictionary, 0 for what it does not have. */
export type VisitToken = (text: string, start: number, end: number, word: number) => void
/** Calls `visit` with every token of a text, in order. */
type Walk = (text: string, visit: VisitToken) => void
export type PickKeywords = (title: string, body: string, count: number) => string[]

export function createPicker(walk: Walk, dictionary: ReadonlySet<string>): PickKeywords {
  const spellings = new Map<string, Spelling | null>()
  /** Those of the dictionary's words by their numbers: where in `list`, and what says nothing is in its first place. */
  let numbered = new Uint32Array(1 << 10)
  const list: (Spelling | null)[] = [null]
  const counts = new Map<string, Counted>()
  let turn = 0

  function numberedSpelling(word: number, text: string, start: number, end: number): Spelling | null {
    const known = numbered[word] ?? 0
    if (known > 0) return list[known - 1] ?? null
    const spelling = spellingOf(text.slice(start, end))
    if (word >= numbered.length) {
      const larger = new Uint32Array(word * 2)
      larger.set(numbered)
      numbered = larger
    }
    numbered[word] = spelling === null ? 1 : list.push(spelling)
    return spelling
  }

  /** null for what says nothing. */
  function spellingOf(part: string): Spelling | null {
    const known = spellings.get(part)
    if (known !== undefined) return known
    const token = detached(part)
    const key = foldText(token)
    const spelling = saysSomething(key) ? spell(token.trim(), key) : null
    spellings.set(token, spelling)
    return spelling
  }

  function spell(word: string, key: string): Spelling {
    const counted = counts.get(key) ?? { key, rarity: classOf(key) + 1, turn: 0, first: null, weight: 0, times: 0 }
    counts.set(key, counted)
    return { word, bonus: dictionary.has(word) || dictionary.has(key) ? DICTIONARY_BONUS * exactness(key) : 0, counted }
  }

  return (title, body, count) => {
    if (spellings.size > KEPT) {
      spellings.clear()
      numbered.fill(0)
      list.length = 1
      counts.clear()
    }
    turn++
    const found: Counted[] = []
    const counter = (weight: number): VisitToken => (text, start, end, word) => {
      const spelling = word === 0 ? spellingOf(text.slice(start, end)) : numberedSpelling(word, text, start, end)
      if (spelling === null) return
      const { counted } = spelling
      if (counted.turn === turn) {
        counted.weight += weight
        counted.times++
      } else {
        counted.turn = turn
        counted.first = spelling
        counted.weight = weight
        counted.times = 1
        found.push(counted)
      }
    }
    walk(title, counter(TITLE_WEIGHT))
    walk(body, counter(1))
    return best(found, count)
  }
}

/** The `count` of the highest scores; of equals what stands first. */
function best(found: readonly Counted[], count: number): string[] {
  const chosen: { readonly word: string; readonly score: number }[] = []
  for (const { first, rarity, weight, times } of found) {
    if (first === null) continue
    const score = saturate(weight) * rarity * (first.bonus > 0 ? first.bonus : times > 1 ? 1 : ONCE)
    let at = chosen.length
    while (at > 0 && (chosen[at - 1]?.score ?? 0) < score) at--
    if (at >= count) continue
    chosen.splice(at, 0, { word: first.word, score })
    if (chosen.length > count) chosen.pop()
  }
  return chosen.map(({ word }) => word)
}

/** A part of a string keeps all of it in memory when it is kept; short ones are copies in any case. */
const detached = (part: string): string => (part.length < 13 ? part : [...part].join(''))

/** At least two characters, one of them Chinese or a letter; no stop word, no quantity, no ordinal. */
const saysSomething = (word: string): boolean =>
  word.length > 1 && /[\p{Script=Han}a-z]/u.test(word) && [...word].length > 1 && !STOP_WORDS.has(word) && !/^[\d.,%]+\p{Script=Han}$/u.test(word) && !/^第?[一二三四五六七八九十百千万亿两几\d]+\p{Script=Han}?$/u.test(word)

const saturate = (frequency: number): number => 1 + 0.6 * Math.log2(Math.min(frequency, MOST_COUNTED))

/** Among terms the longer word is the more exact. */
const exactness = (word: string): number => 1 + 0.1 * Math.min([...word].length - 2, 4)
