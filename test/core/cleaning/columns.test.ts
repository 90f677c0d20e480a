import { describe, expect, it } from 'vitest'
import { clean } from '../../../electron/core/cleaning/index.ts'
import { cleanLawfully, fixture, plain } from './documents.ts'

/** The same numbers on every machine. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const SUBHEADS = ['建强基层队伍', '织密服务网络', '用好民间智慧', '让规矩立起来', '把账算给群众听', '从一张清单开始']
const SWAPS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/沅平/g, ['临川', '汶阳', '桐江', '双河']],
  [/青岗/g, ['北屏', '鹤山', '清渠', '石坝']],
  [/ with /g, [' and ', ' of ', ' the ', ' to ']],
  [/理顺议事规矩\n压实办理责任/g, SUBHEADS.map((head, index) => `${head}\n${SUBHEADS[(index + 1) % SUBHEADS.length] ?? ''}`)],
  [/山林里走出“信息员”，小事不再拖成大事/g, ['巡山路上多双眼，隐患早知道早化解', '一人兼两职，山里山外都有人', '护林也护邻，把矛盾化解在山坡上']],
]

const paragraphsOf = (text: string): string[] => clean(plain(text)).articles.flatMap(({ paragraphs }) => paragraphs.map((paragraph) => paragraph.text))

describe('pages cut at random column positions', () => {
  const next = random(20_240_305)
  const pick = <T,>(values: readonly T[]): T | undefined => values[Math.floor(next() * values.length)]
  const swapped = (text: string): string => SWAPS.reduce((result, [pattern, values]) => result.replaceAll(pattern, pick(values) ?? ''), text)

  let cuts = 0
  let restored = 0
  const failures: string[] = []
  while (cuts < 200) {
    const lines = swapped(fixture(next() < 0.5 ? 'page.txt' : 'feature.txt')).split('\n').filter((line) => line !== '')
    const separator = next() < 0.7 ? '\n\n' : '\n'
    const whole = new Set(paragraphsOf(lines.join('\n')))
    const cut = new Map<string, number>()
    const broken = lines.flatMap((line) => {
      if (line.length < 60 || !whole.has(line) || next() < 0.5) return [line]
      const at = 15 + Math.floor(next() * (line.length - 30))
      cut.set(line, at)
      return [line.slice(0, at) + separator + line.slice(at)]
    })
    const found = new Set(paragraphsOf(broken.join('\n')))
    for (const [line, at] of cut) {
      cuts++
      if (found.has(line)) restored++
      else failures.push(`${line.slice(Math.max(0, at - 12), at)}|${line.slice(at, at + 12)}`)
    }
  }

  it('come back exactly in at least 95 of 100 paragraphs', () => {
    console.log(`columns: ${restored} of ${cuts} cut paragraphs restored (${((100 * restored) / cuts).toFixed(1)} %); not restored: ${failures.join('  ')}`)
    expect(restored / cuts).toBeGreaterThanOrEqual(0.95)
  })
})

describe('pages that were not cut', () => {
  it('are not joined anywhere, whatever their names and sub-heads', () => {
    const next = random(7)
    for (let round = 0; round < 24; round++) {
      const text = SWAPS.reduce((result, [pattern, values]) => result.replaceAll(pattern, values[Math.floor(next() * values.length)] ?? ''), fixture(round % 2 === 0 ? 'page.txt' : 'feature.txt'))
      const { articles } = cleanLawfully(plain(text))
      expect(articles.flatMap(({ notices }) => notices.filter(({ rule }) => rule === 'join' || rule === 'wrap').map(({ text: told }) => told))).toEqual([])
    }
  })
})
