/** The five real articles, exactly. Their words are not ours: expectations are places in the files, and names. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { CleanArticle } from '../../../electron/core/cleaning/article.ts'
import { readText as read } from '../../../electron/core/reading/index.ts'
import { overSharedTexts, shared } from '../../shared.ts'
import { cleanLawfully } from './documents.ts'

const folder = join(shared ?? '', 'seeds')
function seed(number: string): { readonly source: string; readonly articles: readonly CleanArticle[] } {
  const name = readdirSync(folder).find((file) => file.startsWith(number)) ?? ''
  const document = read({ name, bytes: readFileSync(join(folder, name)) })
  return { source: document.text, articles: cleanLawfully(document).articles }
}
const kinds = ({ paragraphs }: CleanArticle): string => paragraphs.map(({ kind }) => kind.charAt(0)).join('')
const rules = ({ notices }: CleanArticle, action: string): string[] => notices.filter((notice) => notice.action === action).map(({ id }) => id)
/** Where a paragraph of the body stood. */
const rawOf = ({ segments }: CleanArticle, at: number): number | undefined => segments.filter(({ body }) => body.start <= at).map(({ body, raw }) => raw.start + at - body.start).at(-1)

describe.skipIf(shared === null)(`the seeds${shared === null ? overSharedTexts('') : ''}`, () => {
  it('000 is a page of eight articles', () => {
    const { source, articles } = seed('000')
    const titles: readonly (readonly [number, number])[] = [[2, 19], [1662, 1674], [2097, 2120], [2520, 2534], [2906, 2931], [3297, 3306], [3430, 3454], [3904, 3922]]
    expect(articles.map(({ title }) => title)).toEqual(titles.map(([start, end]) => source.slice(start, end)))
    expect(articles.map(({ kicker }) => kicker)).toEqual([null, null, null, null, null, null, null, source.slice(3888, 3902)])
    expect(articles.map(({ subtitle }) => subtitle)).toEqual([source.slice(21, 34), null, null, null, null, null, null, null])
    expect(articles.map(({ authors }) => authors.map(({ name, role, note }) => [name, role, note].filter(Boolean).join(' ')))).toEqual([
      ['肖干 reporter 首席记者', '郑言 correspondent'], ['刘露 reporter'], ['王晨 reporter', '董楠楠 correspondent'], ['俞晓萌 reporter'],
      ['黄旭 reporter', '赵静 correspondent'], ['梅月 photographer 摄影记者', '张锋 correspondent'], ['余婷 reporter'], ['徐志勤 reporter', '刘庆峰 correspondent'],
    ])
    expect(articles.map(kinds)).toEqual(['phpphppppp', 'pppp', 'ppppp', 'ppp', 'ppp', 'pp', 'pppp', 'ppppppp'].map((kind, index) => (index === 0 ? 'phpphpppphp' : kind)))
    expect(articles.flatMap((article) => rules(article, 'repaired'))).toEqual(['join@366', 'join@779', 'join@1873', 'join@2315', 'join@2710', 'join@3100', 'join@3666', 'join@3776', 'join@4145', 'join@4365', 'join@4590'])
    expect(articles.flatMap((article) => rules(article, 'flagged'))).toEqual(['stray-word@302'])
    for (const [index, whole] of [[0, '党建+信访'], [4, '两个服务'], [6, '客厅式办公'], [7, '惠百城助万企']] as const) expect(articles[index]?.body).toContain(whole)
    expect(articles[0]?.body).toContain(' and ')
    expect(articles.every(({ source: { media, page }, date }) => media === null && page === null && date.value === null)).toBe(true)
  })

  it('001 has no title, and none is made up', () => {
    const { source, articles } = seed('001')
    const [article, ...others] = articles
    expect(others).toEqual([])
    expect([article?.title, article?.authors, article?.notices]).toEqual([null, [], []])
    expect(article && kinds(article)).toBe('pppppppppppp')
    expect(article?.body).toBe(source.trim())
  })

  it('002 gives source, time and editor’s note to their fields and keeps three sub-heads', () => {
    const { source, articles } = seed('002')
    const [article, ...others] = articles
    expect(others).toEqual([])
    expect(article).toMatchObject({ title: null, source: { media: '齐点淄博' }, date: { value: '2022-09-28T17:07', precision: 'minute', basis: 'stated' } })
    expect(article?.editorNote).toBe(source.slice(32, 172))
    expect(article && kinds(article)).toBe('pphpppphpppppphpppp')
    expect(article?.body).toBe(source.slice(173))
    expect(article && rules(article, 'repaired')).toEqual([])
  })

  it('003 moves the notice to the rights and is incomplete', () => {
    const { source, articles } = seed('003')
    const [article, ...others] = articles
    expect(others).toEqual([])
    expect(article).toMatchObject({ title: source.slice(0, 20), source: { page: '01' }, date: { value: '2024-06-20', precision: 'day' }, incomplete: true, incompleteReason: expect.stringContaining('下转四版') })
    expect(article?.authors).toEqual([{ name: '何婷婷', role: 'reporter', note: '本报记者' }, { name: '蔡莹莹', role: 'correspondent', note: '本报通讯员' }])
    expect(article?.rightsStatement).toBe(source.slice(62, 496).split(/\n+/).join('\n'))
    expect(article && kinds(article)).toBe('ppphpphpppphp')
    expect(article?.body).toBe(source.slice(498, 2040).split(/\n+/).join('\n'))
  })

  it('004 loses its page, keeps its author, and is flagged where it lost marks', () => {
    const { source, articles } = seed('004')
    const [article, ...others] = articles
    expect(others).toEqual([])
    expect(article).toMatchObject({ title: source.slice(0, 14), source: { media: '《群众·决策资讯》' }, date: { value: '2022-03-22', precision: 'day' } })
    expect(article?.authors).toEqual([{ name: '周青', role: 'author', note: '中共淮安市委常委、政法委书记' }, { name: '包咏菲', role: 'editor', note: null }])
    expect(article?.body).toBe(source.slice(67, 2987).split(/\n+/).join('\n'))
    expect(article && rules(article, 'flagged')).toEqual(['quotes@1309', 'quotes@1317', 'quotes@1935', 'number@1969', 'quotes@2266', 'quotes@2286', 'unfinished@2404'])
    expect(article && rules(article, 'dropped')).toEqual(['furniture@3020', 'furniture@3046', 'furniture@3051'])
    expect(article && rules(article, 'repaired')).toEqual([])
  })
})

