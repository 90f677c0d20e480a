import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFinder } from '../../../../electron/core/describing/practices/hits.ts'
import { loadTaxonomy } from '../../../../electron/core/describing/practices/index.ts'
import { articleOf, contentFolder } from '../article.ts'
import { FRAME, practice, taggerOf } from './files.ts'

const practices = [
  practice('grid', { strong: ['网格', '网格员'], weak: ['巡查', '上报', '片区'], negative: ['电网格', '网格布'] }),
  practice('grid.loop', { strong: ['闭环'], weak: ['巡查', '办结'], patterns: ['[一-龥]{1,3}网[^，。]{0,8}办结', '“[一-龥]{2,5}室”'], negative: ['闭环水'] }),
  practice('smart', { strong: ['APP', '“派”单'], patterns: ['智[^，。]{0,20}台'] }),
]
const tag = taggerOf(practices)
const pieces = fc.constantFrom('网格', '员', '巡查', '上报', '片区', '闭环', '水', '办结', 'App', '派', '“', '”', '、', '，', '。', '；', '\n', '电', '布', '智', '台', '室', '𠮷', 'é', 'ＡＰＰ', '《', '》', ' ', '12', '等')
const text = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''))
const sentence = text.map((words) => `${words.replaceAll(/[\n。；]/g, '')}。`)

const onTopic = (lines: readonly string[]): ReturnType<typeof articleOf> => articleOf([...FRAME, ...lines])

describe('any text', () => {
  it('gives evidence whose offsets are exact: sentences of the body, marks inside them, triggers read off them', () => {
    fc.assert(
      fc.property(text, (words) => {
        const article = onTopic(words.split('\n'))
        for (const { evidence } of tag(article)) {
          expect(evidence.length).toBeGreaterThan(0)
          for (const { start, end, marks, trigger } of evidence) {
            expect(article.paragraphs.some((paragraph) => paragraph.start <= start && end <= paragraph.end)).toBe(true)
            expect(marks.length).toBeGreaterThan(0)
            for (const mark of marks) expect([start <= mark.start, mark.start < mark.end, mark.end <= end]).toEqual([true, true, true])
            expect(marks.every((mark, at) => at === 0 || mark.start >= (marks[at - 1]?.end ?? 0))).toBe(true)
            expect(trigger).toBe([...new Set(marks.map((mark) => article.body.slice(mark.start, mark.end)))].join(' + '))
          }
        }
      }),
    )
  })

  it('gives the same tags each time', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(tag(onTopic([words]))).toEqual(tag(onTopic([words])))
      }),
    )
  })

  it('gives a parent every sentence of its sub-practices', () => {
    fc.assert(
      fc.property(text, (words) => {
        const tags = new Map(tag(onTopic(words.split('\n'))).map((found) => [found.id as string, new Set(found.evidence.map(({ start }) => start))]))
        expect([...(tags.get('grid.loop') ?? [])].filter((start) => tags.get('grid')?.has(start) !== true)).toEqual([])
      }),
    )
  })

  it('loses no tag and no evidence by a further sentence', () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 5 }), sentence, (lines, further) => {
        const starts = (more: readonly string[]): string[] => tag(onTopic([...lines, ...more])).flatMap(({ id, evidence }) => evidence.map(({ start, end, trigger }) => `${id} ${start} ${end} ${trigger}`))
        const after = new Set(starts([further]))
        expect(starts([]).filter((found) => !after.has(found))).toEqual([])
      }),
    )
  })

  it('has no hit that a negative touches', () => {
    const find = createFinder(practices)
    fc.assert(
      fc.property(text, (words) => {
        const taken = [...words.matchAll(/电网格|网格布/g)].map((match) => match.index)
        for (const { practice: at, start, end } of find(words, [{ start: 0, end: words.length }])) if (at < 2) expect(taken.filter((from) => from < end && start < from + 3)).toEqual([])
      }),
    )
  })

  it('that says the same thing all the time gives its first 300 sentences', () => {
    const [found] = tag(onTopic(Array.from({ length: 400 }, (_, n) => `第${n}位网格员。`)))
    expect([found?.strength, found?.evidence.length]).toEqual(['primary', 300])
  })

  it('of 200,000 signs is read in work that grows with its length', () => {
    for (const piece of ['网格员', '“网格', '智', '巡查、', '网格布', '网格员、', '《网格员》', '一二三网四五办', '\n巡查。上报']) {
      const long = onTopic(piece.repeat(200_000 / piece.length).split('\n'))
      expect(tag(long).length).toBeGreaterThanOrEqual(0)
    }
  })

  it('of 200,000 signs made of the shipped triggers and anything else is read by the shipped rules', () => {
    const { practices: shipped } = loadTaxonomy(contentFolder)
    const read = taggerOf(shipped)
    const words = shipped.flatMap(({ strong, weak, negative }) => [...strong, ...weak, ...negative])
    const piece = fc.oneof(fc.constantFrom(...words), fc.constantFrom('、', '，', '。', '；', '“', '”', '《', '\n', '7', '%', 'a', '的', '了'), fc.string({ maxLength: 4, unit: 'binary' }))
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const text = pieces.join('').repeat(Math.ceil(200_000 / Math.max(1, pieces.join('').length))).slice(0, 200_000)
        const article = onTopic(text.split('\n'))
        for (const { evidence } of read({ ...article, kind: 'case' })) for (const { start, end, marks } of evidence) expect(marks.every((mark) => start <= mark.start && mark.end <= end)).toBe(true)
      }),
      { numRuns: 8 },
    )
  }, 60_000)
})
