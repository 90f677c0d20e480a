import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { BatchId } from '../../../electron/contract/importing.ts'
import { Grant } from '../../../electron/contract/library.ts'
import { openCore } from '../../../electron/core/services.ts'
import { LANTERN_LANE } from '../../fixtures/stories/texts.ts'
import { root } from '../../shared.ts'
import { emptyFolder } from '../library/folder.ts'
import { readerHere } from './fake-reader.ts'
import { testPorts } from './ports.ts'

const grant = Grant.parse('grant-for-test')

async function imported() {
  const { ports, heard } = testPorts({ spawnReader: () => readerHere(`${root}/content`) })
  const core = await openCore(await emptyFolder(), ports)
  onTestFinished(() => core.close())
  const started = await core.call('import.paste', { text: `${LANTERN_LANE}\n责任编辑：顾言\n`, name: '来稿.txt' }, new Map())
  const id = BatchId.parse(started.ok && typeof started.value === 'object' && started.value !== null && 'id' in started.value ? started.value.id : '')
  while (!heard.some(({ event }) => event === 'import.finished')) await new Promise((resolve) => setTimeout(resolve, 5))
  const to = await emptyFolder()
  const report = (format: string, batch: string = id) => core.call('import.report', { id: batch, format, name: '导入报告', folder: grant }, new Map([[grant, { path: to, name: '导出', folder: true, temporary: false }]]))
  return { to, report }
}

describe('import.report', () => {
  it('writes what became of every character, in both forms, and overwrites nothing', async () => {
    const { to, report } = await imported()
    const file = join(to, '导入报告.md')
    expect(await report('md')).toEqual({ ok: true, value: { file, bytes: (await readFile(file)).length } })
    const text = await readFile(file, 'utf8')
    const overview = Object.fromEntries([...text.matchAll(/^\| ([^|]+) \| ([^|]*) \|$/gm)].map(([, what = '', value]) => [what, value]))
    expect(overview).toMatchObject({ 批次: '来稿.txt', 已导入文件: '1', 条目: '1', 原文字数: String(`${LANTERN_LANE}\n责任编辑：顾言\n`.length) })
    expect(text).toContain('“责任编辑：顾言”移入编辑')
    expect(await report('xlsx')).toMatchObject({ ok: true, value: { file: join(to, '导入报告.xlsx') } })
    expect([...(await readFile(join(to, '导入报告.xlsx'))).subarray(0, 2)]).toEqual([0x50, 0x4b])
    expect(await report('md')).toMatchObject({ ok: false, error: { code: 'EXISTS', details: { file } } })
  })

  it('of an unknown batch is refused', async () => {
    const { report } = await imported()
    expect(await report('md', 'B9')).toMatchObject({ ok: false, error: { code: 'NO_SUCH_BATCH' } })
  })
})
