import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Entry } from '../../../electron/contract/entry.ts'
import type { PackData } from '../../../electron/contract/pack-page.ts'
import { packOf } from '../../../electron/core/exporting/index.ts'
import { createSegmenter, loadDictionary } from '../../../electron/core/language/index.ts'
import { openSearch, type Search } from '../../../renderer/src/pack/search.ts'
import { dataOf, entryOf, PRACTICES } from '../../core/exporting/entries.ts'
import { root } from '../../shared.ts'
import { text } from '../../sources.ts'

const segmenter = createSegmenter({ dictionary: loadDictionary(`${root}/content`) })
const article = (n: number, title: string, body: string, change: Partial<Omit<Entry, 'id'>> = {}): Entry => entryOf(n, body, { title, keywords: segmenter.keywords(title, body), ...change })
const place = (province: string, city: string): Pick<Entry, 'place'> => ({ place: { province, city, district: null, basis: 'stated' } })

const ENTRIES: readonly Entry[] = [
  article(1, '榆溪市：警网融合进小区', '榆溪市把警格和网格并成一张网，民警与网格员一起敲门走访。\n一年来化解邻里纠纷 97 件，满意率达到 97.6%。', place('江北省', '榆溪市')),
  article(2, '白鹭县老马调解室', '退休教师老马坐堂调解，物业与业主的矛盾，多半在茶桌上说开。\n调解室还教年轻网格员怎样听人把话说完。', place('江北省', '白鹭县')),
  article(3, '青石区一站式服务中心', '信访、调解、法律援助在一个大厅里办，群众最多跑一地。\n𠮷祥社区的居民说，e治理平台比打12345还快。', { ...place('河西省', '青石市'), source: { media: '《青石日报》', page: null, url: null } }),
  article(4, '關於網格化管理的通知', '各街道要把網格劃細，责任到人。“三官一律”进网格，\n每周一次。', { authors: [{ name: '欧阳亭', role: 'author', note: null }] }),
]

async function dataFor(entries: readonly Entry[]): Promise<PackData> {
  return dataOf(new TextDecoder().decode(await packOf(entries, PRACTICES, { page: text('test/fixtures/pack/page.html'), title: '包', language: 'zh-CN', made: '2026-11-22', part: [1, 1], cut: segmenter.cut, plain: false })))
}

let search: Search
beforeAll(async () => {
  search = openSearch(await dataFor(ENTRIES))
})
/** Entries that hold the query as it was typed. */
const found = (query: string): number[] => {
  const { exact, hits } = search.run(query)
  return exact ? hits.map(({ at }) => at + 1) : []
}

describe('search inside a pack', () => {
  it.each<[query: string, entries: readonly number[]]>([
    ['', [1, 2, 3, 4]],
    ['警网融合', [1]],
    ['网格员', [1, 2]],
    ['调解', [2, 3]],
    ['网格化管理', [4]],
    ['網格', [4, 1, 2]],
    ['“三官一律”', [4]],
    ['吉祥', []],
    ['𠮷祥', [3]],
    ['E治理', [3]],
    ['97.6%', [1]],
    ['97', [1]],
    ['9', []],
    ['1234', []],
    ['12345', [3]],
    ['青石日报', [3]],
    ['欧阳亭', [4]],
    ['江北省 网格', [1, 2]],
    ['调解 茶桌', [2]],
  ])('%s', (query, entries) => {
    expect(new Set(found(query))).toEqual(new Set(entries))
  })

  it('finds a phrase across the line breaks inside a text, never across two texts', () => {
    expect([found('走访。一年'), found('江北省《青石日报》'), found('融合进小区榆溪市')]).toEqual([[1], [], []])
  })

  it('puts first what has the words in its title', () => {
    expect(found('调解')[0]).toBe(2)
  })

  it('answers with some of the words, and says which are missing, only where nothing has what was typed', () => {
    const { exact, hits, marked } = search.run('调解室 邻里纠纷 火星')
    expect(exact).toBe(false)
    expect(hits.map(({ at, missing }) => [at + 1, missing])).toContainEqual([2, ['邻里纠纷', '火星']])
    expect(marked).toEqual(['调解室', '邻里纠纷', '火星'])
    expect(search.run('“调解室 邻里纠纷”')).toMatchObject({ exact: true, hits: [] })
  })

  it('lets nothing that a person can type break it', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (query) => {
      search.run(query)
    }))
  })
})

const HAN = /\p{Script=Han}+/gu
/** Runs of Han characters of everything an entry shows. */
const runs = ENTRIES.flatMap((entry) => [entry.title, entry.body].flatMap((one) => one.match(HAN) ?? []).map((run) => ({ id: entry.id, run })))
const pieceOf = (run: string, from: number, length: number): string => [...run].slice(from, from + length).join('')

describe('recall', () => {
  it('finds every entry that holds a piece of Chinese, and no other, for every piece there is', () => {
    for (const { run } of runs) {
      const characters = [...run]
      for (let from = 0; from < characters.length; from++) {
        for (let length = 1; length <= characters.length - from; length++) {
          const piece = pieceOf(run, from, length)
          const truth = ENTRIES.flatMap(({ title, body, place: { province, city }, source: { media } }, at) => ([title, body, province ?? '', city ?? '', media ?? ''].some((line) => simple(line).includes(simple(piece))) ? [at + 1] : []))
          const answer = search.run(piece)
          expect([piece, answer.exact, answer.hits.map(({ at }) => at + 1).sort()]).toEqual([piece, true, truth])
        }
      }
    }
  })

  it('finds nothing as typed for Chinese that stands nowhere', () => {
    const all = simple(ENTRIES.map(({ title, body }) => `${title}\n${body}`).join('\n').replaceAll('\n', ''))
    const character = fc.constantFrom(...new Set(all.match(/\p{Script=Han}/gu) ?? []))
    fc.assert(fc.property(fc.array(character, { minLength: 2, maxLength: 6 }).map((parts) => parts.join('')), (query) => {
      fc.pre(!all.includes(query))
      const answer = search.run(query)
      expect(answer.exact ? answer.hits : []).toEqual([])
    }), { numRuns: 500 })
  })
})

/** The traditional characters of these texts, by hand: the fold itself is tested elsewhere. */
const simple = (line: string): string => line.replaceAll('關', '关').replaceAll('於', '于').replaceAll('網', '网').replaceAll('劃', '划').replaceAll('細', '细')
