/**
 * The tree that cleaning works on: a page of stories, a story of blocks, a block of runs.
 * Nothing ever leaves the tree. A run that is dropped or moved to a field keeps its place in the original and gives no text,
 * so what happened to every character can be read off the tree at the end.
 */
import type { Node } from 'unist'
import type { Claim, ClaimField, ClaimFrom, Disagreement } from '../../../contract/claim.ts'
import type { Author, Inference, ParagraphKind, StatedDate } from '../../../contract/entry.ts'
import type { Boundary } from '../../../contract/reviewing.ts'

export type Fate = 'kept' | 'moved' | 'dropped' | 'repaired'

/** A stretch of the decoded original, and the text it gives: its own when kept, another when repaired, none otherwise. */
export interface Run {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly fate: Fate
  /** The rule that decided its fate; null while kept. */
  readonly rule: string | null
  /** The link or footnote that its text refers to. */
  readonly reference?: RunReference
  /** The id of the picture that its text stands for. */
  readonly picture?: string
}

export interface RunReference {
  readonly kind: 'link' | 'note'
  readonly target: string
}

/** What reading says of a block beyond its text. */
export interface Hints {
  /** Something beside the article; the rule that is named drops it. */
  readonly aside: { readonly rule: string; readonly reason: string } | null
  /** It looked like a title where it stood. */
  readonly titled: boolean
  /** Its format broke the line: it may go on in the next block. */
  readonly wrapped: boolean
  /** It stands for itself: what ends above it does not go on in it. */
  readonly apart: boolean
  /** The page it stood on, from 1. */
  readonly page: number | null
}
export const NO_HINTS: Hints = { aside: null, titled: false, wrapped: false, apart: false, page: null }

/** A line or paragraph. Runs are ordered and disjoint; `text` is what they give together. */
export interface Block extends Node {
  readonly type: 'block'
  kind: ParagraphKind
  /** 1–6 for headings, else null. */
  level: number | null
  runs: readonly Run[]
  text: string
  /** The mark of a list or heading said what this is: no rule may guess otherwise. */
  readonly marked: boolean
  /** A paragraph indent stood before it. */
  readonly indented: boolean
  /** Line breaks between it and the block before: 1 for the next line, 2 for one empty line. */
  readonly gap: number
  /** It is a title by its place among others: no line is joined to it. */
  alone: boolean
  readonly hints: Hints
  /** Of a `picture` block: which, and what the file says of it. */
  readonly picture: { readonly id: string; readonly alt: string } | null
  /** Of a `note` block: its label. */
  readonly note: string | null
}

/** What the text states about itself; rules fill it. */
export interface Fields {
  title: string | null
  kicker: string | null
  subtitle: string | null
  authors: Author[]
  media: string | null
  page: string | null
  url: string | null
  date: StatedDate
  rightsStatement: string | null
  editorNote: string | null
  statedPlace: string | null
  disagreements: Disagreement[]
  /** Values that no part of the text states, to be offered. */
  offers: Inference[]
  /** Which source each field goes by. */
  readonly from: Map<ClaimField, ClaimFrom>
  /** All that sources said, whether it was taken or not. */
  readonly said: { readonly field: ClaimField; readonly value: string; readonly from: ClaimFrom }[]
  incompleteReasons: string[]
}

export interface Story extends Node {
  readonly type: 'story'
  readonly fields: Fields
  /** Why it begins where it does. */
  boundary: Boundary
  /** What the file states about it outside its text, best source first. */
  claims: readonly Claim[]
  children: readonly Block[]
}

export interface Page extends Node {
  readonly type: 'page'
  children: readonly Story[]
  /** The entries of the file's table of contents, without their page numbers. */
  readonly contents: string[]
  /** Where other articles may begin: not sure enough to divide by. */
  readonly possible: Boundary[]
}

export const NO_DATE: StatedDate = { value: null, precision: null, basis: null }

const START: Boundary = { at: 0, confidence: 1, basis: 'start', reason: '文件从这里开始' }

export const newStory = (children: readonly Block[], boundary: Boundary = START, claims: readonly Claim[] = []): Story => ({
  type: 'story',
  boundary,
  claims,
  fields: { title: null, kicker: null, subtitle: null, authors: [], media: null, page: null, url: null, date: NO_DATE, rightsStatement: null, editorNote: null, statedPlace: null, disagreements: [], offers: [], from: new Map(), said: [], incompleteReasons: [] },
  children,
})

/** Blocks that still give text, in order. */
export const living = (story: Story): Block[] => story.children.filter((block) => block.text !== '')

export const startOf = (block: Block): number => block.runs[0]?.start ?? 0
export const endOf = (block: Block): number => block.runs.at(-1)?.end ?? 0
