import { describe, expect, it } from 'vitest'
import { readEpub } from '../../../../electron/core/reading/epub/index.ts'
import type { ReadDocument } from '../../../../electron/core/reading/index.ts'
import { zip, type Packed } from '../archive/zip.ts'
import { expectExact } from '../html/exact.ts'
import { refusalOf } from '../refusal.ts'

const PROSE = '青禾街道把议事桌搬进楼栋，居民先提、网格员后办，七天内答复。'.repeat(12)
const xhtml = (body: string): string => `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${body}</body></html>`
const CONTAINER: Packed = { name: 'META-INF/container.xml', data: '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>' }
const opf = (items: string, spine: string): Packed => ({ name: 'OEBPS/book.opf', data: `<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>青禾案例集</dc:title><dc:creator>周青</dc:creator><dc:creator>Unknown</dc:creator><dc:date>2023</dc:date><dc:publisher>青禾出版社</dc:publisher></metadata><manifest>${items}</manifest><spine toc="ncx">${spine}</spine></package>` })
const ITEMS = '<item id="nav" href="nav.xhtml" properties="nav"/><item id="a" href="text/a.xhtml"/><item id="b" href="text/b%20c.xhtml"/><item id="n" href="text/notes.xhtml"/><item id="p" href="p.png"/>'
const SPINE = '<itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/><itemref idref="n"/>'
const NAV = { name: 'OEBPS/nav.xhtml', data: xhtml('<nav epub:type="toc"><h1>目录</h1><ol><li><span>上编</span><ol><li><a href="text/a.xhtml">议事桌</a></li><li><a href="text/b%20c.xhtml#two">第二案</a></li></ol></li></ol></nav>') }
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, ...Array.from({ length: 200 }, () => 7)])
const PAGES: readonly Packed[] = [
  { name: 'OEBPS/text/a.xhtml', data: xhtml(`<h1>议事桌</h1><p>${PROSE}<a epub:type="noteref" href="notes.xhtml#n1">1</a></p><p><img alt="图" src="../p.png"/></p>`) },
  { name: 'OEBPS/text/b c.xhtml', data: xhtml(`<p>前页</p><h1 id="two">第二案</h1><p>${PROSE}</p>`) },
  { name: 'OEBPS/text/notes.xhtml', data: xhtml('<aside epub:type="footnote" id="n1"><p>注一的话</p></aside>') },
  { name: 'OEBPS/p.png', data: PNG },
]
const MIMETYPE: Packed = { name: 'mimetype', data: 'application/epub+zip', method: 0 }
const book = (members: readonly Packed[]): Uint8Array => zip([MIMETYPE, ...members])
const read = (bytes: Uint8Array): Promise<ReadDocument> => readEpub({ name: '书.epub', bytes })

