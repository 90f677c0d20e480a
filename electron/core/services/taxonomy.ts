/** The taxonomy of practices for this process, loaded when it is first needed, and the names people call its practices by. */
import type { Practice, PracticeId } from '../../contract/practices.ts'
import { createTagger, loadTaxonomy, type Tagger, type Taxonomy } from '../describing/practices/index.ts'
import { foldText } from '../language/index.ts'
import type { PracticeRules } from '../library/index.ts'

export interface Practices {
  readonly taxonomy: () => Taxonomy
  /** What texts are read under. */
  readonly rules: () => PracticeRules
  readonly known: (id: string) => Practice | null
  /** Ids of the practices that a text names: by id or name; where none is called just so, by a part of the Chinese name. */
  readonly named: (text: string) => readonly PracticeId[]
}

interface Loaded {
  readonly taxonomy: Taxonomy
  readonly rules: PracticeRules
  readonly byId: ReadonlyMap<string, Practice>
}

/** By content folder: it comes with the program and does not change while that runs, however many libraries are opened. */
const kept = new Map<string, Loaded>()

function loadFrom(content: string): Loaded {
  const taxonomy = loadTaxonomy(content)
  const { practices, rules } = taxonomy
  const byId = new Map<string, Practice>(practices.map((practice) => [practice.id, practice]))
  // Made for the first text: a start that has nothing to read does without.
  let tagger: Tagger | null = null
  const tag: Tagger = (article) => (tagger ??= createTagger(taxonomy))(article)
  return { taxonomy, rules: { rules, ids: practices.map(({ id }) => id), labelOf: (id) => byId.get(id)?.label ?? id, tag }, byId }
}

export function lazyPractices(content: string): Practices {
  const load = (): Loaded => {
    const known = kept.get(content) ?? loadFrom(content)
    kept.set(content, known)
    return known
  }
  return {
    taxonomy: () => load().taxonomy,
    rules: () => load().rules,
    known: (id) => load().byId.get(id) ?? null,
    named: (text) => {
      const wanted = foldText(text)
      if (wanted === '') return []
      const { practices } = load().taxonomy
      const exact = practices.filter(({ id, label, zh, en, labelEn }) => [id, label, zh, en, labelEn].some((name) => foldText(name) === wanted))
      return (exact.length > 0 ? exact : practices.filter(({ label, zh }) => [label, zh].some((name) => foldText(name).includes(wanted)))).map(({ id }) => id)
    },
  }
}
