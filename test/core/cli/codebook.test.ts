import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cli, type Ran } from './run.ts'

let at: string
beforeAll(async () => {
  at = await mkdtemp(join(tmpdir(), 'casebook-cli-'))
  await writeFile(join(at, '议事.txt'), '院坝里的议事\n\n柳树湾村的村民到院坝里说事。\n')
  await cli(['import', join(at, '议事.txt'), '--library', join(at, 'library')])
}, 60_000)
afterAll(() => rm(at, { recursive: true, force: true }))
const codebook = (...given: readonly string[]): Promise<Ran> => cli(['codebook', ...given, '--library', join(at, 'library')])

it('tells what comes in otherwise than the file says', async () => {
  const file = join(at, '别家.qdc')
  await writeFile(file, '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="00000000-0000-4000-8000-000000000091" name="一类标题" isCodable="false"/></Codes><Sets><Set name="一组"><MemberCode targetGUID="00000000-0000-4000-8000-000000000091"/></Set></Sets></CodeBook>')
  expect(await codebook('import', file, '--dry-run')).toMatchObject({ code: 0, out: '新增  标签  一类标题\n· “一组”是类目的分组（Set），没有导入，再导出时也不在\n· “一类标题”在文件里不许标注（isCodable），这里可以标注，再导出时也写作可以标注\n会改 1 项，0 项不变；0 篇的做法会变\n' })
})

it('writes the codebook, looks at one, and takes it in as one step', async () => {
  const mine = join(at, '手写.csv')
  await writeFile(mine, '名称,定义\n院坝会,坐下来说事\n')
  expect(await codebook('import', mine, '--dry-run')).toMatchObject({ code: 0, out: '新增  标签  院坝会\n会改 1 项，0 项不变；0 篇的做法会变\n' })
  expect(await codebook('import', mine, '--by', '李敏')).toMatchObject({ code: 0, out: '新增  标签  院坝会\n已改 1 项，0 项不变；0 篇的做法有变\n' })
  expect(await codebook('export', join(at, '表.qdc'))).toMatchObject({ code: 0, out: expect.stringContaining('标签 1 个') })
  expect(await readFile(join(at, '表.qdc'), 'utf8')).toContain('<Description>坐下来说事\n【类型】标签</Description>')
  expect(await codebook('import', join(at, '表.qdc'))).toMatchObject({ code: 0, out: '已改 0 项，69 项不变；0 篇的做法有变\n' })
})

it('has labels that a search knows by name', async () => {
  const search = (...given: readonly string[]): Promise<Ran> => cli(['search', '说事', ...given, '--library', join(at, 'library'), '--json'])
  expect(JSON.parse((await search('--not', 'label=院坝会')).out)).toMatchObject({ total: 1 })
  expect(await search('--not', 'label=没有的')).toMatchObject({ code: 64, err: expect.stringContaining('没有名为“没有的”的标签；本库的标签有：院坝会') })
})

it('says what was not understood', async () => {
  expect(await codebook('export', join(at, '表.txt'))).toMatchObject({ code: 64, err: expect.stringContaining('.qdc 或 .csv') })
  expect(await codebook('show', 'x')).toMatchObject({ code: 64 })
  expect(await codebook('import', join(at, '没有.csv'))).toMatchObject({ code: 1, err: expect.stringContaining('没有.csv') })
})
