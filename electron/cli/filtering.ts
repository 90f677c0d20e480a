import { Refusal } from '../contract/errors.ts'
import type { Label, LabelId } from '../contract/labels.ts'
import type { PracticeId } from '../contract/practice-tag.ts'
import { FACETS, FacetName, Filters, type FilterValues, NO_FILTERS } from '../contract/searching.ts'
import { foldText } from '../core/language/index.ts'
import { practicesNamed } from '../core/services/taxonomy.ts'
import { usage } from './command.ts'
import type { Session } from './session.ts'

/** Suffixes that people leave out: 淮南 means 淮南市. */
const SUFFIXES = ['', '省', '市', '区', '县', '自治区', '特别行政区', '自治州', '自治县', '地区', '盟', '旗']

/** Filters for a place named in any depth (安徽, 淮南市, 安徽省/淮南市) and the practices; null when no entry of the query lies there. */
export async function filtersFor(session: Session, query: string, place: string | undefined, practice: readonly PracticeId[]): Promise<Partial<Filters> | null> {
  if (place === undefined) return { practice: [...practice] }
  const { facets } = await session.call('search.run', { query, filters: NO_FILTERS, sort: 'imported', offset: 0, limit: 1 })
  const names = SUFFIXES.map((suffix) => place + suffix)
  const paths = facets.place.map(({ value }) => value).filter((path) => path === place || names.includes(path.split('/').at(-1) ?? ''))
  return paths.length === 0 ? null : { place: paths.slice(0, 200), practice: [...practice] }
}

/** `place=安徽省`, `brand=…`: values that are to be left out, by facet. Throws USAGE where none is named, or a value that is none of it; labels are named, and known once the library is open. */
export function excluded(typed: readonly string[]): { readonly values: FilterValues; readonly labels: readonly string[] } {
  const chosen: Partial<Record<FacetName, string[]>> = {}
  for (const one of typed) {
    const [name = '', ...value] = one.split('=')
    const facet = FacetName.safeParse(name)
    if (!facet.success || value.length === 0) throw usage(`--not 应写成“筛选=值”，如 --not place=安徽省；筛选有：${FACETS.join('、')}`)
    chosen[facet.data] = [...(chosen[facet.data] ?? []), value.join('=')]
  }
  const filters = Filters.shape.not.safeParse({ ...NO_FILTERS.not, ...chosen, label: [] })
  if (!filters.success) throw usage(`--not 的值不对：${typed.join('、')}`)
  return { values: filters.data, labels: chosen.label ?? [] }
}

const MOST_NAMED = 20

/** The labels that these names, paths (上级/名称) or ids stand for. Throws USAGE, and says which there are. */
export async function labelsFor(session: Session, typed: readonly string[]): Promise<LabelId[]> {
  if (typed.length === 0) return []
  const paths = await labelPaths(session)
  return typed.flatMap((name) => {
    const found = [...paths].filter(([id, path]) => id === name || foldText(path) === foldText(name) || foldText(path).endsWith(foldText(`/${name}`))).map(([id]) => id)
    if (found.length === 0) throw usage(`没有名为“${name}”的标签；${paths.size === 0 ? '本库还没有标签' : `本库的标签有：${[...paths.values()].slice(0, MOST_NAMED).join('、')}${paths.size > MOST_NAMED ? '等' : ''}`}`)
    return found
  })
}

/** Each label by its name behind those it stands under: 上级/名称. */
export async function labelPaths(session: Session): Promise<ReadonlyMap<LabelId, string>> {
  const labels = (await session.call('labels.list', {})).map(({ label }) => label)
  const path = ({ parent, name }: Label): string => {
    const above = labels.find(({ id }) => id === parent)
    return above === undefined ? name : `${path(above)}/${name}`
  }
  return new Map(labels.map((label) => [label.id, path(label)]))
}

/** The practice of the library that an id or a name stands for, also one of earlier days, as a filter; nothing typed filters nothing. Throws NO_SUCH_PRACTICE. */
export async function practiceFor(session: Session, typed: string | undefined): Promise<readonly PracticeId[]> {
  if (typed === undefined) return []
  const { practices, former } = await session.call('practices.list', {})
  const now = former.find(({ id, label }) => id === typed || label === typed)?.now ?? null
  const exact = practicesNamed(practices, typed)
  const named = exact.length !== 1 && now !== null ? [now] : exact
  if (named.length !== 1) throw new Refusal('NO_SUCH_PRACTICE', { practice: typed })
  return named
}
