/** The part of an original in which one article stands, with a few lines around it, cut into runs that know their notice. */
import type { Entry, Notice } from '../../../../../electron/contract/entry.ts'
import type { OriginalView } from '../../../../../electron/contract/library.ts'
import { runsOfSegments, type Run } from '../../../parts/original-runs.ts'

export interface NotedRun extends Run {
  /** What cleaning did here, when it can be told and switched. */
  readonly notice: Notice | null
}

const LINES_AROUND = 8
const MOST_AROUND = 1200

/** From the beginning of a line some lines before `start` to the end of one some lines behind `end`. */
export function around(text: string, start: number, end: number): readonly [from: number, to: number] {
  let from = start
  for (let lines = 0; lines < LINES_AROUND && from > 0 && start - from < MOST_AROUND; lines++) from = text.lastIndexOf('\n', from - 2) + 1
  let to = end
  for (let lines = 0; lines < LINES_AROUND && to < text.length && to - end < MOST_AROUND; lines++) {
    const line = text.indexOf('\n', to + 1)
    to = line < 0 ? text.length : line
  }
  return [Math.max(from, 0, start - MOST_AROUND), Math.min(to, end + MOST_AROUND, text.length)]
}

const SWITCHES = new Set<Notice['action']>(['moved', 'dropped', 'repaired'])
/** Whether it changed anything that can be put back. */
export const switches = ({ action, before, after }: Pick<Notice, 'action' | 'before' | 'after'>): boolean => SWITCHES.has(action) && before !== after

export function excerptOf(view: OriginalView, entry: Pick<Entry, 'body' | 'notices'>): readonly NotedRun[] {
  const [from, to] = around(view.text, view.range.start, view.range.end)
  const acting = entry.notices.filter((notice) => notice.raw !== null && switches(notice))
  const taken = acting.filter(({ applied }) => applied)
  const runs = runsOfSegments(view, entry.body, taken)
  return runs.flatMap((run): NotedRun[] => {
    const [start, end] = [Math.max(run.start, from), Math.min(run.start + run.text.length, to)]
    if (end <= start) return []
    return noted({ ...run, text: run.text.slice(start - run.start, end - run.start), start }, acting)
  })
}

/** A run cut where notices begin and end in it: two removals side by side are two marks, and what was put back stays marked. */
function noted(run: Run, notices: readonly Notice[]): NotedRun[] {
  if (run.tone === 'outside') return [{ ...run, notice: null }]
  const end = run.start + run.text.length
  const own = notices.filter(({ raw }) => raw !== null && raw.start < end && raw.end > run.start)
  const cuts = [...new Set([run.start, end, ...own.flatMap(({ raw }) => (raw === null ? [] : [raw.start, raw.end])).filter((at) => at > run.start && at < end)])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, n) => {
    const stop = cuts[n + 1] ?? end
    // Of several in one place the narrowest says most.
    const notice = own.filter(({ raw, applied }) => raw !== null && raw.start <= start && raw.end >= stop && (applied === (run.tone !== 'kept') || !applied)).sort((a, b) => width(a) - width(b))[0] ?? null
    return { ...run, text: run.text.slice(start - run.start, stop - run.start), start, notice }
  })
}

const width = ({ raw }: Notice): number => (raw === null ? Infinity : raw.end - raw.start)
