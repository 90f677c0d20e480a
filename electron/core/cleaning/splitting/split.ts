import type { VFile } from 'vfile'
import type { Boundary } from '../../../contract/reviewing.ts'
import { EDITOR_LABEL } from '../editor-note.ts'
import { quote, report } from '../page/message.ts'
import { classOfBlock, type Rule } from '../page/rule.ts'
import { take } from '../page/runs.ts'
import { endOf, newStory, startOf, type Block, type Story } from '../page/tree.ts'
import { state } from '../stating.ts'
import { bare } from '../words/agree.ts'
import { isFinished } from '../words/punctuation.ts'
import { findCollection, type Collection, type Piece } from './collection.ts'
import { sharedClaims, sureness } from './divide.ts'
import { findOpenings, hasProse } from './newspaper.ts'
import type { Opening } from './opening.ts'

/** Below this nothing is divided: where it might be is offered to a person. */
const SURE = 0.5
const WORTH_OFFERING = 0.25

/** Divides a newspaper page, a digest or a collection into its articles, unless something better than its lines has said where they begin. */
export const split = (open: boolean): Rule => ({
  id: 'split',
  apply: (page, file) => {
    if (!open || page.children.length > 1) return
    page.children = page.children.flatMap((story) => {
      const blocks = story.children.filter(({ text }) => text !== '')
      const collection = findCollection(blocks, page.contents, file.path)
      const openings = pageOpenings(blocks)
      if (collection && collection.confidence >= SURE && collection.pieces.length >= openings.length) return divideCollection(story, blocks, collection, file)
      if (openings.length > 1) return divided(story, blocks, openings, file, 'byline')
      if (collection && collection.confidence >= WORTH_OFFERING) page.possible.push(...collection.pieces.map((piece) => boundaryOf(piece, blocks, piece.basis)))
      return [story]
    })
  },
})

/** What stands before the first headline is an article of its own only when it is text. */
function pageOpenings(blocks: readonly Block[]): readonly Opening[] {
  const openings = findOpenings(blocks)
  const [first, ...others] = openings
  if (!first || (others.length === 0 && !(first.confidence > 0.9 && hasProse(blocks.slice(0, first.at))))) return []
  if (first.at === 0) return openings
  return hasProse(blocks.slice(0, first.at)) ? [{ at: 0, confidence: 0.8, reason: '下一篇的标题之前另有正文' }, ...openings] : [{ ...first, at: 0 }, ...others]
}

function divided(story: Story, blocks: readonly Block[], openings: readonly (Opening & Partial<Pick<Boundary, 'basis'>>)[], file: VFile, basis: Boundary['basis']): Story[] {
  const firsts = new Map(openings.map((opening) => [blocks[opening.at], opening]))
  const parts = partsOf(story.children, new Set(firsts.keys()))
  return parts.map((children, index) => {
    const first = children.find(({ text }) => text !== '')
    const opening = firsts.get(first)
    const boundary = index === 0 || opening === undefined ? story.boundary : boundaryOf(opening, blocks, opening.basis ?? basis)
    const reason = opening?.reason ?? boundary.reason
    if (first) report(file, { rule: 'split', action: 'inferred', text: `从同一文件分出 ${parts.length} 篇，本文是第 ${index + 1} 篇`, reason: `${reason}（把握：${sureness(opening?.confidence ?? boundary.confidence)}）`, raw: { start: startOf(first), end: endOf(first) }, after: null })
    return partOf(story, children, boundary)
  })
}

const boundaryOf = ({ at, confidence, reason }: Opening, blocks: readonly Block[], basis: Boundary['basis']): Boundary => ({ at: blocks[at] ? startOf(blocks[at]) : 0, confidence, basis, reason })

/** What the file states of all its articles it states of this one. */
function partOf(whole: Story, children: readonly Block[], boundary: Boundary): Story {
  const part = newStory(children, boundary, sharedClaims(whole.claims))
  for (const claim of part.claims) state(part.fields, claim)
  return part
}

