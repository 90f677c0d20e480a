import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CliError, PackOutput } from '../../../electron/contract/cli.ts'
import { openCore, type Core } from '../../../electron/core/services.ts'
import { dataOf } from '../exporting/entries.ts'
import { testPorts } from '../services/ports.ts'
import { cli, type Ran } from './run.ts'

let at: string
let library: string
const inside = (...parts: readonly string[]): string => join(at, ...parts)
const pack = (...given: readonly string[]): Promise<Ran> => cli(['pack', '--library', library, ...given], { INIT_CWD: at })
const problem = ({ err }: Ran): string => CliError.parse(JSON.parse(err)).error.code

async function create(core: Core, title: string, body: string): Promise<string> {
  const reply = await core.call('entries.create', { title, body }, new Map())
  return reply.ok ? String(Reflect.get(reply.value as object, 'id')) : ''
}

beforeAll(async () => {
  at = await mkdtemp(join(tmpdir(), 'casebook-cli-pack-'))
  library = inside('library')
  const core = await openCore(library, testPorts().ports)
  const closed = await create(core, '白鹭县内部经验', '白鹭县的做法不得转载。')
  await core.call('entries.edit', { id: closed, revision: 1, change: { rightsLevel: 'restricted' } }, new Map())
  await create(core, '榆溪市警网融合', '民警与网格员一起走访。')
  await create(core, '青石区一站式服务', '群众最多跑一地。')
  await core.close()
}, 60_000)
afterAll(() => rm(at, { recursive: true, force: true }))

describe('pack', () => {
  it('writes all entries, the newest first, and says what it wrote', async () => {
    const ran = await pack('--out', '全部.html', '--title', '三篇案例', '--json')
    expect([ran.code, ran.err]).toEqual([0, ''])
    const { files } = PackOutput.parse(JSON.parse(ran.out))
    const html = await readFile(inside('全部.html'))
    expect(files).toEqual([{ file: inside('全部.html'), bytes: html.byteLength, entries: 3 }])
    const data = dataOf(html.toString())
    expect([data.title, data.entries.map(({ title }) => title)]).toEqual(['三篇案例', ['青石区一站式服务', '榆溪市警网融合', '白鹭县内部经验']])
  })

  it('says in words how many went in without their text', async () => {
    const ran = await pack('--out', '话.html')
    expect(ran.code).toBe(0)
    expect(ran.out).toContain('其中 1 条限制转载，只带标题、出处与做法，不带正文。')
    expect(await readFile(inside('话.html'), 'utf8')).not.toContain('__PACK_')
  })

  it('takes what a search finds', async () => {
    await pack('--out', '警.html', '--query', '警网融合')
    expect(dataOf(await readFile(inside('警.html'), 'utf8')).entries.map(({ title }) => title)).toEqual(['榆溪市警网融合'])
  })

  it('takes what shows a practice, with its sentences', async () => {
    const ran = await pack('--out', '警网.html', '--practice', 'grid.police')
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(dataOf(await readFile(inside('警网.html'), 'utf8')).entries.map(({ title, tags }) => [title, tags.some(({ practice }) => practice === 'grid.police')])).toEqual([['榆溪市警网融合', true]])
    expect(problem(await pack('--out', '没有.html', '--practice', 'nothing', '--json'))).toBe('NO_SUCH_PRACTICE')
  })

  it('leaves the data readable for old browsers when asked to', async () => {
    await pack('--out', '旧.html', '--plain')
    expect(await readFile(inside('旧.html'), 'utf8')).toContain('民警与网格员一起走访')
  })

  it('overwrites nothing and leaves nothing behind', async () => {
    await writeFile(inside('在.html'), '别人的')
    const before = await readdir(at)
    const ran = await pack('--out', '在.html', '--json')
    expect([ran.code, problem(ran), await readFile(inside('在.html'), 'utf8'), await readdir(at)]).toEqual([1, 'EXISTS', '别人的', before])
  })

  it.each<[given: readonly string[], code: string, exit: number]>([
    [[], 'USAGE', 64],
    [['--out', '包.txt'], 'USAGE', 64],
    [['--out', '.html'], 'USAGE', 64],
    [['--out', 'con.html'], 'USAGE', 64],
    [['--out', `${'长'.repeat(90)}.html`], 'USAGE', 64],
    [['--out', '包.html', '--title', '长'.repeat(201)], 'USAGE', 64],
    [['--out', '没有的夹/包.html'], 'NO_SUCH_FILE', 1],
    [['--out', '包.html', '--query', '“火星基地”'], 'NOTHING_TO_PACK', 1],
    [['--out', '包.html', '--place', '火星'], 'NOTHING_TO_PACK', 1],
  ])('refuses %j', async (given, code, exit) => {
    const ran = await pack(...given, '--json')
    expect([problem(ran), ran.code]).toEqual([code, exit])
    expect((await readdir(at)).filter((name) => name.startsWith('包'))).toEqual([])
  })
})
