/** Pictures of a workbook: those that lie over its sheets, by the row at which they begin, and those that WPS puts into cells. */
import type { Archive } from '../archive/archive.ts'
import { Refusal } from '../../../contract/errors.ts'
import { packageOf, type Package } from '../office/package.ts'
import { spokenOf, type Album } from '../office/pictures.ts'
import { attribute, parseXml } from '../xml.ts'
import type { CellPicture, Sheet } from './grid.ts'

export interface Drawings {
  /** By the name of the sheet, then by row. */
  readonly beside: ReadonlyMap<string, Sheet['pictures']>
  /** By the number that a cell gives for its picture. */
  readonly cells: ReadonlyMap<string, CellPicture>
}
export const NOTHING_DRAWN: Drawings = { beside: new Map(), cells: new Map() }

/** What a cell of WPS holds instead of words: =DISPIMG("ID_…",1). */
const IN_CELL = /^=?(?:_xlfn\.)?DISPIMG\("([^"]{1,80})",\d+\)$/

/** Damaged drawings show nothing; the words are there without them. */
export async function drawingsIn(archive: Archive, file: string, album: Album): Promise<Drawings> {
  try {
    const parts = await packageOf(file, 'xl/workbook.xml', async (part) => (await archive.member(part)?.read()) ?? null, (part) => archive.member(part) !== undefined)
    return { beside: await besideSheets(parts, album), cells: await inCells(parts, album) }
  } catch (error) {
    if (error instanceof Refusal) return NOTHING_DRAWN
    throw error
  }
}

async function besideSheets(parts: Package, album: Album): Promise<Drawings['beside']> {
  const found = new Map<string, Sheet['pictures']>()
  const relations = await parts.relations(parts.main)
  for (const { name, id } of await sheetsOf(parts)) {
    const sheet = relations.get(id)
    const drawing = sheet && [...(await parts.relations(sheet.target)).values()].find(({ type, external }) => type === 'drawing' && !external)
    const rows = new Map<number, CellPicture[]>()
    if (drawing) for (const { row, picture } of await drawn(parts, drawing.target, album)) rows.set(row, [...(rows.get(row) ?? []), picture])
    found.set(name, rows)
  }
  return found
}

async function inCells(parts: Package, album: Album): Promise<Drawings['cells']> {
  const listed = [...(await parts.relations(parts.main)).values()].find(({ type, external }) => type === 'cellImage' && !external)
  return new Map(listed ? (await drawn(parts, listed.target, album)).map(({ name, picture }) => [name, picture]) : [])
}

async function sheetsOf(parts: Package): Promise<readonly { readonly name: string; readonly id: string }[]> {
  const found: { readonly name: string; readonly id: string }[] = []
  parseXml((await parts.read(parts.main)) ?? '', parts.file, { open: (tag) => { if (tag.local === 'sheet') found.push({ name: attribute(tag, 'name') ?? '', id: attribute(tag, 'id') ?? '' }) } })
  return found
}

interface Drawn {
  /** At which it begins, from 0. */
  readonly row: number
  readonly name: string
  readonly picture: CellPicture
}

async function drawn(parts: Package, part: string, album: Album): Promise<readonly Drawn[]> {
  const relations = await parts.relations(part)
  const found: Drawn[] = []
  for (const { row, name, words, embed } of placed((await parts.read(part)) ?? '', parts.file)) {
    const relation = relations.get(embed)
    const bytes = relation === undefined || relation.external ? null : await parts.read(relation.target)
    const id = relation === undefined || bytes === null ? null : album.add(relation.target, bytes)
    if (id !== null) found.push({ row, name, picture: { id, words } })
  }
  return found
}

interface Placed extends Pick<Drawn, 'row' | 'name'> {
  readonly words: string
  /** Of the relation that leads to its bytes. */
  readonly embed: string
}

function placed(source: Uint8Array | string, file: string): readonly Placed[] {
  const found: Placed[] = []
  let [row, name, words] = [0, '', '']
  let from = false
  let number: string | null = null
  parseXml(source, file, {
    open: (tag) => {
      if (tag.local.endsWith('Anchor')) row = 0
      if (tag.local === 'from') from = true
      if (tag.local === 'row' && from) number = ''
      if (tag.local === 'cNvPr') [name, words] = [attribute(tag, 'name') ?? '', spokenOf(attribute(tag, 'descr'))]
      if (tag.local === 'blip') found.push({ row, name, words, embed: attribute(tag, 'embed') ?? '' })
    },
    text: (text) => {
      if (number !== null) number += text
    },
    close: (tag) => {
      if (tag.local === 'row' && number !== null) [row, number] = [Math.max(0, Math.trunc(Number(number)) || 0), null]
      if (tag.local === 'from') from = false
    },
  })
  return found
}

/** Cells that only show a picture are empty; the picture stands beside their row. */
export function inCell({ name, rows, pictures }: Sheet, { cells }: Drawings): Sheet {
  if (cells.size === 0) return { name, rows, pictures }
  const beside = new Map(pictures)
  const words = rows.map((row, y) => row.map((cell) => {
    const picture = cells.get(IN_CELL.exec(cell.trim())?.[1] ?? '')
    if (picture) beside.set(y, [...(beside.get(y) ?? []), picture])
    return picture ? '' : cell
  }))
  return { name, rows: words, pictures: beside }
}
