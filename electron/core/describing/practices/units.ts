/** What a tag may rest on: the sentences of an article, its sub-heads each as a whole, and its stated title. */
import type { EntryKind, ParagraphKind, Span } from '../../../contract/entry.ts'
import { sentences } from '../../language/sentences.ts'

export interface Article {
  /** null when the title is provisional: ours shows nothing. */
  readonly title: string | null
  readonly body: string
  readonly paragraphs: readonly { readonly kind: ParagraphKind; readonly start: number; readonly end: number }[]
  /** What the entry counts as, by rule or by a person's word; a case is about governance, whatever its words. Judged anew when left out. */
  readonly kind?: EntryKind
}

export interface Unit extends Span {
  readonly kind: 'title' | 'heading' | 'sentence' | 'item'
}

/** Ordered, disjoint. A paragraph of a list is an item as long as it is a bare name; one that tells something is read as sentences. What stands under a sub-head 原文未述 is left out. */
export function unitsOf({ body, paragraphs }: Article): readonly Unit[] {
  const parts = paragraphs.length === 0 ? [{ kind: 'paragraph' as const, start: 0, end: body.length }] : paragraphs
  let isUntold = false
  return parts.flatMap(({ kind, start, end }): readonly Unit[] => {
    const text = body.slice(start, end)
    if (kind === 'heading') isUntold = UNTOLD.test(text)
    if (isUntold) return []
    if (kind === 'heading') return text.trim() === '' ? [] : [{ kind: 'heading', start, end }]
    const within = sentences(text).map((span) => ({ start: start + span.start, end: start + span.end }))
    const bare = kind === 'list' && within.length === 1 && text.length <= LONGEST_ITEM && !/[，,：:\d]/.test(text)
    return within.map((span) => ({ kind: bare ? ('item' as const) : ('sentence' as const), ...span }))
  })
}

const LONGEST_ITEM = 24
/** Sentences that say what a source does not tell name practices, and show none; our own summaries end with such a section. */
const UNTOLD = /原文未述/u
