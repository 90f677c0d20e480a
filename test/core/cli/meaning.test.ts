import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { z } from 'zod'
import { CliError, ImportOutput, SearchOutput, SimilarOutput, SuggestOutput } from '../../../electron/contract/cli.ts'
import { cli, type Ran } from './run.ts'

const WINDOW = '清河区有了矛调中心\n\n清河区的矛调中心设在老影院，居民来一趟，事情有人接。网格员带着居民来，调解员当天答复，停车难的官司少了一半。\n'
const HALL = '柳河县矛盾纠纷调处化解中心挂牌\n\n柳河县的矛盾纠纷调处化解中心有八个窗口，网格员把停车难一类的事情带来，调解员就地答复。\n'
const TREES = '全市春季植树\n\n植树活动在城郊举行，五百人带着铁锹上山。\n'

let at: string
const inside = (name: string): string => join(at, name)
const run = (...given: readonly string[]): Promise<Ran> => cli([...given, '--library', inside('library')])
const json = <T extends z.ZodType>(schema: T, { out }: Ran): z.output<T> => schema.parse(JSON.parse(out))
let first = ''

beforeAll(async () => {
  at = await mkdtemp(join(tmpdir(), 'casebook-meaning-'))
  for (const [name, text] of Object.entries({ 甲: WINDOW, 乙: HALL, 丙: TREES })) await writeFile(inside(`${name}.txt`), text)
  const { imported } = json(ImportOutput, await run('import', inside('甲.txt'), inside('乙.txt'), inside('丙.txt'), '--json'))
  first = imported.find(({ title }) => title.startsWith('清河区'))?.id ?? ''
}, 60_000)
afterAll(() => rm(at, { recursive: true, force: true }))

it('search says what words are called as well', async () => {
  const { total, alternatives, nearest } = json(SearchOutput, await run('search', '矛调中心', '--json'))
  expect([total, alternatives[0]?.word, alternatives[0]?.kind, nearest]).toEqual([2, '矛调中心', 'synonym', []])
  expect(alternatives[0]?.words).toContain('矛盾纠纷调处化解中心')
  expect((await run('search', '矛调中心')).out).toMatch(/^矛调中心（同义）：也找 矛盾纠纷调处化解中心、/)
  expect(json(SearchOutput, await run('search', '"矛调中心"', '--json'))).toMatchObject({ total: 1, alternatives: [] })
})

it('search takes letters for sounds', async () => {
  expect(json(SearchOutput, await run('search', 'tingchenan', '--json'))).toMatchObject({ total: 2, alternatives: [{ word: 'tingchenan', kind: 'pinyin', words: ['停车难'] }] })
})

it('search offers the nearest wording when nothing is found', async () => {
  expect(json(SearchOutput, await run('search', '停车南', '--json'))).toMatchObject({ total: 0, nearest: [{ query: '停车难', total: 2 }] })
  expect((await run('search', '停车南')).out).toContain('没有找到。\n您是不是要找：停车难（2 条）')
})

it('search offers it above what the rest of an or found', async () => {
  expect(json(SearchOutput, await run('search', '停车难 或 矛条中心', '--json'))).toMatchObject({ total: 2, failing: ['矛条中心'], nearest: [{ query: '停车难 或 矛调中心', total: 2 }] })
  expect((await run('search', '停车难 或 矛条中心')).out).toContain('没有条目含有：矛条中心\n您是不是要找：停车难 或 矛调中心（2 条）\n\n1. ')
})

it('suggest goes on by text and by first letters', async () => {
  expect(json(SuggestOutput, await run('suggest', '矛调', '--json')).suggestions.map(({ text, from }) => [from, text])).toContainEqual(['dictionary', '矛调中心'])
  expect(json(SuggestOutput, await run('suggest', 'wgy', '--json')).suggestions[0]).toEqual({ text: '网格员', query: '网格员', from: 'keyword', id: null })
  expect((await run('suggest', '清河')).out).toContain('清河区有了矛调中心')
  expect((await run('suggest', '囧囧囧')).out).toContain('没有建议。')
})

it('similar lists what shares words, and refuses what is not there', async () => {
  const { similar } = json(SimilarOutput, await run('similar', first, '--json'))
  expect(similar.map(({ title }) => title)).toEqual(['柳河县矛盾纠纷调处化解中心挂牌'])
  expect(similar[0]?.keywords).toContain('停车难')
  expect((await run('similar', first)).out).toMatch(/1\. 柳河县矛盾纠纷调处化解中心挂牌\n.*相近 \d+%\n {3}共有：/)
  expect(CliError.parse(JSON.parse((await run('similar', '没有', '--json')).err)).error.code).toBe('NO_SUCH_ENTRY')
  expect((await run('similar', first, '--limit', '0')).code).toBe(64)
})
