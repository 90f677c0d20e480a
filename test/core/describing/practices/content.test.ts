import { describe, expect, it } from 'vitest'
import { createTagger, loadTaxonomy } from '../../../../electron/core/describing/practices/index.ts'
import { articleOf, contentFolder } from '../article.ts'
import { NOTHING_SAID, NOT_SAID } from './not-said.ts'
import { TOLD } from './plain-words.ts'
import { SAID } from './wordings.ts'

const taxonomy = loadTaxonomy(contentFolder)
const tag = createTagger(taxonomy)
const shown = (sentence: string): string[] => tag({ ...articleOf([sentence]), kind: 'case' }).map(({ id }) => id)

describe('the shipped practices', () => {
  it('are eleven with fifty-seven below them, the first four in the order the window shows', () => {
    expect(taxonomy.practices.filter(({ parent }) => parent === null).map(({ label }) => label).slice(0, 4)).toEqual(['网格化治理', '枫桥经验', '智慧治理', '调解品牌'])
    expect([taxonomy.practices.filter(({ parent }) => parent === null).length, taxonomy.practices.length]).toEqual([11, 68])
  })

  it('are each found in a sentence', () => {
    expect(taxonomy.practices.filter(({ id, parent }) => parent !== null && !SAID.some(([practice]) => practice === id)).map(({ id }) => id)).toEqual([])
  })

  it.each(SAID)('%s is said by: %s', (practice, sentence) => {
    expect(shown(sentence)).toContain(practice)
  })

  it.each(TOLD)('%s is told without its name by: %s', (practice, sentence) => {
    expect(shown(sentence)).toContain(practice)
  })

  it.each(NOT_SAID)('%s is not said by: %s', (practice, sentence) => {
    expect(shown(sentence)).not.toContain(practice)
  })

  it.each(NOTHING_SAID)('none is said by: %s', (sentence) => {
    expect(shown(sentence)).toEqual([])
  })
})
