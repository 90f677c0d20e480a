/** Making one block of several, with what stood between them repaired. */
import type { Span } from '../../../contract/entry.ts'
import { setRuns } from './runs.ts'
import type { Block, Run, Story } from './tree.ts'

/**
 * Appends `others` to `block` at once (one by one would cost the square of their number); `between[i]` stands before `others[i]`.
 * What was dropped between them keeps its place. Returns where each break stood.
 */
export function merge(story: Story, block: Block, others: readonly Block[], between: readonly string[], rule: string): Span[] {
  const runs: Run[] = [...block.runs]
  const breaks: Span[] = []
  let at = story.children.indexOf(block) + 1
  others.forEach((other, index) => {
    const start = runs.at(-1)?.end ?? 0
    const gone: Run[] = []
    for (let beside = story.children[at]; beside && beside !== other; beside = story.children[++at]) {
      gone.push(...beside.runs)
      setRuns(beside, [])
    }
    at++
    const end = other.runs[0]?.start ?? start
    runs.push({ start, end: gone[0]?.start ?? end, text: between[index] ?? '', fate: 'repaired', rule }, ...gone, ...other.runs)
    breaks.push({ start, end })
    setRuns(other, [])
  })
  setRuns(block, runs)
  return breaks
}

/** Takes blocks that were merged into others off the story. */
export function sweep(story: Story): void {
  story.children = story.children.filter(({ runs }) => runs.length > 0)
}

/** What goes between two lines of one sentence: nothing beside Han, a blank between Latin words, nothing inside the one Latin word of a Chinese sentence. */
export function blankBetween(a: string, b: string, spaced = false): string {
  if (spaced && (/[\w)]$/.test(a) || /^[\w(]/.test(b))) return ' '
  if (!/[A-Za-z0-9,.;:!?)%]$/.test(a) || !/^[A-Za-z(]/.test(b)) return ''
  const alone = /(?:^|[^\w\s,.;:!?)%])[A-Za-z]+$/u.test(a.slice(-40)) && /^[A-Za-z]+(?:[^\w\s]|$)/u.test(b.slice(0, 40))
  return alone ? '' : ' '
}
