import type { EntrySummary } from '../../contract/entry.ts'
import { Refusal } from '../../contract/errors.ts'
import type { storyMethods } from '../../contract/stories.ts'
import { mergeStories, relateUnprinted, type Library, type Pair } from '../library/index.ts'
import { outline } from '../trouble.ts'
import type { Context, Service } from './context.ts'

export function storiesService({ library, changed }: Context): Service<keyof typeof storyMethods> {
  const { connection, clock, reads, writes } = library
  const seqOf = (id: string): number => {
    const place = reads.entries.place(id)
    if (place === null) throw new Refusal('NO_SUCH_ENTRY', { id })
    return place.seq
  }
  const summaries = (pairs: readonly Pair[]): ReadonlyMap<number, EntrySummary> =>
    new Map(reads.entries.summaries([...new Set(pairs.flatMap(({ older, newer }) => [older, newer]))]).map(({ seq, ...entry }) => [seq, entry]))
  const decide = (a: string, b: string, by: string | null, separate: boolean): Record<never, never> => {
    const [older = 0, newer = 0] = [seqOf(a), seqOf(b)].sort((one, other) => one - other)
    connection.write(() => {
      if (!writes.stories.separate(older, newer, separate ? { by, at: clock.at() } : null)) throw new Refusal('INVALID_INPUT', { reason: '这两个条目没有被识别为同源' })
    })
    changed([a, b])
    return {}
  }
  return {
    'stories.of': ({ id }) => {
      const seq = seqOf(id)
      const pairs = reads.stories.of(seq)
      const entries = summaries(pairs)
      const bodies = reads.entries.bodies([...entries.keys()])
      const others = pairs.flatMap((pair) => {
        const other = pair.older === seq ? pair.newer : pair.older
        const entry = entries.get(other)
        return entry ? [{ entry, contained: pair.contained, same: pair.same, separate: pair.separate, characters: bodies.get(other)?.length ?? 0 }] : []
      })
      return { others, origins: reads.stories.origins(seq) }
    },
    'stories.waiting': ({ ids }) => {
      const asked = new Set(ids)
      const pairs = reads.stories.waiting(reads.entries.seqs(ids))
      const entries = summaries(pairs)
      return pairs.flatMap(({ older, newer, contained, same }) => {
        const [first, second] = [entries.get(older), entries.get(newer)]
        if (!first || !second) return []
        // Of two that came in together the later one is asked about.
        return asked.has(second.id) ? [{ id: second.id, other: first.id, title: first.title, contained, same }] : [{ id: first.id, other: second.id, title: second.title, contained, same }]
      })
    },
    'stories.open': ({ offset, limit }) => {
      const { total, pairs } = reads.stories.open(offset, limit)
      const entries = summaries(pairs)
      return { total, pairs: pairs.flatMap(({ older, newer, contained, same }) => {
        const [first, second] = [entries.get(older), entries.get(newer)]
        return first && second ? [{ older: first, newer: second, contained, same }] : []
      }) }
    },
    'stories.merge': ({ keep, other, by }) => {
      const { ids, undo, carried, lost } = mergeStories(library, keep, other, by)
      changed(ids)
      return { undo, carried, lost: [...lost] }
    },
    'stories.separate': ({ a, b, by }) => decide(a, b, by, true),
    'stories.reopen': ({ a, b }) => decide(a, b, null, false),
  }
}

const GROUP = 16

/** Entries of a library that was made before there were fingerprints get theirs in the background. */
export function startRelating(library: Library): { readonly close: () => Promise<void> } {
  let closed = false
  const breathe = (): Promise<void> => new Promise((resume) => setImmediate(resume))
  const run = async (): Promise<void> => {
    for (let count = GROUP; count === GROUP; ) {
      await breathe()
      count = closed ? 0 : relateUnprinted(library, GROUP)
    }
  }
  const work = run().catch((error: unknown) => {
    // A full disk or a library that is being moved: what has none is found again at the next start.
    if (!closed && !(error instanceof Refusal)) console.error(`stories: ${outline(error)}`)
  })
  return {
    close: async () => {
      closed = true
      await work
    },
  }
}
