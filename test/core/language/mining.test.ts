import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSegmenter, foldText, type MinedText, type MinedWord, mineWords } from '../../../electron/core/language/index.ts'

const segmenter = createSegmenter()
const text = (entry: number, body: string, change: Partial<MinedText> = {}): MinedText => ({ entry, title: '', body, isCase: true, ...change })

async function mined(texts: readonly MinedText[], pause = () => Promise.resolve(true)): Promise<MinedWord[] | null> {
  return mineWords({ total: texts.length, texts: () => texts, knowledge: segmenter, bodyOf: (entry) => texts.find((one) => one.entry === entry)?.body ?? '', pause, progress: () => undefined })
}
const words = async (texts: readonly MinedText[]): Promise<string[]> => ((await mined(texts)) ?? []).map((word) => word.text)

/** Write-ups of our own; 青藤议站 and 板凳夜话 are in no dictionary. */
const VILLAGES = [
  text(1, '柳树湾村建起青藤议站，村民到青藤议站说事。村里有了板凳夜话，每月一回；板凳夜话，就是坐下来说。'),
  text(2, '河东社区学着办青藤议站。大家说，青藤议站开在树下，人人来得了。板凳夜话也搬来了。'),
  text(3, '镇里给“青藤议站”挂了牌。板凳夜话开到三条巷子，难处说了一遍。'),
]

describe('new words', () => {
  test('are those that a place made up, with how often they stand and where', async () => {
    const found = (await mined(VILLAGES)) ?? []
    expect(found.slice(0, 2).map(({ text: word, count, entries, quoted }) => [word, count, entries, quoted])).toEqual([['青藤议站', 5, 3, 1], ['板凳夜话', 4, 3, 0]])
    expect(found[0]?.examples.map(({ entry, start, end }) => [entry, VILLAGES.find((one) => one.entry === entry)?.body.slice(start, end)])).toEqual([[3, '青藤议站'], [1, '青藤议站'], [2, '青藤议站']])
  })

  test('are not what a dictionary has, nor pieces of what was found', async () => {
    const found = await words(VILLAGES)
    expect(found.filter((word) => segmenter.isWord(word))).toEqual([])
    expect(found.filter((word) => ['青藤', '藤议站', '议站', '凳夜话', '板凳夜'].includes(word))).toEqual([])
  })

  test('stand alike in traditional characters and across variants', async () => {
    const found = (await mined([...VILLAGES, text(4, '區裡也有青藤議站，青藤議站一周開兩次。')])) ?? []
    expect(found[0]).toMatchObject({ text: '青藤议站', count: 7, entries: 4 })
  })

  test('of texts that are no cases come behind those of cases', async () => {
    const news = [5, 6, 7].map((entry) => text(entry, '晚会上“雪绒快闪”登台，“雪绒快闪”又来一遍。', { isCase: false }))
    const found = await words([...VILLAGES, ...news])
    expect(found.filter((word) => ['青藤议站', '板凳夜话', '雪绒快闪'].includes(word))).toEqual(['青藤议站', '板凳夜话', '雪绒快闪'])
  })

  test('set in quotation marks in a case are found at their first occurrence', async () => {
    expect(await words([...VILLAGES, text(8, '乡里推出“板凳说理堂”，一坐就是半天。')])).toContain('板凳说理堂')
  })

  test('are not begun or ended by a small word, a number of things or a part of another word', async () => {
    const found = await words([1, 2, 3, 4].map((entry) => text(entry, '在这里，三个院子，在这里。两级青藤议站，不断走访，三个院子。')))
    expect(found.filter((word) => /^(?:在|三个|级|不断)|里$/u.test(word))).toEqual([])
  })

  test('are the same whenever they are looked for', async () => {
    expect(await mined(VILLAGES)).toEqual(await mined(VILLAGES))
  })

  test('are not answered by a search that was stopped', async () => {
    const long = Array.from({ length: 400 }, (_, i) => text(i + 1, VILLAGES.map(({ body }) => body).join('').repeat(20)))
    let pauses = 0
    expect(await mined(long, () => Promise.resolve(++pauses < 2))).toBeNull()
  })
})

const anything = fc.array(fc.string({ unit: fc.constantFrom('青', '藤', '议', '站', '藤', '議', '的', '在', '“', '”', '，', '\n', 'a', '1', '𠮷', '\ud842', ' '), maxLength: 60 }), { maxLength: 12 })

test('every example is an exact slice that folds to its word, whatever the texts', async () => {
  await fc.assert(
    fc.asyncProperty(anything, async (bodies) => {
      const texts = bodies.map((body, i) => text(i + 1, body))
      for (const word of (await mined(texts)) ?? []) {
        expect([...word.text].length).toBeGreaterThanOrEqual(2)
        expect(word.count).toBe(occurrences(bodies, word.text))
        for (const { entry, start, end } of word.examples) expect(foldText(bodies[entry - 1]?.slice(start, end) ?? '')).toBe(word.text)
      }
    }),
    { numRuns: 25 },
  )
})

/** Counted the slow way: at every place, one for one. */
function occurrences(bodies: readonly string[], word: string): number {
  let count = 0
  for (const body of bodies) for (let at = 0; at + word.length <= body.length; at++) if ([...body.slice(at, at + word.length)].map((letter) => (/\p{Script=Han}/u.test(letter) ? foldText(letter) : letter)).join('') === word) count++
  return count
}
