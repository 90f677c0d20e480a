import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { JudgementsOutput, ShowOutput } from '../../../electron/contract/cli.ts'
import { PracticeId } from '../../../electron/contract/practice-tag.ts'
import { openCore } from '../../../electron/core/services.ts'
import { testPorts } from '../services/ports.ts'
import { cli } from './run.ts'

const police = PracticeId.parse('grid.police')
let at: string
let id: string
const lib = (name: string): readonly string[] => ['--library', join(at, name)]

/** What a window does: the command line judges nothing. */
async function judge(name: string, decision: 'confirmed' | 'rejected', by: string): Promise<string> {
  const core = await openCore(join(at, name), testPorts().ports)
  const ids = await core.call('search.run', { query: '警网融合', filters: {}, sort: 'imported', offset: 0, limit: 1 }, new Map()).then((reply) => (reply.ok ? (reply.value as { hits: { id: string }[] }).hits : []))
  const entry = ids[0]?.id ?? ''
  await core.call('practices.decide', { id: entry, practice: police, decision, by }, new Map())
  await core.close()
  return entry
}

beforeAll(async () => {
  at = await mkdtemp(join(tmpdir(), 'casebook-cli-'))
  await writeFile(join(at, '甲.txt'), '柳树湾社区警网融合\n\n柳树湾社区推行警网融合，民警随网格员走访。两名民警固定进网格，同网格员一起巡查。\n\n党建引领基层治理，居民议事协商，矛盾纠纷就地化解。\n')
  for (const name of ['a', 'b']) await cli(['import', join(at, '甲.txt'), ...lib(name)])
  await judge('a', 'rejected', '李敏')
  id = await judge('b', 'confirmed', '王芳')
}, 120_000)
afterAll(() => rm(at, { recursive: true, force: true }))

it('passes judgements on, shows what they would bring, takes them in, and lists where people differ', async () => {
  const file = join(at, '意见.judgements')
  expect(await cli(['judgements', 'export', file, ...lib('a')])).toMatchObject({ code: 0, out: `已写好：${file}（1 条的 1 条意见）\n` })
  const dry = await cli(['judgements', 'import', file, '--dry-run', ...lib('b')])
  expect(dry.out).toContain('会带来本库没人判断过的 0 条，一致 0 条，不一 1 条，已有 0 条\n')
  expect(dry.out).toMatch(/· 柳树湾社区警网融合 grid\.police：王芳 确认（2026-11-22）；李敏 否定（2026-11-22，交换来）/)
  const done = JudgementsOutput.parse(JSON.parse((await cli(['judgements', 'import', file, '--json', ...lib('b')])).out))
  expect(done).toMatchObject({ dryRun: false, judgements: { differ: 1 }, entries: { same: 1 } })
  expect((await cli(['judgements', 'import', file, ...lib('b')])).out).toContain('没有新的意见')
  expect((await cli(['judgements', 'list', ...lib('b')])).out).toContain('1 条里有 1 处意见不一')
  const shown = ShowOutput.parse(JSON.parse((await cli(['show', id, '--json', ...lib('b')])).out))
  expect(shown.practices.find((one) => one.id === police)).toMatchObject({ differ: true, state: 'confirmed', judgements: [{ by: '王芳', counts: true }, { by: '李敏', came: true }] })
  expect((await cli(['show', id, ...lib('b')])).out).toContain('意见不一：王芳 确认（2026-11-22）；李敏 否定（2026-11-22，交换来）')
}, 60_000)

it('says of an entry that is not met what may be the reason', async () => {
  const file = join(at, '没对上.judgements')
  await cli(['judgements', 'export', file, ...lib('a')])
  await writeFile(join(at, '乙.txt'), '另一篇手记\n\n河堤上的灯换过了，夜里走路看得清。\n')
  await cli(['import', join(at, '乙.txt'), ...lib('c')])
  const { out } = await cli(['judgements', 'import', file, '--dry-run', ...lib('c')])
  expect(out.split('\n').filter((line) => line.includes('没有对上'))).toEqual([
    '文件里有 1 条：0 条正文相同，0 条正文不同，1 条没有对上',
    '· 没有对上：柳树湾社区警网融合',
    '没有对上的，本库没有，或者在回收站里；或者是不到一百字的短文，题目和正文都改写过。后一种，把本库那一篇的题目改成这里的样子，再导入一次。',
  ])
}, 60_000)

it('says what was not understood, and what is no such file', async () => {
  await writeFile(join(at, '错.judgements'), '网格\n')
  expect(await cli(['judgements', 'import', join(at, '错.judgements'), ...lib('b')])).toMatchObject({ code: 1, err: expect.stringContaining('不是意见文件') })
  expect(await cli(['judgements', 'import', join(at, '没有.judgements'), ...lib('b')])).toMatchObject({ code: 1, err: expect.stringContaining('找不到') })
  expect(await cli(['judgements', 'export', join(at, '意见.txt'), ...lib('a')])).toMatchObject({ code: 64, err: expect.stringContaining('.judgements') })
  expect(await cli(['judgements', 'export', join(at, '无.judgements'), '--by', '没这个人', ...lib('a')])).toMatchObject({ code: 1, err: expect.stringContaining('本库没有署名“没这个人”的意见；有意见的署名是：李敏（1 条）') })
  expect(await cli(['judgements', '烧掉', ...lib('a')])).toMatchObject({ code: 64, err: expect.stringContaining('judgements 后面应是 list（列出意见不一之处）、export（写成文件）或 import（导入文件），不能是“烧掉”') })
  expect(await cli(['judgements', ...lib('a')])).toMatchObject({ code: 64, err: expect.stringContaining('judgements 后面要写做什么：list') })
})
