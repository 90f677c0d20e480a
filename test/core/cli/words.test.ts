import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cli, type Ran } from './run.ts'

const coin = '青藤议站'
let at: string
beforeAll(async () => {
  at = await mkdtemp(join(tmpdir(), 'casebook-cli-'))
  await writeFile(join(at, '议事.txt'), `院坝里的议事\n\n柳树湾村建起${coin}，村民到${coin}说事。\n\n镇里给“${coin}”挂了牌，网格员来记。\n`)
  await cli(['import', join(at, '议事.txt'), '--library', join(at, 'library')])
}, 60_000)
afterAll(() => rm(at, { recursive: true, force: true }))
const words = (...given: readonly string[]): Promise<Ran> => cli(['words', ...given, '--library', join(at, 'library')])

it('finds new words, adds, tries, switches, passes on and takes out', async () => {
  expect((await words('candidates')).out).toContain(`${coin}  3     1     镇里给“${coin}”挂了牌，网格员来记。`)
  expect(await words('try', `去${coin}找网格员`, '--add', coin, '--off', '网格员')).toMatchObject({ code: 0, out: expect.stringContaining(`后：去 / ${coin} / 找 / 网格 / 员`) })
  expect(await words('add', coin)).toMatchObject({ code: 0, out: '已添加 1 项。\n' })
  expect((await words('list', coin)).out).toContain('自己加的')
  await words('off', '网格员')
  const { out: list } = await words('export')
  expect(list).toBe(`# 自己的词：词、词频、标签、备注，以制表符分隔\n${coin}\n\n# 关掉的词\n!网格员\n\n`)
  expect(await words('remove', coin)).toMatchObject({ code: 0, out: '已移出 1 项。\n' })
  await writeFile(join(at, '词表.txt'), list)
  expect(await words('import', join(at, '词表.txt'))).toMatchObject({ code: 0, out: '已导入 1 项。\n' })
})

it('says which line of a list is wrong, and what was not understood', async () => {
  await writeFile(join(at, '错.txt'), '好词\n坏 词\n')
  expect(await words('import', join(at, '错.txt'))).toMatchObject({ code: 1, err: expect.stringContaining('第 2 行有误：词“坏 词”里有空白') })
  expect(await words('import', join(at, '没有.txt'))).toMatchObject({ code: 1, err: expect.stringContaining('找不到') })
  expect(await words('烧掉')).toMatchObject({ code: 64, err: expect.stringContaining('words 后面应是') })
  expect(await words('add', '网格员')).toMatchObject({ code: 1, err: expect.stringContaining('是内置词') })
})
