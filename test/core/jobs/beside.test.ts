import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { besideOf } from '../../../electron/core/jobs/index.ts'
import { foldersBeside } from '../../../electron/core/jobs/page-folders.ts'
import { emptyFolder } from '../library/folder.ts'

const PICTURE = new TextEncoder().encode('一张照片')

/** A page's folder with a picture in it, and a secret beside it. */
async function pageFolder(): Promise<string> {
  const folder = await emptyFolder()
  await mkdir(join(folder, '议事亭_files', '里面'), { recursive: true })
  await writeFile(join(folder, '议事亭_files', '合影 1.jpg'), PICTURE)
  await writeFile(join(folder, '议事亭_files', '里面', '合影.jpg'), PICTURE)
  await writeFile(join(folder, '秘密.jpg'), PICTURE)
  await symlink(join(folder, '秘密.jpg'), join(folder, '议事亭_files', '链接.jpg'))
  return folder
}

describe('a saved page\'s folder', () => {
  it.each(['./议事亭_files/合影 1.jpg', '议事亭_files/合影%201.jpg', '%E8%AE%AE%E4%BA%8B%E4%BA%AD_files/合影 1.jpg', '.\\议事亭_files\\合影 1.jpg'])('gives the picture that the page calls %s', async (address) => {
    const find = besideOf({ folder: join(await pageFolder(), '议事亭_files') })
    expect(find(address)).toEqual({ name: '合影 1.jpg', bytes: Buffer.from(PICTURE) })
  })

  it.each([
    '议事亭_files/../秘密.jpg', '../秘密.jpg', '议事亭_files/%2e%2e%2f秘密.jpg', '议事亭_files/..', '议事亭_files/链接.jpg', '议事亭_files/里面/合影.jpg', '议事亭_files/里面', '别的_files/合影 1.jpg', '/议事亭_files/合影 1.jpg', 'file:///议事亭_files/合影 1.jpg', 'https://example.org/议事亭_files/合影 1.jpg', '合影 1.jpg', '议事亭_files/没有.jpg', '议事亭_files/%', '',
  ])('gives nothing for %s', async (address) => {
    expect(besideOf({ folder: join(await pageFolder(), '议事亭_files') })(address)).toBeNull()
  })

  it('that is a link gives nothing', async () => {
    const folder = await pageFolder()
    await symlink(join(folder, '议事亭_files'), join(folder, '链接_files'))
    expect(besideOf({ folder: join(folder, '链接_files') })('链接_files/合影 1.jpg')).toBeNull()
  })

  it('belongs to a page that came in a folder, not to one that was granted alone', () => {
    expect(foldersBeside({ name: '材料/议事亭.html', path: '/甲/材料/议事亭.html' })).toEqual(['/甲/材料/议事亭_files', '/甲/材料/议事亭.files'])
    expect([foldersBeside({ name: '议事亭.html', path: '/甲/材料/议事亭.html' }), foldersBeside({ name: '材料/议事亭.txt', path: '/甲/材料/议事亭.txt' })]).toEqual([[], []])
  })
})

it('pictures that were kept are found by their names', () => {
  const find = besideOf({ files: [{ name: '合影.jpg', bytes: PICTURE }] })
  expect([find('./议事亭_files/合影.jpg')?.bytes, find('./议事亭_files/别的.jpg')]).toEqual([PICTURE, null])
})
