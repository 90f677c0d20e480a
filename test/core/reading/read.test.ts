import { readdirSync, readFileSync } from 'node:fs'
import { join as path } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MAX_TEXT_BYTES, read as readFile } from '../../../electron/core/reading/index.ts'
import { SIMPLIFIED } from '../../fixtures/reading/texts.ts'
import { overSharedTexts, shared } from '../../shared.ts'
import { encode, join } from './encode.ts'
import { refusalOf } from './refusal.ts'

const read = (file: { readonly name: string; readonly bytes: Uint8Array }) => readFile(file, { characterMap: () => null })
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const ascii = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0))
const text = SIMPLIFIED.join('\n')

describe('a file is what its bytes are, not what its name says', () => {
  it.each<[string, Uint8Array, string]>([
    ['照片.docx', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'PNG 图片'],
    ['照片.pdf', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'JPEG 图片'],
    ['材料.zip', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'ZIP 压缩包'],
  ])('%s is refused as %s', async (name, bytes, format) => {
    expect(await refusalOf(read({ name, bytes }))).toMatchObject({ code: 'UNSUPPORTED', details: { file: name, format } })
  })

  it.each<[string, Uint8Array]>([
    ['程序.txt', Uint8Array.from([...ascii('MZ'), 0x90, 0, 3, 0, 0, 0])],
    ['照片.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['压缩包.md', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0)],
    ['数据.txt', Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 31 + (i >> 2) * 7 + 3) & 255)],
  ])('%s is binary under a text name', async (name, bytes) => {
    expect((await refusalOf(read({ name, bytes })))?.code).toBe('BINARY')
  })

  it('text under another name is read as text', async () => {
    expect(await read({ name: '改过名.pdf', bytes: utf8(text) })).toMatchObject({ format: 'txt', text })
    expect(await read({ name: '无扩展名', bytes: encode(text, 'gb18030') })).toMatchObject({ format: 'txt', text })
    expect((await read({ name: 'MZ 开头.txt', bytes: utf8('MZ 是两个字母') })).text).toBe('MZ 是两个字母')
  })

  it('only the name makes text Markdown', async () => {
    const bytes = utf8('# 标题\n\n正文')
    expect((await read({ name: 'a.MD', bytes })).tree.children.map(({ type }) => type)).toEqual(['heading', 'paragraph'])
    expect((await read({ name: 'a.txt', bytes })).tree.children.map(({ type }) => type)).toEqual(['paragraph', 'paragraph'])
  })
})

describe('nothing to read', () => {
  it.each<[string, Uint8Array | string, string]>([
    ['no bytes', '', 'EMPTY'],
    ['a byte-order mark alone', '\uFEFF', 'EMPTY'],
    ['blanks of every kind', ' \t\r\n\u3000\u00A0\u200B\u2028\u00AD', 'EMPTY'],
  ])('%s: %s', async (_, content, code) => {
    expect(await refusalOf(read({ name: '空.txt', bytes: typeof content === 'string' ? utf8(content) : content }))).toMatchObject({ code, details: { file: '空.txt' } })
  })

  it('a text of 50 MB is refused with both sizes', async () => {
    const found = await refusalOf(read({ name: '全集.txt', bytes: new Uint8Array(50 * 1024 * 1024).fill(0x61) }))
    expect(found).toMatchObject({ code: 'TOO_BIG', details: { file: '全集.txt', size: '50.0 MB', limit: '20.0 MB' } })
    expect(found?.message).toBe('“全集.txt”有 50.0 MB，超过单个文件的上限 20.0 MB。请拆分后再导入。')
  })

  it('the limit itself is still read', async () => {
    expect((await read({ name: 'a.txt', bytes: new Uint8Array(MAX_TEXT_BYTES).fill(0x61) })).text.length).toBe(MAX_TEXT_BYTES)
  })
})

describe('damage is shown where it is', () => {
  const at = (warnings: readonly { readonly rule: string; readonly raw: { readonly start: number; readonly end: number } }[]): unknown => warnings.map(({ rule, raw }) => [rule, raw.start, raw.end])

  it('an undamaged file has no warnings', async () => {
    expect((await read({ name: 'a.txt', bytes: utf8(text) })).warnings).toEqual([])
  })
  it('bytes without meaning, private characters, and leavings of an earlier conversion', async () => {
    const prose = SIMPLIFIED[0] ?? ''
    const found = await read({ name: 'a.txt', bytes: join(utf8(`${prose}\uE5E5锟斤拷锟斤拷`), [0xff, 0xfe], utf8(prose)) })
    const from = prose.length
    expect(found.text).toBe(`${prose}\uE5E5锟斤拷锟斤拷\uFFFD\uFFFD${prose}`)
    expect(at(found.warnings)).toEqual([['reading.private-use', from, from + 1], ['reading.garbled', from + 1, from + 7], ['reading.replaced', from + 7, from + 9]])
  })
  it('a line of another encoding', async () => {
    const [first = '', second = ''] = SIMPLIFIED
    const found = await read({ name: 'a.txt', bytes: join(utf8(`${first}\n${first}\n`), encode(`${second}\n`, 'gb18030'), utf8(first)) })
    expect(at(found.warnings)).toEqual([['reading.foreign', 2 * first.length + 2, 2 * first.length + 2 + second.length]])
  })
  it('an encoding that was guessed from too little', async () => {
    expect(at((await read({ name: 'a.txt', bytes: encode('加快改革步伐', 'gb18030') })).warnings)).toEqual([['reading.unsure', 0, 0]])
  })
  it('NUL bytes stay in the decoded original', async () => {
    const found = await read({ name: 'a.txt', bytes: utf8(`${text}\0\u0001\n后文`) })
    expect(found.text).toBe(`${text}\0\u0001\n后文`)
  })
})

describe.skipIf(!shared)(overSharedTexts('the real texts'), () => {
  const folder = path(shared ?? '', 'seeds')
  it.each(shared ? readdirSync(folder) : [])('%s is read exactly as it stands', async (name) => {
    const bytes = readFileSync(path(folder, name))
    const found = await read({ name, bytes })
    expect(found.decoding).toEqual({ label: 'utf-8', by: 'strict', unsure: false })
    expect(found.text).toBe(bytes.toString('utf8'))
    expect(found.warnings).toEqual([])
    expect(found.tree.children.map((node) => found.text.slice(node.position?.start.offset, node.position?.end.offset))).toEqual(found.text.split(/\r\n|\n/).filter((line) => line.trim() !== ''))
  })
})
