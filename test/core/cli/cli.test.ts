import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { BackupOutput, CheckOutput, CliError, EditOutput, ImportOutput, ListOutput, ReindexOutput, RemoveOutput, RestoreOutput, SearchOutput, SegmentOutput, ShowOutput } from '../../../electron/contract/cli.ts'
import { openLibrary } from '../../../electron/core/library/index.ts'
import { zip } from '../reading/archive/zip.ts'
import { encode } from '../reading/encode.ts'
import { cli, started, type Ran } from './run.ts'

const story = `青山县柳树湾社区在大槐树下搭起议事亭，居民有话坐下来说。网格员每周二收集意见，当天登记、三日答复。

一年来，议事亭共办结邻里纠纷四十二件，群众满意率达到百分之九十八。社区书记说，办法不新，贵在坚持。
`
const notice = '因管道检修，本周六停水一天，请居民提前储水。\n'

let at: string
let library: string
const inside = (...parts: readonly string[]): string => join(at, ...parts)
const json = <T extends z.ZodType>(schema: T, { out }: Ran): z.output<T> => schema.parse(JSON.parse(out))
const problem = ({ err }: Ran) => CliError.parse(JSON.parse(err)).error

/** One library for the whole file: every call costs a process. */
beforeAll(async () => {
  at = await mkdtemp(join(tmpdir(), 'casebook-cli-'))
  library = inside('library')
  await mkdir(inside('材料', '子夹'), { recursive: true })
  await writeFile(inside('材料', '柳树湾的议事亭.txt'), story)
  await writeFile(inside('材料', '子夹', '同一篇.txt'), story)
  await writeFile(inside('材料', '关于停水的通知.txt'), notice)
  await writeFile(inside('材料', '密.txt'), `秘密★\n\n${story}`)
  await writeFile(inside('材料', '空.txt'), '')
}, 60_000)
afterAll(() => rm(at, { recursive: true, force: true }))

const inLibrary = (...given: readonly string[]): Promise<Ran> => cli([...given, '--library', library])
const idOf = async (title: string): Promise<string> => json(ListOutput, await inLibrary('list', '--json')).entries.find((entry) => entry.title === title)?.id ?? ''

describe('import', () => {
  it('of a folder lists what came in, what was here, and what failed, and exits with 2', async () => {
    const ran = await started(['import', '材料', '没有的.txt', '--json', '--library', 'library'], { INIT_CWD: at })
    expect(ran.code).toBe(2)
    const { imported, duplicates, failed } = json(ImportOutput, ran)
    expect(imported.map(({ file, ordinal, title }) => [file, ordinal, title]).sort()).toEqual([['材料/关于停水的通知.txt', 1, '关于停水的通知'], ['材料/柳树湾的议事亭.txt', 1, '柳树湾的议事亭']].sort())
    expect(duplicates).toEqual([{ file: '材料/子夹/同一篇.txt', id: imported.find(({ title }) => title === '柳树湾的议事亭')?.id }])
    expect(failed.map(({ file, code }) => [file, code]).sort()).toEqual([['没有的.txt', 'NO_SUCH_FILE'], ['材料/密.txt', 'CLASSIFIED_MARK'], ['材料/空.txt', 'EMPTY']].sort())
    expect(ran.err).toBe('')
  }, 60_000)

  it('of the same files again exits with 0 and says so in words', async () => {
    const ran = await inLibrary('import', inside('材料', '柳树湾的议事亭.txt'), '--report', inside('报告.md'))
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(await readFile(inside('报告.md'), 'utf8')).toContain('| 1 | 柳树湾的议事亭.txt | 重复，未再导入 |')
    expect(ran.out).toContain('导入 0 条（案例 0，其他 0），重复 1 个文件，未导入 0 个文件')
  })

  it('of an archive names its members after it, whatever Windows called them', async () => {
    await writeFile(inside('a.zip'), zip([
      { name: encode('社会治理/淄博经验.txt', 'gb18030'), data: story.replaceAll('柳树湾', '杏花湾') },
      { name: encode('社会治理/密.txt', 'gb18030'), data: `秘密★\n\n${story}` },
      { name: '../x.txt', data: 'x' },
    ]))
    const ran = await cli(['import', inside('a.zip'), '--json', '--library', inside('another')])
    expect([ran.code, ran.err]).toEqual([2, ''])
    const { imported, duplicates, failed } = json(ImportOutput, ran)
    expect(imported.map(({ file }) => file)).toEqual(['a.zip/社会治理/淄博经验.txt'])
    expect(duplicates).toEqual([])
    expect(failed.map(({ file, code }) => [file, code])).toEqual([['a.zip/社会治理/密.txt', 'CLASSIFIED_MARK'], ['a.zip/../x.txt', 'BAD_NAME']])
  })

  it('with a report under a name that none can have is refused before anything is read', async () => {
    const ran = await inLibrary('import', inside('材料', '密.txt'), '--report', inside('报告.pdf'))
    expect([ran.code, ran.err.split('\n')[0]]).toEqual([64, '用 --report 写明报告的文件名，以 .md 或 .xlsx 结尾'])
  })

  it('of nothing that could be read exits with 1', async () => {
    const ran = await inLibrary('import', inside('材料', '密.txt'), '--json')
    expect([ran.code, problem(ran).code, json(ImportOutput, ran).failed.length]).toEqual([1, 'CLASSIFIED_MARK', 1])
  })
})

