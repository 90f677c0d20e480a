/**
 * Patterns (样式) of a practice: regular expressions that cannot run away, with a short way to write “a few words later”:
 * `…` is up to 8 characters of the same clause, `……` up to 30 of the same sentence; `…{3}` and `……{40}` set another length.
 * `〔姓〕` is one of the usual family names, `〔称呼〕` how people are called with it (大姐, 法官, 师傅).
 *
 * A pattern may repeat a bounded number of times only, may not repeat what itself repeats, and may not refer back: whatever the text,
 * the work at one position is bounded, so that the work for a text grows with its length.
 */
import type { Span } from '../../../contract/entry.ts'
import { patternTree, type Part } from './pattern-tree.ts'

/** How often one sign or group may repeat, and in how many ways one pattern may read the same place. */
const MOST_REPEATS = 40
const MOST_WAYS = 1000

/** Its gaps are named groups, so that a match knows the words that fired from those between them. */
export const compilePattern = (source: string): RegExp => new RegExp(written(source), 'dgu')

/** The stretches of a match of `compilePattern` that are no gap, ordered and disjoint. */
export function wordsOfMatch(match: RegExpExecArray): readonly Span[] {
  const end = match.index + match[0].length
  const gaps = Object.values(match.indices?.groups ?? {}).flatMap((gap) => (gap === undefined || gap[0] === gap[1] ? [] : [gap]))
  const words: Span[] = []
  let from = match.index
  for (const [gap, to] of gaps.sort((a, b) => a[0] - b[0])) {
    if (gap > from) words.push({ start: from, end: gap })
    from = Math.max(from, to)
  }
  if (end > from) words.push({ start: from, end })
  return words
}

const FAMILY_NAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊陆郝崔康毛邱秦顾侯邵孟龙万段雷钱汤尹黎易武乔贺赖龚文谷洪樊郜章鲁翟施严倪温莫欧柳俞柯邢甘盛缪祝冉'
const CALLED = '大姐|大妈|大嫂|大爷|大叔|大哥|阿姨|法官|警官|律师|书记|支书|主任|老师|师傅|妈妈|奶奶|爷爷|姐|哥|叔|伯|婶|嫂|姨'

/** The pattern with its short forms written out. */
function written(source: string): string {
  let gaps = 0
  return source
    .replace(/(……?)(?:\{(\d{1,2})\})?/gu, (_, gap: string, length?: string) => `(?<gap${gaps++}>${gap === '…' ? `[^，,。；;：:、]{0,${length ?? 8}}` : `[^。；;]{0,${length ?? 30}}`})`)
    .replaceAll('〔姓〕', `[${FAMILY_NAMES}]`)
    .replaceAll('〔称呼〕', `(?:${CALLED})`)
}

/** Why a pattern may not be used, in Chinese, or null. */
export function patternFault(source: string): string | null {
  try {
    if (compilePattern(source).test('')) return '连空文字也会命中'
  } catch {
    return '不是正确的正则表达式'
  }
  const ways = waysOf(patternTree(written(source)))
  if (typeof ways === 'string') return ways
  return ways > MOST_WAYS ? `同一处的读法多达 ${ways} 种（上限 ${MOST_WAYS}），请缩小重复的次数` : null
}

/** In how many ways the repetitions of the longest alternative can be read, or what is not allowed in it. */
function waysOf(options: readonly (readonly Part[])[]): number | string {
  let most = 1
  for (const row of options) {
    let ways = 1
    for (const part of row) {
      const choices = choicesOf(part)
      if (typeof choices === 'string') return choices
      ways *= choices
    }
    most = Math.max(most, ways)
  }
  return most
}

function choicesOf(part: Part): number | string {
  const inner = part.kind === 'group' ? waysOf(part.options) : 1
  if (typeof inner === 'string') return inner
  if (part.kind === 'back') return '不能回指前面的分组'
  if (part.most === Infinity) return '重复次数没有上限，请写成 {0,20} 这样'
  if (part.most > MOST_REPEATS) return `重复次数超过 ${MOST_REPEATS}`
  if (inner > 1 && part.most > 1) return '重复之中又有重复'
  return part.least === 0 && part.most === 1 ? inner + 1 : inner * (part.most - part.least + 1)
}

/**
 * Words of which a match needs one from each list. A sentence without them is not read with the pattern at all:
 * hundreds of patterns then cost a text little more than one look for all their words. Empty when no word is needed for sure.
 */
export function neededWords(source: string): readonly (readonly string[])[] {
  const options = patternTree(written(source))
  const [only] = options
  if (options.length === 1 && only !== undefined) return needed(only)
  const each = anyOf(options)
  return each === null ? [] : [each]
}

function needed(row: readonly Part[]): readonly (readonly string[])[] {
  const lists: (readonly string[])[] = []
  let run = ''
  const close = (): void => {
    if (run.length >= 2) lists.push([run])
    run = ''
  }
  for (const part of row) {
    if (part.kind === 'sign' && part.least === 1 && part.most === 1) {
      run += part.text
      continue
    }
    close()
    if (part.kind !== 'group' || part.around || part.least === 0) continue
    const words = anyOf(part.options)
    if (words !== null) lists.push(words)
  }
  close()
  return lists
}

/** One of these words stands in every match of the options; null when an option needs none. */
function anyOf(options: readonly (readonly Part[])[]): readonly string[] | null {
  const words = options.map((row) => needed(row).reduce<readonly string[]>((best, list) => (best.length === 0 || shortest(list) > shortest(best) ? list : best), []))
  return words.some((list) => list.length === 0) ? null : words.flat()
}

const shortest = (words: readonly string[]): number => Math.min(...words.map(({ length }) => length))
