/** A text as lines that say something: articles begin at one of them. */
export interface Line {
  readonly start: number
  readonly text: string
  /** Whether blank lines stand before it. */
  readonly apart: boolean
}

export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  let apart = false
  for (let start = 0; start < text.length;) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    const line = text.slice(start, end)
    if (line.trim() === '') apart = lines.length > 0
    else {
      lines.push({ start, text: line.trimEnd(), apart })
      apart = false
    }
    start = end + 1
  }
  return lines
}

/** The number of the line in which `at` stands: the last that begins at or before it; the first for what stands before all. */
export function lineAt(lines: readonly Line[], at: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle]?.start ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** The line that an article which begins at `at` begins with: that line, or the next when `at` stands in blank lines behind it. */
export function lineFrom(lines: readonly Line[], at: number): number {
  const line = lineAt(lines, at)
  const own = lines[line]
  return own !== undefined && at >= own.start + own.text.length && line + 1 < lines.length ? line + 1 : line
}