describe('list, show, search', () => {
  it('print the shapes of the contract', async () => {
    const { entries } = json(ListOutput, await inLibrary('list', '--json'))
    expect(entries.map(({ title, practices }) => [title, practices]).sort()).toEqual([['关于停水的通知', []], ['柳树湾的议事亭', expect.arrayContaining(['grid'])]].sort())
    const id = await idOf('柳树湾的议事亭')
    const shown = json(ShowOutput, await inLibrary('show', id, '--json'))
    expect(Object.keys(shown).sort()).toEqual(['id', 'kind', 'title', 'titleIsProvisional', 'kicker', 'subtitle', 'authors', 'source', 'date', 'place', 'rights', 'incomplete', 'body', 'paragraphs', 'notices', 'practices', 'facts', 'absent', 'editorNote', 'inferences', 'origin', 'summary', 'references', 'pictures', 'disagreements', 'confidence', 'confidenceReasons', 'review', 'original'].sort())
    expect([shown.references, shown.pictures, shown.disagreements, shown.review, shown.original?.format, shown.original?.encoding]).toEqual([[], [], [], 'pending', 'txt', 'utf-8'])
    expect(shown.paragraphs.map(({ text }) => text)).toEqual(story.trim().split('\n\n'))
    for (const { text, start, end } of shown.paragraphs) expect(shown.body.slice(start, end)).toBe(text)
    expect([shown.source.media, shown.absent['source.media'], shown.date.value, shown.absent.date]).toEqual([null, 'not-stated', null, 'not-stated'])
    const { total, hits } = json(SearchOutput, await inLibrary('search', '议事亭', '--json'))
    expect([total, hits.map((hit) => hit.id)]).toEqual([1, [id]])
    for (const { text, marks } of hits[0]?.snippets ?? []) expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(marks.map(() => '议事亭'))
  })

  it('leave values out, search in what was found, count a facet, and say why a hit is there', async () => {
    const found = async (...given: readonly string[]) => json(SearchOutput, await inLibrary('search', '--json', ...given))
    expect((await found('议事亭', '--not', 'practice=grid')).hits).toEqual([])
    expect((await found('议事亭', '--not', 'kind=other', '--not', 'source=晨报')).total).toBeLessThanOrEqual(1)
    expect([(await found('议事亭', '--within', '停水')).total, (await found('议事亭', '--within', '柳树湾')).total]).toEqual([0, 1])
    const { facet, hits: [hit] } = await found('议事亭', '--facet', 'review', '--explain')
    expect(facet).toEqual([{ value: 'pending', count: 1 }])
    expect(hit?.why?.parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(hit?.why?.score ?? 0)
    expect((await inLibrary('search', '议事亭', '--explain')).out).toMatch(/得分 [\d.]+：.*标题 4（议事亭）/)
    expect(await found('议事亭 与 机器狗')).toMatchObject({ chips: ['议事亭', '机器狗'], failing: ['机器狗'], hints: [] })
    expect((await inLibrary('search', '议事亭 与 机器狗')).out).toContain('没有找到。\n理解为：议事亭｜机器狗\n没有条目含有：机器狗')
  })

  it('say what of a query was taken literally', async () => {
    expect((await inLibrary('search', '出版社:议事亭')).out).toContain('没有这个字段，已按字面搜索：出版社')
    expect((await inLibrary('search', '“议事亭')).out).toContain('引号或括号没有成对，已按字面搜索：“')
  })

  it('find nothing with exit code 0', async () => {
    const ran = await inLibrary('search', '火星基地', '--json')
    expect([ran.code, json(SearchOutput, ran).hits]).toEqual([0, []])
    expect((await inLibrary('list', '--place', '火星', '--json')).code).toBe(0)
  })

  it('filter by kind and by a place as people write it', async () => {
    await inLibrary('edit', await idOf('柳树湾的议事亭'), '--set', 'province=安徽省', '--set', 'city=淮南市', '--set', 'kind=case')
    const titles = async (...given: readonly string[]): Promise<readonly string[]> => json(ListOutput, await inLibrary('list', '--json', ...given)).entries.map(({ title }) => title)
    for (const place of ['淮南', '安徽', '安徽省/淮南市']) expect(await titles('--place', place)).toEqual(['柳树湾的议事亭'])
    expect(await titles('--kind', 'case')).toContain('柳树湾的议事亭')
  }, 60_000)

  it('show aligned columns to a person', async () => {
    const { out } = await inLibrary('list')
    const [head = '', ...rows] = out.split('\n')
    expect(head).toMatch(/^编号 {24}类型 {2}标题/)
    expect(rows.find((row) => row.includes('柳树湾的议事亭'))).toMatch(/^[0-9A-Z]{26} {2}案例 {2}柳树湾的议事亭 +安徽省淮南市/)
  })

  it('calls the fields of another statement by their names', async () => {
    const folder = inside('两说')
    await writeFile(inside('两说.md'), '---\ntitle: 井台夜话\nmedia: 青山日报\ndate: 2023-05-06\n---\n\n# 井台夜话\n\n来源：绿水晚报　日期：2023-05-08\n\n村里人吃过晚饭聚在井台边，把当天的难处一件件说开，记在一本簿子上，第二天早上由值班的人逐件去办。\n')
    expect((await cli(['import', inside('两说.md'), '--library', folder])).code).toBe(0)
    const { entries } = json(ListOutput, await cli(['list', '--library', folder, '--json']))
    const { out } = await cli(['show', entries[0]?.id ?? '', '--library', folder])
    expect(out.split('\n').filter((line) => line.startsWith('另有说法'))).toEqual(['另有说法 来源：绿水晚报（取“青山日报”）', '另有说法 日期：2023-05-08（取“2023-05-06”）'])
  }, 60_000)
})

describe('edit and remove', () => {
  it('set fields by the names that show uses, too', async () => {
    const id = await idOf('柳树湾的议事亭')
    const edited = json(EditOutput, await inLibrary('edit', id, '--set', 'source.media=青山日报', '--set', 'authors=刘小满:reporter、王敏', '--set', 'date=2023-05', '--json'))
    expect(edited.changed).toEqual(['authors', 'media', 'date'])
    const shown = json(ShowOutput, await inLibrary('show', id, '--json'))
    expect([shown.source.media, shown.authors, shown.date]).toEqual(['青山日报', [{ name: '刘小满', role: 'reporter' }, { name: '王敏', role: 'author' }], { value: '2023-05', precision: 'month', basis: 'user' }])
    expect([shown.absent['source.media'], shown.absent.date]).toEqual([undefined, undefined])
  }, 60_000)

  it.each<[string, readonly string[], string]>([
    ['an unknown field', ['nope=1'], 'UNKNOWN_FIELD'],
    ['a value that is none', ['kind=story'], 'USAGE'],
    ['a date of no calendar shape', ['date=昨天'], 'USAGE'],
    ['no field at all', [], 'USAGE'],
  ])('refuse %s with exit code 64', async (_, sets, code) => {
    const ran = await inLibrary('edit', '0'.repeat(26), ...sets.flatMap((set) => ['--set', set]), '--json')
    expect([ran.code, problem(ran).code, ran.out]).toEqual([64, code, ''])
  })

  it('take an entry out of list and search', async () => {
    const id = await idOf('关于停水的通知')
    expect(json(RemoveOutput, await inLibrary('remove', id, '--json')).removed).toEqual([id])
    expect([await idOf('关于停水的通知'), json(SearchOutput, await inLibrary('search', '停水', '--json')).total]).toEqual(['', 0])
    for (const again of [['show', id], ['edit', id, '--set', 'title=又'], ['remove', id]]) {
      const ran = await inLibrary(...again, '--json')
      expect([ran.code, problem(ran).code, ran.out]).toEqual([1, 'NO_SUCH_ENTRY', ''])
    }
  }, 60_000)
})

describe('keeping the library', () => {
  it('checks, reindexes, backs up and restores', async () => {
    expect(json(ReindexOutput, await inLibrary('reindex', '--json')).entries).toBe(1)
    expect(json(CheckOutput, await inLibrary('check', '--json')).ok).toBe(true)
    const { file, bytes } = json(BackupOutput, await cli(['backup', '备份.casebackup', '--library', library, '--json'], { INIT_CWD: at }))
    expect([file, bytes]).toEqual([inside('备份.casebackup'), (await readFile(file)).length])
    const twice = await inLibrary('backup', file, '--json')
    expect([twice.code, problem(twice)]).toEqual([1, { code: 'EXISTS', message: `“${file}”已存在，没有覆盖。请换一个文件名。`, file }])
    expect(json(RestoreOutput, await cli(['restore', file, inside('恢复'), '--json'])).originals).toBe(2)
    expect(json(ListOutput, await cli(['list', '--library', inside('恢复'), '--json'])).entries.map(({ title }) => title)).toEqual(['柳树湾的议事亭'])
  }, 60_000)

  it('exits with 1 when the check finds damage, and prints what it found', async () => {
    const { file } = json(BackupOutput, await inLibrary('backup', inside('另一份.casebackup'), '--json'))
    await cli(['restore', file, inside('坏的')])
    await rm(inside('坏的', 'originals'), { recursive: true })
    const ran = await cli(['check', '--library', inside('坏的'), '--json'])
    expect([ran.code, json(CheckOutput, ran).findings.filter(({ ok }) => !ok).map(({ check, count }) => [check, count])]).toEqual([1, [['originals', 2]]])
  }, 60_000)

  it('says who holds a library that is open elsewhere', async () => {
    const open = await openLibrary(library)
    const ran = await started(['list', '--library', library, '--json'])
    await open.close()
    expect([ran.code, problem(ran).code, problem(ran).file]).toEqual([1, 'LIBRARY_LOCKED', library])
    expect(problem(ran).message).toContain(`进程 ${process.pid}`)
  })

  it('keeps stderr for one object, also when something failed that nobody foresaw', async () => {
    const folder = inside('没有原件')
    await cli(['import', inside('材料', '关于停水的通知.txt'), '--library', folder])
    await rm(join(folder, 'originals'), { recursive: true })
    await writeFile(join(folder, 'originals'), 'a file where a folder should be')
    const ran = await started(['check', '--library', folder, '--json'])
    expect([ran.code, ran.out, problem(ran).code]).toEqual([1, '', 'FAILED'])
  })

  it('does not make a library where a path was mistyped', async () => {
    await mkdir(inside('空夹'))
    for (const folder of [inside('没有', '这里'), inside('空夹')]) {
      const ran = await cli(['list', '--library', folder, '--json'])
      expect([ran.code, problem(ran).code]).toEqual([1, 'NOT_A_LIBRARY'])
    }
    expect(await readdir(inside('空夹'))).toEqual([])
  })
})

describe('--with-bundled', () => {
  const titles = async (folder: string, ...given: readonly string[]): Promise<readonly string[]> => json(ListOutput, await cli(['list', '--library', folder, '--json', ...given])).entries.filter(({ origin }) => origin === 'bundled').map(({ title }) => title.split('：', 1)[0] ?? '').sort((a, b) => a.localeCompare(b))
  const five = ['八公山区', '淮安', '淮北', '淮南', '淄博'].sort((a, b) => a.localeCompare(b))

  it('puts the summaries into a library, which holds none without it', async () => {
    const folder = inside('内置')
    expect(await titles(folder, '--with-bundled')).toEqual(five)
    expect(await titles(folder)).toEqual(five)
    expect(await titles(library)).toEqual([])
  })

  it('labels them wherever they are printed, and names their sources', async () => {
    const folder = inside('内置')
    const { entries } = json(ListOutput, await cli(['list', '--library', folder, '--json', '--with-bundled']))
    const id = entries.find(({ title }) => title.startsWith('淄博'))?.id ?? ''
    const { summary, body } = json(ShowOutput, await cli(['show', id, '--library', folder, '--json']))
    expect(summary?.citations.map(({ media, date }) => [media, date])).toEqual([['齐点淄博', '2022-09-28T17:07']])
    expect(summary?.figures.slice(0, 3).map(({ start, end, text }) => [body.slice(start, end), text])).toEqual([['46%', '46%'], ['90余支', '90余支'], ['7508个', '7508个']])
    const shown = (await cli(['show', id, '--library', folder])).out
    expect(shown.split('\n')[0]).toMatch(/^淄博：.*（内置摘要·非原文）$/)
    expect(shown).toContain('来由    内置摘要·非原文')
    expect(shown).toContain('出处    原文未述 · 齐点淄博 · 2022-09-28 17:07 · 原文未述 · 原文未述')
    expect((await cli(['list', '--library', folder])).out.split('\n').filter((row) => row.includes('内置摘要·非原文'))).toHaveLength(5)
    expect((await cli(['search', '警网融合', '--library', folder])).out.match(/（内置摘要·非原文）/g)).toHaveLength(3)
  })

  it('is no option of a command that opens no library', async () => {
    const ran = await cli(['segment', '网格', '--with-bundled', '--json'])
    expect([ran.code, problem(ran).message]).toEqual([64, expect.stringContaining('命令 segment 没有选项 --with-bundled')])
  })
})

it('cuts words without opening a library', async () => {
  const text = '红网满格1+2在淮南'
  const { tokens } = json(SegmentOutput, await started(['segment', text, '--json']))
  for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text)
  expect(tokens.map((token) => token.text).join('')).toBe(text)
})

