/** Tables of contents: titles with the page they stand on, by leaders or under 目录. */
import type { Line } from './block.ts'

export interface Listed {
  readonly title: string
  readonly page: number
}

const LEADERS = /^(.{2,80}?)\s*(?:[.．·•・…⋯‥。]\s?){3,}\s*[（(]?\s*(\d{1,4})\s*[）)]?$/
const PLAIN = /^(.{2,80}?)[\s　]+[（(]?(\d{1,4})[）)]?$/
const HEAD = /^(?:目\s*[录錄次]|contents)$/i
const FEWEST = 3

/** The lines of a table of contents and what they list; empty where there is none. */
export function contents(lines: readonly Line[]): { readonly lines: ReadonlySet<Line>; readonly listed: readonly Listed[] } {
  const found = new Set<Line>()
  const listed: Listed[] = []
  const take = (head: Line | null, entries: readonly (Listed & { readonly line: Line })[]): void => {
    if (entries.length < FEWEST || !rising(entries)) return
    if (head) found.add(head)
    for (const { line, title, page } of entries) {
      found.add(line)
      listed.push({ title, page })
    }
  }
  let head: Line | null = null
  let block: (Listed & { readonly line: Line })[] = []
  let others = 0
  for (const line of lines) {
    const entry = entryOf(line.text, head !== null)
    if (entry) {
      block.push({ ...entry, line })
      others = 0
    } else if (HEAD.test(line.text.trim())) {
      take(head, block)
      ;[head, block, others] = [line, [], 0]
    } else if (++others > 2 && (block.length > 0 || head)) {
      take(head, block)
      ;[head, block] = [null, []]
    }
  }
  take(head, block)
  return { lines: found, listed }
}

function entryOf(text: string, underHead: boolean): Listed | null {
  const match = LEADERS.exec(text) ?? (underHead ? PLAIN.exec(text) : null)
  if (!match) return null
  const [, title = '', page = ''] = match
  return { title: title.trim(), page: Number(page) }
}

/** Pages do not fall; a price list's figures do. */
const rising = (entries: readonly Listed[]): boolean => entries.filter(({ page }, i) => page < (entries[i - 1]?.page ?? 0)).length <= entries.length * 0.1
