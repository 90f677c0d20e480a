import { describe, expect, it } from 'vitest'
import { read } from '../../../electron/core/reading/index.ts'
import { characterMap } from './character-maps.ts'
import { newspaper } from './newspaper.ts'
import { makePdf } from './pdf-file.ts'


describe('newspaper pages, each divided at random into articles with headlines over their columns', () => {
  it('97 of 100 articles come out whole: headline first, then column after column', async () => {
    let whole = 0
    let all = 0
    for (let seed = 1; seed <= 24; seed++) {
      const { width, height, articles } = newspaper(seed * 7919)
      const { text } = await read({ name: '版面.pdf', bytes: makePdf({ pages: [{ width, height, texts: articles.flatMap(({ texts }) => texts) }] }) }, { characterMap })
      const found = text.replaceAll(/\s/g, '')
      all += articles.length
      whole += articles.filter(({ words }) => found.includes(words)).length
    }
    console.log(`newspaper: ${whole} of ${all} articles whole (${((100 * whole) / all).toFixed(1)} %)`)
    expect(whole / all).toBeGreaterThanOrEqual(0.97)
  }, 60_000)
})
