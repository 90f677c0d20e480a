/** Word documents (.docx, ECMA-376 and ISO/IEC 29500), read from their parts. */
import { Refusal } from '../../../contract/errors.ts'
import type { ReadDocument } from '../document.ts'
import { readProperties } from '../office/core-properties.ts'
import { Counts } from '../office/counts.ts'
import { below, child, descendants, eachBelow, elements, textIn, value } from '../office/elements.ts'
import { type Note, Notes } from '../office/notes.ts'
import { numeral } from '../office/numbers.ts'
import { openPackage, type Package, type Relation } from '../office/package.ts'
import { type PaperBlock, type PaperNote, PLAIN } from '../office/paper.ts'
import { Album } from '../office/pictures.ts'
import { claimsOf } from '../office/properties.ts'
import { headsOf, linesOf, worded } from '../office/words.ts'
import { writePaper } from '../office/write.ts'
import type { NamedBytes } from '../reader.ts'
import { isFlat, olderProperties, openFlat } from './flat.ts'
import { readInserted } from './inserted.ts'
import { numberStyle, readNumbering } from './numbering.ts'
import type { Part, Setting } from './setting.ts'
import { Story } from './story.ts'
import { readStyles } from './styles.ts'

const MOST_PICTURE_BYTES = 100 * 1024 * 1024

/** Rejects with CORRUPT, ENCRYPTED, EMPTY, BOMB, TOO_MANY, TOO_DEEP, DOCTYPE. */
export const readDocx = (file: NamedBytes): Promise<ReadDocument> => readWord(file, false)

async function readWord(file: NamedBytes, isInserted: boolean): Promise<ReadDocument> {
  const parts = isFlat(file) ? await openFlat(file) : await openPackage(file, 'word/document.xml')
  const relations = await parts.relations(parts.main)
  const bytes = (await parts.read(parts.main)) ?? new Uint8Array()
  const related = async (type: string): Promise<Uint8Array | null> => parts.read([...relations.values()].find((one) => one.type === type && !one.external)?.target ?? '')
  const setting: Setting = {
    styles: readStyles(await related('styles'), file.name),
    numbering: readNumbering(await related('numbering'), file.name),
    album: new Album(),
    notes: new Notes(noteStyles(await related('settings'), file.name)),
    counts: new Counts(),
  }
  const story = new Story(setting, await partOf(parts, relations, { counts: setting.counts, readWord: isInserted ? null : (inner) => readWord(inner, true) }))
  eachBelow(bytes, file.name, 'w:body', (element) => story.add(element))
  const notes = await readNotes(parts, relations, setting)
  const { heads, watermarks } = await readHeads(parts, relations, setting)
  const written = writePaper({ blocks: story.blocks, notes, heads, watermarks, pictures: setting.album.pictures, leftOut: setting.counts.leftOut(setting.album.refused) })
  if (written.text.trim() === '' && setting.album.pictures.length + setting.album.refused === 0) throw new Refusal('EMPTY', { file: file.name })
  return { name: file.name, format: 'docx', decoding: null, frontMatter: null, boundaries: [], pictures: setting.album.pictures, claims: claimsOf(olderProperties(bytes, parts) ?? (await readProperties(parts)), file.name), ...written }
}

interface Inserting {
  readonly counts: Counts
  readonly readWord: ((file: NamedBytes) => Promise<ReadDocument>) | null
}

