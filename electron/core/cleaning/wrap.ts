import { blankBetween, merge, sweep } from './page/merge.ts'
import { report } from './page/message.ts'
import { classOfBlock, forStories, type Rule } from './page/rule.ts'
import { textOf } from './page/runs.ts'
import { endOf, living, startOf, type Block } from './page/tree.ts'
import { isFinished } from './words/punctuation.ts'

const NARROWEST = 14
const WIDEST = 80
const FEWEST = 6
/** Lines looked at to find the width. */
const SAMPLE = 1000

/** Rejoins text that was wrapped at one width throughout. */
export const wrap: Rule = {
  id: 'wrap',
  apply: forStories((story, file) => {
    const source = String(file.value)
    const blocks = living(story)
    const width = wrapWidth(blocks, source)
    if (width === null) return
    const indents = blocks.filter(({ indented }) => indented).length >= 2
    let lines: Block[] = []
    const finish = (): void => {
      const [first, ...others] = lines
      lines = []
      if (!first || others.length === 0) return
      const between = others.map((other, index) => blankBetween((others[index - 1] ?? first).text, other.text))
      const breaks = merge(story, first, others, between, 'wrap')
      const raw = { start: breaks[0]?.start ?? 0, end: breaks.at(-1)?.end ?? 0 }
      const after = textOf(first.runs.filter(({ start, end }) => start >= raw.start && end <= raw.end))
      report(file, { rule: 'wrap', action: 'repaired', text: `${others.length + 1} 行接成一段`, reason: `全文在每行约 ${Math.round(width.columns)} 字处硬换行，这几行是同一段`, raw, after })
    }
    for (const block of blocks) {
      const last = lines.at(-1)
      if (last && !joins(last, block, width, indents, source)) finish()
      lines.push(block)
    }
    finish()
    sweep(story)
  }),
}

interface Width {
  readonly columns: number
  readonly measure: (text: string) => number
}

/** Characters one by one, as most programs wrap; or columns, where a Latin letter takes half a Han character. */
const count = (text: string): number => text.length
const columns = (text: string): number => {
  let half = 0
  for (let at = 0; at < text.length; at++) half += text.charCodeAt(at) < 0x2000 ? 1 : 2
  return half / 2
}

/** The width at which the lines end together, or null when they do not. */
function wrapWidth(blocks: readonly Block[], source: string): Width | null {
  const lines = blocks.slice(0, SAMPLE).filter(({ kind, marked }) => kind === 'paragraph' && !marked).map((block) => lineOf(block, source)).filter((line) => line.length > 8 && line.length <= WIDEST * 2 + 10)
  if (lines.length < FEWEST || lines.length < Math.min(SAMPLE, blocks.length) * 0.6) return null
  let best: Width | null = null
  let share = 0.45
  for (const measure of [count, columns]) {
    const widths = lines.map(measure)
    const longest = widths.reduce((a, b) => Math.max(a, b), 0)
    const full = widths.filter((width) => width >= longest - 2).length / widths.length
    if (longest >= NARROWEST && longest <= WIDEST && full > share) {
      best = { columns: longest, measure }
      share = full
    }
  }
  // Lines of one length that are all finished sentences are a list, not a wrapped text.
  return best !== null && lines.filter((line) => !isFinished(line)).length > lines.length * 0.4 ? best : null
}

/** The line as it stood, with its indent. */
function lineOf(block: Block, source: string): string {
  let start = startOf(block)
  while (start > 0 && /[ \t\u3000\u00A0]/u.test(source.charAt(start - 1))) start--
  return source.slice(start, endOf(block)).trimEnd()
}

/** A line goes on when the next one's first character had no room in it. */
function joins(a: Block, b: Block, width: Width, indents: boolean, source: string): boolean {
  if (a.marked || b.marked || a.alone || b.alone || a.kind !== 'paragraph' || b.kind !== 'paragraph' || b.gap > 1) return false
  if (['labels', 'byline', 'date', 'web', 'square', 'author-note'].includes(classOfBlock(a))) return false
  if (classOfBlock(b) !== 'text' || (indents && b.indented)) return false
  if (indents) return !isFinished(a.text) || isFull(a, b, width, source)
  return isFull(a, b, width, source)
}

function isFull(a: Block, b: Block, { columns: full, measure }: Width, source: string): boolean {
  const room = full - measure(lineOf(a, source))
  const first = /^(?:[A-Za-z]+|[\d.]+%?|.)/u.exec(b.text)?.[0] ?? ''
  return room < Math.max(1, Math.min(measure(first), 12)) + (/^[A-Za-z]/.test(first) ? 1 : 0)
}
