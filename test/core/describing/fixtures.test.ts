import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { clean } from '../../../electron/core/cleaning/index.ts'
import { describeFile } from '../../../electron/core/describing/index.ts'
import { readText as read } from '../../../electron/core/reading/index.ts'
import { root } from '../../shared.ts'
import { writeWriteUps } from '../../fixtures/window/write-ups.ts'
import { context } from './article.ts'

it.each<[file: string, described: string[]]>([
  ['page', ['case 把难事办在楼道口 让邻里走得更近 沅平市', 'other 市第三小学组织学生走进社区当“小小调解员” ', 'other 全市乡村治理现场推进会在柳坝镇召开 ', 'other 守护夜归人的“小桔灯” ', 'other 我市开展“无证明城市”建设攻坚行动 ']],
  ['notice', ['case “四张清单”聚合力，解好治理“方程式” 青岗县']],
  ['feature', ['case 板凳会 · 综治中心 青岗县']],
  ['web', ['case 以“微网格”撬动“大平安” 沅平市 青岗县']],
])('the cleaned fixture %s: kind, title, and the places it names though no table lists them', (file, described) => {
  const name = `${file}.txt`
  const { articles } = clean(read({ name, bytes: readFileSync(join(root, 'test', 'fixtures', 'cleaning', name)) }))
  const offered = describeFile(articles, { ...context, fileName: '8a4609f1f4bd655f.txt' }).map(
    ({ kind, title, inferences }) => `${kind} ${title} ${inferences.filter(({ field }) => field.startsWith('place')).map(({ value }) => value).join(' ')}`,
  )
  expect(offered).toEqual(described)
})

it('the twenty-four write-ups of the window are cases', () => {
  const folder = mkdtempSync(join(tmpdir(), 'write-ups-'))
  try {
    writeWriteUps(folder)
    const described = readdirSync(folder).sort().flatMap((name) => describeFile(clean(read({ name, bytes: readFileSync(join(folder, name)) })).articles, { ...context, fileName: name }))
    expect(described).toHaveLength(24)
    expect(described.filter(({ kind }) => kind !== 'case').map(({ title, kindReason }) => `${title}：${kindReason}`)).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