/** Each part begins with one of `firsts`; what stands before the first of them goes with it. */
function partsOf(children: readonly Block[], firsts: ReadonlySet<Block | undefined>): Block[][] {
  const parts: Block[][] = [[]]
  let opened = false
  for (const block of children) {
    if (firsts.has(block) && opened) parts.push([])
    opened ||= firsts.has(block)
    parts.at(-1)?.push(block)
  }
  return parts
}

function divideCollection(story: Story, blocks: readonly Block[], { pieces, confidence }: Collection, file: VFile): Story[] {
  const [first] = pieces
  const front = blocks.slice(0, first?.at)
  const known = new Set(pieces.map(({ title }) => bare(title)))
  const note = editorNoteIn(front, known)
  const preface = front.some((block) => !note.includes(block) && block.text.length >= 60 && !known.has(bare(withoutPage(block.text))))
  const openings = preface ? [{ at: 0, confidence, reason: '第一篇之前另有前言或说明', basis: 'start' as const }, ...pieces] : pieces
  const stories = divided(story, blocks, openings, file, 'heading')
  if (!preface) {
    if (stories[0]) moveNote(stories[0], note, file)
    drop(front, '封面和目录', '这是整本汇编的，不是这一篇的内容', file)
  }
  const own = preface ? stories.slice(1) : stories
  pieces.forEach((piece, index) => {
    const part = own[index]
    if (part) entitle(part, piece, blocks, file)
  })
  return stories
}

const withoutPage = (text: string): string => text.replace(/[\s.．…·—-]*\d{0,4}$/u, '')

/** An editor's note before the first article: its label, and the paragraphs that follow. */
function editorNoteIn(front: readonly Block[], known: ReadonlySet<string>): readonly Block[] {
  const first = front.findIndex((block) => classOfBlock(block) === 'editor-note' && !PAGED.test(block.text))
  if (first < 0) return []
  const rest = front.slice(first + 1)
  const alone = front[first]?.text.replace(EDITOR_LABEL, '') === ''
  const end = rest.findIndex((block, index) => classOfBlock(block) !== 'text' || !(isFinished(block.text) || (alone && index === 0)) || known.has(bare(withoutPage(block.text))))
  return front.slice(first, first + 1 + (end < 0 ? rest.length : end))
}
const PAGED = /(?:[.．…·—-]{2,}|\s)\d{1,4}$/u

/** What the editors say of the whole collection stands with its first article, as a newspaper's note does. */
function moveNote({ fields }: Story, note: readonly Block[], file: VFile): void {
  const said = note.map(({ text }, index) => (index === 0 ? text.replace(EDITOR_LABEL, '') : text)).filter((text) => text !== '').join('\n')
  if (said === '') return
  const spans = note.map((block) => take(block, 'moved', 'split'))
  fields.editorNote = said
  report(file, { rule: 'split', action: 'moved', text: `整本汇编的编者按（${quote(said)}）移入第一篇的编者按`, reason: '编者按是编者对整本汇编的说明，放在第一篇的编者按里保存', raw: { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 }, after: '' })
}

/** The title that the collection gives an article, out of its text. */
function entitle({ fields }: Story, { title, titleAt, partAt }: Piece, blocks: readonly Block[], file: VFile): void {
  const at = (indexes: readonly number[]): Block[] => indexes.flatMap((index) => blocks[index] ?? [])
  drop(at(partAt), '分部标题', '它管着下面好几篇，不是这一篇的内容', file)
  if (title === '' || !state(fields, { field: 'title', value: title, from: 'heading' })) return
  for (const block of at(titleAt)) report(file, { rule: 'title', action: 'moved', text: `“${quote(block.text)}”认作标题`, reason: '汇编里每一篇的标题都这样排', raw: take(block, 'moved', 'title'), after: '' })
}

function drop(blocks: readonly Block[], what: string, reason: string, file: VFile): void {
  const [first, ...others] = blocks.filter(({ text }) => text !== '')
  if (!first) return
  const words = first.text
  const spans = [first, ...others].map((block) => take(block, 'dropped', 'split'))
  report(file, { rule: 'split', action: 'dropped', text: `删去${what}“${quote(words)}”${others.length > 0 ? `等 ${others.length + 1} 行` : ''}`, reason, raw: { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 }, after: '' })
}
