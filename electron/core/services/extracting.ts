/** The rules that find facts, for this process, and the background reading of texts that were not read under them. */
import { loadGazetteer } from '../describing/gazetteer.ts'
import { createExtractor, FACTS_VERSION, type Extractor } from '../describing/facts/index.ts'
import type { CorePorts } from '../host.ts'
import { extractStale, type FactRules, type Library } from '../library/index.ts'
import { startBackground, type BackgroundRun } from './background.ts'
import type { Indexing } from './indexing.ts'

/** By content folder: it comes with the program and does not change while that runs. */
const kept = new Map<string, Extractor>()

/** The gazetteer is read for the first text: a start that has nothing to read does without. */
export function lazyFacts(content: string): () => FactRules {
  const extractor = (): Extractor => {
    const known = kept.get(content) ?? createExtractor({ gazetteer: loadGazetteer(content) })
    kept.set(content, known)
    return known
  }
  const rules: FactRules = { rules: String(FACTS_VERSION), extract: (article) => extractor()(article) }
  return () => rules
}

/** Facts are read once it has been quiet for so long. */
const PATIENCE_MS = 500

export function startExtracting(library: Library, indexing: Pick<Indexing, 'retag'>, ports: Pick<CorePorts, 'emit'>, tell: (ids: null) => void): BackgroundRun {
  return startBackground({
    name: 'facts',
    left: () => library.reads.facts.staleCount(library.facts().rules),
    group: (after, milliseconds) => extractStale(library, after, milliseconds),
    followed: indexing.retag,
    report: (progress) => ports.emit('facts.extracting', progress),
    finished: () => tell(null),
    patience: PATIENCE_MS,
    // An import has the processor to itself.
    giveWay: library.reads.batches.anyRunning,
  })
}
