/** Sentences to choose from by keyboard. What a person marks may be any stretch of the text; these are only handles to take hold of. */
import type { Paragraph, Span } from '../../../electron/contract/entry.ts'

/** An end of a sentence, with the quotation marks and brackets that close behind it. */
const END = /[。！？!?；;…]+[”’"』」）)】]*/g

/** Spans into the body: ordered, disjoint, without white space around them; together they hold every other character of the paragraphs. */
export function sentencesOf(paragraphs: readonly Pick<Paragraph, 'text' | 'start'>[]): readonly Span[] {
  return paragraphs.flatMap(({ text, start }) => {
    const ends = [...text.matchAll(END)].map((match) => match.index + match[0].length)
    return [0, ...ends].flatMap((from, index): Span[] => trimmed(text, from, ends[index] ?? text.length, start))
  })
}

function trimmed(text: string, from: number, to: number, offset: number): Span[] {
  const piece = text.slice(from, to)
  const start = from + piece.length - piece.trimStart().length
  const end = from + piece.trimEnd().length
  return end > start ? [{ start: offset + start, end: offset + end }] : []
}

/** The sentences that a stretch of the body touches, as one span; the stretch itself where it touches none. */
export function sentencesAround(paragraphs: readonly Pick<Paragraph, 'text' | 'start'>[], { start, end }: Span): Span {
  const touched = sentencesOf(paragraphs).filter((sentence) => sentence.start < end && sentence.end > start)
  return { start: touched[0]?.start ?? start, end: touched.at(-1)?.end ?? end }
}
