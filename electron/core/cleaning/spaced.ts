import type { VFile } from 'vfile'
import { report } from './page/message.ts'
import { forStories, type Rule } from './page/rule.ts'
import { rawSpan, repairAll, repairedText, type Repair } from './page/runs.ts'
import { living, type Block } from './page/tree.ts'

const CHINESE = /^[\p{Script=Han}，。、；：！？“”‘’（）《》【】]$/u
const HAN = /\p{Script=Han}/gu
/** 一 二 三, 甲 乙 丙: a list may stand so. */
const COUNTING = /^[一二三四五六七八九十甲乙丙丁戊己庚辛壬癸上中下大小]$/u
const FEWEST = 4
/** Blanks for each Han character from which a paragraph was cut into words by a program. */
const CUT_INTO_WORDS = 0.2
const LONGEST_WORD = 3

/** Closes up what recognition set apart: 全 世 界, or every word of a paragraph. */
export const spaced: Rule = {
  id: 'spaced',
  apply: forStories((story, file) => {
    for (const block of living(story)) if (block.kind !== 'code' && block.kind !== 'table' && /[ \u00A0]/.test(block.text)) closeUp(block, file)
  }),
}

function closeUp(block: Block, file: VFile): void {
  const { text } = block
  const blanks = [...text.matchAll(/(?<=\S)[ \u00A0]{1,2}(?=\S)/gu)].map(({ index, 0: blank }) => ({ start: index, end: index + blank.length, after: '' }))
  const places = isCutIntoWords(text, blanks) ? blanks.filter(({ start, end }) => CHINESE.test(text.charAt(start - 1)) && CHINESE.test(text.charAt(end))) : betweenSingles(text, blanks)
  const [first, last] = [places[0], places.at(-1)]
  if (!first || !last) return
  const raw = rawSpan(block, first.start - 1, last.end + 1)
  const after = repairedText(text, places, first.start - 1, last.end + 1)
  if (repairAll(block, places, 'spaced').length > 0) report(file, { rule: 'spaced', action: 'repaired', text: `删去字间的空格 ${places.length} 处`, reason: '汉字之间不空格；这是文字识别或排版软件留下的', raw, after })
}

/** Blanks between characters that all stand alone, four or more in a row. */
function betweenSingles(text: string, blanks: readonly Repair[]): Repair[] {
  const found: Repair[] = []
  let row: Repair[] = []
  let characters: string[] = []
  const finish = (): void => {
    if (row.length >= FEWEST - 1 && !characters.every((character) => COUNTING.test(character))) found.push(...row)
    row = []
    characters = []
  }
  blanks.forEach((blank, index) => {
    const [before, after] = [text.charAt(blank.start - 1), text.charAt(blank.end)]
    const opens = (blanks[index - 1]?.end ?? 0) === blank.start - 1
    const closes = (blanks[index + 1]?.start ?? text.length) === blank.end + 1
    if (!CHINESE.test(before) || !CHINESE.test(after) || !opens || !(closes || row.length >= FEWEST - 2)) {
      finish()
      return
    }
    if (row.length === 0) characters.push(before)
    characters.push(after)
    row.push(blank)
    if (!closes) finish()
  })
  finish()
  return found
}

function isCutIntoWords(text: string, blanks: readonly Repair[]): boolean {
  const han = text.match(HAN)?.length ?? 0
  if (han < 20 || blanks.length < han * CUT_INTO_WORDS || !/[，。；]/u.test(text)) return false
  const words = text.split(/[ \u00A0]+/u)
  return text.length / words.length <= LONGEST_WORD + 1 && new Set(words.map(({ length }) => length)).size > 1
}
