import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CliError, CompareOutput, ImportOutput, ShowOutput } from '../../../electron/contract/cli.ts'
import { cli, type Ran } from './run.ts'

const LIUSHU = `淮南市柳树湾社区在大槐树下搭起议事亭，居民有话坐下来说。社区推行网格化治理，网格员每周二上门收集意见，当天登记、三日答复。

议事亭边上设了人民调解室，调解员老周一年来调处邻里纠纷四十二件。淮南市把这个办法推给了别的社区。
`
const HEDI = `淮北市东关社区的居民常在河堤边议事。物业与志愿者每月听一次投诉，社区民警也来，事情当场派下去，办完了上门回访。

淮北市的几个小区照着做，邻里之间争执少了。
`

let at: string
let library: string
let ids: readonly string[]
const inLibrary = (...given: readonly string[]): Promise<Ran> => cli([...given, '--library', library])
const compared = async (...given: readonly string[]): Promise<CompareOutput> => CompareOutput.parse(JSON.parse((await inLibrary('compare', ...given, '--json')).out))
const refused = async (...given: readonly string[]) => {
  const { code, out, err } = await inLibrary('compare', ...given, '--json')
  const { error } = CliError.parse(JSON.parse(err))
  return [code, out, error.code, error.message]
}

beforeAll(async () => {
  at = await mkdtemp(join(tmpdir(), 'casebook-cli-'))
  library = join(at, 'library')
  await mkdir(join(at, '材料'))
  await writeFile(join(at, '材料', '柳树湾的议事亭.txt'), LIUSHU)
  await writeFile(join(at, '材料', '河堤边的议事会.txt'), HEDI)
  const { imported } = ImportOutput.parse(JSON.parse((await inLibrary('import', join(at, '材料'), '--json')).out))
  ids = ['河堤边的议事会', '柳树湾的议事亭'].flatMap((name) => imported.filter(({ file }) => file.includes(name)).map(({ id }) => id))
  // They are too short for the rules to call them cases; a person does.
  for (const id of ids) await inLibrary('edit', id, '--set', 'kind=case')
}, 60_000)
afterAll(() => rm(at, { recursive: true, force: true }))

