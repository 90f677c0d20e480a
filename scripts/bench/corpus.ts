/** The real texts of ../shared/corpus, written out as .txt files the way a user would have them. Nothing of them stays in the repository. */
import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

export interface Written {
  readonly files: number
  /** UTF-16 code units. */
  readonly characters: number
  readonly bytes: number
}

export interface Piece {
  readonly id: string
  readonly title: string
  readonly text: string
}

/** The folder of the corpus, or null where it is absent. */
export const corpusFolder: string | null =
  [process.env['CASEBOOK_SHARED'], resolve(import.meta.dirname, '..', '..', '..', 'shared')].flatMap((folder) => (folder === undefined ? [] : [join(folder, 'corpus')])).find((folder) => existsSync(folder)) ?? null

const isPiece = (value: unknown): value is Piece => typeof value === 'object' && value !== null && ['id', 'title', 'text'].every((key) => typeof Reflect.get(value, key) === 'string')

export async function* pieces(): AsyncGenerator<Piece> {
  const folder = corpusFolder
  if (folder === null) throw new Error('the benches need ../shared/corpus, or CASEBOOK_SHARED')
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.jsonl.gz')).sort()) {
    for await (const line of createInterface({ input: createReadStream(join(folder, name)).pipe(createGunzip()), crlfDelay: Infinity })) {
      const piece: unknown = line === '' ? null : JSON.parse(line)
      if (isPiece(piece)) yield piece
    }
  }
}

/** `count` different texts, evenly spaced over the whole corpus: a small bench has the same mixture as a large one. */
export async function choose(count: number): Promise<readonly Piece[]> {
  const all = new Map<string, Piece>()
  for await (const piece of pieces()) if (piece.text.trim() !== '') all.set(piece.id, piece)
  const found = [...all.values()]
  const step = Math.max(1, found.length / count)
  return Array.from({ length: Math.min(count, found.length) }, (_, i) => found[Math.floor(i * step)]).filter((piece) => piece !== undefined)
}

/** Writes up to `count` files into subfolders of 1,000, as text with the title above unless it begins with it, or in another `dress`. */
export async function writeCorpus(folder: string, count: number, dress?: { readonly ending: string; readonly bytes: (piece: Piece) => Uint8Array }): Promise<Written> {
  let [files, characters, bytes] = [0, 0, 0]
  for (const piece of await choose(count)) {
    const { id, title, text } = piece
    const content = text.replace(/^[#\s]+/, '').startsWith(title) ? text : `${title}\n\n${text}`
    const into = join(folder, String(Math.floor(files / 1000)).padStart(3, '0'))
    if (files % 1000 === 0) await mkdir(into, { recursive: true })
    const encoded = dress?.bytes(piece) ?? new TextEncoder().encode(content)
    await writeFile(join(into, `${id.replaceAll(/[^\w-]/g, '_')}.${dress?.ending ?? 'txt'}`), encoded)
    files++
    characters += content.length
    bytes += encoded.length
  }
  return { files, characters, bytes }
}
