import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe as suite, expect, it } from 'vitest'
import { describe } from '../../../electron/core/describing/index.ts'
import { overSharedTexts, shared } from '../../shared.ts'
import { articleOf, context, gazetteer } from './article.ts'

interface Labelled {
  readonly file: string
  readonly title: string
  readonly city: string
  readonly kind: string
  readonly scope: string
}

const lines = (text: string): string[] => text.split(/\n+/).map((line) => line.trim()).filter((line) => line !== '')
/** The stored pages are fragments of HTML; this is enough to read them, and no more than a test needs. */
const plain = (text: string): string => text.replace(/<[^>]+>/g, '\n').replaceAll('&nbsp;', ' ')
const read = (...path: string[]): string => readFileSync(join(shared ?? '', ...path), 'utf8')
const share = (found: number, all: number): string => `${found} of ${all} (${(found / all).toFixed(3)})`

suite.skipIf(!shared)(`the real texts${shared ? '' : overSharedTexts('')}`, () => {
  const index: readonly Labelled[] = shared === null ? [] : JSON.parse(read('governance', 'INDEX.json'))
  const described = index
    .filter(({ scope }) => scope !== 'multi-article page')
    .map((entry) => ({ entry, description: describe(articleOf(lines(plain(read('governance', entry.file))).filter((line) => line !== entry.title), { title: entry.title }), context) }))

  it('are found in their city', () => {
    const labelled = described.filter(({ entry }) => entry.city !== '')
    const right = labelled.filter(({ entry, description }) => description.place.city === entry.city)
    console.info(`city as labelled: ${share(right.length, labelled.length)}`)
    expect(right.length / labelled.length).toBeGreaterThanOrEqual(0.9)
  })

  it('of one place on television are cases mostly, statutes and reports never', () => {
    const cases = (kind: string, scope: string): [cases: number, all: number] => {
      const those = described.filter(({ entry }) => entry.kind.includes(kind) && entry.scope === scope)
      return [those.filter(({ description }) => description.kind === 'case').length, those.length]
    }
    const segments = cases('tv-news', 'one place')
    console.info(`cases among segments about one place: ${share(...segments)}; among surveys: ${share(...cases('tv-news', 'multi-city survey'))}; among statutes: ${share(...cases('local regulation', 'one place'))}`)
    expect(segments[0] / segments[1]).toBeGreaterThanOrEqual(0.9)
    expect(cases('local regulation', 'one place')[0]).toBe(0)
    expect(cases('work report', 'province')[0]).toBe(0)
  })

  it('of everyday news are other', () => {
    const news: { title: string; text: string }[] = shared === null ? [] : gunzipSync(readFileSync(join(shared, 'corpus', 'sample-500.jsonl.gz'))).toString('utf8').trim().split('\n').map((line) => JSON.parse(line))
    const others = news.filter(({ title, text }) => describe(articleOf(lines(text), { title }), context).kind === 'other')
    console.info(`other among everyday news: ${share(others.length, news.length)}`)
    expect(news).toHaveLength(500)
    expect(others.length / news.length).toBeGreaterThanOrEqual(0.985)
  })

  it('list nearly every county that the gazetteer should know', () => {
    const rows = read('ref', 'divisions', 'divisions-2026-4levels.csv').split(/\r?\n/).slice(1).map((line) => line.split(','))
    const counties = [...new Set(rows.filter(([, , level, province = '']) => level === '3' && !/^(台湾|香港|澳门)/.test(province)).map(([, name = '']) => name))]
    const known = counties.filter((name) => gazetteer.names.has(name))
    console.info(`county names known: ${share(known.length, counties.length)}; not known: ${counties.filter((name) => !gazetteer.names.has(name)).join(' ')}`)
    expect(known.length / counties.length).toBeGreaterThanOrEqual(0.99)
  })
})
