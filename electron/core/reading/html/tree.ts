/** A page as reading needs it: elements that can carry words, and their words; whatever runs, loads or is drawn by a program is gone. */
import { defaultTreeAdapter, html as spec, parse, type DefaultTreeAdapterTypes as P5 } from 'parse5'
import { Refusal } from '../../../contract/errors.ts'

export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Node[]
}
export type Node = Element | string

/** The head of a page: what it says of itself where nobody reads it. */
export interface Head {
  readonly title: string
  /** Names in lower case, in the order of the page; the first of a name comes first. */
  readonly meta: readonly { readonly name: string; readonly content: string }[]
  /** `rel` and address of its link elements. */
  readonly links: readonly { readonly rel: string; readonly href: string }[]
  readonly base: string | null
  /** The texts of its JSON-LD scripts, not parsed. */
  readonly data: readonly string[]
}
export interface Page {
  readonly body: Element
  readonly head: Head
  /** The address that a browser wrote into the page when it saved it. */
  readonly savedFrom: string | null
  /** The WeChat account that a page is of, and when it put it out; empty where it does not say. */
  readonly account: { readonly name: string; readonly published: string } | null
}

/** Real pages stay below 20,000; past this Readability and the window both take seconds. */
export const MAX_NODES = 120_000
/** Deeper than any page that a person made; below it only words and line breaks are kept. */
export const MAX_DEPTH = 256
const LONGEST_ATTRIBUTE = 2000
/** A picture that lies in the page itself. */
const LONGEST_PICTURE = 20_000_000

/** What is not words: programs, frames, fields of forms, and the page's own machinery. */
const DROPPED = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'embed', 'applet', 'annotation', 'annotation-xml', 'link', 'meta', 'base', 'basefont', 'title', 'head', 'input', 'select', 'datalist', 'textarea', 'progress', 'meter', 'frame', 'frameset', 'noframes', 'video', 'audio', 'source', 'track', 'canvas', 'map', 'area', 'param', 'bgsound', 'xml', 'dialog'])
/** Word keeps its own settings in the page under names with a colon. */
const ISLAND = /^(?:w|x|o|m|v|st1|dt|mce):(?!p$)/
const KEPT = new Set(['class', 'id', 'href', 'src', 'alt', 'title', 'colspan', 'rowspan', 'itemprop', 'datetime', 'start', 'value', 'type', 'reversed', 'hidden', 'style', 'name', 'role', 'data-src', 'data-original', 'epub:type', 'cellpadding', 'border'])

/** Never throws but Refusal TOO_BIG, however the page is written. */
export function parsePage(text: string, file: string): Page {
  const document = parse(text, { treeAdapter: counting(file), scriptingEnabled: true })
  const html = document.childNodes.find((node): node is P5.Element => node.nodeName === 'html')
  const childOf = (name: string): P5.Element | undefined => html?.childNodes.find((node): node is P5.Element => node.nodeName === name)
  const body = childOf('body')
  return {
    body: body ? { name: 'body', attributes: attributesOf(body), children: children(body, 0) } : { name: 'body', attributes: {}, children: [] },
    head: headOf(html),
    savedFrom: /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i.exec(text.slice(0, 4000))?.[1] ?? null,
    account: accountOf(text),
  }
}

/** Ends a page that grows without end while it is parsed: a few tags out of order can double it with each line. */
function counting(file: string): typeof defaultTreeAdapter {
  let nodes = 0
  const count = (): void => {
    if (++nodes > MAX_NODES) throw new Refusal('TOO_BIG', { file, size: `${MAX_NODES} 个以上的网页元素`, limit: `${MAX_NODES} 个` })
  }
  return {
    ...defaultTreeAdapter,
    createElement: (name, space, attrs) => {
      count()
      return defaultTreeAdapter.createElement(name, space, attrs)
    },
  }
}

