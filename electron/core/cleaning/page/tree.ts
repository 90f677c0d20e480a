/**
 * The tree that cleaning works on: a page of stories, a story of blocks, a block of runs.
 * Nothing ever leaves the tree. A run that is dropped or moved to a field keeps its place in the original and gives no text,
 * so what happened to every character can be read off the tree at the end.
 */
import type { Node } from 'unist'
import type { Author, ParagraphKind, StatedDate } from '../../../contract/entry.ts'

export type Fate = 'kept' | 'moved' | 'dropped' | 'repaired'

/** A stretch of the decoded original, and the text it gives: its own when kept, another when repaired, none otherwise. */
export interface Run {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly fate: Fate
  /** The rule that decided its fate; null while kept. */
  readonly rule: string | null
}

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
  incompleteReasons: string[]
}

export interface Story extends Node {
  readonly type: 'story'
  readonly fields: Fields
  children: readonly Block[]
}

export interface Page extends Node {
  readonly type: 'page'
  children: readonly Story[]
}

export const NO_DATE: StatedDate = { value: null, precision: null, basis: null }

export const newStory = (children: readonly Block[]): Story => ({
  type: 'story',
  fields: { title: null, kicker: null, subtitle: null, authors: [], media: null, page: null, url: null, date: NO_DATE, rightsStatement: null, editorNote: null, incompleteReasons: [] },
  children,
})

/** Blocks that still give text, in order. */
export const living = (story: Story): Block[] => story.children.filter((block) => block.text !== '')

export const startOf = (block: Block): number => block.runs[0]?.start ?? 0
export const endOf = (block: Block): number => block.runs.at(-1)?.end ?? 0
