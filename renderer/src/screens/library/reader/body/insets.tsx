/** What is set into the text of an entry: figures that open their source, links, and the numbers of notes. */
import { useMemo } from 'react'
import type { Entry } from '../../../../../../electron/contract/entry.ts'
import { FigureMark } from '../summary/FigureMark.tsx'
import { furnish, type Furnishing, type Inset } from './block.ts'
import { LinkMark } from './LinkMark.tsx'
import { NoteMark } from './NoteMark.tsx'

export function insetsOf({ body, references, summary }: Pick<Entry, 'body' | 'references' | 'summary'>): readonly Inset[] {
  const notes = new Map(references.flatMap(({ kind, target, start, end }) => (kind === 'note-text' ? [[target, body.slice(start, end)]] : [])))
  const found: Inset[] = references.flatMap(({ kind, start, end, target }): Inset[] => {
    if (kind === 'link') return [{ key: `link-${String(start)}`, start, end, draw: (text) => <LinkMark address={target}>{text}</LinkMark> }]
    const note = notes.get(target)
    return kind === 'note' && note !== undefined ? [{ key: `note-${String(start)}`, start, end, draw: (text) => <NoteMark note={note}>{text}</NoteMark> }] : []
  })
  for (const figure of summary?.figures ?? []) {
    const citation = summary?.citations.find(({ id }) => id === figure.citation)
    if (citation !== undefined) found.push({ key: `figure-${String(figure.start)}`, start: figure.start, end: figure.end, draw: (text) => <FigureMark figure={figure} citation={citation} first={figure === summary?.figures[0]}>{text}</FigureMark> })
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** `more` are set in beside the entry's own, and stand before them. */
export function useFurnishing(entry: Entry, more: readonly Inset[] = NONE): ReadonlyMap<number, Furnishing> {
  const { body, references, summary, paragraphs, pictures } = entry
  return useMemo(
    () => furnish(paragraphs, [...more, ...insetsOf({ body, references, summary })].sort((a, b) => a.start - b.start), pictures),
    [body, references, summary, paragraphs, pictures, more],
  )
}

const NONE: readonly Inset[] = []
