import { describe, expect, it } from 'vitest'
import { backupTo, check, edit, emptyTrash, openLibrary, remove, restoreBackup, storeFiles, undo, wholeEntry, type Library } from '../../../electron/core/library/index.ts'
import { emptyFolder } from './folder.ts'
import { batch, entriesOf, library } from './imported.ts'
import { bytesOf, pictured } from './prepared.ts'

const PNG = bytesOf('不是真的图片，只是字节')
const BODY = '走访见图一。\n［图片］\n详见来源网页。'

/** One document with a picture, a link, and another date in its properties. */
async function withPicture(opened: Library): Promise<NonNullable<ReturnType<typeof entryOf>>> {
  const [stored] = entriesOf(await storeFiles(opened, batch, [{ n: 1, ...pictured('走访.docx', BODY, PNG) }]))
  const entry = entryOf(opened, stored?.id ?? '')
  if (!entry) throw new Error('not stored')
  return entry
}
const entryOf = (opened: Library, id: string) => {
  const stored = opened.reads.entries.stored(id)
  return stored && wholeEntry(opened, stored)
}
const hashes = async (opened: Library): Promise<number> => (await opened.originals.list()).length

describe('what a document of an office holds beside its words', () => {
  it('is kept: text, links, pictures, what it states otherwise, and how sure reading was', async () => {
    const opened = await library()
    const entry = await withPicture(opened)
    expect(entry).toMatchObject({
      original: { file: '走访.docx', format: 'docx', encoding: null },
      references: [{ kind: 'link', start: 14, end: 18, target: 'https://a.example/1' }],
      pictures: [{ id: 'p1', name: '图一.png', mime: 'image/png', bytes: PNG.length, alt: '走访', at: { start: 7, end: 11 } }],
      disagreements: [{ field: 'date', taken: '2024-05', takenFrom: 'printed', other: '2024-06', otherFrom: 'properties' }],
      review: 'pending', confidence: 0.8, confidenceReasons: ['标题是按字号认出的'],
    })
    expect(opened.reads.documents.text(1)).toBe(BODY)
    expect(opened.reads.documents.get(1)).toMatchObject({ format: 'docx', encoding: null, boundaries: [{ at: 0, basis: 'start' }], options: { encoding: null, columns: null, boundaries: null, off: [] } })
    expect(opened.reads.batches.file(batch, 1)?.entries).toMatchObject([{ boundary: { at: 0, confidence: 1, basis: 'start' }, confidence: 0.8, confidenceReasons: ['标题是按字号认出的'], review: 'pending' }])
    expect(await hashes(opened)).toBe(2)
  })

  it('moves with an edit; what has no place any more is listed, and comes back with the undo', async () => {
    const opened = await library()
    const before = await withPicture(opened)
    const moved = edit(opened, before.id, 1, { body: `前言。\n${BODY}` }, () => [])
    expect([moved.lost, moved.entry.state.references[0]?.start, moved.entry.state.pictures[0]?.at]).toEqual([[], 18, { start: 11, end: 15 }])
    const cut = edit(opened, before.id, 2, { body: '走访见图一。', date: '2024-05' }, () => [])
    expect(cut.lost.filter(({ what }) => what === 'link' || what === 'picture')).toEqual([{ what: 'link', label: 'https://a.example/1', quote: '来源网页' }, { what: 'picture', label: '图一.png', quote: '走访' }])
    expect(entryOf(opened, before.id)).toMatchObject({ references: [], pictures: [{ id: 'p1', at: null }], disagreements: [] })
    undo(opened, cut.undo)
    undo(opened, moved.undo)
    expect(entryOf(opened, before.id)).toEqual({ ...before, revision: 5, updatedAt: expect.any(String) })
    expect((await check(opened)).map(({ ok }) => ok)).toEqual([true, true, true, true])
  })

  it('is in a backup, and goes for ever with the last entry that shows it', async () => {
    const opened = await library()
    const entry = await withPicture(opened)
    const { file } = await backupTo(opened, null)
    const folder = await emptyFolder()
    expect((await restoreBackup(file, folder)).originals).toBe(2)
    const restored = await openLibrary(folder)
    expect([entryOf(restored, entry.id), (await check(restored)).find(({ check: name }) => name === 'originals')?.detail]).toEqual([entry, '2 份原件逐字节完好'])
    await restored.close()
    remove(opened, [entry.id])
    expect([await emptyTrash(opened, null), await hashes(opened)]).toEqual([1, 0])
  })

  it('is stored with all of its bytes or not at all', async () => {
    const opened = await library()
    const { prepared, bytes } = pictured('走访.docx', BODY, PNG)
    const [picture] = prepared.pictures
    if (!picture) throw new Error('no picture')
    const stored = await storeFiles(opened, batch, [{ n: 1, prepared: { ...prepared, pictures: [{ ...picture, bytes: bytesOf('另一些字节') }] }, bytes }])
    expect([stored.map(({ outcome }) => outcome), await hashes(opened)]).toEqual([['failed'], 0])
  })

  it('leaves nothing behind that no entry shows when the same page comes twice with other pictures beside it', async () => {
    const opened = await library()
    const once = pictured('走访.htm', BODY, PNG)
    const again = pictured('走访（副本）.htm', BODY, bytesOf('另一张图'))
    const stored = await storeFiles(opened, batch, [{ n: 1, ...once }, { n: 2, ...again }])
    expect([stored.map(({ outcome }) => outcome), (await opened.originals.list()).toSorted()]).toEqual([['imported', 'duplicate'], [once.prepared.sha256, once.prepared.pictures[0]?.sha256].toSorted()])
  })
})