describe('what was not understood', () => {
  it.each<[readonly string[], string]>([
    [[], '没有写命令'],
    [['fly'], '没有“fly”这个命令'],
    [['list', '--nope'], '没有选项 --nope'],
    [['list', 'x'], '命令 list 的参数太多'],
    [['show'], '命令 show 缺少参数'],
    [['check', '--place', 'x'], '命令 check 没有选项 --place'],
    [['list', '--kind', 'story'], '--kind 只能是 case 或 other'],
    [['search', 'x', '--limit', '0'], '--limit 应是 1 到 10000 的整数'],
    [['search', 'x', '--not', '安徽省'], '--not 应写成“筛选=值”'],
    [['search', 'x', '--not', 'kind=story'], '--not 的值不对'],
    [['search', 'x', '--facet', 'colour'], '--facet 只能是'],
  ])('%j is told in a sentence, with exit code 64', async (given, words) => {
    const [plain, ran] = await Promise.all([cli(given), cli([...given, '--json'])])
    expect([plain.code, plain.out, ran.code, ran.out]).toEqual([64, '', 64, ''])
    expect([plain.err, problem(ran).code]).toEqual([expect.stringContaining(words), 'USAGE'])
  })

  it('is no matter for help', async () => {
    for (const given of [['help'], ['--help'], ['list', '-h']]) {
      const { code, out, err } = await cli(given)
      expect([code, err, out.startsWith('善治案例库 · 命令行')]).toEqual([0, '', true])
    }
  })
})

it('an id that nothing has is no usage error', async () => {
  const ran = await inLibrary('show', 'XYZ', '--json')
  expect([ran.code, problem(ran)]).toEqual([1, { code: 'NO_SUCH_ENTRY', message: '没有编号为“XYZ”的条目，可能已被删除。', file: null }])
})

it('a query of 10,000 characters, of operators only, or with a dash is just a query', async () => {
  for (const query of ['网'.repeat(10_000), '与 或 非 （', '"']) expect((await cli(['search', '--library', library, '--json', '--', query])).code).toBe(0)
}, 60_000)
