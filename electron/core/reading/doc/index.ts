/** Word 97–2003 and Kingsoft WPS documents (.doc, .wps; [MS-DOC]), read from their pieces. */
import { Refusal } from '../../../contract/errors.ts'
import type { ReadDocument } from '../document.ts'
import type { Bytes } from '../office/bytes.ts'
import { Counts } from '../office/counts.ts'
import { type Note, Notes } from '../office/notes.ts'
import { numeral } from '../office/numbers.ts'
import { openOle } from '../office/ole.ts'
import type { PaperNote } from '../office/paper.ts'
import { Album } from '../office/pictures.ts'
import { claimsOf } from '../office/properties.ts'
import { readSummary } from '../office/summary.ts'
import { headsOf, linesOf, worded } from '../office/words.ts'
import { writePaper } from '../office/write.ts'
import type { NamedBytes } from '../reader.ts'
import { readDrawings } from './drawings.ts'
import { type Fib, PART, readFib } from './fib.ts'
import { Formats } from './formats.ts'
import { readStyles } from './looks.ts'
import { readLists } from './lists.ts'
import { readText } from './pieces.ts'
import { readStory, type Setting } from './story.ts'

/** Throws CORRUPT, ENCRYPTED, UNSUPPORTED (Word 95 and before), EMPTY. */
export function readDoc(file: NamedBytes): ReadDocument {
  const ole = openOle(file)
  const fib = readFib(ole, file.name)
  const setting = settingOf(fib)
  const { main, footnotes, heads } = fib.stories
  const blocks = readStory(setting, 0, main)
  // Marks that the author wrote himself are words of the text: their notes follow the numbered ones.
  for (const { kind, id } of setting.references.values()) setting.notes.refer(kind, id, '＊')
  const { notes, album, counts } = setting
  const written = writePaper({
    blocks,
    notes: notesOf(setting, fib, notes.found),
    heads: worded(ranges(fib.part(PART.heads), main + footnotes, heads, 0).slice(6).flatMap(({ start, end }) => headsOf(readStory(setting, start, end)))),
    watermarks: [],
    pictures: album.pictures,
    leftOut: counts.leftOut(album.refused),
  })
  if (written.text.trim() === '' && album.pictures.length + album.refused === 0) throw new Refusal('EMPTY', { file: file.name })
  return { name: file.name, format: 'doc', decoding: null, frontMatter: null, boundaries: [], pictures: album.pictures, claims: claimsOf(readSummary(ole.stream('\u0005SummaryInformation')), file.name), ...written }
}

function settingOf(fib: Fib): Setting {
  const text = readText(fib)
  const { main, footnotes, heads, comments, endnotes } = fib.stories
  const boxes = fib.part(PART.boxes)
  const start = main + footnotes + heads + comments + endnotes
  return {
    characters: text.characters,
    runs: new Formats(fib, text, 'runs'),
    paragraphs: new Formats(fib, text, 'paragraphs'),
    styles: readStyles(fib),
    faces: facesOf(fib.part(PART.fonts)),
    numbering: readLists(fib),
    notes: new Notes((kind, nth) => numeral(nth, kind === 'footnote' ? 'decimal' : 'lower-roman')),
    album: new Album(),
    counts: new Counts(),
    drawings: readDrawings(fib),
    references: new Map([...references(fib.part(PART.noteReferences), 'footnote'), ...references(fib.part(PART.endnoteReferences), 'endnote')]),
    shapes: new Map(ranges(fib.part(PART.shapes), 0, Infinity, 26).map(({ start, data }) => [start, data.u32(0)])),
    boxes: new Map(ranges(boxes, start, fib.stories.boxes, 22).map(({ start, end, data }) => [data.u32(14), { start, end }])),
  }
}

interface Range {
  readonly start: number
  readonly end: number
  readonly data: Bytes
}
/** A list of positions with `width` bytes on each range between them (PLC); positions count from `first`. What leaves the story is left out. */
function ranges(plc: Bytes | null, first: number, length: number, width: number): readonly Range[] {
  if (plc === null) return []
  const count = Math.max(0, Math.floor((plc.length - 4) / (4 + width)))
  return Array.from({ length: count }, (_, i): Range => ({ start: first + plc.u32(i * 4), end: first + plc.u32(i * 4 + 4), data: plc.slice((count + 1) * 4 + i * width, width) })).filter(({ start, end }) => start <= end && start - first <= length)
}

const references = (plc: Bytes | null, kind: Note['kind']): readonly (readonly [number, { readonly kind: Note['kind']; readonly id: string }])[] => ranges(plc, 0, Infinity, 2).map(({ start }, i) => [start, { kind, id: String(i) }])

function notesOf(setting: Setting, fib: Fib, found: readonly Note[]): readonly PaperNote[] {
  const { main, footnotes, heads, comments, endnotes } = fib.stories
  const texts = { footnote: ranges(fib.part(PART.noteTexts), main, footnotes, 0), endnote: ranges(fib.part(PART.endnoteTexts), main + footnotes + heads + comments, endnotes, 0) }
  return found.map(({ kind, id, label }) => {
    const range = texts[kind][Number(id)]
    return { label, paragraphs: range === undefined ? [] : linesOf(readStory(setting, range.start, range.end)) }
  })
}

/** The names of faces, by the number that runs know them by. */
function facesOf(fonts: Bytes | null): readonly string[] {
  const found: string[] = []
  if (fonts === null) return found
  for (let at = 4; at < fonts.length; at += 1 + fonts.u8(at)) {
    const length = fonts.u8(at)
    const name = length > 39 && at + 1 + length <= fonts.length ? fonts.utf16(at + 40, (length - 39) >> 1) : ''
    found.push(name.replace(/\0.*$/su, ''))
  }
  return found
}
