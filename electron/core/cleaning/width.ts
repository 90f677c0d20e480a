import { report } from './page/message.ts'
import { forStories, type Rule } from './page/rule.ts'
import { rawSpan, repairAll, repairedText, type Repair } from './page/runs.ts'
import { living } from './page/tree.ts'

const BEFORE = '[\\p{Script=Han}”’」』）》】]'
const AFTER = '[\\p{Script=Han}“‘「『（《【]'
const FULL: ReadonlyMap<string, string> = new Map([[',', '，'], [';', '；'], [':', '：'], ['?', '？'], ['!', '！'], ['.', '。'], ['．', '。']])

interface Noise {
  readonly pattern: RegExp
  readonly after: (found: string) => string
}

/** A text that writes these marks in half width throughout does so on purpose. */
const HALF_MARK = new RegExp(`(?<=${BEFORE})[,;:?!](?=${AFTER})`, 'gu')
const HABIT = 0.2

/** In the order in which they are looked for; two never touch the same character. A run has its bounds: one pattern over millions of characters exhausts the stack. */
const NOISE: readonly Noise[] = [
  { pattern: /[０-９Ａ-Ｚａ-ｚ]{1,500}/gu, after: (found) => found.normalize('NFKC') },
  { pattern: /(?<=[\d０-９])．(?=[\d０-９])/gu, after: () => '.' },
  { pattern: /[｡､｢｣]/gu, after: (found) => found.normalize('NFKC') },
  { pattern: /([，、；：])\1{1,500}/gu, after: (found) => found.charAt(0) },
  { pattern: /(?<!。)。。(?!。)/gu, after: () => '。' },
]
const SLIPS: readonly Noise[] = [
  { pattern: HALF_MARK, after: (found) => FULL.get(found) ?? found },
  { pattern: new RegExp(`(?<=${BEFORE})[;?!.．](?=[”’」』）》]*$)`, 'gu'), after: (found) => FULL.get(found) ?? found },
]
/** Brackets of one pair in two widths. */
const MIXED = /\([^()（）\n]{1,80}）|（[^()（）\n]{1,80}\)/gu

/** Makes marks, letters and digits of one width inside Chinese text, as its own writing has them. */
export const width: Rule = {
  id: 'width',
  apply: forStories((story, file) => {
    const blocks = living(story)
    const count = (pattern: RegExp): number => blocks.reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0)
    const half = count(HALF_MARK)
    const noise = half > 0 && half > HABIT * (half + count(/[，；：？！]/gu)) ? NOISE : [...NOISE, ...SLIPS]
    for (const block of blocks) {
      if (block.kind === 'code') continue
      const { text } = block
      const places = placesIn(text, noise)
      const [first, last] = [places[0], places.at(-1)]
      if (!first || !last) continue
      const raw = rawSpan(block, first.start, last.end)
      const after = repairedText(text, places, first.start, last.end)
      const made = repairAll(block, places, 'width').length
      if (made > 0) report(file, { rule: 'width', action: 'repaired', text: `全角半角不一的字符 ${made} 处改为一致`, reason: '中文里标点用全角，数字和字母用半角，一对括号用同一种宽度；字词没有改动', raw, after: made === places.length ? after : null })
    }
  }),
}

function placesIn(text: string, noise: readonly Noise[]): Repair[] {
  const found: Repair[] = []
  for (const { pattern, after } of noise) for (const { index, 0: match } of text.matchAll(pattern)) found.push({ start: index, end: index + match.length, after: after(match) })
  for (const { index, 0: match } of text.matchAll(MIXED)) {
    const half = match.startsWith('(') ? index : index + match.length - 1
    found.push({ start: half, end: half + 1, after: match.startsWith('(') ? '（' : '）' })
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end).filter(({ start }, index, all) => index === 0 || start >= (all[index - 1]?.end ?? 0))
}
