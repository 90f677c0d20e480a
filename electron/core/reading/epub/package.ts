/** The papers of an EPUB: which file of it says what, and in which order its chapters stand (EPUB 2 and 3). */
import { Refusal } from '../../../contract/errors.ts'
import type { Archive } from '../archive/index.ts'
import { attribute, parseXml } from '../xml.ts'
import { pathFrom } from './paths.ts'

export interface Book {
  /** Paths of the chapters inside the archive, in the order in which the book is read. */
  readonly spine: readonly string[]
  /** Dublin Core by name without prefix, values in their order. */
  readonly metadata: ReadonlyMap<string, readonly string[]>
  /** The table of contents: an EPUB 3 page, or the older NCX. */
  readonly nav: string | null
  readonly ncx: string | null
}

const MAX_CHAPTERS = 3000
/** Fonts may be scrambled against copying in a book that anybody may read. */
const FONT_ONLY = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'])

/** Throws CORRUPT, ENCRYPTED, DOCTYPE, TOO_MANY. */
export async function openBook(archive: Archive, file: string): Promise<Book> {
  await refuseLocked(archive, file)
  const container = archive.member('META-INF/container.xml')
  if (!container) throw new Refusal('CORRUPT', { file, reason: '缺少电子书的目录文件 META-INF/container.xml' })
  let root: string | null = null
  parseXml(await container.read(), file, {
    open: (tag) => {
      if (tag.local === 'rootfile') root ??= attribute(tag, 'full-path') ?? null
    },
  })
  const path = root === null ? null : pathFrom('', root)
  const opf = path === null ? undefined : archive.member(path)
  if (!opf || path === null) throw new Refusal('CORRUPT', { file, reason: '电子书没有写明内容文件（.opf），或那个文件不在里面' })
  return readPackage(await opf.read(), path, file)
}

async function refuseLocked(archive: Archive, file: string): Promise<void> {
  if (archive.member('META-INF/license.lcpl')) throw new Refusal('ENCRYPTED', { file })
  const paper = archive.member('META-INF/encryption.xml')
  if (!paper) return
  let algorithm = ''
  let locked = false
  parseXml(await paper.read(), file, {
    open: (tag) => {
      if (tag.local === 'EncryptedData') algorithm = ''
      if (tag.local === 'EncryptionMethod' && algorithm === '') algorithm = attribute(tag, 'Algorithm') ?? ''
      if (tag.local === 'CipherReference' && !FONT_ONLY.has(algorithm)) locked = true
    },
  })
  if (locked) throw new Refusal('ENCRYPTED', { file })
}

function readPackage(bytes: Uint8Array, path: string, file: string): Book {
  const items = new Map<string, { readonly path: string; readonly nav: boolean; readonly ncx: boolean }>()
  const order: string[] = []
  const metadata = new Map<string, string[]>()
  let toc = ''
  let field: string | null = null
  let words = ''
  parseXml(bytes, file, {
    open: (tag) => {
      if (tag.local === 'item') {
        const target = pathFrom(path, attribute(tag, 'href') ?? '')
        if (target !== null) items.set(attribute(tag, 'id') ?? '', { path: target, nav: /(?:^|\s)nav(?:\s|$)/.test(attribute(tag, 'properties') ?? ''), ncx: attribute(tag, 'media-type') === 'application/x-dtbncx+xml' })
      }
      if (tag.local === 'spine') toc = attribute(tag, 'toc') ?? ''
      if (tag.local === 'itemref') order.push(attribute(tag, 'idref') ?? '')
      if (tag.name.startsWith('dc:')) {
        field = tag.local.toLowerCase()
        words = ''
      }
    },
    text: (text) => {
      if (field !== null && words.length < 10_000) words += text
    },
    close: (tag) => {
      if (field === null || !tag.name.startsWith('dc:')) return
      const value = words.replaceAll(/\s+/g, ' ').trim()
      if (value !== '') metadata.set(field, [...(metadata.get(field) ?? []), value])
      field = null
    },
  })
  if (order.length > MAX_CHAPTERS) throw new Refusal('TOO_MANY', { file, count: String(order.length), limit: String(MAX_CHAPTERS) })
  const spine = order.flatMap((id) => items.get(id)?.path ?? [])
  if (spine.length === 0) throw new Refusal('CORRUPT', { file, reason: '电子书没有写明各章的顺序（spine）' })
  const all = [...items.values()]
  return { spine, metadata, nav: all.find(({ nav }) => nav)?.path ?? null, ncx: items.get(toc)?.path ?? all.find(({ ncx }) => ncx)?.path ?? null }
}
