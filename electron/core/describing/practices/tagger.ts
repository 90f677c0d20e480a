/** What practices an article shows, with the sentences that show them. Deterministic and pure. */
import type { Span } from '../../../contract/entry.ts'
import type { Strength } from '../../../contract/practice-tag.ts'
import type { Practice } from '../../../contract/practices.ts'
import { createFinder, type Hit } from './hits.ts'
import { onlyNamed } from './mention.ts'
import type { Taxonomy } from './taxonomy.ts'
import { isOnTopic } from './topic.ts'
import { unitsOf, type Article, type Unit } from './units.ts'

/** One sentence, sub-head or title that shows a practice. Offsets are into the body, or into the title for `inTitle`. */
export interface FoundEvidence extends Span {
  /** The wording that fired as it stands in the text; several are joined by ' + '. */
  readonly trigger: string
  /** Where it stands: ordered, disjoint, inside the sentence. */
  readonly marks: readonly Span[]
}

export interface FoundTag {
  readonly id: Practice['id']
  readonly strength: Strength
  /** In the order of the text; the first 300 where there are more. */
  readonly evidence: readonly FoundEvidence[]
  readonly inTitle: readonly FoundEvidence[]
}

/** A book of a hundred chapters says 网格员 ten thousand times: the first sentences are evidence enough, and a library must stay light. */
const MOST_SENTENCES = 300

export type Tagger = (article: Article) => readonly FoundTag[]

const NOTHING: readonly (readonly Firing[])[] = []

/** A sentence that fired, before it is written down for each practice it shows. */
interface Firing {
  readonly unit: Unit
  readonly marks: readonly Span[]
  /** The practice is named in passing: in a list, as a part of a title, as a plan. */
  readonly named: boolean
}

/** Tags are in the order of the taxonomy. Made once for a taxonomy; the tagger keeps no state between articles. */
export function createTagger({ practices }: Pick<Taxonomy, 'practices'>): Tagger {
  const find = createFinder(practices)
  const childrenOf = practices.map(({ id }) => practices.flatMap(({ parent }, child) => (parent === id ? [child] : [])))

  const firings = (text: string, units: readonly Unit[]): readonly (readonly Firing[])[] => {
    const hitsFound = find(text, units)
    if (hitsFound.length === 0) return NOTHING
    const own = practices.map((): Firing[] => [])
    for (const { practice, unit, hits } of byUnit(hitsFound, units)) {
      if (fires(hits)) own[practice]?.push({ unit, marks: hits.map(({ start, end }) => ({ start, end })), named: unit.kind === 'item' || onlyNamed(text, unit, hits) })
    }
    return own.map((mine, at) => (childrenOf[at]?.length ? together([mine, ...(childrenOf[at] ?? []).map((child) => own[child] ?? [])]) : mine))
  }

  return (article) => {
    const inBody = firings(article.body, unitsOf(article))
    const inTitle = article.title === null || article.title.trim() === '' ? [] : firings(article.title, [{ kind: 'title', start: 0, end: article.title.length }])
    if (inBody.length + inTitle.length === 0) return []
    const tags = practices.flatMap(({ id }, at): readonly FoundTag[] => {
      const [body, title] = [inBody[at] ?? [], inTitle[at] ?? []]
      if (body.length + title.length === 0) return []
      return [{ id, strength: strengthOf(article.body, body, title), evidence: body.slice(0, MOST_SENTENCES).map((firing) => written(article.body, firing)), inTitle: title.map((firing) => written(article.title ?? '', firing)) }]
    })
    return tags.length === 0 || isOnTopic(article) ? tags : []
  }
}

/** One strong trigger or pattern, or two different weak ones. */
const fires = (hits: readonly Hit[]): boolean => hits.some(({ weak }) => weak === null) || new Set(hits.map(({ weak }) => weak)).size >= 2

/** Hits of one practice in one unit, in order. Hits come by practice, then by place. */
function* byUnit(hits: readonly Hit[], units: readonly Unit[]): Generator<{ readonly practice: number; readonly unit: Unit; readonly hits: readonly Hit[] }> {
  let at = 0
  for (let i = 0; i < hits.length; ) {
    const first = hits[i]
    if (first === undefined) return
    if (i > 0 && hits[i - 1]?.practice !== first.practice) at = 0
    for (let unit = units[at]; unit !== undefined && unit.end <= first.start; unit = units[at]) at++
    const unit = units[at]
    if (unit === undefined) return
    const from = i
    for (let hit = hits[i]; hit !== undefined && hit.practice === first.practice && hit.start < unit.end; hit = hits[i]) i++
    yield { practice: first.practice, unit, hits: hits.slice(from, i) }
  }
}

/** The parent fires through its children: each sentence once, with the marks of all. */
function together(lists: readonly (readonly Firing[])[]): readonly Firing[] {
  const bySentence = new Map<number, Firing>()
  for (const firing of lists.flat()) {
    const same = bySentence.get(firing.unit.start)
    bySentence.set(firing.unit.start, same === undefined ? firing : { unit: firing.unit, marks: merged([...same.marks, ...firing.marks]), named: same.named && firing.named })
  }
  return [...bySentence.values()].sort((a, b) => a.unit.start - b.unit.start)
}

function merged(marks: readonly Span[]): readonly Span[] {
  const result: Span[] = []
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1)
    if (last === undefined || mark.start >= last.end) result.push(mark)
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, mark.end) }
  }
  return result
}

/** A title, a sub-head or two different sentences that tell of it: primary. One: secondary. Only named: mention. */
function strengthOf(body: string, evidence: readonly Firing[], inTitle: readonly Firing[]): Strength {
  if (inTitle.length > 0) return 'primary'
  const telling = evidence.filter(({ named }) => !named)
  if (telling.length === 0) return 'mention'
  return telling.some(({ unit }) => unit.kind === 'heading') || new Set(telling.map(({ unit }) => body.slice(unit.start, unit.end))).size >= 2 ? 'primary' : 'secondary'
}

function written(text: string, { unit, marks }: Firing): FoundEvidence {
  const wordings = new Set(marks.map(({ start, end }) => text.slice(start, end)))
  return { start: unit.start, end: unit.end, trigger: [...wordings].join(' + '), marks }
}
