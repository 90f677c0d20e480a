/** The table of contents of a book: an XHTML page with lists of links (EPUB 3), or an NCX (EPUB 2). */
import { Refusal } from '../../../contract/errors.ts'
import { textOf } from '../html/blocks.ts'
import type { Element, Node } from '../html/tree.ts'
import { attribute, parseXml } from '../xml.ts'
import { fragmentOf, pathFrom } from './paths.ts'

export interface Chapter {
  readonly title: string
  readonly path: string
  readonly fragment: string | null
  readonly parts: readonly Chapter[]
}

const DEEPEST = 12
const MOST = 5000

/** The first list of links of the page's contents. */
export function chaptersOfPage(body: Element, path: string): readonly Chapter[] {
  const navs = all(body, (element) => element.name === 'nav')
  const contents = navs.find(({ attributes }) => /(?:^|\s)toc(?:\s|$)/.test(attributes['epub:type'] ?? '') || attributes['role'] === 'doc-toc') ?? navs[0]
  const list = contents === undefined ? undefined : all(contents, (element) => element.name === 'ol' || element.name === 'ul')[0]
  return list === undefined ? [] : chaptersOfList(list, path, 0)
}

function chaptersOfList(list: Element, path: string, depth: number): readonly Chapter[] {
  if (depth > DEEPEST) return []
  return elements(list).slice(0, MOST).flatMap((item): readonly Chapter[] => {
    const inner = all(item, (element) => element.name === 'ol' || element.name === 'ul')[0]
    const parts = inner === undefined ? [] : chaptersOfList(inner, path, depth + 1)
    const link = all(item, (element) => element.name === 'a' && element.attributes['href'] !== undefined)[0]
    // A heading without a page of its own stands for what is below it.
    if (link === undefined || (inner !== undefined && all(inner, (element) => element === link).length > 0)) return parts
    const href = link.attributes['href'] ?? ''
    const target = pathFrom(path, href)
    return target === null ? parts : [{ title: textOf(link).replaceAll(/\s+/g, ' ').trim(), path: target, fragment: fragmentOf(href), parts }]
  })
}

const elements = (element: Element): readonly Element[] => element.children.filter((child): child is Element => typeof child !== 'string')

function all(root: Element, wanted: (element: Element) => boolean): readonly Element[] {
  const found: Element[] = []
  const look = (node: Node): void => {
    if (typeof node === 'string') return
    if (wanted(node)) found.push(node)
    else for (const child of node.children) look(child)
  }
  for (const child of root.children) look(child)
  return found
}

interface Open {
  title: string
  href: string | null
  readonly parts: Chapter[]
}

/** What cannot be read as an NCX gives no contents: the chapters are there without it. */
export function chaptersOfNcx(text: string, path: string, file: string): readonly Chapter[] {
  const top: Chapter[] = []
  const open: Open[] = []
  let labelled = false
  try {
    // The standard itself prescribes a DOCTYPE here; without a subset of its own it declares nothing.
    parseXml(text.replace(/<!DOCTYPE[^>[]{0,400}>/i, ''), file, {
      open: (tag) => {
        if (tag.local === 'navPoint') open.push({ title: '', href: null, parts: [] })
        if (tag.local === 'navLabel') labelled = true
        const current = open.at(-1)
        if (tag.local === 'content' && current) current.href ??= attribute(tag, 'src') ?? null
      },
      text: (words) => {
        const current = open.at(-1)
        if (labelled && current && current.title.length < 1000) current.title += words
      },
      close: (tag) => {
        if (tag.local === 'navLabel') labelled = false
        if (tag.local !== 'navPoint') return
        const closed = open.pop()
        const parents = open.at(-1)?.parts ?? top
        if (closed) parents.push(...chapterOf(closed, path))
      },
    })
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
  return top.slice(0, MOST)
}

function chapterOf({ title, href, parts }: Open, path: string): readonly Chapter[] {
  const target = href === null ? null : pathFrom(path, href)
  return href === null || target === null ? parts : [{ title: title.replaceAll(/\s+/g, ' ').trim(), path: target, fragment: fragmentOf(href), parts }]
}
