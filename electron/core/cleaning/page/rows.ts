/** A row of a table as one line: its cells, with a tab between them, empty ones too, so that columns stay columns. */
import type { TableRow } from 'mdast'
import type { Run } from './tree.ts'

/** `cell` gives the runs of a cell's text. */
export function rowRuns(row: TableRow, source: string, cell: (index: number) => readonly Run[]): Run[] {
  const result: Run[] = []
  let last: number | null = null
  row.children.forEach((node, index) => {
    const start = node.position?.start.offset ?? last ?? 0
    const runs = withoutTabs(trimmed(cell(index)))
    if (index > 0) {
      const from = last ?? start
      // Markdown's own mark before the cell goes with the tab that takes its place.
      const to = Math.max(from, runs[0]?.start ?? start + (source.charAt(start) === '|' ? 1 : 0))
      result.push(source.slice(from, to) === '\t' ? { start: from, end: to, text: '\t', fate: 'kept', rule: null } : { start: from, end: to, text: '\t', fate: 'repaired', rule: 'markup' })
      last = to
    }
    result.push(...runs)
    last = runs.at(-1)?.end ?? last ?? start
  })
  return result
}

/** Blanks at a cell's edges are its format's, not its text's. */
function trimmed(runs: readonly Run[]): Run[] {
  const result = [...runs]
  for (let run = result[0]; run?.fate === 'kept' && /^\s/u.test(run.text); run = result[0]) {
    const text = run.text.trimStart()
    if (text === '') result.shift()
    else result[0] = { ...run, start: run.end - text.length, text }
  }
  for (let run = result.at(-1); run?.fate === 'kept' && /\s$/u.test(run.text); run = result.at(-1)) {
    const text = run.text.trimEnd()
    if (text === '') result.pop()
    else result[result.length - 1] = { ...run, end: run.start + text.length, text }
  }
  return result
}

/** A tab inside a cell would begin another. */
function withoutTabs(runs: readonly Run[]): Run[] {
  return runs.flatMap((run) => {
    if (!run.text.includes('\t')) return [run]
    if (run.fate !== 'kept') return [{ ...run, text: run.text.replaceAll('\t', ' ') }]
    return [...run.text.matchAll(/[^\t]+|\t/gu)].map(({ index, 0: text }): Run => ({ ...run, start: run.start + index, end: run.start + index + text.length, ...(text === '\t' ? { text: ' ', fate: 'repaired', rule: 'markup' } : { text }) }))
  })
}
