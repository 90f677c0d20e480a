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

export interface Repair {
  /** In the block's text. */
  readonly start: number
  readonly end: number
  readonly after: string
}

/** Puts `after` for each stretch of kept text, in one pass: a page can hold hundreds. Returns those that were made; one that crosses a border of runs is not. */
export function repairAll(block: Block, repairs: readonly Repair[], rule: string): Repair[] {
  const made: Repair[] = []
  const runs: Run[] = []
  let at = 0
  let next = 0
  for (const run of block.runs) {
    const end = at + run.text.length
    let from = 0
    for (let repair = repairs[next]; repair && repair.start < end; repair = repairs[++next]) {
      if (run.fate !== 'kept' || repair.end > end || repair.start < at + from) continue
      const start = repair.start - at
      if (start > from) runs.push({ ...run, start: run.start + from, end: run.start + start, text: run.text.slice(from, start) })
      from = repair.end - at
      runs.push({ ...run, start: run.start + start, end: run.start + from, text: repair.after, fate: 'repaired', rule })
      made.push(repair)
    }
    if (run.fate !== 'kept' || from === 0) runs.push(run)
    else if (from < run.text.length) runs.push({ ...run, start: run.start + from, text: run.text.slice(from) })
    at = end
  }
  setRuns(block, runs)
  return made
}

/** What `start`–`end` of the block's text reads after repairs that lie inside it. */
export const repairedText = (text: string, repairs: readonly Repair[], start: number, end: number): string => {
  let result = ''
  let at = start
  for (const repair of repairs) {
    result += text.slice(at, repair.start) + repair.after
    at = repair.end
  }
  return result + text.slice(at, end)
}

/** The runs before and after `at` in the text that they give. */
export function splitRuns(runs: readonly Run[], at: number): readonly [Run[], Run[]] {
  const [before, after]: [Run[], Run[]] = [[], []]
  let from = 0
  for (const run of runs) {
    const end = from + run.text.length
    if (end <= at) before.push(run)
    else if (from >= at || run.fate !== 'kept') after.push(run)
    else {
      const cutAt = run.start + at - from
      before.push({ ...run, end: cutAt, text: run.text.slice(0, at - from) })
      after.push({ ...run, start: cutAt, text: run.text.slice(at - from) })
    }
    from = end
  }
  return [before, after]
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