describe('a book', () => {
  it('is its chapters in the order of the book, with notes, pictures and what it says of itself', async () => {
    const document = await read(book([CONTAINER, opf(ITEMS, SPINE), NAV, ...PAGES]))
    expectExact(document)
    expect(document.tree.children.map(({ type, data }) => [type, data?.aside?.rule ?? null])).toEqual([
      ['heading', 'contents'], ['paragraph', 'contents'], ['list', 'contents'],
      ['heading', null], ['paragraph', null], ['paragraph', null], ['paragraph', null], ['heading', null], ['paragraph', null], ['footnoteDefinition', null],
    ].filter(([type], index) => !(type === 'paragraph' && index === 1)))
    expect(JSON.stringify(document.tree)).toContain('"type":"footnoteReference","identifier":"OEBPS/text/notes.xhtml#n1"')
    expect(document.pictures.map(({ name }) => name)).toEqual(['p.png'])
    expect(document.claims.map(({ field, value, from }) => `${field} ${value} ${from}`)).toEqual(['title 青禾案例集 properties', 'author 周青 properties', 'date 2023 properties', 'media 青禾出版社 properties'])
  })

  it('its contents say where chapters begin', async () => {
    const { text, boundaries } = await read(book([CONTAINER, opf(ITEMS, SPINE), NAV, ...PAGES]))
    expect(boundaries.map(({ at, basis, title }) => [text.slice(at, at + 3), basis, title])).toEqual([['议事桌', 'chapter', '议事桌'], ['第二案', 'chapter', '第二案']])
  })

  it('an older book says it in an NCX, whose DOCTYPE the standard prescribes', async () => {
    const ncx: Packed = { name: 'OEBPS/toc.ncx', data: '<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd"><ncx><navMap><navPoint><navLabel><text>议事桌</text></navLabel><content src="text/a.xhtml"/><navPoint><navLabel><text>一节</text></navLabel><content src="text/b%20c.xhtml"/></navPoint></navPoint></navMap></ncx>' }
    const items = `${ITEMS.replace(' properties="nav"', '')}<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>`
    const { boundaries } = await read(book([CONTAINER, opf(items, '<itemref idref="a"/><itemref idref="b"/>'), ncx, ...PAGES]))
    expect(boundaries.map(({ title }) => title)).toEqual(['议事桌'])
  })

  it('a page that is called “index” has no title by that name', async () => {
    const nav = { name: NAV.name, data: NAV.data.replace('>议事桌<', '>index<').replace('>第二案<', '>text0003.xhtml<') }
    const named = opf(ITEMS, SPINE)
    const { boundaries, claims } = await read(book([CONTAINER, { name: named.name, data: String(named.data).replace('青禾案例集', 'index') }, nav, ...PAGES]))
    expect([boundaries.map(({ title }) => title), claims.filter(({ field }) => field === 'title')]).toEqual([[null, null], []])
  })

  it('a chapter that is not there is said to be missing', async () => {
    const { warnings } = await read(book([CONTAINER, opf(ITEMS, SPINE), NAV, ...PAGES.filter(({ name }) => name !== 'OEBPS/text/b c.xhtml')]))
    expect(warnings.map(({ text }) => text)).toEqual(['电子书里缺少 1 章'])
  })
})

describe('books that cannot be read', () => {
  const encrypted = (algorithm: string): Packed => ({ name: 'META-INF/encryption.xml', data: `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/><CipherData><CipherReference URI="OEBPS/text/a.xhtml"/></CipherData></EncryptedData></encryption>` })
  it.each<[string, readonly Packed[], string]>([
    ['locked', [CONTAINER, encrypted('http://www.w3.org/2001/04/xmlenc#aes256-cbc'), opf(ITEMS, SPINE), NAV, ...PAGES], 'ENCRYPTED'],
    ['without its first paper', [opf(ITEMS, SPINE), ...PAGES], 'CORRUPT'],
    ['without chapters', [CONTAINER, opf(ITEMS, ''), ...PAGES], 'CORRUPT'],
    ['with chapters that are all missing', [CONTAINER, opf(ITEMS, SPINE)], 'CORRUPT'],
    ['with entities', [CONTAINER, { name: 'OEBPS/book.opf', data: '<!DOCTYPE package [<!ENTITY a "b">]><package/>' }], 'DOCTYPE'],
    ['leading out of itself', [{ ...CONTAINER, data: '<container><rootfile full-path="../../x.opf"/></container>' }], 'CORRUPT'],
    ['of pictures only', [CONTAINER, opf(ITEMS, '<itemref idref="a"/>'), { name: 'OEBPS/text/a.xhtml', data: xhtml('<script>1</script>') }], 'NO_TEXT'],
  ])('%s', async (_, members, code) => {
    expect((await refusalOf(read(book(members))))?.code).toBe(code)
  })

  it('fonts that are scrambled lock nothing', async () => {
    expect((await read(book([CONTAINER, encrypted('http://www.idpf.org/2008/embedding'), opf(ITEMS, SPINE), NAV, ...PAGES]))).text).toContain('议事桌')
  })
})
