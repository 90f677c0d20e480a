/** Counting: pure functions over what the checks and the tests reported. */
import { NEEDS_BROWSER, NEEDS_ELECTRON, NEEDS_SHARED } from '../../test/needs.ts'

export interface Outcome {
  /** Test file, relative to the project; empty for a check that is no test file. */
  readonly file: string
  readonly name: string
  readonly state: 'passed' | 'failed' | 'skipped'
  /** What a skipped test gave as its reason, when its name does not hold it. */
  readonly note: string
}

export const HOSTS = ['stand-in', 'browser host', 'electron'] as const
export type Host = (typeof HOSTS)[number]

/** End-to-end tests that ran, by the host named in square brackets in a test's name. */
export function perHost(outcomes: readonly Outcome[]): Record<Host, number> {
  const ran = outcomes.filter((outcome) => outcome.state !== 'skipped')
  const count = (host: Host): number => ran.filter((outcome) => outcome.name.includes(`[${host}]`)).length
  return { 'stand-in': count('stand-in'), 'browser host': count('browser host'), electron: count('electron') }
}

const REASONS = [NEEDS_SHARED, NEEDS_ELECTRON, NEEDS_BROWSER] as const

/** The known reason of a skipped test, from its name or note; null when it gives none. */
export function reasonOf(outcome: Outcome): string | null {
  return REASONS.find((reason) => outcome.name.includes(reason) || outcome.note.includes(reason)) ?? null
}

/** Skipped tests that nothing excuses on a machine where everything but Electron and the shared texts can be had. */
export function inexcusable(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter((outcome) => outcome.state === 'skipped' && ![NEEDS_SHARED, NEEDS_ELECTRON].some((reason) => reasonOf(outcome) === reason))
}

/** The test files in which something failed. */
export const failedFiles = (outcomes: readonly Outcome[]): string[] => [...new Set(outcomes.filter(({ state, file }) => state === 'failed' && file !== '').map(({ file }) => file))]

/** The outcomes with those of some files in the place of what the same files said before. */
export function instead(outcomes: readonly Outcome[], again: readonly Outcome[]): Outcome[] {
  const files = new Set(again.map(({ file }) => file))
  return [...outcomes.filter(({ file }) => !files.has(file)), ...again]
}

/** Skips grouped by reason, for the eye. */
export function skipLines(outcomes: readonly Outcome[]): string[] {
  const groups = Map.groupBy(outcomes.filter((outcome) => outcome.state === 'skipped'), (outcome) => reasonOf(outcome) ?? (outcome.note || 'no reason given'))
  return [...groups].map(([reason, skipped]) => `skipped ${skipped.length}: ${reason} (${[...new Set(skipped.map((outcome) => outcome.file || outcome.name))].join(', ')})`)
}

export function lastLine(outcomes: readonly Outcome[]): string {
  const count = (state: Outcome['state']): number => outcomes.filter((outcome) => outcome.state === state).length
  return `${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`
}
