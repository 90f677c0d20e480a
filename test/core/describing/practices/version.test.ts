import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { loadCases } from '../../../../electron/core/describing/cases/index.ts'
import { taxonomyOf } from '../../../../electron/core/describing/practices/taxonomy.ts'
import { articleOf, contentFolder } from '../article.ts'
import { CASES, OTHERS } from '../kind-texts.ts'
import { FRAME, practice, taggerOf } from './files.ts'
import { NOTHING_SAID, NOT_SAID } from './not-said.ts'
import { SAID } from './wordings.ts'

/** Lists that stay as they are, so that only the program decides what comes out: whole words, weak ones, patterns, negatives, parents. */
const PRACTICES = [
  practice('grid', { strong: ['网格'], weak: ['入户', '走访', '上报', '台账'], negative: ['电网格', '铁路网格'] }),
  practice('grid.police', { strong: ['警网融合', '警格'], weak: ['民警', '网格员'], patterns: ['民警…网格'] }),
  practice('grid.loop', { patterns: ['(?:发现|上报)[^，。]{0,20}(?:办结|处置|反馈)'], weak: ['闭环', '派单', '回访'] }),
  practice('mediation', { strong: ['调解'], weak: ['说理', '化解', '纠纷'], negative: ['调解器'] }),
  practice('mediation.team', { strong: ['调解员', '调解室', '调委会'], patterns: ['[^，。]{1,8}调解(?:工作)?室'] }),
  practice('smart', { strong: ['大数据', '平台'], weak: ['预警', '数据', '监控', '扫码'] }),
]
/** What these lists find, under the digests of the rules (the lists and TAGGER_VERSION) and of the texts, which are our own and grow. */
const FOUND: Readonly<Record<string, string>> = {
  '60e815057d56bbe4 b258279a4edd768e': '88dd1f7caf60910c',
}
const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

it('finds what it found when its version was last raised: when this fails and the texts are the same, raise TAGGER_VERSION, so that libraries are read again, and record the new pair here', () => {
  const tag = taggerOf(PRACTICES)
  const sentences = [...SAID.map(([, line]) => line), ...NOT_SAID.map(([, line]) => line), ...NOTHING_SAID]
  const articles = [
    ...sentences.map((line) => articleOf([...FRAME, line])),
    ...sentences.map((line) => articleOf([line], { title: line })),
    ...[...CASES, ...OTHERS].map(([, title, body]) => articleOf(body.split('\n'), { title })),
    ...loadCases(contentFolder).map(({ title, body }) => articleOf(body.split('\n'), { title })),
  ]
  const key = `${taxonomyOf(PRACTICES).rules} ${digest(articles.map(({ title, body }) => [title, body]))}`
  expect({ [key]: digest(articles.map((article) => tag(article))) }).toEqual({ [key]: FOUND[key] })
})
