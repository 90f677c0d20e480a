/** Electronic books: their chapters in the order of the book, each where an article may begin. */
import type { Data } from 'mdast'
import type { Claim, ClaimField } from '../../../contract/claim.ts'
import { Refusal } from '../../../contract/errors.ts'
import { openArchive, type Archive } from '../archive/index.ts'
import { decodeDeclared, declaredIn } from '../declared.ts'
import type { ReadBoundary, ReadDocument, ReadWarning } from '../document.ts'
import { linksFrom, Pictures, type Resources } from '../html/addresses.ts'
import { blocksOf, type Block } from '../html/blocks.ts'
import { findNotes } from '../html/notes.ts'
import { parsePage, type Element, type Node } from '../html/tree.ts'
import { dateIn, isNameList, nameList } from '../html/values.ts'
import { write } from '../html/write.ts'
import type { NamedBytes } from '../reader.ts'
import { findBoundaries } from './boundaries.ts'
import { asHtml, partOf, type Page } from './chapters.ts'
import { chaptersOfNcx, chaptersOfPage, type Chapter } from './contents.ts'
import { openBook, type Book } from './package.ts'

/** All pages together; a novel has a tenth. */
const MAX_BYTES = 20 * 1024 * 1024
const MAX_PICTURES = 60 * 1024 * 1024
const CONTENTS: Data = { aside: { rule: 'contents', reason: '电子书的目录页' } }

/** Rejects with Refusal: CORRUPT, ENCRYPTED, DOCTYPE, BOMB, TOO_MANY, TOO_BIG, NO_TEXT. */
export async function readEpub(file: NamedBytes): Promise<ReadDocument> {
  const archive = await openArchive(file)
  const book = await openBook(archive, file.name)
  const { pages, missing } = await readPages(archive, book, file.name)
  const body: Element = { name: 'body', attributes: {}, children: pages.map(partOf) }
  const links = linksFrom(null)
  const pictures = new Pictures(await loadPictures(archive, body))
  const blocks = blocksOf(body, { ...findNotes(body), picture: pictures.at, link: (href) => (href.startsWith('#') ? null : links(href)) })
  if (blocks.length === 0) throw new Refusal('NO_TEXT', { file: file.name })
  const written = write(blocks, blocks.map((block) => (block.path[1]?.attributes['id'] === book.nav ? CONTENTS : undefined)))
  return {
    name: file.name,
    format: 'epub',
    decoding: null,
    text: written.text,
    tree: written.tree,
    frontMatter: null,
    claims: claimsOf(book),
    pictures: pictures.found,
    boundaries: boundaries(await contentsOf(archive, book, file.name), body, blocks, written.spans),
    warnings: missing.length === 0 ? [] : [lost(missing)],
  }
}

async function readPages(archive: Archive, { spine }: Book, file: string): Promise<{ readonly pages: readonly Page[]; readonly missing: readonly string[] }> {
  const pages: Page[] = []
  const missing: string[] = []
  let bytes = 0
  for (const path of new Set(spine)) {
    const member = archive.member(path)
    if (!member) {
      missing.push(path)
      continue
    }
    if (!/\.(?:x?html?|xml)$/i.test(path)) continue
    const content = await member.read()
    bytes += content.length
    if (bytes > MAX_BYTES) throw new Refusal('TOO_BIG', { file, size: '各章合计 20 MB 以上', limit: '20 MB' })
    if (content.length === 0) continue
    pages.push({ path, body: bodyOf(content, file) })
  }
  if (pages.length === 0) throw new Refusal('CORRUPT', { file, reason: '写明的各章都不在电子书里' })
  return { pages, missing }
}

const bodyOf = (content: Uint8Array, file: string): Element => parsePage(asHtml(decodeDeclared(content, declaredIn(content), file).text), file).body

/** Pictures that the pages show, unpacked before they are asked for. */
async function loadPictures(archive: Archive, body: Element): Promise<Resources> {
  const wanted = new Set<string>()
  const look = (node: Node): void => {
    if (typeof node === 'string') return
    const source = node.name === 'img' ? node.attributes['src'] : undefined
    if (source !== undefined && source !== '') wanted.add(source)
    for (const child of node.children) look(child)
  }
  look(body)
  const loaded = new Map<string, Uint8Array>()
  let bytes = 0
  for (const path of wanted) {
    const member = archive.member(path)
    if (!member || bytes + member.bytes > MAX_PICTURES) continue
    bytes += member.bytes
    const content = await member.read().catch((error: unknown) => {
      // A broken picture takes nothing from the words.
      if (error instanceof Refusal) return null
      throw error
    })
    if (content) loaded.set(path, content)
  }
  return {
    find: (path) => {
      const content = loaded.get(path)
      return content === undefined ? null : { name: path.split('/').at(-1) ?? path, bytes: content }
    },
  }
}

async function contentsOf(archive: Archive, { nav, ncx }: Book, file: string): Promise<readonly Chapter[]> {
  const page = nav === null ? undefined : archive.member(nav)
  const fromPage = page === undefined || nav === null ? [] : chaptersOfPage(bodyOf(await page.read(), file), nav)
  const older = ncx === null ? undefined : archive.member(ncx)
  if (fromPage.length > 0 || older === undefined || ncx === null) return fromPage
  return chaptersOfNcx(new TextDecoder().decode(await older.read()), ncx, file)
}

function boundaries(chapters: readonly Chapter[], body: Element, blocks: readonly Block[], spans: readonly { readonly start: number }[]): readonly ReadBoundary[] {
  return findBoundaries(chapters, body, blocks).flatMap(({ block, title }): ReadBoundary[] => {
    const at = spans[block]?.start
    return at === undefined ? [] : [{ at, basis: 'chapter', title: NAMELESS.test(title) ? null : title, claims: [] }]
  })
}

/** What programs call a page for which nobody has a name: index, text0003.xhtml, 未命名. */
const NAMELESS = /^\s*(?:(?:index|cover|titlepage|untitled|unknown|text|page|part|section|chapter|split|html?)[\s_-]*\d*(?:\.x?html?)?|[\w-]+\.x?html?|未命名|无标题|未知)?\s*$/iu

const FIELDS: readonly (readonly [string, ClaimField])[] = [['title', 'title'], ['creator', 'author'], ['date', 'date'], ['publisher', 'media'], ['rights', 'rights'], ['subject', 'keywords']]

function claimsOf({ metadata }: Book): readonly Claim[] {
  return FIELDS.flatMap(([name, field]): Claim[] => {
    const values = metadata.get(name) ?? []
    const value = field === 'author' ? values.map(nameList).filter(isNameList).join('、') : field === 'date' ? (values.map(dateOf).find((date) => date !== '') ?? '') : field === 'keywords' ? values.join(' ') : (values[0] ?? '')
    return value === '' || (field === 'title' && NAMELESS.test(value)) ? [] : [{ field, value: value.slice(0, 2000), from: 'properties', raw: null }]
  })
}

/** A book may state its year alone. */
const dateOf = (value: string): string => dateIn(value) ?? /^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]))?$/.exec(value.trim())?.[0] ?? ''

const lost = (paths: readonly string[]): ReadWarning => ({
  rule: 'reading.left-out',
  text: `电子书里缺少 ${paths.length} 章`,
  reason: `目录写明而文件里没有：${paths.slice(0, 5).join('、')}。请找一份完整的电子书核对`,
  raw: { start: 0, end: 0 },
})
