import type { Claim, ClaimField } from '../../../contract/claim.ts'
import type { Boundary } from '../../../contract/reviewing.ts'
import type { ReadBoundary, ReadDocument } from '../../reading/document.ts'
import { report } from '../page/message.ts'
import type { Rule } from '../page/rule.ts'
import { areSections } from './weigh.ts'
import { endOf, newStory, startOf, type Block, type Story } from '../page/tree.ts'

const HOW: Readonly<Record<ReadBoundary['basis'], readonly [number, string]>> = {
  row: [1, '表格的这一行是一篇'],
  bookmark: [0.95, '文件的书签在这里指出一篇的开头'],
  chapter: [0.95, '文件的一章从这里开始'],
  contents: [0.9, '文件的目录在这里指出一篇的开头'],
  heading: [0.85, '文件的标题样式在这里标出一篇的开头'],
}

/** Divides a file where its format, or a person, says that articles begin. A person outranks the format. */
export const divide = ({ boundaries, claims }: Pick<ReadDocument, 'boundaries' | 'claims'>, given: readonly number[] | null): Rule => ({
  id: 'split',
  apply: (page, file) => {
    const [story] = page.children
    if (!story) return
    const told = new Map(boundaries.map((boundary) => [boundary.at, boundary]))
    if (given === null && isOneReport(boundaries)) {
      page.possible.push(...boundaries.map((boundary) => ({ ...boundaryOf(boundary, boundary.at), confidence: 0.3 })))
      return
    }
    const starts = given ?? boundaries.map(({ at }) => at)
    const parts = partsOf(story.children, starts)
    page.children = parts.map(({ at, children }, index): Story => {
      const own = told.get(at)
      const boundary = given === null ? boundaryOf(own, at) : ({ at, confidence: 1, basis: 'person', reason: '由人划定' } as const)
      const first = children.find(({ text }) => text !== '')
      if (parts.length > 1 && first) {
        const why = boundary.basis === 'start' ? boundary.reason : `${boundary.reason}（把握：${sureness(boundary.confidence)}）`
        report(file, { rule: 'split', action: 'inferred', text: `从同一文件分出 ${parts.length} 篇，本文是第 ${index + 1} 篇`, reason: why, raw: { start: startOf(first), end: endOf(first) }, after: null })
      }
      return newStory(children, boundary, [...(own?.claims ?? []), ...(own?.title ? [{ field: 'title' as const, value: own.title, from: 'heading' as const, raw: null }] : []), ...(parts.length > 1 ? sharedClaims(claims, boundary.basis === 'chapter' || boundaries[0]?.basis === 'chapter') : claims)])
    })
  },
})

/** Bookmarks and chapters of one report name its sections; rows are always articles. */
function isOneReport(boundaries: readonly ReadBoundary[]): boolean {
  const titles = boundaries.flatMap(({ basis, title }) => (basis === 'row' || title === null ? [] : [title]))
  return titles.length > 0 && areSections(titles)
}

const boundaryOf = (told: ReadBoundary | undefined, at: number): Boundary =>
  told ? { at, confidence: HOW[told.basis][0], basis: told.basis, reason: HOW[told.basis][1] } : { at, confidence: 1, basis: 'start', reason: '文件从这里开始' }

/** How sure, in a word. */
export const sureness = (confidence: number): string => (confidence >= 0.9 ? '高' : confidence >= 0.6 ? '中' : '低')

const SHARED: ReadonlySet<ClaimField> = new Set(['media', 'page', 'url', 'date', 'place', 'rights'])
/** What a file of several articles states of all of them; the chapters of a book have its author. */
export const sharedClaims = (claims: readonly Claim[], book = false): readonly Claim[] => claims.filter(({ field }) => SHARED.has(field) || (book && field === 'author'))

interface Part {
  readonly at: number
  readonly children: readonly Block[]
}

/** Each part takes the blocks that begin at or after its start; one without words joins the part before. */
function partsOf(blocks: readonly Block[], starts: readonly number[]): Part[] {
  const parts: { at: number; children: Block[] }[] = [{ at: 0, children: [] }]
  let next = 0
  for (const block of blocks) {
    let at: number | null = null
    for (let start = starts[next]; start !== undefined && start <= startOf(block); start = starts[++next]) at = start
    const open = parts.at(-1)
    if (at !== null && open) {
      if (open.children.some(({ text }) => text !== '')) parts.push({ at, children: [] })
      else open.at = at
    }
    parts.at(-1)?.children.push(block)
  }
  return parts
}
