import { writeFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Refusal } from '../../../electron/contract/errors.ts'
import { MAX_FILE_BYTES } from '../../../electron/contract/importing.ts'
import type { GrantedPath } from '../../../electron/core/host.ts'
import { load } from '../../../electron/core/jobs/index.ts'
import { scan } from '../../../electron/core/jobs/scan.ts'

let root = ''
beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'casebook-scan-')) })
afterEach(() => rm(root, { recursive: true, force: true }))

async function write(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), name)
  }
}
const grant = (name: string, folder = true): GrantedPath => ({ path: join(root, name), name: name.split('/').at(-1) ?? name, folder, temporary: false })
const codeOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => null, (error: unknown) => (error instanceof Refusal ? error.code : error))

describe('what an import takes from granted folders', () => {
  it('every file in the order a person reads names, and nothing that systems leave behind', async () => {
    await write('库/第10篇.txt', '库/第2篇.txt', '库/下/a.md', '库/.DS_Store', '库/Thumbs.db', '库/desktop.ini', '库/~$第2篇.docx', '库/.隐藏/x.txt', '库/__MACOSX/y.txt')
    expect((await scan([grant('库')], false)).map(({ name }) => name)).toEqual(['库/第2篇.txt', '库/第10篇.txt', '库/下/a.md'])
  })

  it('follows no link inside a folder', async () => {
    await write('外/秘.txt', '库/a.txt')
    await symlink(join(root, '外'), join(root, '库/链接'))
    await symlink(join(root, '外/秘.txt'), join(root, '库/链接.txt'))
    expect((await scan([grant('库')], false)).map(({ name }) => name)).toEqual(['库/a.txt'])
  })

  it('leaves the parts of saved pages to their pages, and keeps folders that only look like it', async () => {
    await write('库/议事.html', '库/议事_files/a.js', '库/议事_files/图/b.png', '库/简报.HTM', '库/简报.files/c.css', '库/另_files/d.txt')
    expect((await scan([grant('库')], false)).map(({ name }) => name).sort()).toEqual(['库/另_files/d.txt', '库/简报.HTM', '库/议事.html'].sort())
  })

  it('takes a file once, however often it was granted', async () => {
    await write('库/a.txt')
    expect((await scan([grant('库'), grant('库/a.txt', false), grant('库')], false)).length).toBe(1)
  })

  it('takes a hidden file that a person chose, but not one from a dropped folder', async () => {
    await write('.笔记.txt', 'x')
    const dropped = (name: string): GrantedPath => ({ path: join(root, 'x'), name, folder: false, temporary: true })
    expect((await scan([grant('.笔记.txt', false), dropped('文件夹/.DS_Store'), dropped('文件夹/a.txt')], false)).map(({ name }) => name)).toEqual(['.笔记.txt', '文件夹/a.txt'])
  })

  it('names a folder too deep to enter, and keeps what lies above it', async () => {
    await write(`${Array.from({ length: 12 }, (_, i) => `层${i + 1}`).join('/')}/好.txt`, `${Array.from({ length: 13 }, (_, i) => `层${i + 1}`).join('/')}/深.txt`)
    const found = await scan([grant('层1')], false)
    expect(found.map(({ name, fault }) => [name.split('/').at(-1), fault?.code ?? null])).toEqual([['层13', 'TOO_DEEP'], ['好.txt', null]])
  })

  it('names what was granted as a folder and is none', async () => {
    await write('a.txt')
    expect((await scan([grant('a.txt')], false)).map(({ fault }) => fault?.code)).toEqual(['UNREADABLE'])
  })

  it('a folder that is gone', async () => {
    expect((await scan([grant('没有')], false)).map(({ fault }) => fault?.code)).toEqual(['VANISHED'])
  })

  it('an empty folder holds nothing to import', async () => {
    await mkdir(join(root, '空'))
    await write('空/.DS_Store')
    expect(await codeOf(scan([grant('空')], false))).toBe('NOTHING_TO_IMPORT')
  })

  it('more than 5,000 files want to be confirmed', async () => {
    await mkdir(join(root, '多'))
    for (let i = 0; i < 5001; i++) writeFileSync(join(root, '多', `${i}.txt`), '')
    expect(await codeOf(scan([grant('多')], false))).toBe('TOO_MANY_FILES')
    expect((await scan([grant('多')], true)).length).toBe(5001)
  })
})

describe('loading one file', () => {
  it.each<[string, () => Promise<string>, string]>([
    ['is gone', () => Promise.resolve(join(root, '没有.txt')), 'VANISHED'],
    ['is a folder', () => Promise.resolve(root), 'UNREADABLE'],
    ['is larger than the limit', async () => {
      await writeFile(join(root, '大.txt'), '')
      await truncate(join(root, '大.txt'), MAX_FILE_BYTES + 1)
      return join(root, '大.txt')
    }, 'TOO_BIG'],
  ])('%s', async (_, make, code) => {
    expect(await codeOf(load(await make(), '名.txt'))).toBe(code)
  })
  it.skipIf(process.platform === 'win32')('never waits for a device', async () => {
    expect(await codeOf(load('/dev/zero', '零.txt'))).toBe('UNREADABLE')
  })
  it('answers the bytes', async () => {
    await write('a.txt')
    expect(new TextDecoder().decode(await load(join(root, 'a.txt'), 'a.txt'))).toBe('a.txt')
  })
})
