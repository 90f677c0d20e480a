/** Keywords follow the dictionary in the background: entries that hold a changed word get theirs anew, and all of them when a newer program picks them otherwise. What a crash or a close leaves undone goes on at the next start. */
import { Refusal } from '../../contract/errors.ts'
import type { Rekeying } from '../../contract/lexicon.ts'
import { createMatcher } from '../describing/matcher.ts'
import type { CorePorts } from '../host.ts'
import { type KeywordsOf, type Library, rekeyGroup } from '../library/index.ts'
import { startBackground } from './background.ts'
import { outline } from '../trouble.ts'
import type { Indexing } from './indexing.ts'

export interface RekeyingRun {
  readonly state: () => Rekeying
  /** The dictionary has changed, an import has ended, or the library takes changes again: goes on with what is pending. */
  readonly resume: () => void
  /** Resolves once nothing is written any more. */
  readonly close: () => Promise<void>
}

/** It is kept so often how far the walk is. */
const KEPT_MS = 250
const PATIENCE_MS = 200
/** Looking for a few words one by one is quicker than for many at once. */
const FEW = 6

/** Pending like a word, and held by every text. */
const EVERY_TEXT = ''
/** What the library's keywords were picked by. */
const RULES = 'keywordRules'

/** One walk from the earliest entry that a pending word has not been looked for in. */
interface Walk {
  readonly words: readonly string[]
  readonly from: number
  readonly holds: (text: string) => boolean
  /** More has become pending meanwhile: another walk will do it all. */
  readonly outdated: () => boolean
  changed: number
  keptAt: number
}

export function startRekeying(library: Library, indexing: Pick<Indexing, 'rekey'>, keywordsOf: KeywordsOf, ports: Pick<CorePorts, 'emit'>, tell: (ids: null) => void, rules: string): RekeyingRun {
  const { connection, reads, writes } = library
  let version = 0
  followRules()
  let walk = begun()

  /** A library on a full disk opens all the same, and is asked again at the next start. */
  function followRules(): void {
    if (reads.preferences.about(RULES) === rules) return
    try {
      connection.write(() => {
        if (reads.entries.keyedCount(0) > 0) writes.lexicon.pend([EVERY_TEXT])
        writes.preferences.about(RULES, rules)
      })
    } catch (error) {
      console.error(`lexicon: ${outline(error)}`)
    }
  }

  function begun(): Walk {
    const pending = reads.lexicon.pending()
    const words = pending.map(({ word }) => word)
    const now = version
    return { words, from: pending[0]?.after ?? 0, holds: holdingOneOf(words), outdated: () => version !== now, changed: 0, keptAt: performance.now() }
  }
  const keep = (after: number): void => connection.write(() => writes.lexicon.advance(walk.words, after))

  const run = startBackground({
    name: 'lexicon',
    left: () => {
      walk = begun()
      return walk.words.length === 0 ? 0 : reads.entries.keyedCount(walk.from)
    },
    group: (position, milliseconds) => {
      if (walk.outdated()) return { seqs: [], failed: [], next: null }
      const after = Math.max(position, walk.from)
      const { looked, holding, changed, failed } = rekeyGroup(library, after, walk.holds, keywordsOf, milliseconds)
      // The index first: what is kept as done is never done again.
      if (!indexing.rekey(holding)) throw new Refusal('DISK_FULL', { folder: library.folder })
      walk.changed += changed
      const last = looked.at(-1) ?? null
      if (last !== null && performance.now() - walk.keptAt >= KEPT_MS) {
        keep(last)
        walk.keptAt = performance.now()
      }
      if (last === null) settle(after)
      return { seqs: looked, failed, next: last }
    },
    followed: () => undefined,
    report: (progress) => ports.emit('lexicon.rekeying', { ...progress, changed: walk.changed }),
    finished: () => {
      if (walk.changed > 0) tell(null)
    },
    // One candidate after the other may be accepted: one walk does for all.
    patience: PATIENCE_MS,
  })

  /** A file that was read under the former words may still come in while an import runs: then the walk goes on behind the last entry when it ends. */
  function settle(last: number): void {
    if (reads.batches.anyRunning()) keep(last)
    else connection.write(() => writes.lexicon.settle(walk.words))
  }

  return {
    state: () => ({ ...run.state(), changed: walk.changed }),
    resume: () => {
      version++
      run.resume()
    },
    close: run.close,
  }
}

function holdingOneOf(words: readonly string[]): (text: string) => boolean {
  if (words.includes(EVERY_TEXT)) return () => true
  if (words.length <= FEW) return (text) => words.some((word) => text.includes(word))
  const find = createMatcher(words.map((word) => [word, null]))
  return (text) => find(text).length > 0
}
