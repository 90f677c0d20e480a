/** Running heads, feet and page numbers: what returns near the edge of several pages, figures apart; and what lies behind the text of all of them. */
import type { Aside } from './block.ts'
import { plain, words } from './glyphs.ts'
import { lineUp, type Piece } from './lines.ts'

export interface PageOfPieces {
  readonly page: number
  readonly height: number
  readonly pieces: readonly Piece[]
}

/** Parts of the height from either edge within which furniture stands. */
const EDGE = 0.13
/** Lines from either edge that may be furniture. */
const OUTERMOST = 3
const FEWEST_PAGES = 3
const NUMBER = /^(?:[—–\-－─―·•~～]{1,3}\s?\d{1,4}\s?[—–\-－─―·•~～]{1,3}|第\s?[\d一二三四五六七八九十百]{1,5}\s?页(?:\s?[,，/]?\s?共\s?\d{1,5}\s?页)?|(?:page\s?)?\d{1,4}\s?(?:\/|of)\s?\d{1,4}|page\s?\d{1,4}|共\s?\d{1,5}\s?页\s?第\s?\d{1,5}\s?页)$/i
const BARE = /^(?:\d{1,4}|[ivxlc]{1,7})$/i
const FIGURES = /[\d０-９]+|(?<=第)[一二三四五六七八九十百]+(?=页)/g

/** The pieces of all pages that are furniture, and why. */
export function furniture(pages: readonly PageOfPieces[]): ReadonlyMap<Piece, Aside> {
  const found = new Map<Piece, Aside>()
  const rows = pages.flatMap((page) => outermost(page).map((parts) => ({ page, parts, text: textOf(parts), top: (parts[0]?.y ?? 0) < page.height / 2 })))
  const seen = new Map<string, Set<number>>()
  const key = ({ text, top, parts, page }: (typeof rows)[number]): string => `${top ? 'head' : 'foot'} ${Math.round((top ? (parts[0]?.y ?? 0) : page.height - (parts[0]?.y ?? 0)) / 14)} ${text.replaceAll(FIGURES, '').replaceAll(/\s/g, '')}`
  for (const row of rows) seen.set(key(row), (seen.get(key(row)) ?? new Set()).add(row.page.page))
  for (const row of rows) {
    const times = seen.get(key(row))?.size ?? 0
    const aside = asideOf(row.text, { times, page: row.page.page })
    if (aside) for (const one of row.parts) found.set(one, aside)
  }
  for (const [one, aside] of behind(pages)) if (!found.has(one)) found.set(one, aside)
  return found
}

function asideOf(text: string, { times, page }: { readonly times: number; readonly page: number }): Aside | null {
  if (NUMBER.test(text)) return { rule: 'running-head', reason: '页边的页码' }
  if (BARE.test(text)) return times >= FEWEST_PAGES || text === String(page) ? { rule: 'running-head', reason: '页边的页码' } : null
  return times >= FEWEST_PAGES ? { rule: 'running-head', reason: `在 ${times} 页的同一处重复出现，是书眉或页脚` } : null
}

const textOf = (parts: readonly Piece[]): string => plain(words(parts.flatMap(({ runs }) => runs)))

/** The outermost lines of a page; of a page whose only text they are, none but page numbers. */
function outermost({ pieces, height }: PageOfPieces): readonly (readonly Piece[])[] {
  const rows = lineUp(pieces)
  const edge = EDGE * height
  const y = (row: readonly Piece[]): number => row[0]?.y ?? 0
  const heads = rows.slice(0, OUTERMOST).filter((row) => y(row) < edge)
  const feet = rows.slice(-OUTERMOST).filter((row) => y(row) > height - edge && !heads.includes(row))
  return [...heads, ...feet]
}

/** Large words on the same spot of several pages: a watermark that lies straight. */
function behind(pages: readonly PageOfPieces[]): ReadonlyMap<Piece, Aside> {
  const spots = new Map<string, { readonly pages: Set<number>; readonly pieces: Piece[] }>()
  for (const { page, pieces } of pages) {
    for (const one of pieces) {
      const text = textOf([one]).replaceAll(/\s/g, '')
      if (one.size < 20 || text.length < 2 || text.length > 30) continue
      const key = `${Math.round(one.left / 6)} ${Math.round(one.y / 6)} ${text}`
      const spot = spots.get(key) ?? { pages: new Set(), pieces: [] }
      spot.pages.add(page)
      spot.pieces.push(one)
      spots.set(key, spot)
    }
  }
  const found = new Map<Piece, Aside>()
  for (const { pages: times, pieces } of spots.values()) {
    if (times.size < FEWEST_PAGES || times.size < 0.6 * pages.length) continue
    for (const one of pieces) found.set(one, { rule: 'watermark', reason: `在 ${times.size} 页的同一处重复出现的大字，是水印` })
  }
  return found
}
