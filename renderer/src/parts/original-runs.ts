/** The decoded original cut into runs of one tone each, ready to be painted. */
import type { Account } from '../../../electron/contract/importing.ts'
import type { Notice } from '../../../electron/contract/entry.ts'
import type { OriginalView } from '../../../electron/contract/library.ts'

export type Tone = Account['fate'] | 'outside'
export interface Run {
  readonly text: string
  readonly tone: Tone
  readonly rule: string | null
  readonly ordinal: number | null
  readonly start: number
}

/** By the account of an import. White space takes the tone of what stands before it, so that lines are not striped. */
export function runsOfAccounts(text: string, accounts: readonly Account[]): Run[] {
  const out: Run[] = []
  for (const { start, end, fate, rule, ordinal } of accounts) {
    if (end <= start) continue
    const piece = text.slice(start, end)
    const last = out.at(-1)
    const same = last !== undefined && last.tone === fate && last.rule === rule && last.ordinal === ordinal
    if (last !== undefined && (same || piece.trim() === '')) out[out.length - 1] = { ...last, text: last.text + piece }
    else out.push({ text: piece, tone: piece.trim() === '' ? 'kept' : fate, rule, ordinal, start })
  }
  return out
}

/** By the segments of one entry: what became its body, what of its range did not and by which notice, and what belongs to other entries. */
export function runsOfSegments({ text, range, segments }: OriginalView, body: string, notices: readonly Pick<Notice, 'action' | 'text' | 'raw'>[]): Run[] {
  const out: Run[] = []
  const push = (start: number, end: number, tone: Tone, rule: string | null = null): void => {
    if (end <= start) return
    const piece = text.slice(start, end)
    const last = out.at(-1)
    if (last !== undefined && ((last.tone === tone && last.rule === rule) || piece.trim() === '')) out[out.length - 1] = { ...last, text: last.text + piece }
    else out.push({ text: piece, tone: piece.trim() === '' ? 'kept' : tone, rule: piece.trim() === '' ? null : rule, ordinal: null, start })
  }
  const removals = notices.flatMap(({ action, text: rule, raw }) => (raw !== null && (action === 'moved' || action === 'dropped') ? [{ raw, tone: action, rule }] : [])).sort((a, b) => a.raw.start - b.raw.start)
  const left = (start: number, end: number): void => {
    let at = start
    for (const { raw, tone, rule } of removals) {
      const [from, to] = [Math.max(at, raw.start), Math.min(end, raw.end)]
      if (to <= from) continue
      push(at, from, 'dropped')
      push(from, to, tone, rule)
      at = to
    }
    push(at, end, 'dropped')
  }
  push(0, range.start, 'outside')
  let at = range.start
  for (const { raw, body: span } of [...segments].sort((a, b) => a.raw.start - b.raw.start)) {
    left(at, raw.start)
    push(Math.max(at, raw.start), raw.end, body.slice(span.start, span.end) === text.slice(raw.start, raw.end) ? 'kept' : 'repaired')
    at = Math.max(at, raw.end)
  }
  left(at, range.end)
  push(Math.max(at, range.end), text.length, 'outside')
  return out
}
