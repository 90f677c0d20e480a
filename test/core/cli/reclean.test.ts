import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { ImportOutput, RecleanOutput, ShowOutput } from '../../../electron/contract/cli.ts'
import { PracticeId } from '../../../electron/contract/practice-tag.ts'
import { addPassage, NO_RULES, openLibrary } from '../../../electron/core/library/index.ts'
import { encode } from '../reading/encode.ts'
import { emptyFolder } from '../library/folder.ts'
import { cli } from './run.ts'

const STORY = `柳树湾的议事亭

【打印本页】【关闭窗口】
柳树湾社区在大槐树下搭起议事亭，居民有话坐下来说。网格员每周二收集意见，当天登记、三日答复。
`

describe('on the command line', () => {
  it('files are read in the encoding that is named, and again under newer rules: shown first, then done', async () => {
    const at = await emptyFolder()
    const library = join(at, 'library')
    await writeFile(join(at, '议事亭.txt'), encode(STORY, 'gb18030'))
    const imported = await cli(['import', join(at, '议事亭.txt'), '--encoding', 'gb18030', '--library', library, '--json'])
    const [entry] = ImportOutput.parse(JSON.parse(imported.out)).imported
    const shown = ShowOutput.parse(JSON.parse((await cli(['show', entry?.id ?? '', '--library', library, '--json'])).out))
    expect([shown.original?.encoding, shown.body.includes('打印本页')]).toEqual(['gb18030', false])
    expect(JSON.parse((await cli(['reclean', '--dry-run', '--library', library, '--json'])).out)).toEqual({ dryRun: true, files: 0, changed: 0, failed: [], entries: [], lost: [], lostTotal: 0, undo: null })

    const db = new Database(join(library, 'library.db'))
    db.prepare('UPDATE document SET cleaner = 0').run()
    db.prepare("UPDATE entry SET title = '旧规则取的题'").run()
    db.close()
    const dry = await cli(['reclean', '--dry-run', '--library', library])
    expect([dry.code, dry.out]).toEqual([0, '1 个文件可以重新识别，1 条会有变化\n· 有变化：柳树湾的议事亭\n    title：“旧规则取的题” → “柳树湾的议事亭”\n'])
    const done = RecleanOutput.parse(JSON.parse((await cli(['reclean', '--library', library, '--json'])).out))
    expect(done).toEqual({ dryRun: false, files: 1, changed: 1, failed: [], entries: [], lost: [], lostTotal: 0, undo: expect.stringMatching(/./) })
    expect((await cli(['show', entry?.id ?? '', '--library', library])).out).toContain('柳树湾的议事亭')
  }, 60_000)

  it('what people said of words that newer rules take away is told', async () => {
    const at = await emptyFolder()
    const library = join(at, 'library')
    await writeFile(join(at, '议事亭.txt'), STORY)
    await cli(['import', join(at, '议事亭.txt'), '--library', library])
    const db = new Database(join(library, 'library.db'))
    db.prepare('UPDATE document SET cleaner = 0').run()
    db.prepare("UPDATE entry_text SET body = '旧规则留下的话。' || body").run()
    db.close()
    const party = PracticeId.parse('party')
    const opened = await openLibrary(library, { rules: () => ({ ...NO_RULES, ids: [party] }) })
    const [stored] = opened.reads.entries.storedMany([1])
    if (stored === undefined) throw new Error('not imported')
    addPassage(opened, { id: stored.id, practice: party, by: '李敏' }, stored.revision, { start: 0, end: 8 })
    await opened.close()
    const { out } = await cli(['reclean', '--library', library])
    expect(out).toBe('已重新识别 1 个文件，1 条有变化\n有 1 处人的判断没能重新定位：\n· 《柳树湾的议事亭》“党建引领”的依据：“旧规则留下的话。”\n')
  }, 60_000)

  it.each([
    [['--encoding', 'latin1'], '--encoding 只能是 utf-8、utf-16le、utf-16be、gb18030、big5，不能是“latin1”'],
    [['--columns', 'title,nothing'], '--columns 应是 table，或用逗号分开的字段'],
  ])('import %j is not understood', async (given, words) => {
    const ran = await cli(['import', 'x.txt', ...given])
    expect([ran.code, ran.err.includes(words)]).toEqual([64, true])
  })
})