const Place = z.object({ text: z.string(), start: z.int(), end: z.int() })
const Gold = z.object({
  file: z.string(),
  document: z.object({ article_count: z.int() }),
  boilerplate: z.array(Place),
  line_joins: z.array(z.object({ repaired: z.string() })),
  text_defects: z.array(z.object({ ...Place.shape, kind: z.string() })),
  articles: z.array(z.object({ title: z.string().nullable(), kicker: z.string().nullable(), subtitle: z.string().nullable(), subheads: z.array(z.string()), published: z.object({ value: z.string(), precision: z.string() }), authors: z.array(z.object({ name: z.string() })), truncated: z.boolean().optional(), body: z.object({ start: z.int(), first15: z.string(), last15: z.string() }) })),
})

describe.skipIf(shared === null)(`the annotated seeds${shared === null ? overSharedTexts('') : ''}`, () => {
  it.each(['003_468327d9ae0b67fd', '004_d8dbefa67daee690'])('%s comes out as its annotator says', (name) => {
    const gold = Gold.parse(JSON.parse(readFileSync(join(shared ?? '', 'gold', `${name}.json`), 'utf8')))
    const { articles } = seed(name.slice(0, 3))
    expect(articles).toHaveLength(gold.document.article_count)
    gold.articles.forEach((want, index) => {
      const got = articles[index]
      if (!got) throw new Error('an article is missing')
      expect([got.title, got.kicker, got.subtitle]).toEqual([want.title, want.kicker, want.subtitle])
      expect([got.date.value, got.date.precision]).toEqual([want.published.value, want.published.precision])
      expect(got.authors.map((author) => author.name)).toEqual(expect.arrayContaining(want.authors.map((author) => author.name)))
      expect(got.incomplete).toBe(want.truncated ?? false)
      expect([got.body.slice(0, 15), got.body.slice(-15)]).toEqual([want.body.first15, want.body.last15])
      expect(rawOf(got, 0)).toBe(want.body.start)
      expect(got.paragraphs.filter(({ kind }) => kind === 'heading').map(({ text }) => text)).toEqual(want.subheads)
      for (const { text } of gold.boilerplate) for (const line of text.split('\n').filter((part) => part.trim() !== '')) expect(got.body).not.toContain(line.trim())
      for (const { repaired } of gold.line_joins) expect(got.body).toContain(repaired)
      const flags = got.notices.filter(({ action }) => action === 'flagged').flatMap(({ raw }) => (raw ? [raw] : []))
      for (const defect of gold.text_defects.filter(({ kind }) => kind === 'unbalanced_quotes' || kind === 'missing_token')) expect(flags.some(({ start, end }) => start < defect.end && end > defect.start)).toBe(true)
    })
  })
})
