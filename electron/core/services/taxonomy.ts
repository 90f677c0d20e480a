/** The taxonomy of practices of one library: what the program ships with what people changed, loaded when it is first needed, and the names people call its practices by. */
import type { FormerPractice, Practice, PracticeId } from '../../contract/practices.ts'
import type { TaxonomyChange } from '../../contract/taxonomy.ts'
import { createTagger, loadTaxonomy, overlaid, taxonomyOf, type Tagger, type Taxonomy } from '../describing/practices/index.ts'
import { foldText } from '../language/index.ts'
import type { PracticeRules } from '../library/index.ts'

export interface Practices {
  readonly taxonomy: () => Taxonomy
  /** What texts are read under. */
  readonly rules: () => PracticeRules
  readonly known: (id: string) => Practice | null
  /** The practice that `id` lives on in, where it was merged or moved; else itself. */
  readonly current: (id: PracticeId) => PracticeId
  /** Practices of earlier days that have another id by now, or none. */
  readonly former: () => readonly FormerPractice[]
  /** As `practicesNamed` tells. */
  readonly named: (text: string) => readonly PracticeId[]
  /** The rules as they would be with these changes. Throws INVALID_INPUT where they do not fit. */
  readonly under: (changes: readonly TaxonomyChange[]) => PracticeRules
}

interface Loaded {
  readonly taxonomy: Taxonomy
  readonly rules: PracticeRules
  readonly byId: ReadonlyMap<string, Practice>
  readonly former: readonly FormerPractice[]
}

/** By content folder: it comes with the program and does not change while that runs, however many libraries are opened. */
const shipped = new Map<string, Taxonomy>()

function shippedIn(content: string): Taxonomy {
  const known = shipped.get(content) ?? loadTaxonomy(content)
  shipped.set(content, known)
  return known
}

/** By content folder and changes: a library that changed nothing shares the tagger with all others. */
const kept = new Map<string, Loaded>()
const MOST_KEPT = 8

function loaded(content: string, changes: readonly TaxonomyChange[]): Loaded {
  const key = JSON.stringify([content, changes])
  const known = kept.get(key)
  if (known) return known
  const base = shippedIn(content)
  const { practices, aliasOf, former } = overlaid(base.practices, changes)
  const taxonomy = changes.length === 0 ? base : taxonomyOf(practices)
  const byId = new Map<string, Practice>(practices.map((practice) => [practice.id, practice]))
  // Made for the first text: a start that has nothing to read does without.
  let tagger: Tagger | null = null
  const tag: Tagger = (article) => (tagger ??= createTagger(taxonomy))(article)
  const made: Loaded = { taxonomy, byId, former, rules: { rules: taxonomy.rules, ids: practices.map(({ id }) => id), labelOf: (id) => byId.get(id)?.label ?? id, tag, aliasOf } }
  for (const oldest of kept.keys()) {
    if (kept.size < MOST_KEPT) break
    kept.delete(oldest)
  }
  kept.set(key, made)
  return made
}

/** Ids of the practices that a text names: by id or name; where none is called just so, by a part of the Chinese name. */
export function practicesNamed(practices: readonly Practice[], text: string): readonly PracticeId[] {
  const wanted = foldText(text)
  if (wanted === '') return []
  const exact = practices.filter(({ id, label, zh, en, labelEn }) => [id, label, zh, en, labelEn].some((name) => foldText(name) === wanted))
  return (exact.length > 0 ? exact : practices.filter(({ label, zh }) => [label, zh].some((name) => foldText(name).includes(wanted)))).map(({ id }) => id)
}

/** `changes` are those of the library, as they stand when asked. */
export function lazyPractices(content: string, changes: () => readonly TaxonomyChange[] = () => []): Practices {
  const load = (): Loaded => loaded(content, changes())
  return {
    taxonomy: () => load().taxonomy,
    rules: () => load().rules,
    known: (id) => load().byId.get(id) ?? null,
    current: (id) => load().rules.aliasOf(id),
    former: () => load().former,
    named: (text) => practicesNamed(load().taxonomy.practices, text),
    under: (asked) => loaded(content, asked).rules,
  }
}
