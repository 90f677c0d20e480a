/** A word processor's document between its format and our text: what docx, doc and rtf have in common. */
import type { ReadPicture, ReadWarning } from '../document.ts'
import type { Inline } from '../projection.ts'

export type { Inline } from '../projection.ts'

/** How a paragraph looks, as far as the look says what it is. `size` in half-points, of most of its characters. */
export interface Look {
  readonly centred: boolean
  readonly size: number | null
  readonly bold: boolean
  /** The East Asian face, 方正小标宋简体. */
  readonly face: string
  readonly indented: boolean
}
export const PLAIN: Look = { centred: false, size: null, bold: false, face: '', indented: false }

export interface PaperParagraph {
  readonly kind: 'paragraph'
  /** One for each line that the document itself breaks. */
  readonly lines: readonly (readonly Inline[])[]
  /** The number or mark that the program shows before it, with what separates the two: 一、 or “1. ”. */
  readonly label: string
  /** Part of a list, by the document's own numbering. */
  readonly listed: boolean
  /** Its place in the outline from 1, when the document gives it one. */
  readonly level: number | null
  readonly role: 'title' | 'subtitle' | 'caption' | 'contents' | 'quote' | null
  readonly look: Look
  /** The page it stands on, where the format has pages. */
  readonly page?: number
}
export interface PaperTable {
  readonly kind: 'table'
  readonly rows: readonly (readonly PaperCell[])[]
  readonly page?: number
}
/** `columns` it spans; one that goes on from the row above is empty. */
export interface PaperCell {
  readonly columns: number
  readonly blocks: readonly PaperBlock[]
}
export type PaperBlock = PaperParagraph | PaperTable

export interface PaperNote {
  readonly label: string
  readonly paragraphs: readonly (readonly Inline[])[]
}

export interface Paper {
  readonly blocks: readonly PaperBlock[]
  /** In the order in which the text refers to them; written at the end of the section that does. */
  readonly notes: readonly PaperNote[]
  /** Each running head or foot once. */
  readonly heads: readonly string[]
  readonly watermarks: readonly string[]
  readonly pictures: readonly ReadPicture[]
  /** Chinese sentences about what a person sees in the program and reading leaves out. */
  readonly leftOut: readonly LeftOut[]
}
export type LeftOut = Pick<ReadWarning, 'text' | 'reason'>
