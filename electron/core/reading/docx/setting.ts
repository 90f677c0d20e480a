/** What the parts of a Word document share while they are read. */
import type { Numbering } from '../office/lists.ts'
import type { Relation } from '../office/package.ts'
import type { Album } from '../office/pictures.ts'
import type { PaperBlock } from '../office/paper.ts'
import type { Counts } from '../office/counts.ts'
import type { Notes } from '../office/notes.ts'
import type { Styles } from './styles.ts'

export interface Setting {
  readonly styles: Styles
  readonly numbering: Numbering
  readonly album: Album
  readonly notes: Notes
  readonly counts: Counts
}
/** One part: the main text, a header, the footnotes. */
export interface Part {
  readonly relations: ReadonlyMap<string, Relation>
  /** Bytes of pictures and blocks of other content, read beforehand by the name of their member. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
  readonly inserted: ReadonlyMap<string, readonly PaperBlock[]>
}
