/** Changing blocks by their runs, so that every change stays accounted for. */
import type { Span } from '../../../contract/entry.ts'
import type { Block, Fate, Run } from './tree.ts'
import { endOf, startOf } from './tree.ts'

const BLANK = /\s/u

export const textOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join('')

export function setRuns(block: Block, runs: readonly Run[]): void {
  block.runs = runs
  block.text = textOf(runs)
}

/** The whole block leaves the text: dropped, or moved to a field. Returns where it stood. */
export function take(block: Block, fate: 'moved' | 'dropped', rule: string): Span {
  setRuns(block, block.runs.map((run) => (run.text === '' ? run : { ...run, text: '', fate, rule })))
  return { start: startOf(block), end: endOf(block) }
}

/** Takes `start`–`end` of the block's text (not of the original) out of it, with blanks that then stand at its ends. Returns where that stood. */
export function cut(block: Block, start: number, end: number, fate: 'moved' | 'dropped', rule: string): Span {
  const span = rawSpan(block, start, end)
  setRuns(block, replaced(block.runs, start, end, fate, rule))
  trim(block)
  return span
}

/** Blanks at both ends no longer belong to the block; the accounts find them between blocks. A row keeps its empty cells. */
export function trim(block: Block): void {
  if (block.kind === 'table') return
  const runs = [...block.runs]
  for (let run = runs[0]; run?.fate === 'kept' && BLANK.test(run.text.charAt(0)); run = runs[0]) {
    const text = run.text.trimStart()
    if (text === '') runs.shift()
    else runs[0] = { ...run, start: run.end - text.length, text }
  }
  for (let run = runs.at(-1); run?.fate === 'kept' && BLANK.test(run.text.slice(-1)); run = runs.at(-1)) {
    const text = run.text.trimEnd()
    if (text === '') runs.pop()
    else runs[runs.length - 1] = { ...run, end: run.start + text.length, text }
  }
  if (runs.length !== block.runs.length || textOf(runs).length !== block.text.length) setRuns(block, runs)
}

/** Where `start`–`end` of the block's text stood in the original. */
export function rawSpan(block: Block, start: number, end: number): Span {
  let at = 0
  let first: number | null = null
  let last = startOf(block)
  for (const run of block.runs) {
    const next = at + run.text.length
    if (run.text !== '' && next > start && at < end) {
      const whole = run.fate !== 'kept'
      first ??= whole ? run.start : run.start + Math.max(0, start - at)
      last = whole ? run.end : run.start + Math.min(run.text.length, end - at)
    }
    at = next
  }
  return { start: first ?? last, end: Math.max(first ?? last, last) }
}

function replaced(runs: readonly Run[], start: number, end: number, fate: Fate, rule: string): Run[] {
  const result: Run[] = []
  let at = 0
  for (const run of runs) {
    const next = at + run.text.length
    if (run.text === '' || next <= start || at >= end) result.push(run)
    else if (run.fate !== 'kept') result.push({ ...run, text: '', fate, rule })
    else {
      const from = run.start + Math.max(0, start - at)
      const to = run.start + Math.min(run.text.length, end - at)
      if (from > run.start) result.push({ ...run, end: from, text: run.text.slice(0, from - run.start) })
      result.push({ start: from, end: to, text: '', fate, rule })
      if (to < run.end) result.push({ ...run, start: to, text: run.text.slice(to - run.start) })
    }
    at = next
  }
  return result
}