describe('compare', () => {
  it('prints columns, rows and cells, each sentence as it stands in its entry', async () => {
    const { columns, rows, cells } = await compared('--units', '淮北,淮南', '--rows', 'practices')
    expect(columns).toEqual([{ id: '安徽省/淮北市', label: '淮北市', level: 'city', entries: 1, bundled: 0, others: 0 }, { id: '安徽省/淮南市', label: '淮南市', level: 'city', entries: 1, bundled: 0, others: 0 }])
    expect([rows.length, rows[0], cells.length]).toEqual([11, { id: 'grid', label: '网格化治理' }, 22])
    expect(cells.slice(0, 2).map(({ row, column, state, confirmed }) => [row, column, state, confirmed])).toEqual([['grid', '安徽省/淮北市', 'not-stated', false], ['grid', '安徽省/淮南市', 'evidence', false]])
    expect(cells[0]).toEqual({ row: 'grid', column: '安徽省/淮北市', state: 'not-stated', confirmed: false, lead: null, sentences: [], titles: [] })
    expect(cells[1]?.lead).toBe('社区推行网格化治理，网格员每周二上门收集意见，当天登记、三日答复。')
    const entries = new Map<string, string>()
    for (const id of ids) entries.set(id, ShowOutput.parse(JSON.parse((await inLibrary('show', id, '--json')).out)).body)
    const sentences = cells.flatMap((cell) => cell.sentences)
    expect(sentences.length).toBeGreaterThan(1)
    for (const { entryId, start, end, text } of sentences) expect(entries.get(entryId)?.slice(start, end)).toBe(text)
  }, 60_000)

  it('takes any comma, entries beside places, and practices by id or name', async () => {
    const [hedi = '', liushu = ''] = ids
    const { columns, rows } = await compared('--units', `淮北，安徽淮南、${liushu}；${hedi.toLowerCase()}, 淮北市`, '--rows', 'mediation，网格化治理、grid.police')
    expect(columns.map(({ id, level }) => [id, level])).toEqual([['安徽省/淮北市', 'city'], ['安徽省/淮南市', 'city'], [liushu, 'entry'], [hedi, 'entry']])
    expect(rows.map(({ id }) => id)).toEqual(['mediation', 'grid', 'grid.police'])
  }, 60_000)

  it('of a place nobody mentions is 未核对 throughout, and no failure', async () => {
    const { code, out } = await inLibrary('compare', '--units', '三沙', '--json')
    expect([code, new Set(CompareOutput.parse(JSON.parse(out)).cells.map(({ state }) => state))]).toEqual([0, new Set(['not-checked'])])
  }, 60_000)

  it('shows a person a table, whose cases it rests on, and the best sentence of each cell', async () => {
    const { code, out } = await inLibrary('compare', '--units', '淮北,淮南,三沙', '--rows', 'grid')
    expect(code).toBe(0)
    const [, liushu = ''] = ids
    const start = LIUSHU.replace('\n\n', '\n').indexOf('社区推行')
    expect(out.split('\n')).toEqual([
      '做法        淮北市         淮南市          三沙市',
      '网格化治理  原文未述 待核  有据 1 句 待核  未核对',
      '',
      '淮北市：案例 1',
      '淮南市：案例 1',
      '三沙市：案例 0',
      '',
      '网格化治理',
      `  淮南市 · 有据 1 句 待核 · ${liushu} ${start}–${start + 33}`,
      '    社区推行网格化治理，网格员每周二上门收集意见，当天登记、三日答复。',
      '',
      '待核：自动检出，尚未有人核对。全部原句见 --json。',
      '',
    ])
  }, 60_000)

  it('calls bundled summaries mentions and quotes none of them', async () => {
    const bundled = (...given: readonly string[]): Promise<Ran> => cli(['compare', ...given, '--with-bundled', '--library', join(at, 'bundled')])
    const { columns, cells } = CompareOutput.parse(JSON.parse((await bundled('--units', '淄博,北京', '--rows', 'grid', '--json')).out))
    expect(columns.map(({ id, entries, bundled: summaries }) => [id, entries, summaries])).toEqual([['山东省/淄博市', 0, 1], ['北京市', 0, 0]])
    expect(cells.map(({ state, confirmed, lead, sentences }) => [state, confirmed, lead, sentences.length])).toEqual([['mention', false, null, 0], ['not-checked', false, null, 0]])
    const { out } = await bundled('--units', '淄博', '--rows', 'grid')
    expect(out).toContain('网格化治理  仅提及 内置摘要 待核')
    expect(out).toContain('淄博市：案例 0，内置摘要 1（非原文，不作依据）')
  }, 60_000)
})

describe('what compare does not understand', () => {
  it.each<[string, readonly string[], readonly unknown[]]>([
    ['no units', [], [64, '', 'USAGE', expect.stringContaining('请用 --units 写明要对照的地区或条目编号')]],
    ['empty units', ['--units', ' ，、'], [64, '', 'USAGE', expect.stringContaining('请用 --units')]],
    ['too many units', ['--units', Array.from({ length: 101 }, (_, n) => `甲${n}`).join(',')], [64, '', 'USAGE', expect.stringContaining('一次最多对照 100 个地区或条目，这里写了 101 个')]],
    ['a place that is none', ['--units', '淮北,火星'], [64, '', 'NO_SUCH_PLACE', '没有名为“火星”的地区。请写省、市或区县的全称，或改用条目编号。']],
    ['a county of several', ['--units', '通州区'], [64, '', 'AMBIGUOUS_PLACE', '“通州区”不止一处：北京市通州区、江苏省南通市通州区。请写明上级地区，例如“北京市通州区”。']],
    ['an entry that is none', ['--units', '01ARZ3NDEKTSV4RRFFQ69G5FAV'], [1, '', 'NO_SUCH_ENTRY', expect.stringContaining('01ARZ3NDEKTSV4RRFFQ69G5FAV')]],
    ['a practice that is none', ['--units', '淮北', '--rows', 'grid,没有的做法'], [64, '', 'NO_SUCH_PRACTICE', expect.stringContaining('没有名为“没有的做法”的做法')]],
    ['rows without a name', ['--units', '淮北', '--rows', '，'], [64, '', 'USAGE', expect.stringContaining('--rows 应是 practices')]],
  ])('%s', async (_, given, expected) => {
    expect(await refused(...given)).toEqual(expected)
  }, 60_000)
})
