/** One pair of colours for each practice of the first level, light and dark; sub-practices wear their practice's. Contrast is computed in a test; colour is never the only sign. */

/** `[text, ground]` */
export type Pair = readonly [string, string]
export const PRACTICE_COLOURS = {
  grid: { light: ['#0B4FA8', '#E8F0FC'], dark: ['#A8C7FF', '#0F2C57'] },
  fengqiao: { light: ['#7A3E00', '#FFF1DD'], dark: ['#FFC98A', '#4A2800'] },
  smart: { light: ['#0B6670', '#E1F5F7'], dark: ['#8FE0E8', '#063C43'] },
  mediation: { light: ['#655300', '#FBF3C9'], dark: ['#EBD37A', '#3D3200'] },
  party: { light: ['#9B1C1C', '#FDECEC'], dark: ['#FFB4AB', '#4A1512'] },
  sanzhi: { light: ['#8A1C5B', '#FCE9F3'], dark: ['#FFB3DA', '#4F0E34'] },
  safety: { light: ['#4B2E9E', '#F0EBFD'], dark: ['#CDBDFF', '#2B1A63'] },
  petition: { light: ['#5F3B2C', '#F6EBE5'], dark: ['#E3BFAE', '#42281C'] },
  participation: { light: ['#14663B', '#E5F6EC'], dark: ['#93E0B3', '#0B3D23'] },
  service: { light: ['#3D5A12', '#EFF6DC'], dark: ['#BFDB85', '#2A3B0C'] },
  system: { light: ['#434A54', '#EEF0F3'], dark: ['#C9CED6', '#2C323A'] },
} as const satisfies Readonly<Record<string, { readonly light: Pair; readonly dark: Pair }>>

export type Coloured = keyof typeof PRACTICE_COLOURS
const hasColours = (id: string): id is Coloured => Object.hasOwn(PRACTICE_COLOURS, id)

/** The practice of the first level that a practice belongs to: `grid` of `grid.police`. */
export const topOf = (id: string): string => id.split('.')[0] ?? id

/** The class that gives a part the colours of a practice; style sheets read them as `--ink` and `--ground`. */
export const practiceClass = (id: string): string => (hasColours(topOf(id)) ? `practice-${topOf(id)}` : 'practice-system')
