import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sniff } from '../../../electron/core/reading/index.ts'
import { zip } from './archive/zip.ts'
import { ole } from './ole.ts'

const packed = (...names: readonly string[]): Uint8Array => zip(names.map((name) => ({ name, data: '一'.repeat(30) })))
const kindOf = (bytes: Uint8Array, name = 'x'): string => {
  const found = sniff(bytes, name)
  return found.kind === 'unsupported' ? found.format : found.kind
}

describe('what a ZIP file is', () => {
  it.each<[string, Uint8Array]>([
    ['docx', packed('[Content_Types].xml', '_rels/.rels', 'word/document.xml')],
    ['docx', packed('[Content_Types].xml', 'WORD\\document2.xml')],
    ['docx', packed('/word/document.xml')],
    ['xlsx', packed('xl/workbook.xml', '[Content_Types].xml')],
    ['xlsx', packed('[Content_Types].xml', 'xl/workbook.bin')],
    ['pptx', packed('_rels/.rels', 'ppt/slides/slide1.xml')],
    ['ofd', packed('OFD.xml', 'Doc_0/Document.xml')],
    ['epub', packed('META-INF/container.xml', 'a.opf')],
    ['epub', zip([{ name: 'mimetype', data: 'application/epub+zip', method: 0 }])],
    ['OpenDocument（.odt/.ods/.odp）', zip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', method: 0 }, { name: 'content.xml' }])],
    ['其他 Office 文档', packed('[Content_Types].xml', 'visio/document.xml')],
    ['程序包（.jar/.apk）', packed('META-INF/MANIFEST.MF', 'a.class')],
    ['Pages、Numbers 或 Keynote 文档', packed('Index/Document.iwa')],
    ['archive', packed('word/说明.txt', 'xl/表.txt')],
    ['archive', packed('材料/word/document.xml', '材料/OFD.xml')],
    ['archive', zip([{ name: '报告.docx', data: packed('[Content_Types].xml', 'word/document.xml'), method: 0 }])],
    ['archive', zip([])],
    ['docx', packed('[Content_Types].xml', 'word/document.xml').subarray(0, 200)],
    ['archive', packed('[Content_Types].xml', 'word/document.xml').subarray(0, 60)],
  ])('%s', (kind, bytes) => {
    expect(kindOf(bytes)).toBe(kind)
  })
})

describe('what an OLE file is', () => {
  it.each<[string, Uint8Array]>([
    ['doc', ole(['\u0001CompObj', 'WordDocument'])],
    ['doc', ole(['worddocument'])],
    ['docx', ole(['EncryptionInfo', 'EncryptedPackage'])],
    ['xls', ole(['Workbook'])],
    ['xls', ole(['Book'])],
    ['xls', ole(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'Workbook'], { apart: true })],
    ['PowerPoint 97–2003 演示（.ppt）', ole(['PowerPoint Document'])],
    ['Office 97–2003 文档', ole(['MatOST', 'CONTENTS'])],
    ['doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
  ])('%s', (kind, bytes) => {
    expect(kindOf(bytes)).toBe(kind)
  })
})

it('whatever the bytes are, looking at them throws nothing and ends', () => {
  const good = [packed('[Content_Types].xml', 'word/document.xml'), ole(['a', 'b', 'c', 'd', 'WordDocument'])]
  const mangled = fc.tuple(fc.constantFrom(...good), fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 20 }), fc.nat(2000)).map(([bytes, changes, end]) => {
    const changed = Uint8Array.from(bytes)
    for (const [at, byte] of changes) if (at < changed.length && at > 7) changed[at] = byte
    return changed.subarray(0, end)
  })
  fc.assert(fc.property(fc.oneof(mangled, fc.uint8Array()), (bytes) => typeof kindOf(bytes) === 'string'), { numRuns: 500 })
})
