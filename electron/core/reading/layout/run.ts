/** What a page of fixed layout is made of, whichever format drew it. Measures are points from the page's top left corner. */

/** Glyphs in one face and size that follow each other along one baseline. */
export interface Run {
  readonly text: string
  /** Where the first glyph begins on the baseline. */
  readonly x: number
  readonly y: number
  /** How far the run goes in its direction. */
  readonly width: number
  /** Height of the face. */
  readonly size: number
  /** Clockwise degrees from left-to-right writing; 90 for lines that run down the page, as rotated or as vertical writing. */
  readonly angle: number
  /** Whether glyphs stand upright one under the other: x is then their middle. */
  readonly vertical: boolean
  /** Tells faces apart; nothing more is known of some. */
  readonly face: string
  readonly bold: boolean
  readonly href: string | null
  /** Why the format itself calls it no text of the page. */
  readonly aside: 'watermark' | 'running-head' | null
}

/** A picture where a page shows it; `id` names it among the file's. */
export interface Shown {
  readonly id: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Sheet {
  /** From 1. */
  readonly page: number
  readonly width: number
  readonly height: number
  readonly runs: readonly Run[]
  readonly pictures: readonly Shown[]
}