function children(parent: P5.Element, depth: number): Node[] {
  return parent.childNodes.flatMap((node): Node[] => {
    if (isText(node)) return [node.value]
    if (!isElement(node) || isDropped(node)) return []
    if (depth >= MAX_DEPTH) return flat(node)
    // A drawing has no words of its own, a formula has; both may hold a part of the page.
    if (node.namespaceURI !== spec.NS.HTML) return children(node, depth + 1).filter((child) => typeof child !== 'string' || node.namespaceURI === spec.NS.MATHML)
    // Some sites wrap the whole page in a form.
    if (node.nodeName === 'form') return [{ name: 'div', attributes: {}, children: children(node, depth + 1) }]
    return [{ name: node.nodeName, attributes: attributesOf(node), children: children(node, depth + 1) }]
  })
}

/** The words below an element, and where their lines end; without recursion, for this is where the bombs lie. */
function flat(root: P5.Element): Node[] {
  const found: Node[] = []
  const open: P5.Node[] = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isText(node)) found.push(node.value)
    else if (isElement(node) && !isDropped(node)) {
      if (node.nodeName === 'br' || node.nodeName === 'p' || node.nodeName === 'div') found.push({ name: 'br', attributes: {}, children: [] })
      for (let i = node.childNodes.length - 1; i >= 0; i--) {
        const child = node.childNodes[i]
        if (child) open.push(child)
      }
    }
  }
  return found
}

const isText = (node: P5.Node): node is P5.TextNode => node.nodeName === '#text'
const isElement = (node: P5.Node): node is P5.Element => 'tagName' in node
const isDropped = (node: P5.Element): boolean => DROPPED.has(node.nodeName) || ISLAND.test(node.nodeName)

function attributesOf(node: P5.Element): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const { name, value } of node.attrs) {
    const longest = name === 'src' && value.startsWith('data:') ? LONGEST_PICTURE : LONGEST_ATTRIBUTE
    if (KEPT.has(name) && value.length <= longest) kept[name] = value
  }
  return kept
}

function headOf(html: P5.Element | undefined): Head {
  const head = { title: '', meta: new Array<Head['meta'][number]>(), links: new Array<Head['links'][number]>(), data: new Array<string>() }
  let base: string | null = null
  // Pages that are cut together carry them in the body as well.
  const open: P5.Node[] = html ? [html] : []
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isElement(node)) continue
    const value = (name: string): string => (node as P5.Element).attrs.find((attribute) => attribute.name === name)?.value.trim() ?? ''
    if (node.nodeName === 'title' && head.title === '' && node.namespaceURI === spec.NS.HTML) head.title = wordsOf(node)
    if (node.nodeName === 'meta') head.meta.push({ name: (value('name') || value('property') || value('itemprop')).toLowerCase(), content: value('content') })
    if (node.nodeName === 'link') head.links.push({ rel: value('rel').toLowerCase(), href: value('href') })
    if (node.nodeName === 'base') base ??= value('href') || null
    if (node.nodeName === 'script' && value('type') === 'application/ld+json') head.data.push(wordsOf(node))
    for (let i = node.childNodes.length - 1; i >= 0; i--) {
      const child = node.childNodes[i]
      if (child) open.push(child)
    }
  }
  return { ...head, meta: head.meta.filter(({ name, content }) => name !== '' && content !== ''), base }
}

/** WeChat writes the account and the time into a script, from where its page fills them in. */
function accountOf(text: string): Page['account'] {
  if (!/<[^>]{1,300}\sid=["']?js_content\b/.test(text)) return null
  const name = /\bvar nickname\s*=\s*(?:htmlDecode\()?["']([^"'<>\n]{1,60})["']/.exec(text)?.[1] ?? /\sid="js_name"[^>]{0,200}>\s*([^<>]{1,60}?)\s*</.exec(text)?.[1] ?? ''
  const time = /\bcreateTime\s*=\s*["'](\d{4}-\d{2}-\d{2} \d{2}:\d{2})/.exec(text)?.[1]
  const seconds = /\bvar (?:ct|publish_time)\s*=\s*["'](\d{10})["']/.exec(text)?.[1]
  // Its clock is Beijing's.
  return { name, published: time ?? (seconds === undefined ? '' : new Date((Number(seconds) + 8 * 3600) * 1000).toISOString().slice(0, 16)) }
}

const wordsOf = (node: P5.Element): string => node.childNodes.map((child) => (isText(child) ? child.value : '')).join('').replaceAll(/\s+/g, ' ').trim()
