/** How two states of an entry differ, for a person to look at. Pure. */
import { diffArrays } from 'diff'
import type { BodyDifference } from '../../contract/recleaning.ts'
import type { KeptField } from '../../contract/rereading.ts'
import { keptRuns } from './anchoring.ts'
import { FIELDS } from './merging.ts'
import type { EntryState } from './state.ts'

const SHOWN_LINES = 5
const SHOWN_CHARACTERS = 200
const LINE_EDITS = 500

export function changedFields(before: EntryState, after: EntryState): { field: KeptField; before: string; after: string }[] {
  return FIELDS.flatMap(({ name, words }) => {
    const [was, is] = [words(before) ?? '', words(after) ?? '']
    return was === is ? [] : [{ field: name, before: was.slice(0, SHOWN_CHARACTERS), after: is.slice(0, SHOWN_CHARACTERS) }]
  })
}

/** null when both are the same. */
export function bodyDifference(before: string, after: string): BodyDifference | null {
  if (before === after) return null
  const shared = keptRuns(before, after).reduce((sum, { length }) => sum + length, 0)
  const lines: { before: string; after: string }[] = []
  let open: { before: string; after: string } | null = null
  for (const { value, added, removed } of diffArrays(before.split('\n'), after.split('\n'), { maxEditLength: LINE_EDITS }) ?? []) {
    if (!added && !removed) {
      open = null
      continue
    }
    if (open === null) {
      if (lines.length === SHOWN_LINES) break
      open = { before: '', after: '' }
      lines.push(open)
    }
    open[added ? 'after' : 'before'] = value.join('\n').slice(0, SHOWN_CHARACTERS)
  }
  return { added: after.length - shared, removed: before.length - shared, lines }
}

/** Of what cleaning does, as many as there are more of a kind at a place. */
export function noticeDifference(before: EntryState, after: EntryState): { readonly added: number; readonly gone: number } {
  const keys = ({ notices }: EntryState): Set<string> => new Set(notices.map(({ rule, action, before: words }) => `${rule} ${action} ${words}`))
  const [was, is] = [keys(before), keys(after)]
  return { added: is.difference(was).size, gone: was.difference(is).size }
}
