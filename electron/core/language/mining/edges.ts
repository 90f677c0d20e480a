/**
 * Where a word may begin or end: at signs and at the edges of a text, beside the small words between names, behind verbs that bring a name in,
 * behind what places are called, before what names are followed by. A run that stands between two such places at least twice may be a word.
 */
import type { Alphabet } from './alphabet.ts'

/** Words of one character: no name begins or ends with one, though one may stand within (企呼我为). */
const SMALL = '的了在是和与及等为对将从以于被把向到由也都就还要其此该各这那们着过并而或但让使给至按如若因则且又所'
/** Ends of the names of places and bodies: a name of its own may begin behind. */
const PLACES = '市县区镇乡村省州旗局院'
/** What a name is brought in by. */
const BEFORE = '打造 建立 推进 推行 创新 探索 实施 开展 建成 设立 成立 依托 构建 完善 健全 深化 启动 组建 开发 搭建 运用 采用 采取 实行 创建 推出 推广 总结 形成 提出 开设 建设 发挥 培育 引入 上线 命名 叫做 名为 街道 社区 通过 利用 成为 作为 坚持 借助 落实 擦亮 做实 用好 全县 全市 全区 全镇 本市 我市 我县 我区'
/** What follows a name. */
const BEHIND = '工作 模式 机制 平台 建设 品牌 制度 体系 活动 作用 成员 经验 做法 服务 队伍 方式 理念 功能 成效 试点 示范 应运'

export interface Edges {
  /** Sets bit 1 where a word may begin, bit 2 where one may end (before the character), for `length + 1` places. Valid until the next call. */
  readonly mark: (codes: Uint16Array, length: number) => Uint8Array
  readonly isSmall: (letter: number) => boolean
}

export const BEGINS = 1
export const ENDS = 2

export function createEdges(alphabet: Alphabet, mostLetters: number): Edges {
  const numbersOf = (text: string): number[] => [...alphabet.encode(text).subarray(0, text.length)]
  const small = new Uint8Array(mostLetters)
  for (const letter of numbersOf(SMALL)) small[letter] = 1
  const place = new Uint8Array(mostLetters)
  for (const letter of numbersOf(PLACES)) place[letter] = 1
  const pairs = (words: string): ReadonlySet<number> => new Set(words.split(' ').map((word) => pairOf(...(numbersOf(word) as [number, number]))))
  const pairOf = (a: number, b: number): number => a * mostLetters + b
  const before = pairs(BEFORE)
  const behind = pairs(BEHIND)
  /** Characters that begin a pair of either list: the others need no look-up. */
  const opens = new Uint8Array(mostLetters)
  for (const pair of [...before, ...behind]) opens[Math.floor(pair / mostLetters)] = 1
  let marks = new Uint8Array(1 << 14)

  return {
    isSmall: (letter) => small[letter] === 1,
    mark: (codes, length) => {
      if (length + 3 > marks.length) marks = new Uint8Array(length * 2 + 3)
      marks.fill(0, 0, length + 3)
      const set = (at: number, bit: number): void => {
        marks[at] = (marks[at] ?? 0) | bit
      }
      set(0, BEGINS)
      set(length, ENDS)
      for (let at = 0; at < length; at++) {
        const letter = codes[at] ?? 0
        if (letter === 0 || small[letter] === 1) {
          set(at, ENDS)
          set(at + 1, BEGINS)
          continue
        }
        if (place[letter] === 1) set(at + 1, BEGINS)
        if (opens[letter] === 0 || at + 1 >= length) continue
        const pair = pairOf(letter, codes[at + 1] ?? 0)
        if (before.has(pair)) set(at + 2, BEGINS)
        if (behind.has(pair)) set(at, ENDS)
      }
      return marks
    },
  }
}
