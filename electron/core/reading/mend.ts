import type { Span } from '../../contract/entry.ts'
import { score, tolerable, weigh } from './weigh.ts'

export interface Mended {
  readonly text: string
  /** Lines that were GB18030 in the midst of UTF-8, in the text. */
  readonly foreign: readonly Span[]
}

/**
 * UTF-8 in which some lines are not: files put together from several sources.
 * A broken line that reads as Chinese in GB18030 is taken as that; any other keeps U+FFFD where its bytes mean nothing.
 */
export function mendUtf8(bytes: Uint8Array): Mended {
  const foreign: Span[] = []
  let text = ''
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start)
    const line = bytes.subarray(start, end < 0 ? bytes.length : end + 1)
    const read = new TextDecoder('utf-8', { ignoreBOM: true }).decode(line)
    const chinese = read.includes('\uFFFD') ? asGb18030(line, read) : null
    if (chinese !== null) foreign.push({ start: text.length, end: text.length + chinese.trimEnd().length })
    text += chinese ?? (start === 0 && read.startsWith('\uFEFF') ? read.slice(1) : read)
    start += line.length
  }
  return { text, foreign }
}

function asGb18030(line: Uint8Array, asUtf8: string): string | null {
  const text = new TextDecoder('gb18030').decode(line)
  const weight = weigh(text)
  const good = weight.replaced === 0 && tolerable(weight) && score(weight, false) > 1.5 && weight.han >= 4
  return good && score(weigh(asUtf8), false) < 0.7 ? text : null
}
