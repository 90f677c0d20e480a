import { NO_FILTERS, type Filters } from '../contract/searching.ts'
import { usage } from './command.ts'
import type { Session } from './session.ts'

/** Suffixes that people leave out: 淮南 means 淮南市. */
const SUFFIXES = ['', '省', '市', '区', '县', '自治区', '特别行政区', '自治州', '自治县', '地区', '盟', '旗']

/** Filters for a place named in any depth (安徽, 淮南市, 安徽省/淮南市); null when no entry of the query lies there. */
export async function filtersFor(session: Session, query: string, place: string | undefined): Promise<Partial<Filters> | null> {
  if (place === undefined) return {}
  const { facets } = await session.call('search.run', { query, filters: NO_FILTERS, sort: 'imported', offset: 0, limit: 1 })
  const names = SUFFIXES.map((suffix) => place + suffix)
  const paths = facets.place.map(({ value }) => value).filter((path) => path === place || names.includes(path.split('/').at(-1) ?? ''))
  return paths.length === 0 ? null : { place: paths.slice(0, 200) }
}

/** No practice has been defined yet, so no id names one. */
export function refusePractice(id: string | undefined): void {
  if (id !== undefined) throw usage(`没有编号为“${id}”的做法；本资料库还没有做法目录`)
}
