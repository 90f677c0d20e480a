/** Scores what is found by its name: brands, platforms, formulas, honours, people, documents, places, quotes. */
import type { Span } from '../../electron/contract/span.ts'
import type { Named } from './gold-file.ts'
import type { Score } from './score.ts'
import { bare } from './words.ts'

export interface FoundName {
  readonly name: string
  readonly raw: Span
  /** Returned as something else than was annotated: an aim as an award. */
  readonly contrary?: boolean
}

/** One thing may be found several times; it counts once. What was annotated as optional counts neither for nor against. */
export function scoreNames(kind: string, wanted: readonly Named[], found: readonly FoundName[]): Score {
  const names = (item: Named): readonly string[] => [item.name ?? '', item.text].map(bare).filter((name) => name !== '')
  const required = wanted.filter((item) => item.required !== false)
  const got = new Set(found.filter(({ contrary }) => contrary !== true).map(({ name }) => bare(name)))
  const misses = required.filter((item) => !names(item).some((name) => got.has(name)))
  const known = new Set(wanted.flatMap(names))
  const optional = new Set(wanted.filter((item) => item.required === false).flatMap(names))
  const distinct = [...new Map(found.map((item) => [bare(item.name), item])).values()].filter(({ name }) => !optional.has(bare(name)))
  const wrong = distinct.filter(({ name, contrary }) => contrary === true || !known.has(bare(name)))
  return { kind, right: required.length - misses.length, wanted: required.length, found: distinct.length, misses: misses.map((item) => item.name ?? item.text), wrong: wrong.map(({ name }) => name) }
}
