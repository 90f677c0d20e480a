import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { CliError, FactsOutput, ListOutput, PracticesOutput, SearchOutput, ShowOutput } from '../../../electron/contract/cli.ts'
import { loadTaxonomy } from '../../../electron/core/describing/practices/index.ts'
import { PracticeId } from '../../../electron/contract/practice-tag.ts'
import type { TaxonomyChange } from '../../../electron/contract/taxonomy.ts'
import { openSession, partsOf } from '../../../electron/cli/session.ts'
import { root } from '../../shared.ts'
import { readerHere } from '../services/fake-reader.ts'
import { cli, type Ran } from './run.ts'

const police = '柳树湾社区的警网融合\n\n本报记者 刘小满\n\n青山县柳树湾社区推行警网融合，民警每周随网格员走访。\n\n两名民警固定进网格，和网格员一起巡查、登记、回访，办结纠纷四十二件。\n'
const yard = '槐树下的调解室\n\n青山县柳树湾社区在大槐树下设了人民调解室，调解员每周二坐班，邻里纠纷当天受理、三日办结。\n\n一年来，人民调解室共调解纠纷四十二件，群众满意。\n'

let at: string
beforeAll(async () => {
  at = await mkdtemp(join(tmpdir(), 'casebook-cli-'))
  await writeFile(join(at, '警网.txt'), police)
  await writeFile(join(at, '调解.txt'), yard)
  await cli(['import', join(at, '警网.txt'), join(at, '调解.txt'), '--library', join(at, 'library')])
}, 60_000)
afterAll(() => rm(at, { recursive: true, force: true }))

const json = <T extends z.ZodType>(schema: T, { out }: Ran): z.output<T> => schema.parse(JSON.parse(out))
const inLibrary = (...given: readonly string[]): Promise<Ran> => cli([...given, '--library', join(at, 'library')])
const titles = async (...given: readonly string[]): Promise<readonly string[]> => json(ListOutput, await inLibrary('list', '--json', ...given)).entries.map(({ title }) => title)

