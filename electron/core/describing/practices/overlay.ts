/** The shipped practices with the changes people made to them, in their order. Pure. */
import { Refusal } from '../../../contract/errors.ts'
import type { FormerPractice, Practice, PracticeId } from '../../../contract/practices.ts'
import { PracticeId as PracticeIdShape } from '../../../contract/practice-tag.ts'
import type { StepChange, TaxonomyChange } from '../../../contract/taxonomy.ts'
import { plainText } from './plain.ts'

export interface Overlaid {
  readonly practices: readonly Practice[]
  /** Where practices of earlier days live on: merged or moved ones. */
  readonly aliasOf: (id: PracticeId) => PracticeId
  /** Those that were merged, moved or retired, as they were called last, and where they live on. */
  readonly former: readonly FormerPractice[]
}

/** Of steps, what changes practices. */
export const practiceChangesOf = (steps: readonly { readonly change: StepChange }[]): readonly TaxonomyChange[] =>
  steps.flatMap(({ change }) => (change.type === 'label' ? [] : change.type === 'codebook' ? change.practices : [change]))

/** In characters; tags and boards have room for so many. */
const LONGEST_TOP_LABEL = 6

/** Throws INVALID_INPUT at the first change that does not fit. */
export function overlaid(shipped: readonly Practice[], changes: readonly TaxonomyChange[]): Overlaid {
  let practices = shipped
  const aliases = new Map<PracticeId, PracticeId>()
  const labels = new Map<PracticeId, string>()
  for (const change of changes) {
    for (const { id, label } of practices) if (id === change.id) labels.set(id, label)
    practices = changed(practices, change)
    if (change.type === 'merge') aliases.set(change.id, change.into)
    if (change.type === 'move') aliases.set(change.id, movedId(change.id, change.parent))
  }
  const isThere = (id: PracticeId): boolean => practices.some((one) => one.id === id)
  const aliasOf = (id: PracticeId): PracticeId => {
    let at = id
    for (let next = aliases.get(at), left = aliases.size; next !== undefined && left >= 0; next = aliases.get(at), left--) {
      if (isThere(at)) break
      at = next
    }
    return at
  }
  const former = [...labels].flatMap(([id, label]): FormerPractice[] => {
    const now = aliasOf(id)
    return isThere(id) ? [] : [{ id, label, now: isThere(now) ? now : null }]
  })
  return { practices, aliasOf, former }
}

/** The id of the `n`th practice that people add: letters alone, as all ids are. */
export const ownId = (parent: PracticeId | null, n: number): PracticeId => PracticeIdShape.parse(`${parent === null ? '' : `${parent}.`}own${lettersOf(n)}`)

/** The id of the `m`th of those that came in together as the `n`th change. */
export const cameId = (parent: PracticeId | null, n: number, m: number): PracticeId => PracticeIdShape.parse(`${ownId(parent, n)}x${lettersOf(m).padStart(3, 'a')}`)

function lettersOf(n: number): string {
  let letters = ''
  for (let left = n; left >= 0; left = Math.floor(left / 26) - 1) letters = String.fromCharCode(97 + (left % 26)) + letters
  return letters
}

function changed(practices: readonly Practice[], change: TaxonomyChange): readonly Practice[] {
  switch (change.type) {
    case 'add':
      return added(practices, change)
    case 'rename':
      return put(practices, { ...get(practices, change.id), label: change.label, zh: change.zh })
    case 'define':
      return put(practices, { ...get(practices, change.id), definition: change.definition, counts: change.counts, countsNot: change.countsNot })
    case 'move':
      return moved(practices, get(practices, change.id), change.parent)
    case 'merge':
      return merged(practices, get(practices, change.id), get(practices, change.into))
    case 'retire':
      return without(practices, get(practices, change.id))
    case 'words': {
      const practice = get(practices, change.id)
      const words = [...practice[change.list].filter((word) => !change.remove.includes(word)), ...change.add]
      return put(practices, { ...practice, [change.list]: words })
    }
  }
}

const refuse = (reason: string): never => {
  throw new Refusal('INVALID_INPUT', { reason })
}

