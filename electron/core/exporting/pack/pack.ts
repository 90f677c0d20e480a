import { gzip } from 'node:zlib'
import type { Entry } from '../../../contract/entry.ts'
import type { PackData } from '../../../contract/pack-page.ts'
import type { Practice } from '../../../contract/practices.ts'
import { filledPage, jsonInMarkup } from './page.ts'
import { packedEntry, packedPractices } from './packed-entry.ts'
import { wordIndex } from './word-index.ts'

export interface PackOptions {
  /** The page that the build makes (`out/pack/page.html`). */
  readonly page: string
  readonly title: string
  readonly language: PackData['language']
  /** The day, YYYY-MM-DD. */
  readonly made: string
  readonly part: PackData['part']
  /** The app's segmenter. */
  readonly cut: (text: string) => readonly string[]
  /** Leaves the data as it is, for browsers that cannot unpack (before Chromium 80); the file is then about three times as large. */
  readonly plain: boolean
}

/**
 * One pack as the bytes of its HTML file. The same input gives the same bytes.
 * Entries may come in groups with a pause between them: nothing here takes long for one entry, and packing the data happens off this thread.
 */
export async function packOf(entries: Iterable<Entry> | AsyncIterable<Entry>, taxonomy: readonly Practice[], options: PackOptions): Promise<Uint8Array> {
  const words = wordIndex(options.cut, new Map(taxonomy.map(({ id, label, zh }) => [id, [label, zh]])))
  const shown = new Set<string>()
  const written: string[] = []
  for await (const entry of entries) {
    const packed = packedEntry(entry)
    for (const { practice } of packed.tags) shown.add(practice)
    // The keywords of a withheld text would be words of it.
    words.add(packed, packed.body === null ? [] : entry.keywords)
    written.push(JSON.stringify(packed))
  }
  const { language, title, made, part } = options
  const head: Omit<PackData, 'entries' | 'index'> = { format: 1, language, title, made, part, practices: packedPractices(taxonomy, shown) }
  const json = `${JSON.stringify(head).slice(0, -1)},"entries":[${written.join(',')}],"index":${JSON.stringify(words.finish())}}`
  const data = options.plain ? jsonInMarkup(json) : (await zipped(json)).toString('base64')
  return Buffer.from(filledPage(options.page, { title, form: options.plain ? 'json' : 'gzip', data }))
}

const zipped = (text: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    gzip(text, { level: 9 }, (error, bytes) => (error ? reject(error) : resolve(bytes)))
  })
