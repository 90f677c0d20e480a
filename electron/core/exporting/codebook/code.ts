/** One code (类目) of a codebook (编码表): a practice or an own label, as programs for coding texts hand it to each other. */
import type { LabelColour } from '../../../contract/labels.ts'

/** null: the file does not say. Lists that are said to be empty are []. */
export interface Code {
  /** In small letters, without braces. */
  readonly guid: string | null
  readonly kind: 'practice' | 'label' | null
  readonly name: string
  /** The short name of a practice. */
  readonly short: string | null
  readonly colour: LabelColour | null
  readonly definition: string | null
  readonly counts: readonly string[] | null
  readonly countsNot: readonly string[] | null
  readonly strong: readonly string[] | null
  readonly weak: readonly string[] | null
  readonly negative: readonly string[] | null
  readonly children: readonly Code[]
}

export const LISTS = ['counts', 'countsNot', 'strong', 'weak', 'negative'] as const
export type ListName = (typeof LISTS)[number]
/** What the lists are called in the files, for people and for us. */
export const LIST_NAMES: Readonly<Record<ListName, string>> = { counts: '什么算', countsNot: '什么不算', strong: '触发词', weak: '辅助词', negative: '排除词' }
export const KIND_NAMES = { practice: '做法', label: '标签' } as const

export const kindNamed = (name: string): Code['kind'] => (name === KIND_NAMES.practice ? 'practice' : name === KIND_NAMES.label ? 'label' : null)

/** A file may hold no more, whoever wrote it. */
export const MOST_CODES = 5000
export const MOST_BYTES = 4 * 1024 * 1024

const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i
export const guidIn = (text: string): string | null => GUID.exec(text.trim())?.[1]?.toLowerCase() ?? null

const COLOURS: Readonly<Record<LabelColour, string>> = { blue: '#0B4FA8', orange: '#D97706', teal: '#0B6670', yellow: '#C9A400', red: '#9B1C1C', pink: '#8A1C5B', violet: '#4B2E9E', brown: '#5F3B2C', green: '#14663B', lime: '#5C8A12', grey: '#434A54' }
export const hexOf = (colour: LabelColour): string => COLOURS[colour]

/** The colour of ours that comes next to it; null for what is no colour. */
export function colourNear(hex: string): LabelColour | null {
  const parts = (text: string): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16))
  const [, short, whole] = /^#(?:([0-9a-f]{3})|(?:[0-9a-f]{2})?([0-9a-f]{6}))$/i.exec(hex.trim()) ?? []
  // Three digits stand for six; of eight, the first two say how much shines through.
  const six = whole ?? short?.replaceAll(/./g, '$&$&')
  if (six === undefined) return null
  const wanted = parts(`#${six}`)
  const distance = (own: string): number => parts(own).reduce((sum, value, index) => sum + (value - (wanted[index] ?? 0)) ** 2, 0)
  let best: LabelColour = 'grey'
  for (const [name, own] of Object.entries(COLOURS)) if (distance(own) < distance(COLOURS[best])) best = name as LabelColour
  return best
}
