/** A citation after GB/T 7714: what the text does not state is said to be unstated, never left out in silence. */
import type { Entry } from '../../../electron/contract/entry.ts'
import type { Citation } from '../../../electron/contract/summary.ts'

type Cited = Pick<Entry, 'title' | 'titleIsProvisional' | 'authors' | 'source' | 'date' | 'incomplete'>

const MOST_NAMES = 3

/** Authors. Title[N]. Medium, date(page). Names past three read 等; `unstated` is the word for what is missing. */
export function citation(entry: Cited, unstated: string): string {
  const writers = entry.authors.filter(({ role }) => role !== 'editor' && role !== 'reviewer').map(({ name }) => name)
  const names = writers.length === 0 ? unstated : writers.length > MOST_NAMES ? `${writers.slice(0, MOST_NAMES).join(', ')}, et al` : writers.join(', ')
  const kind = entry.source.url === null ? 'N' : 'EB/OL'
  const title = entry.titleIsProvisional ? `[${entry.title}]` : entry.title
  const page = entry.source.page === null ? '' : `(${entry.source.page})`
  const url = entry.source.url === null ? '' : `. ${entry.source.url}`
  return `${names}. ${title}[${kind}]. ${entry.source.media ?? unstated}, ${entry.date.value?.slice(0, 10) ?? unstated}${page}${url}.`
}

/** The source of a bundled summary in the shape of an entry. */
export const sourceOf = ({ title, media, date, page, authors }: Citation, unstated: string): Cited => ({
  title: title ?? unstated,
  titleIsProvisional: false,
  authors: authors.map((name) => ({ name, role: 'author', note: null })),
  source: { media, page, url: null },
  date: { value: date, precision: null, basis: null },
  incomplete: false,
})
