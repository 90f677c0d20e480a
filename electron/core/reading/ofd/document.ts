import type { Properties } from '../office/properties.ts'
import { below, child, children, numbers, resolvePath, value, type Element, type Package } from './package.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface PageRef {
  readonly id: string
  readonly path: string
}
export interface Bookmark {
  readonly title: string
  /** Of the page it leads to. */
  readonly page: string
  readonly y: number | null
  readonly level: number
}
/** One document of the package; nearly all packages have one. */
export interface Document {
  readonly properties: Properties
  readonly pages: readonly PageRef[]
  readonly templates: ReadonlyMap<string, string>
  /** Files with what pages share: fonts and composites. */
  readonly resources: readonly string[]
  /** Files of annotations by the page's id. */
  readonly annotations: ReadonlyMap<string, string>
  readonly box: Box | null
  readonly bookmarks: readonly Bookmark[]
}

const MAX_BOOKMARKS = 5000

/** The documents that OFD.xml names; null where there is no OFD.xml. */
export async function documentsOf(files: Package): Promise<readonly Document[] | null> {
  const root = await files.element('/OFD.xml')
  if (!root) return null
  const found: Document[] = []
  for (const body of children(root, 'DocBody')) {
    const path = resolvePath('/OFD.xml', child(body, 'DocRoot')?.text ?? '')
    const document = path === null ? null : await files.element(path)
    if (path !== null && document) found.push(await documentOf({ files, path, document, info: child(body, 'DocInfo') }))
  }
  return found
}

interface Source {
  readonly files: Package
  readonly path: string
  readonly document: Element
  readonly info: Element | undefined
}

async function documentOf({ files, path, document, info }: Source): Promise<Document> {
  const common = child(document, 'CommonData')
  const located = (loc: string | undefined): readonly string[] => {
    const found = loc === undefined ? null : resolvePath(path, loc)
    return found === null ? [] : [found]
  }
  const annotations = (await Promise.all(children(document, 'Annotations').flatMap(({ text }) => located(text)).map((file) => annotationsIn(files, file)))).flat()
  return {
    properties: { title: child(info, 'Title')?.text, author: child(info, 'Author')?.text, keywords: below(info, 'Keyword').map(({ text }) => text.trim()).join(' ') },
    pages: children(child(document, 'Pages'), 'Page').flatMap((page) => located(value(page, 'BaseLoc')).map((file) => ({ id: value(page, 'ID') ?? '', path: file }))),
    templates: new Map(children(common, 'TemplatePage').flatMap((template) => located(value(template, 'BaseLoc')).map((file): [string, string] => [value(template, 'ID') ?? '', file]))),
    resources: [...children(common, 'PublicRes'), ...children(common, 'DocumentRes')].flatMap(({ text }) => located(text)),
    annotations: new Map(annotations),
    box: boxOf(child(common, 'PageArea')),
    bookmarks: bookmarksIn(document),
  }
}

async function annotationsIn(files: Package, file: string): Promise<readonly [string, string][]> {
  const pages = children(await files.element(file), 'Page')
  return pages.flatMap((page): [string, string][] => {
    const path = resolvePath(file, child(page, 'FileLoc')?.text ?? '')
    return path === null ? [] : [[value(page, 'PageID') ?? '', path]]
  })
}

function boxOf(area: Element | undefined): Box | null {
  const [x = 0, y = 0, width = 0, height = 0] = numbers(child(area, 'PhysicalBox')?.text)
  return width > 0 && height > 0 ? { x, y, width, height } : null
}

/** 大纲 in the order in which it is shown; where there is none, 书签. */
function bookmarksIn(document: Element): readonly Bookmark[] {
  const found: Bookmark[] = []
  const add = (title: string | undefined, goal: Element | undefined, level: number): void => {
    const page = value(goal, 'PageID')
    const y = Number(value(goal, 'Top') ?? Number.NaN)
    if (title !== undefined && title.trim() !== '' && page !== undefined && found.length < MAX_BOOKMARKS) found.push({ title: title.trim(), page, y: Number.isFinite(y) ? y : null, level })
  }
  const walk = (element: Element, level: number): void => {
    for (const one of children(element, 'OutlineElem')) {
      add(value(one, 'Title'), below(child(one, 'Actions'), 'Dest')[0], level)
      walk(one, level + 1)
    }
  }
  for (const outline of children(document, 'Outlines')) walk(outline, 1)
  if (found.length === 0) for (const one of children(child(document, 'Bookmarks'), 'Bookmark')) add(value(one, 'Name'), child(one, 'Dest'), 1)
  return found
}
