/** The pages of a book as one: anchors carry the name of their page, so that notes of one page are found from another. */
import type { Element, Node } from '../html/tree.ts'
import { fragmentOf, pathFrom } from './paths.ts'

export interface Page {
  readonly path: string
  readonly body: Element
}

const anchor = (path: string, id: string): string => `${path}#${id}`

/** The page's body as a part of the book. Addresses of pictures become paths inside the archive. */
export function partOf({ path, body }: Page): Element {
  return { name: 'div', attributes: { id: path }, children: body.children.map((child) => inBook(child, path)) }
}

function inBook(node: Node, path: string): Node {
  if (typeof node === 'string') return node
  const { id, name, href, src, ...attributes } = node.attributes
  const target = href === undefined || /^[a-z][a-z\d+.-]*:/i.test(href) ? null : fragmentOf(href)
  return {
    name: node.name,
    attributes: {
      ...attributes,
      ...(id === undefined ? {} : { id: anchor(path, id) }),
      ...(name === undefined || node.name !== 'a' ? {} : { name: anchor(path, name) }),
      ...(src === undefined ? {} : { src: /^data:/i.test(src) ? src : (pathFrom(path, src) ?? '') }),
      ...(href === undefined ? {} : { href: target === null ? href : `#${encodeURIComponent(anchor(pathFrom(path, href) ?? path, target))}` }),
    },
    children: node.children.map((child) => inBook(child, path)),
  }
}

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const EMPTY = /<([A-Za-z][\w:.-]{0,60})((?:"[^"]{0,4000}"|'[^']{0,4000}'|[^<>"']){0,400}?)\/>/g

/** XHTML closes empty elements in one tag, which HTML does not know: an empty title would swallow the page. */
export const asHtml = (xhtml: string): string => xhtml.replaceAll(EMPTY, (whole, name: string, attributes: string) => (VOID.has(name.toLowerCase()) ? whole : `<${name}${attributes}></${name}>`))