async function partOf(parts: Package, relations: ReadonlyMap<string, Relation>, { counts, readWord: insert }: Inserting): Promise<Part> {
  const pictures = new Map<string, Uint8Array>()
  const inserted = new Map<string, readonly PaperBlock[]>()
  let total = 0
  for (const { type, target, external } of relations.values()) {
    if (external) continue
    if (type === 'image' && !pictures.has(target) && total < MOST_PICTURE_BYTES) {
      const bytes = await parts.read(target)
      if (bytes !== null) pictures.set(target, bytes)
      total += bytes?.length ?? 0
    }
    if (type === 'aFChunk') {
      const bytes = await parts.read(target)
      const found = bytes === null ? null : await readInserted({ name: parts.file, bytes }, insert)
      if (found === null) continue
      inserted.set(target, found.blocks)
      counts.others.push(...found.leftOut)
    }
    if (type === 'diagramData') {
      const bytes = await parts.read(target)
      if (bytes !== null) inserted.set(target, diagramWords(bytes, parts.file))
    }
  }
  return { relations, pictures, inserted }
}

/** SmartArt keeps its words in a part of their own. */
function diagramWords(bytes: Uint8Array, file: string): readonly PaperBlock[] {
  const points = below(bytes, file, 'dgm:dataModel').filter(({ name }) => name === 'dgm:ptLst').flatMap(elements)
  const words = points.flatMap((point) => descendants(point, 'a:p').map((paragraph) => descendants(paragraph, 'a:t').map(textIn).join(''))).filter((text) => text.trim() !== '')
  return words.map((text): PaperBlock => ({ kind: 'paragraph', lines: [[text]], label: '', listed: false, level: null, role: null, look: PLAIN }))
}

function noteStyles(bytes: Uint8Array | null, file: string): (kind: Note['kind'], nth: number) => string {
  const settings = bytes === null ? [] : below(bytes, file, 'w:settings')
  const format = (name: string): string | undefined => value(child(settings.find((element) => element.name === name), 'w:numFmt'))
  const [foot, end] = [format('w:footnotePr'), format('w:endnotePr')]
  return (kind, nth) => numeral(nth, numberStyle(kind === 'footnote' ? (foot ?? 'decimal') : (end ?? 'lowerRoman')))
}

async function readNotes(parts: Package, relations: ReadonlyMap<string, Relation>, setting: Setting): Promise<readonly PaperNote[]> {
  const found = new Map<string, PaperNote['paragraphs']>()
  for (const kind of ['footnote', 'endnote'] as const) {
    const relation = [...relations.values()].find(({ type, external }) => type === `${kind}s` && !external)
    const bytes = relation === undefined || setting.notes.found.every((note) => note.kind !== kind) ? null : await parts.read(relation.target)
    if (relation === undefined || bytes === null) continue
    const part = await partOf(parts, await parts.relations(relation.target), { counts: setting.counts, readWord: null })
    for (const element of below(bytes, parts.file, `w:${kind}s`)) {
      const story = new Story(setting, part)
      story.all(element)
      found.set(`${kind} ${value(element, 'w:id') ?? ''}`, linesOf(story.blocks))
    }
  }
  return setting.notes.found.map(({ kind, id, label }) => ({ label, paragraphs: found.get(`${kind} ${id}`) ?? [] }))
}

async function readHeads(parts: Package, relations: ReadonlyMap<string, Relation>, setting: Setting): Promise<{ readonly heads: readonly string[]; readonly watermarks: readonly string[] }> {
  const heads = new Set<string>()
  const watermarks = new Set<string>()
  for (const { type, target, external } of relations.values()) {
    const bytes = (type === 'header' || type === 'footer') && !external ? await parts.read(target) : null
    if (bytes === null) continue
    // A picture in a head is furniture of the page, not one that is missed.
    const story = new Story({ ...setting, album: new Album(), counts: new Counts() }, { relations: new Map(), pictures: new Map(), inserted: new Map() })
    for (const element of below(bytes, parts.file, type === 'header' ? 'w:hdr' : 'w:ftr')) {
      for (const mark of descendants(element, 'v:textpath')) watermarks.add((value(mark, 'string') ?? '').trim())
      story.add(element)
    }
    for (const head of headsOf(story.blocks)) heads.add(head)
  }
  watermarks.delete('')
  return { heads: worded([...heads]).filter((head) => !watermarks.has(head)), watermarks: [...watermarks] }
}
