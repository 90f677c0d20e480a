/** Looks in the background for words that no dictionary has. What it found is kept until the next search; what people decided is kept for ever. */
import { z } from 'zod'
import { Refusal } from '../../contract/errors.ts'
import type { Candidate, Mining } from '../../contract/lexicon.ts'
import type { CorePorts } from '../host.ts'
import { foldText, type MinedText, type MinedWord, mineWords, sentences } from '../language/index.ts'
import { type Library, wordKey } from '../library/index.ts'
import { outline } from '../trouble.ts'
import type { OwnLexicon } from './lexicon.ts'

export interface MiningRun {
  readonly state: () => Mining
  /** Begins, unless it is under way. */
  readonly start: () => Mining
  readonly stop: () => Promise<Mining>
  /** What was found and nobody has decided on. */
  readonly found: () => Found
  readonly candidates: (words: readonly MinedWord[]) => Candidate[]
  /** Resolves once nothing reads the library any more. */
  readonly close: () => Promise<void>
}

interface Found {
  readonly at: string | null
  readonly entries: number
  readonly words: readonly MinedWord[]
}

const KEPT = 'lexicon.mined'
const Example = z.strictObject({ entry: z.int(), start: z.int(), end: z.int() })
const MinedWordShape = z.strictObject({ text: z.string(), count: z.int(), entries: z.int(), quoted: z.int(), cohesion: z.number(), left: z.number(), right: z.number(), score: z.number(), examples: z.array(Example) })
const Kept = z.strictObject({ at: z.string(), entries: z.int(), words: z.array(MinedWordShape) })
const NOTHING: Found = { at: null, entries: 0, words: [] }

/** Texts are read so many at a time. */
const GROUP = 32
/** A yearbook shows its words long before its end. */
const LONGEST = 400_000
const TOLD_MS = 250
/** A sentence longer than this is shown from a little before the word on. */
const LONGEST_EXAMPLE = 120

export function startMining(library: Library, lexicon: OwnLexicon, ports: Pick<CorePorts, 'emit'>): MiningRun {
  const { clock, connection, reads, writes } = library
  let state: Mining = { state: 'ready', share: 0 }
  let stopping = false
  let closed = false
  let work: Promise<void> = Promise.resolve()
  let kept: Found | null = null
  const report = (next: Mining): void => {
    state = next
    if (!closed) ports.emit('lexicon.mining', state)
  }

  function* texts(): Generator<MinedText> {
    for (let after = 0; ; ) {
      const group = reads.entries.minable(after, GROUP)
      if (group.length === 0) return
      for (const { seq, title, body, isCase } of group) {
        after = seq
        yield { entry: seq, title, body: body.slice(0, LONGEST), isCase }
      }
    }
  }

  async function run(): Promise<void> {
    const total = reads.entries.minableCount()
    const segmenter = lexicon.segmenter()
    let told = 0
    const words = await mineWords({
      total,
      texts,
      knowledge: segmenter,
      bodyOf: (entry) => reads.entries.bodies([entry]).get(entry) ?? '',
      pause: async () => {
        await new Promise((resume) => { setImmediate(resume) })
        return !stopping
      },
      progress: (share) => {
        state = { state: 'running', share }
        if (performance.now() - told < TOLD_MS) return
        told = performance.now()
        report(state)
      },
    })
    if (words === null) return
    const found = { at: clock.at(), entries: total, words }
    connection.write(() => writes.preferences.about(KEPT, JSON.stringify(found)))
    kept = found
  }

  const load = (): Found => {
    const stored = reads.preferences.about(KEPT)
    const read = Kept.safeParse(stored === null ? null : JSON.parse(stored))
    return read.success ? read.data : NOTHING
  }

  return {
    state: () => state,
    start: () => {
      if (state.state === 'running' || closed) return state
      stopping = false
      state = { state: 'running', share: 0 }
      work = run()
        .catch((error: unknown) => {
          if (!closed && !(error instanceof Refusal)) console.error(`mining: ${outline(error)}`)
        })
        .finally(() => report({ state: 'ready', share: 0 }))
      return state
    },
    stop: async () => {
      stopping = true
      await work
      return state
    },
    found: () => {
      kept ??= load()
      const decided = new Set([...reads.lexicon.words(), ...reads.lexicon.rejected()].map(({ key }) => key))
      return { ...kept, words: kept.words.filter(({ text }) => !decided.has(wordKey(text)) && !lexicon.isBuiltin(wordKey(text))) }
    },
    candidates: (words) => {
      const seqs = [...new Set(words.flatMap(({ examples }) => examples.map(({ entry }) => entry)))]
      const bodies = reads.entries.bodies(seqs)
      const heads = new Map(reads.entries.summaries(seqs).map((one) => [one.seq, one]))
      return words.map(({ examples, ...word }) => ({
        ...word,
        examples: examples.flatMap(({ entry, start, end }) => {
          const [head, body] = [heads.get(entry), bodies.get(entry)]
          // The entry may have been edited or removed since.
          if (head === undefined || body === undefined || foldText(body.slice(start, end)) !== foldText(word.text)) return []
          const shown = sentenceAround(body, start, end)
          return [{ id: head.id, title: head.title, text: body.slice(shown.start, shown.end), start: shown.start, mark: [start - shown.start, end - shown.start] as [number, number] }]
        }),
      }))
    },
    close: async () => {
      closed = true
      stopping = true
      await work
    },
  }
}

/** The sentence that holds the span; of a long one what stands next to it. */
function sentenceAround(body: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const from = Math.max(0, start - 2000)
  const around = body.slice(from, end + 2000)
  const found = sentences(around).find((one) => from + one.start <= start && end <= from + one.end)
  const whole = found === undefined ? { start, end } : { start: from + found.start, end: from + found.end }
  if (whole.end - whole.start <= LONGEST_EXAMPLE) return whole
  const first = Math.max(whole.start, start - LONGEST_EXAMPLE / 3)
  return { start: first, end: Math.min(whole.end, first + LONGEST_EXAMPLE) }
}