const get = (practices: readonly Practice[], id: PracticeId): Practice => practices.find((one) => one.id === id) ?? refuse(`没有编号为“${id}”的做法，可能已合并、移动或停用`)

const hasChildren = (practices: readonly Practice[], { id }: Practice): boolean => practices.some(({ parent }) => parent === id)

/** Puts a practice in the place of the one of its id. */
function put(practices: readonly Practice[], practice: Practice): readonly Practice[] {
  check(practices.filter(({ id }) => id !== practice.id), practice)
  return practices.map((one) => (one.id === practice.id ? practice : one))
}

/** At the end of its siblings. */
function placed(practices: readonly Practice[], practice: Practice): readonly Practice[] {
  check(practices, practice)
  if (practice.parent === null) return [...practices, practice]
  const last = practices.findLastIndex(({ id, parent }) => id === practice.parent || parent === practice.parent)
  return practices.toSpliced(last + 1, 0, practice)
}

function added(practices: readonly Practice[], { id, parent, label, zh, definition, strong, weak }: TaxonomyChange & { readonly type: 'add' }): readonly Practice[] {
  if (parent !== null && get(practices, parent).parent !== null) refuse('做法只有两级：新的做法不能放在子做法之下')
  if (practices.some((one) => one.id === id)) refuse(`“${id}”已有了`)
  return placed(practices, { id, parent, label, zh, en: zh, labelEn: label, definition, counts: [], countsNot: [], question: '', strong, weak, patterns: [], negative: [] })
}

const movedId = (id: PracticeId, parent: PracticeId | null): PracticeId => {
  const own = id.slice(id.indexOf('.') + 1)
  return PracticeIdShape.parse(parent === null ? own : `${parent}.${own}`)
}

function moved(practices: readonly Practice[], practice: Practice, parent: PracticeId | null): readonly Practice[] {
  if (practice.parent === parent) refuse(`“${practice.label}”已在那里`)
  if (hasChildren(practices, practice)) refuse(`“${practice.label}”还有子做法，请先移走或合并它们`)
  if (parent !== null && get(practices, parent).parent !== null) refuse('做法只有两级：不能移到子做法之下')
  const id = movedId(practice.id, parent)
  if (practices.some((one) => one.id === id)) refuse(`那里已有编号相同的做法“${id}”，请改用合并`)
  return placed(without(practices, practice), { ...practice, id, parent })
}

function merged(practices: readonly Practice[], practice: Practice, into: Practice): readonly Practice[] {
  if (practice.id === into.id) refuse('不能把一项做法并入它自己')
  const union = (list: 'strong' | 'weak' | 'patterns' | 'negative'): string[] => [...new Set([...into[list], ...practice[list]])]
  const strong = union('strong')
  const plain = new Set(strong.map(plainText))
  return put(without(practices, practice), { ...into, strong, weak: union('weak').filter((word) => !plain.has(plainText(word))), patterns: union('patterns'), negative: into.negative.filter((word) => !strong.some((own) => plainText(own).includes(plainText(word)))) })
}

function without(practices: readonly Practice[], practice: Practice): readonly Practice[] {
  if (hasChildren(practices, practice)) refuse(`“${practice.label}”还有子做法，请先移走、合并或停用它们`)
  return practices.filter(({ id }) => id !== practice.id)
}

/** Tags stand beside each other without their parents: two of the same name could not be told apart. A word must be able to fire. */
function check(others: readonly Practice[], { parent, label, strong, weak, negative }: Practice): void {
  const same = others.find((one) => one.label === label)
  if (same !== undefined) refuse(`已有一项做法叫“${label}”`)
  if (parent === null && label.length > LONGEST_TOP_LABEL) refuse(`一级做法的短名最多 ${LONGEST_TOP_LABEL} 个字`)
  const seen = new Set<string>()
  for (const word of [...strong, ...weak]) {
    const plain = plainText(word)
    if (plain.length < 2) refuse(`“${word}”太短，至少要有两个字`)
    if (seen.has(plain)) refuse(`“${word}”已经在触发词里`)
    seen.add(plain)
    const cancelling = negative.find((against) => plain.includes(plainText(against)))
    if (cancelling !== undefined) refuse(`排除词“${cancelling}”使“${word}”永远不能命中`)
  }
}
