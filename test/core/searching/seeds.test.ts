/** The evaluation set of the search paper over the five real write-ups: raw files for exact places, imported entries for what a person would find. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { loadTools, prepareFile } from '../../../electron/core/jobs/prepare-file.ts'
import { foldText } from '../../../electron/core/language/fold.ts'
import { NO_ASIDE, type SearchIndex, asideOf } from '../../../electron/core/searching/index.ts'
import { overSharedTexts, root, shared } from '../../shared.ts'
import { type Sample, standing } from './library.ts'

const Spans = z.array(z.tuple([z.int(), z.int()]))
const Query = z.looseObject({
  id: z.string(),
  mode: z.string(),
  query: z.string(),
  must_match: z.array(z.string()),
  must_not_match: z.array(z.string()),
  top1: z.string().nullish(),
  spans_utf16: z.record(z.string(), Spans).default({}),
  match_count: z.record(z.string(), z.int()).default({}),
})
const queries = shared === null ? [] : z.object({ queries: z.array(Query) }).parse(JSON.parse(readFileSync(join(shared, 'search-eval', 'dev.json'), 'utf8'))).queries
const seeds = shared === null ? null : join(shared, 'seeds')
const names = seeds === null ? [] : readdirSync(seeds).sort()
const bytesOf = (name: string): Buffer => readFileSync(join(seeds ?? '', name))

describe.skipIf(seeds === null)(overSharedTexts('the evaluation set'), () => {
  const raw = names.map((name, i): Sample => ({ seq: i + 1, title: '', body: bytesOf(name).toString('utf8') }))
  const files = new Map<number, string>()
  let rawIndex: SearchIndex
  let imported: SearchIndex
  beforeAll(async () => {
    rawIndex = await standing(raw)
    const tools = loadTools(join(root, 'content'))
    const entries: Sample[] = []
    for (const name of names) {
      for (const { article, description } of (await prepareFile({ name, bytes: bytesOf(name) }, tools)).articles) {
        const seq = entries.length + 1
        files.set(seq, name)
        entries.push({ seq, title: description.title, body: article.body, keywords: description.keywords, kind: description.kind, place: description.place, date: article.date.value, source: article.source.media, authors: article.authors.map((author) => author.name), ...asideOf({ ...article, media: article.source.media }) })
      }
    }
    imported = await standing(entries)
  })
  const filesOf = (index: SearchIndex, query: string): string[] => index.search({ query, limit: 200 }).hits.flatMap(({ seq }) => (index === rawIndex ? (names[seq - 1] ?? []) : (files.get(seq) ?? [])))

  /** A raw file has no title. */
  const inBoth = queries.filter(({ mode }) => mode !== 'field' && mode !== 'robust')
  test.each(inBoth)('$id over the raw files: $query', ({ query, must_match, must_not_match, top1 }) => {
    const found = filesOf(rawIndex, query)
    expect(found).toEqual(expect.arrayContaining(must_match))
    expect(found.filter((name) => must_not_match.includes(name))).toEqual([])
    if (typeof top1 === 'string') expect(found[0]).toBe(top1)
  })

  test.each(queries.filter(({ mode }) => mode === 'quoted'))('$id marks exactly what it should', ({ query, spans_utf16, match_count }) => {
    for (const { seq, body } of raw) {
      const name = names[seq - 1] ?? ''
      const { body: marks } = rawIndex.marks(query, { title: '', body, ...NO_ASIDE })
      expect(marks.slice(0, 40)).toEqual(spans_utf16[name] ?? [])
      expect(marks.length).toBe(match_count[name] ?? 0)
    }
  })

  test.each(queries.filter(({ mode }) => mode !== 'robust'))('$id over the imported entries: $query', ({ query, must_match, must_not_match, top1 }) => {
    const found = filesOf(imported, query)
    expect(found).toEqual(expect.arrayContaining(must_match))
    expect(found.filter((name) => must_not_match.includes(name))).toEqual([])
    if (typeof top1 === 'string') expect(found[0]).toBe(top1)
  })

  test.each(queries.filter(({ mode }) => mode === 'robust'))('$id is answered: $query', ({ query }) => {
    expect(imported.search({ query }).total).toBeGreaterThanOrEqual(0)
  })

  const folded = raw.map(({ body }) => foldText(body))
  test('every piece of Chinese that stands in a file is found in exactly the files that hold it', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 12 }), (which, from, length) => {
        const { body = '' } = raw[which % raw.length] ?? {}
        const start = from % body.length
        const piece = /\p{Script=Han}+/u.exec(body.slice(start, start + length))?.[0]
        if (piece === undefined) return
        const holders = names.filter((_, i) => folded[i]?.includes(foldText(piece)))
        expect(holders.length).toBeGreaterThan(0)
        for (const query of [piece, `"${piece}"`]) expect({ query, found: filesOf(rawIndex, query).sort() }).toEqual({ query, found: holders })
      }),
      { numRuns: 500 },
    )
  })

  test('no piece of Chinese that stands in none is found', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 3 }), (which, a, b, length) => {
        const text = folded[which % folded.length] ?? ''
        const piece = `${text.slice(a % text.length).slice(0, length)}${text.slice(b % text.length).slice(0, length)}`.replaceAll(/\P{Script=Han}/gu, '')
        if (piece === '') return
        const holders = names.filter((_, i) => folded[i]?.includes(piece))
        expect({ piece, found: filesOf(rawIndex, `"${piece}"`).sort() }).toEqual({ piece, found: holders })
      }),
      { numRuns: 500 },
    )
  })
})
