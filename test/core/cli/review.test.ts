import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { JudgeOutput, ReviewOutput } from '../../../electron/contract/cli.ts'
import { emptyFolder } from '../library/folder.ts'
import { cli } from './run.ts'

const story = (place: string): string => `${place}的议事亭\n\n${place}社区在大槐树下搭起议事亭，居民有话坐下来说。网格员每周二收集意见，当天登记、三日答复。\n`

it('what waits is listed, accepted by number or by how sure the rules are, and skipped', async () => {
  const at = await emptyFolder()
  const library = join(at, 'library')
  const places = ['柳树湾', '青石桥', '白云巷']
  await Promise.all(places.map((place) => writeFile(join(at, `${place}.txt`), story(place))))
  await cli(['import', ...places.map((place) => join(at, `${place}.txt`)), '--library', library])
  const listed = async () => ReviewOutput.parse(JSON.parse((await cli(['review', '--library', library, '--json'])).out))
  const { total, entries } = await listed()
  expect([total, entries.map(({ title, file }) => [title, file])]).toEqual([3, places.map((place) => [`${place}的议事亭`, `${place}.txt`])])
  const [first, second, third] = entries
  expect(JudgeOutput.parse(JSON.parse((await cli(['accept', first?.id ?? '', '--library', library, '--json'])).out)).count).toBe(1)
  expect((await cli(['skip', second?.id ?? '', '--library', library])).out).toBe('已跳过 1 篇\n')
  expect((await cli(['review', '--library', library])).out).toContain(`批次 ${third?.batch ?? ''}`)
  expect((await cli(['accept', '--above', '0', '--batch', third?.batch ?? '', '--library', library])).out).toBe('已收录 1 篇\n')
  expect((await cli(['review', '--library', library])).out).toBe('没有待核对的文章。\n')
}, 60_000)

it.each([
  [['accept'], 'accept 要么写编号，要么写 --above'],
  [['accept', 'x', '--above', '0.9'], 'accept 要么写编号，要么写 --above'],
  [['accept', 'x', '--batch', 'b'], '--batch 只和 --above 一起用'],
  [['accept', '--above', '9'], '--above 应是 0 到 1 之间的数'],
  [['skip'], '命令 skip 缺少参数'],
])('%j is not understood', async (given, words) => {
  const ran = await cli(given)
  expect([ran.code, ran.err.includes(words)]).toEqual([64, true])
})
