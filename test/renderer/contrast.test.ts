import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DARK, LIGHT, type Colours } from '../../renderer/src/app/palette-colours.ts'
import { PRACTICE_COLOURS, practiceClass } from '../../renderer/src/app/practice-colours.ts'
import { root } from '../shared.ts'

const channel = (value: number): number => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
/** WCAG 2 contrast of two opaque colours. */
const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const TEXT: readonly (readonly [keyof Colours, keyof Colours])[] = [
  ...(['surface', 'page', 'raised', 'selected', 'moved', 'dropped', 'repaired'] as const).map((on) => ['text', on] as const),
  ...(['surface', 'page', 'raised', 'selected', 'dropped'] as const).map((on) => ['secondary', on] as const),
  ...(['surface', 'page', 'raised'] as const).map((on) => ['placeholder', on] as const),
  ...(['surface', 'page', 'selected'] as const).map((on) => ['primary', on] as const),
  ...(['surface', 'page', 'raised', 'selected'] as const).map((on) => ['danger', on] as const),
  ['ok', 'surface'], ['warning', 'warningSurface'], ['onPrimary', 'primary'], ['onMark', 'mark'], ['onMark', 'markNow'],
]
const SIGNS: readonly (readonly [keyof Colours, keyof Colours])[] = [['border', 'surface'], ['border', 'page'], ['border', 'raised'], ['primary', 'surface'], ['primary', 'page']]

describe.each([['light', LIGHT], ['dark', DARK]] as const)('the %s colours', (_name, colours) => {
  it('measures as the standard does', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2)
  })
  it.each(TEXT)('%s on %s is read easily: at least 4.5', (text, on) => {
    expect(contrast(colours[text], colours[on])).toBeGreaterThanOrEqual(4.5)
  })
  it.each(SIGNS)('%s on %s is seen: at least 3', (sign, on) => {
    expect(contrast(colours[sign], colours[on])).toBeGreaterThanOrEqual(3)
  })
})

describe('the colours of practices', () => {
  const tops = readdirSync(join(root, 'content/practices')).flatMap((name) => /^([a-z]+)\.md$/.exec(name)?.[1] ?? [])
  it('are there for every practice of the first level, and for no other', () => {
    expect(Object.keys(PRACTICE_COLOURS).sort()).toEqual(tops.sort())
  })
  it('are those of the practice for its sub-practices', () => {
    expect(['grid', 'grid.police', 'somethingnew'].map(practiceClass)).toEqual(['practice-grid', 'practice-grid', 'practice-system'])
  })
  it('differ from one another', () => {
    for (const theme of ['light', 'dark'] as const) expect(new Set(Object.values(PRACTICE_COLOURS).map((pair) => pair[theme].join())).size).toBe(tops.length)
  })
  const themes = [['light', LIGHT], ['dark', DARK]] as const
  it.each(Object.entries(PRACTICE_COLOURS))('are read easily, light and dark: %s', (_id, pairs) => {
    for (const [theme, { surface, page, raised, selected }] of themes) {
      const [ink, ground] = pairs[theme]
      // A mere mention and a rejected tag have no ground of their own.
      for (const on of [ground, surface, page, raised, selected]) expect(contrast(ink, on)).toBeGreaterThanOrEqual(4.5)
    }
  })
})
