/** The pack's data, out of the element it travels in. */
import type { PackData } from '../../../electron/contract/pack-page.ts'

/** Why a pack cannot be shown. */
export class Unreadable extends Error {
  readonly why: 'tooOld' | 'damaged'
  constructor(why: 'tooOld' | 'damaged') {
    super(why)
    this.why = why
  }
}

/** Reads the data and removes its element, so that the text is not held twice. Throws Unreadable. */
export async function embeddedData(element: Element | null): Promise<PackData> {
  const text = element?.textContent ?? ''
  const gzipped = element?.getAttribute('data-form') === 'gzip'
  element?.remove()
  if (gzipped && typeof DecompressionStream === 'undefined') throw new Unreadable('tooOld')
  try {
    // The program itself wrote it, and the file either holds all of it or cannot be unpacked.
    return (gzipped ? await unpacked(text) : JSON.parse(text)) as PackData
  } catch {
    throw new Unreadable('damaged')
  }
}

function unpacked(base64: string): Promise<unknown> {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).json()
}
