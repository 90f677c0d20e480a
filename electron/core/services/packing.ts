import { join } from 'node:path'
import type { Entry } from '../../contract/entry.ts'
import { Refusal } from '../../contract/errors.ts'
import { MOST_PACKED, type PackChoice, type packMethods, type PackFile } from '../../contract/packing.ts'
import { packOf, type PackOptions } from '../exporting/index.ts'
import { publish, wholeEntry } from '../library/index.ts'
import type { Context, Service } from './context.ts'
import { writingFault } from './writing-fault.ts'

/** Entries read at once; between two groups others are answered. */
const GROUP = 20
/** Endorsements that are listed before a pack is written. */
const MOST_LISTED = 100
const ENDING = '.html'

export function packingService({ library, indexing, lexicon, practices, ports }: Context): Service<keyof typeof packMethods> {
  const { entries, facts, preferences } = library.reads

  /** Numbers of the chosen entries, each once, in the order asked for; what lies in the trash is left out. */
  const chosen = (choice: PackChoice): readonly number[] => {
    if (choice.by === 'search') return indexing.all({ query: choice.query, filters: choice.filters, sort: choice.query.trim() === '' ? 'imported' : 'relevance' })
    const places = [...new Set(choice.ids)].map((id) => {
      const place = entries.place(id)
      if (place === null) throw new Refusal('NO_SUCH_ENTRY', { id })
      return place
    })
    return places.flatMap(({ seq, removed_at: removedAt }) => (removedAt === null ? [seq] : []))
  }

  async function* read(seqs: readonly number[]): AsyncGenerator<Entry> {
    for (let at = 0; at < seqs.length; at += GROUP) {
      const group = seqs.slice(at, at + GROUP)
      const found = new Map(entries.storedMany(group).map((stored) => [stored.seq, stored]))
      for (const seq of group) {
        const stored = found.get(seq)
        if (stored) yield wholeEntry(library, stored)
      }
      await new Promise<void>((resume) => setImmediate(resume))
    }
  }

  const write = async (file: string, seqs: readonly number[], options: PackOptions): Promise<PackFile> => {
    const bytes = await packOf(read(seqs), practices.taxonomy().practices, options)
    await publish(library.files, file, (temporary) => library.files.writeNew(temporary, bytes))
    return { file, bytes: bytes.byteLength, entries: seqs.length }
  }

  return {
    'pack.plan': ({ choice }) => {
      const seqs = chosen(choice)
      const weights = entries.weights(seqs)
      const withLevel = (level: 'restricted' | 'internal'): number => weights.find((row) => row.level === level)?.entries ?? 0
      const endorsed = facts.endorsements(seqs)
      const listed = endorsed.slice(0, MOST_LISTED)
      const told = new Map(entries.summaries([...new Set(listed.map(({ seq }) => seq))]).map((one) => [one.seq, one]))
      const bodies = entries.bodies(listed.map(({ seq }) => seq))
      const endorsements = listed.flatMap(({ seq, fact }) => {
        const entry = told.get(seq)
        return entry && fact.value.kind === 'honour' ? [{ id: entry.id, title: entry.title, name: fact.value.of.name, sentence: (bodies.get(seq) ?? '').slice(fact.sentence.start, fact.sentence.end) }] : []
      })
      return { ...entries.shelved(seqs, dayOf(ports.now())), endorsed: endorsed.length, endorsements, entries: seqs.length, characters: weights.reduce((sum, row) => sum + row.characters, 0), restricted: withLevel('restricted'), internal: withLevel('internal'), parts: partsOf(seqs).length }
    },
    'pack.write': async ({ choice, title, name, folder, split, plain }, granted) => {
      const place = granted.get(folder)
      if (!place?.folder) throw new Refusal('NO_SUCH_GRANT')
      const seqs = chosen(choice)
      const parts = partsOf(seqs)
      if (parts.length === 0) throw new Refusal('NOTHING_TO_PACK')
      if (parts.length > 1 && !split) throw new Refusal('TOO_MANY_ENTRIES', { count: String(seqs.length), limit: String(MOST_PACKED), parts: String(parts.length) })
      const names = parts.map((_, n) => `${name}${parts.length === 1 ? '' : `-${String(n + 1)}`}${ENDING}`)
      const page = new TextDecoder().decode(await library.files.read(ports.packPage))
      const options = { page, title, plain, language: preferences.settings().language, made: dayOf(ports.now()), cut: (text: string) => lexicon.segmenter().cut(text) }
      const files: PackFile[] = []
      try {
        const there = new Set(await library.files.list(place.path))
        const taken = names.find((one) => there.has(one))
        if (taken !== undefined) throw new Refusal('EXISTS', { file: join(place.path, taken) })
        for (const [n, part] of parts.entries()) files.push(await write(join(place.path, names[n] ?? ''), part, { ...options, part: [n + 1, parts.length] }))
      } catch (error) {
        // Half of what was asked for would be taken for all of it.
        for (const { file } of files) await library.files.remove(file).catch(() => undefined)
        throw writingFault(error, place.path)
      }
      return { files }
    },
  }
}

/** As few parts as the limit allows, all of about the same size. */
function partsOf(seqs: readonly number[]): readonly (readonly number[])[] {
  const parts = Math.ceil(seqs.length / MOST_PACKED)
  const size = Math.ceil(seqs.length / Math.max(1, parts))
  return Array.from({ length: parts }, (_, n) => seqs.slice(n * size, (n + 1) * size))
}

/** YYYY-MM-DD where the person is. */
const dayOf = (now: Date): string => now.toLocaleDateString('sv-SE')
