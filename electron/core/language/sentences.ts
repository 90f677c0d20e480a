/** Sentences (句): where Chinese prose may be parted without cutting a thought. */
import type { Span } from '../../contract/entry.ts'

const END = /[。！？!?；;…]+[”’」』）)】\]"']*|\n+/gu

/** The sentences of `text`, ordered, disjoint, without the blanks round them; every other character belongs to one. A line always ends its sentence. */
export function sentences(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  const close = (end: number): void => {
    const trimmed = text.slice(start, end)
    const from = start + (trimmed.length - trimmed.trimStart().length)
    const to = end - (trimmed.length - trimmed.trimEnd().length)
    if (to > from) spans.push({ start: from, end: to })
    start = end
  }
  for (const match of text.matchAll(END)) close(match.index + match[0].length)
  close(text.length)
  return spans
}
