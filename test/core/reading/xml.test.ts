import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../electron/contract/errors.ts'
import { attribute, parseXml } from '../../../electron/core/reading/xml.ts'
import { encode } from './encode.ts'

/** What the handler heard, in order. */
function heard(source: Uint8Array | string): readonly string[] {
  const found: string[] = []
  parseXml(source, '文件.docx', { open: (tag) => found.push(`<${tag.local}@${tag.depth} ${attribute(tag, 'val') ?? '-'}`), text: (text) => found.push(text), close: ({ name }) => found.push(`/${name}`) })
  return found
}
const codeOf = (source: Uint8Array | string): unknown => {
  try {
    return heard(source).length
  } catch (error) {
    return error instanceof Refusal ? error.code : error
  }
}

describe('XML of office files', () => {
  it('is heard in order, tags with and without their prefix', () => {
    expect(heard('<?xml version="1.0"?>\n<w:p w:val="一"><w:t xml:space="preserve"> 网格 &amp; 走访</w:t><![CDATA[<原样>]]></w:p>')).toEqual(['<p@1 一', '<t@2 -', ' 网格 & 走访', '/w:t', '<原样>', '/w:p'])
  })
  it('may begin with a mark or blanks, and need not bind its prefixes', () => {
    expect(heard('\uFEFF \n<?xml version="1.0"?><ofd:a/>')).toEqual(['<a@1 -', '/ofd:a'])
  })
  it.each(['gb18030', 'utf-16le', 'utf-16be'] as const)('is decoded as it declares: %s', (label) => {
    expect(heard(encode(`<?xml version="1.0" encoding="${label === 'gb18030' ? 'GB2312' : 'UTF-16'}"?><a>街道</a>`, label))).toEqual(['<a@1 -', '街道', '/a'])
  })
  it('an encoding nobody knows is taken for UTF-8', () => {
    expect(heard(encode('<?xml version="1.0" encoding="x-none"?><a>街道</a>', 'utf-8'))).toEqual(['<a@1 -', '街道', '/a'])
  })
  it('an attribute called like a property of every object is none', () => {
    parseXml('<a/>', 'x', { open: (tag) => { expect(attribute(tag, 'constructor')).toBeUndefined() } })
    parseXml('<a __proto__="1"/>', 'x', { open: (tag) => { expect(attribute(tag, '__proto__')).toBe('1') } })
  })
  it.each([
    ['DOCTYPE', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'],
    ['DOCTYPE', '<?xml version="1.0"?><!DOCTYPE a><a/>'],
    ['CORRUPT', '<a>&unknown;</a>'],
    ['CORRUPT', '<a><b></a>'],
    ['CORRUPT', '<a>'],
    ['CORRUPT', ''],
    ['CORRUPT', 'PK'],
    ['TOO_DEEP', `${'<a>'.repeat(257)}${'</a>'.repeat(257)}`],
    ['BOMB', ' '.repeat(64 * 1024 * 1024 + 1)],
  ])('%s is thrown', (code, source) => {
    expect(codeOf(source)).toBe(code)
  })
  it('256 levels are read', () => {
    expect(codeOf(`${'<a>'.repeat(256)}${'</a>'.repeat(256)}`)).toBe(512)
  })
  it('nothing but refusals is thrown', () => {
    const pieces = fc.array(fc.constantFrom('<a>', '</a>', '<a b="', '"', '&amp;', '&', '<![CDATA[', ']]>', '<!--', '-->', '<?', '?>', '<!DOCTYPE', '网', '\0', '>'), { maxLength: 30 }).map((parts) => parts.join(''))
    fc.assert(fc.property(fc.oneof(pieces, fc.string(), fc.uint8Array()), (source) => ['number', 'string'].includes(typeof codeOf(source))))
  })
})
