/** The pages that a saved page frames, one after the other as one text: what tells something is read, what is a menu or an advertisement stands beside it, marked. */
import type { Image, RootContent } from 'mdast'
import type { Node, Parent } from 'unist'
import type { ReadPage } from '../html/index.ts'

/** Han characters, or words of other writings, that a page tells at least. */
const FEWEST = 60
const BESIDE = { aside: { rule: 'furniture', reason: '网页里嵌的另一页，只有导航、广告一类的短句' } } as const
const PICTURE = 'casebook:picture/'

/** Whether a page is more than a menu or an advertisement: prose of its own, links and furniture apart. */
export function tells({ text, tree }: ReadPage): boolean {
  const prose = tree.children.filter((node) => node.data?.aside === undefined && (node.type === 'paragraph' || node.type === 'heading' || node.type === 'table' || node.type === 'blockquote'))
  return prose.reduce((sum, { position }) => sum + (text.slice(position?.start.offset, position?.end.offset).match(/\p{Script=Han}|[a-z]{2,}/giu)?.length ?? 0), 0) >= FEWEST
}

/** The first is believed whatever it is, unless others tell something and it does not. */
export function together(pages: readonly ReadPage[]): ReadPage {
  const [first, ...rest] = pages
  if (first === undefined || rest.length === 0) return first ?? { text: '', tree: { type: 'root', children: [] }, claims: [], pictures: [], warnings: [] }
  const telling = new Set(pages.filter(tells))
  if (telling.size === 0) telling.add(first)
  const placed = pages.map((page, n) => ({ page, n, at: pages.slice(0, n).reduce((sum, { text }) => sum + text.length + BETWEEN.length, 0) }))
  const text = pages.map((page) => page.text).join(BETWEEN)
  return {
    text,
    tree: { type: 'root', children: placed.flatMap(({ page, n, at }) => page.tree.children.map((node) => moved(node, { at, n, beside: !telling.has(page) }))), position: { start: point(0), end: point(text.length) } },
    // Only what tells something says whose it is.
    claims: placed.filter(({ page }) => telling.has(page)).slice(0, 1).flatMap(({ page, at }) => page.claims.map((claim) => ({ ...claim, raw: claim.raw === null ? null : { start: claim.raw.start + at, end: claim.raw.end + at } }))),
    pictures: placed.flatMap(({ page, n }) => page.pictures.map((picture) => ({ ...picture, id: named(picture.id, n) }))),
    warnings: placed.filter(({ page }) => telling.has(page)).flatMap(({ page, at }) => page.warnings.map((warning) => ({ ...warning, raw: { start: warning.raw.start + at, end: warning.raw.end + at } }))),
  }
}

const BETWEEN = '\n\n'
/** Pages number their pictures from 1. */
const named = (id: string, n: number): string => (n === 0 ? id : `${n + 1}-${id}`)
const point = (offset: number) => ({ line: 1, column: offset + 1, offset })

interface Move {
  readonly at: number
  readonly n: number
  readonly beside: boolean
}

function moved(node: RootContent, move: Move): RootContent {
  const copy = structuredClone(node)
  shift(copy, move)
  return move.beside && copy.data?.aside === undefined ? { ...copy, data: { ...copy.data, ...BESIDE } } : copy
}

function shift(node: Node, move: Move): void {
  const { position } = node
  if (position) node.position = { start: point((position.start.offset ?? 0) + move.at), end: point((position.end.offset ?? 0) + move.at) }
  if (isImage(node) && node.url.startsWith(PICTURE)) node.url = PICTURE + named(node.url.slice(PICTURE.length), move.n)
  if (isParent(node)) for (const child of node.children) shift(child, move)
}

const isImage = (node: Node): node is Image => node.type === 'image'
const isParent = (node: Node): node is Parent => 'children' in node
