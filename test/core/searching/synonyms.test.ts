import { describe, expect, test } from 'vitest'
import { NO_FILTERS } from '../../../electron/contract/searching.ts'
import { createThesaurus, parseSynonyms } from '../../../electron/core/language/index.ts'
import { NO_ASIDE } from '../../../electron/core/searching/index.ts'
import { type Sample, found, foundSet, indexed } from './library.ts'

const thesaurus = createThesaurus(parseSynonyms('甲.txt', ['same\t矛调中心\t矛盾纠纷调处化解中心\t社会矛盾纠纷调处化解中心', 'narrower\t巡逻力量\t护村队\t义警', 'same\t停车难\t车位紧张', 'same\t新时代枫桥经验\t新枫桥'].join('\n')))

const SAMPLES: readonly Sample[] = [
  { seq: 1, title: '区里的一个窗口', body: '居民把事情带到矛调中心，当天有人接。' },
  { seq: 2, title: '矛盾纠纷调处化解中心挂牌', body: '全县的矛盾纠纷调处化解中心搬进新楼，矛盾纠纷调处化解中心有八个窗口。' },
  { seq: 3, title: '社会矛盾纠纷调处化解中心一年记', body: '一年接待三千人次。' },
  { seq: 4, title: '护村队夜里转一圈', body: '护村队每晚出门，车位紧张的小巷也走到。' },
  { seq: 5, title: '小巷的夜', body: '义警沿街查看，和巡逻力量一起值班。' },
  { seq: 6, title: '旧事', body: '新时代“枫桥经验”在山村里。' },
]
const open = async () => (await indexed(SAMPLES, { thesaurus: () => thesaurus })).index

describe('a word that is called otherwise, too', () => {
  test('finds what holds its other names', async () => {
    const index = await open()
    expect(foundSet(index, '矛调中心')).toEqual([1, 2, 3])
    expect(foundSet(index, '社会矛盾纠纷调处化解中心')).toEqual([1, 2, 3])
    expect(foundSet(index, '巡逻力量')).toEqual([4, 5])
    expect(foundSet(index, '护村队')).toEqual([4])
  })

  test('what holds the word as typed comes first, however well the others fit', async () => {
    expect(found(await open(), '矛调中心')[0]).toBe(1)
    expect(found(await open(), '社会矛盾纠纷调处化解中心')[0]).toBe(3)
    expect(found(await open(), '巡逻力量')).toEqual([5, 4])
  })

  test('is told by a chip behind the chip of the word', async () => {
    const { chips } = (await open()).search({ query: '窗口 矛调中心 县' })
    expect(chips.map(({ kind, label }) => `${kind} ${label}`)).toEqual(['words 窗口', 'words 矛调中心', 'synonym 矛盾纠纷调处化解中心、社会矛盾纠纷调处化解中心', 'words 县'])
    expect(chips[2]).toMatchObject({ start: 3, end: 7, word: '矛调中心', alternatives: ['矛盾纠纷调处化解中心', '社会矛盾纠纷调处化解中心'] })
  })

  test('is taken literally when asked to, by itself', async () => {
    const index = await open()
    const literal = index.search({ query: '矛调中心', filters: { ...NO_FILTERS, literal: ['矛調中心'] } })
    expect(literal.hits.map(({ seq }) => seq)).toEqual([1])
    expect(literal.chips.map(({ kind }) => kind)).toEqual(['words'])
    expect(index.search({ query: '矛调中心 或 停车难', filters: { ...NO_FILTERS, literal: ['矛调中心'] } }).hits.map(({ seq }) => seq)).toEqual([1, 4])
    expect(foundSet(index, '矛调中心')).toEqual([1, 2, 3])
  })

  test.each<[string, number[]]>([
    ['"矛调中心"', [1]],
    ['“矛调中心”', [1]],
    ['非 矛调中心', [2, 3, 4, 5, 6]],
    ['窗口 矛调中心', [1, 2]],
    ['(停车难 或 矛调中心) 车位', [4]],
    ['标题:矛调中心', [2, 3]],
    ['正文:矛调中心', [1, 2]],
    ['标题:巡逻力量 车位', [4]],
    ['新时代枫桥经验', [6]],
  ])('%s', async (query, seqs) => {
    expect(foundSet(await open(), query)).toEqual(seqs)
  })

  test('is marked where its other names stand, in lists and in the reader', async () => {
    const index = await open()
    const [hit] = index.search({ query: '巡逻力量' }).hits.filter(({ seq }) => seq === 4)
    expect(hit?.titleMarks).toEqual([[0, 3]])
    expect(hit?.snippets[0]?.marks).toEqual([[0, 3]])
    expect(hit?.occurrences).toBe(2)
    const body = SAMPLES[3]?.body ?? ''
    expect(index.marks('巡逻力量', { title: '', body, ...NO_ASIDE }).body).toEqual([[0, 3]])
    expect(index.marks('巡逻力量', { title: '', body, ...NO_ASIDE }, ['巡逻力量']).body).toEqual([])
    expect(index.marks('"巡逻力量"', { title: '', body, ...NO_ASIDE }).body).toEqual([])
  })

  test('counts as present in a sentence', async () => {
    const index = await open()
    const { hits, hints, chips } = index.search({ query: '小巷里停车难的问题谁来巡逻' })
    expect(hints).toEqual([{ hint: 'soft', detail: '小巷 停车难 巡逻' }])
    expect(hits.map(({ seq, missing }) => ({ seq, missing }))).toEqual([{ seq: 4, missing: ['巡逻'] }, { seq: 5, missing: ['停车难'] }])
    expect(chips.map(({ kind, label, word }) => ({ kind, label, word }))).toEqual([
      { kind: 'words', label: '小巷里停车难的问题谁来巡逻', word: null },
      { kind: 'synonym', label: '车位紧张', word: '停车难' },
    ])
    expect(index.search({ query: '小巷里停车难的问题谁来巡逻', filters: { ...NO_FILTERS, literal: ['停车难'] } }).hits.map(({ seq, missing }) => ({ seq, missing }))).toEqual([{ seq: 5, missing: ['停车难'] }])
  })

  test('follows new words at once when told so', async () => {
    let words = thesaurus
    const { index } = await indexed(SAMPLES, { thesaurus: () => words })
    expect(foundSet(index, '矛调中心')).toEqual([1, 2, 3])
    words = createThesaurus([])
    index.wordsChanged()
    expect(foundSet(index, '矛调中心')).toEqual([1])
  })
})
