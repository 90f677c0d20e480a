/** A library in memory, for tests of the index. Its texts are our own writing. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { createSegmenter } from '../../../electron/core/language/index.ts'
import { type Filing, type IndexEntry, type IndexOptions, type SearchIndex, indexText, openIndex } from '../../../electron/core/searching/index.ts'

export interface Sample {
  readonly seq: number
  readonly title: string
  readonly body: string
  readonly revision?: number
  readonly keywords?: readonly string[]
  readonly kind?: IndexEntry['kind']
  readonly origin?: IndexEntry['origin']
  readonly place?: IndexEntry['place']
  readonly date?: string | null
  readonly source?: string | null
  readonly authors?: readonly string[]
  readonly headings?: readonly string[]
  readonly notes?: readonly string[]
  readonly practices?: readonly string[]
  readonly brands?: readonly string[]
  readonly platforms?: readonly string[]
  readonly people?: readonly string[]
  readonly labels?: readonly string[]
  readonly rights?: IndexEntry['rights']
  readonly status?: IndexEntry['status']
  readonly review?: IndexEntry['review']
  readonly tags?: number
}

const NOWHERE = { province: null, city: null, district: null }
export const segmenter = createSegmenter()

const filed = ({ practices = [], keywords = [], brands = [], platforms = [], people = [], labels = [], rights = 'cite', status = 'active', review = 'accepted', tags = 0 }: Sample): Filing => ({ practices, keywords, brands, platforms, people, labels, rights, status, review, tags })

export function entryOf(sample: Sample): IndexEntry {
  const { seq, title, body, keywords = [], revision = 1, kind = 'case', origin = 'imported', place = NOWHERE, date = null, source = null, authors = [], headings = [], notes = [] } = sample
  return { ...filed(sample), seq, revision, kind, origin, title, place, date, source, authors, index: indexText({ title, keywords, body, headings, notes }) }
}

/** What an index is opened over; `samples` may be changed while it is open. */
export function optionsFor(samples: Map<number, Sample>): IndexOptions {
  const known = (seqs: readonly number[]): Sample[] => seqs.flatMap((seq) => samples.get(seq) ?? [])
  return {
    library: {
      texts: (seqs) => known(seqs).map(({ seq, title, body, keywords = [], headings = [], notes = [] }) => ({ seq, title, body, keywords, headings, notes })),
      revisions: () => [...samples.values()].map((sample) => ({ ...filed(sample), seq: sample.seq, revision: sample.revision ?? 1 })),
      load: (seqs) => known(seqs).map(entryOf),
      stories: () => [],
      tagged: (seqs) => known(seqs).map((sample) => ({ ...filed(sample), seq: sample.seq })),
    },
    segmenter: () => segmenter,
  }
}

/** A folder of its own, removed when the test ends. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'casebook-search-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

export async function indexed(samples: readonly Sample[], change: Partial<IndexOptions> = {}): Promise<{ index: SearchIndex; samples: Map<number, Sample> }> {
  const map = new Map(samples.map((sample) => [sample.seq, sample]))
  const path = folder()
  const index = openIndex(join(path, 'search.db'), { ...optionsFor(map), ...change })
  onTestFinished(() => index.close())
  await index.catchUp()
  return { index, samples: map }
}

/** The file of an index that was complete before `age` was done to its tables. */
export async function aged(samples: Map<number, Sample>, age: string): Promise<string> {
  const file = join(folder(), 'search.db')
  const index = openIndex(file, optionsFor(samples))
  await index.catchUp()
  index.close()
  const db = new Database(file)
  db.unsafeMode()
  db.exec(age)
  db.close()
  return file
}

/** An index in memory that all tests of a file may ask. */
export async function standing(samples: readonly Sample[], change: Partial<IndexOptions> = {}): Promise<SearchIndex> {
  const index = openIndex(':memory:', { ...optionsFor(new Map(samples.map((sample) => [sample.seq, sample]))), ...change })
  await index.catchUp()
  return index
}

export const found = (index: SearchIndex, query: string, limit = 200): number[] => index.search({ query, limit }).hits.map(({ seq }) => seq)
export const foundSet = (index: SearchIndex, query: string): number[] => found(index, query).sort((a, b) => a - b)
