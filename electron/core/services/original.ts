import type { Encoding } from '../../contract/format.ts'
import { Refusal } from '../../contract/errors.ts'
import type { Library } from '../library/index.ts'
import { decode } from '../reading/index.ts'

/** The decoded text of a stored original: the same text that its entries were made of. */
export async function originalText({ originals }: Library, sha256: string, name: string, encoding: Encoding | null): Promise<string> {
  if (encoding === null) throw new Refusal('UNREADABLE', { file: name })
  return decode(await originals.read(sha256, name), encoding, name).text
}

/** Whether nothing but white space stands beside the span on its lines of the original. */
export function isWholeLine(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const removed = text.slice(start, end)
  const head = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const tail = removed.endsWith('\n') ? '' : (text.slice(end).split('\n', 1)[0] ?? '')
  return removed.trim() !== '' && (start === 0 || head.trim() === '') && tail.trim() === ''
}
