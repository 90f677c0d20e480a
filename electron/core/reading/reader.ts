import type { ReadOptions } from '../../contract/reviewing.ts'
import type { ReadDocument } from './document.ts'

export interface NamedBytes {
  /** What the person sees; it may be a path with '/'. */
  readonly name: string
  readonly bytes: Uint8Array
}
/** What some formats need besides the bytes. */
export interface ReadTools {
  /** A file of the character maps that Chinese PDFs name without holding them; null where there is none of that name. */
  readonly characterMap: (name: string) => Uint8Array | null
  /** A picture that lies beside a saved page, under the address by which the page names it. */
  readonly beside?: (address: string) => { readonly name: string; readonly bytes: Uint8Array } | null
}
export type HowToRead = Partial<Pick<ReadOptions, 'encoding' | 'columns' | 'sheets'>>

/** One format. Throws or rejects with Refusal, and with nothing else for any bytes at all. */
export type Reader = (file: NamedBytes, tools: ReadTools, how: HowToRead) => ReadDocument | Promise<ReadDocument>