describe('practices', () => {
  it('are listed without a library, each practice followed by its sub-practices', async () => {
    const { practices } = json(PracticesOutput, await cli(['practices', '--json']))
    expect(practices).toEqual(loadTaxonomy(join(root, 'content')).practices)
    expect([practices.filter(({ parent }) => parent === null).length, practices.length]).toEqual([11, 68])
    const { out } = await cli(['practices'])
    expect(out.split('\n').slice(1, 3).map((line) => line.split(/\s{2,}/).slice(0, 2))).toEqual([['网格化治理', 'grid'], ['└ 多网合一', 'grid.layout']])
    expect(out.trimEnd().split('\n').at(-1)).toBe('11 项做法，57 项子做法')
  })

  it('narrow a list by id or by name', async () => {
    for (const practice of ['grid.police', '警网融合', 'grid', '网格化治理', '警网']) expect([practice, await titles('--practice', practice)]).toEqual([practice, ['柳树湾社区的警网融合']])
    expect(await titles('--practice', '调解品牌', '--place', '火星')).toEqual([])
  }, 60_000)

  it('narrow a search, and can be named in the query', async () => {
    const found = async (...given: readonly string[]): Promise<readonly string[]> => json(SearchOutput, await inLibrary('search', '--json', ...given)).hits.map(({ title }) => title)
    expect(await found('社区', '--practice', 'grid')).toEqual(['柳树湾社区的警网融合'])
    expect(await found('做法：警网融合')).toEqual(['柳树湾社区的警网融合'])
    expect(await found('社区 非 做法：grid.police')).toEqual(['槐树下的调解室'])
  }, 60_000)

  it('are in what list and show print', async () => {
    const entry = json(ListOutput, await inLibrary('list', '--json')).entries.find(({ title }) => title === '柳树湾社区的警网融合')
    expect(entry?.practices.slice(0, 1)).toEqual(['grid'])
    expect(entry?.practices).toContain('grid.police')
    const shown = json(ShowOutput, await inLibrary('show', entry?.id ?? '', '--json'))
    const tag = shown.practices.find(({ id }) => id === 'grid.police')
    expect(tag).toEqual({
      id: 'grid.police', strength: 'primary', state: 'draft', judgements: [], differ: false,
      evidence: [
        { start: 0, end: 26, text: '青山县柳树湾社区推行警网融合，民警每周随网格员走访。', trigger: expect.stringContaining('警网融合') },
        { start: 27, end: 61, text: '两名民警固定进网格，和网格员一起巡查、登记、回访，办结纠纷四十二件。', trigger: expect.stringContaining('进网格') },
      ],
      inTitle: [{ start: 0, end: 10, text: '柳树湾社区的警网融合', trigger: expect.stringContaining('警网融合') }],
    })
    for (const { evidence, inTitle } of shown.practices) {
      expect(evidence.every(({ start, end, text }) => shown.body.slice(start, end) === text)).toBe(true)
      expect(inTitle.every(({ start, end, text }) => shown.title.slice(start, end) === text)).toBe(true)
    }
  }, 60_000)

  it('are shown to a person with their sentences', async () => {
    const id = json(ListOutput, await inLibrary('list', '--json')).entries.find(({ title }) => title === '柳树湾社区的警网融合')?.id ?? ''
    const { out } = await inLibrary('show', id)
    expect(out).toContain('· 警网融合（主要；自动检出，待核）\n    标题“柳树湾社区的警网融合”\n    “青山县柳树湾社区推行警网融合，民警每周随网格员走访。”')
  }, 60_000)

  it('of people\'s own are known by id and by name, and those of earlier days by what they live on in', async () => {
    const session = await openSession(join(at, 'library'), partsOf(join(root, 'electron/cli')), { mayCreate: false, withBundled: false, spawnReader: readerHere })
    const own: TaxonomyChange = { type: 'add', id: PracticeId.parse('own'), parent: PracticeId.parse('mediation'), label: '槐荫调解', zh: '槐荫下的调解', definition: '', strong: ['大槐树下'], weak: [] }
    const steps = [await session.call('taxonomy.change', { change: own, by: '李敏' }), await session.call('taxonomy.change', { change: { type: 'merge', id: PracticeId.parse('grid.police'), into: PracticeId.parse('grid.linkage') }, by: '李敏' })]
    await session.close()
    for (const practice of ['mediation.owna', '槐荫调解', '槐荫']) expect([practice, await titles('--practice', practice)]).toEqual([practice, ['槐树下的调解室']])
    for (const practice of ['grid.police', '警网融合', 'grid.linkage']) expect([practice, await titles('--practice', practice)]).toEqual([practice, ['柳树湾社区的警网融合']])
    expect((await inLibrary('compare', '--units', '安徽省/淮北市', '--rows', '槐荫调解')).out).toContain('槐荫调解')
    expect((await inLibrary('practices')).out).toContain('mediation.owna')
    const entry = json(ListOutput, await inLibrary('list', '--json')).entries.find(({ title }) => title === '槐树下的调解室')
    expect((await inLibrary('show', entry?.id ?? '')).out).toContain('· 槐荫调解（')
    const again = await openSession(join(at, 'library'), partsOf(join(root, 'electron/cli')), { mayCreate: false, withBundled: false, spawnReader: readerHere })
    for (const { id } of steps.toReversed()) await again.call('taxonomy.undo', { step: id })
    await again.close()
  }, 60_000)

  it.each([['list'], ['search', '社区']])('that nobody knows are refused with a word on where they are listed: %s', async (...given) => {
    const ran = await inLibrary(...given, '--practice', '不存在的做法', '--json')
    expect([ran.code, ran.out, CliError.parse(JSON.parse(ran.err)).error]).toEqual([64, '', { code: 'NO_SUCH_PRACTICE', message: '没有名为“不存在的做法”的做法。用 practices 命令或“做法”页查看全部做法。', file: null }])
  })
})

describe('facts', () => {
  const places = async (...given: readonly string[]): Promise<readonly string[]> => [...new Set(json(FactsOutput, await inLibrary('facts', '--json', ...given)).facts.map(({ entry }) => entry.title))].toSorted()

  it('are those of cases, and with --all of the other entries, too', async () => {
    const { entries } = json(ListOutput, await inLibrary('list', '--json'))
    const entry = entries.find(({ title }) => title === '槐树下的调解室')?.id ?? ''
    for (const { id } of entries) await inLibrary('edit', id, '--set', `kind=${id === entry ? 'other' : 'case'}`)
    expect(await places('--kind', '数据')).toEqual(['柳树湾社区的警网融合'])
    expect(await places('--kind', '数据', '--all')).toEqual(['柳树湾社区的警网融合', '槐树下的调解室'])
    await inLibrary('edit', entry, '--set', 'kind=case')
    expect(await places('--kind', '数据')).toEqual(['柳树湾社区的警网融合', '槐树下的调解室'])
    expect((await cli(['help', 'facts'])).out).toContain('--all 连计为“其他”的条目一并列出')
  }, 60_000)

  it('are named by the kind, by its plural and by the list', async () => {
    for (const kind of ['spread', 'spreads', '推广', 'quotes', 'quote', 'indicators', 'platforms']) expect([kind, (await inLibrary('facts', '--kind', kind, '--json')).code]).toEqual([kind, 0])
    expect((await inLibrary('facts', '--kind', 'stories', '--json')).code).toBe(64)
  }, 60_000)
})
