import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LABEL_COLOURS } from '../../../electron/contract/labels.ts'
import { codesInCsv, codesOf, csvOf, headingsOf, qdcOf, setsOf, type Code } from '../../../electron/core/exporting/index.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const code = (name: string): unknown => expect.objectContaining({ fault: expect.objectContaining({ code: name }) })
const xml = (inner: string, root = 'CodeBook'): Uint8Array => bytes(`<?xml version="1.0" encoding="utf-8"?><${root} xmlns="urn:QDA-XML:codebook:1.0">${inner}</${root}>`)
const guid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** Somebody's own words, as the contract takes them: trimmed, several lines among them, some like our headings. */
const signs = fc.constantFrom('网格', '调解', '\n', ' ', '\\', '【什么算】', '【类型】标签', '- ', '；', '“', '"', ',', '<b>', '&amp;', "'", '=1+1', ']]>', '🙂', '\t', 'a', '１')
const words = (least: number): fc.Arbitrary<string> => fc.array(signs, { minLength: least, maxLength: 8 }).map((parts) => parts.join('').trim()).filter((text) => least === 0 || text !== '')
const line = words(1).map((text) => text.replaceAll(/\s+/g, ' ')).filter((text) => text.trim() !== '')
const items = fc.array(words(1), { maxLength: 3 })
const tree = (depth: number): fc.Arbitrary<Code[]> =>
  fc.array(fc.record({ guid: fc.uuid(), kind: fc.constantFrom('practice' as const, 'label' as const), name: line, short: fc.option(line, { nil: null }), colour: fc.option(fc.constantFrom(...LABEL_COLOURS), { nil: null }), definition: words(0), counts: items, countsNot: items, strong: items, weak: items, negative: items, children: depth === 0 ? fc.constant([]) : tree(depth - 1) }), { maxLength: 2 })
const codes: fc.Arbitrary<readonly Code[]> = tree(2).filter((all) => all.length > 0)

describe('a codebook that goes out and comes back', () => {
  it('is the same as .qdc, with hierarchy, definitions and exclusions', () => {
    fc.assert(fc.property(codes, (all) => {
      expect(codesOf(bytes(qdcOf(all)), '表.qdc')).toEqual(all)
    }))
  })

  it('is the same as .csv', () => {
    fc.assert(fc.property(codes, (all) => {
      fc.pre(new Set(JSON.stringify(all).match(/"guid":"[^"]+"/g)).size === (JSON.stringify(all).match(/"guid":/g) ?? []).length)
      expect(codesInCsv(bytes(csvOf(all)), '表.csv')).toEqual(all)
    }))
  })

  it('is written as REFI-QDA says', () => {
    const out = qdcOf([{ guid: guid(1), kind: 'label', name: '院坝会 <一>', short: null, colour: 'blue', definition: '坐下来说事', counts: [], countsNot: ['单位内部开会'], strong: [], weak: [], negative: [], children: [{ guid: guid(2), kind: null, name: '夜话', short: null, colour: null, definition: null, counts: null, countsNot: null, strong: null, weak: null, negative: null, children: [] }] }])
    expect(out).toBe(`<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="善治案例库">
  <Codes>
    <Code guid="${guid(1)}" name="院坝会 &lt;一&gt;" isCodable="true" color="#0B4FA8">
      <Description>坐下来说事
【什么不算】
- 单位内部开会
【类型】标签</Description>
      <Code guid="${guid(2)}" name="夜话" isCodable="true"/>
    </Code>
  </Codes>
</CodeBook>
`)
  })
})

describe('a codebook of another program', () => {
  const nothing = { kind: null, short: null, colour: null, definition: null, counts: null, countsNot: null, strong: null, weak: null, negative: null }

  it('is read without definitions, with colours, prefixes, braces, notes and sets', () => {
    const read = codesOf(bytes(`\ufeff<q:CodeBook xmlns:q="urn:QDA-XML:codebook:1.0"><q:Codes>
      <q:Code guid="{${guid(1).toUpperCase()}}" name="信任" isCodable="false" color="#0a50AA"><q:NoteRef targetGUID="${guid(9)}"/><q:Code guid="${guid(2)}" name="对干部"><q:Description>居民信不信&#10;干部</q:Description></q:Code></q:Code>
      <q:Code guid="none" name=" "><q:Code guid="${guid(3)}" name="没有上级"/></q:Code>
    </q:Codes><q:Sets><q:Set guid="${guid(8)}" name="一组"><q:Description>不是类目</q:Description><q:MemberCode targetGUID="${guid(1)}"/></q:Set></q:Sets></q:CodeBook>`), '别家.qdc')
    expect(read).toEqual([
      { ...nothing, guid: guid(1), name: '信任', colour: 'blue', children: [{ ...nothing, guid: guid(2), name: '对干部', definition: '居民信不信\n干部', children: [] }] },
      { ...nothing, guid: guid(3), name: '没有上级', children: [] },
    ])
  })

  // As the programs write them, with words of our own.
  const head = '<?xml version="1.0" encoding="utf-8"?>'
  const inside = (name: string, of: string, children: readonly unknown[] = [], colour: string | null = null) => ({ ...nothing, guid: of, name, colour, children })
  it.each<[string, Uint8Array, readonly unknown[], readonly string[]]>([
    ['ATLAS.ti, whose groups are sets', bytes(`${head}
<CodeBook xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:QDA-XML:codebook:0:4 Codebook.xsd" origin="ATLAS.ti Win 23" xmlns="urn:QDA-XML:codebook:1.0">
  <Codes>
    <Code guid="${guid(1).toUpperCase()}" name="上门" color="#46AA00" isCodable="true">
      <Description>走到门口\r\n说</Description>
    </Code>
  </Codes>
  <Sets>
    <Set name="做法一组" guid="${guid(7)}">
      <Description>几种做法</Description>
      <MemberCode guid="${guid(1).toUpperCase()}" />
    </Set>
    <Set name="空组" guid="${guid(8)}" />
  </Sets>
</CodeBook>`), [{ ...inside('上门', guid(1), [], 'lime'), definition: '走到门口\n说' }], ['做法一组']],
    ['NVivo for Windows, behind a byte order mark', bytes(`\ufeff${head}\r\n<CodeBook xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" origin="NVivo 14" xmlns="urn:QDA-XML:codebook:1.0">\r\n  <Codes>\r\n    <Code guid="${guid(1)}" name="上门" isCodable="true">\r\n      <Description />\r\n      <Code guid="${guid(2)}" name="夜访" isCodable="true" />\r\n    </Code>\r\n  </Codes>\r\n</CodeBook>`), [inside('上门', guid(1), [inside('夜访', guid(2))])], []],
    ['NVivo for Mac, under a name of its own for the format, in one line', bytes(`<?xml version="1.0" encoding="UTF-8" standalone="no" ?><CodeBook origin="NVivo 12 For Mac" xmlns="urn:QDA-XML:codebook:1:0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:QDA-XML:codebook:1:0 Codebook.xsd"><Codes><Code color="#00FF00" guid="${guid(1)}" isCodable="true" name="上门"><Description>走到门口</Description><Code guid="${guid(2)}" isCodable="true" name="夜访"></Code></Code></Codes></CodeBook>`), [{ ...inside('上门', guid(1), [inside('夜访', guid(2))], 'lime'), definition: '走到门口' }], []],
    ['MAXQDA, with notes beside the codes', bytes(`${head}
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" origin="MAXQDA 2022 (Release 22.4.0)" xsi:schemaLocation="urn:QDA-XML:codebook:1.0 http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd"><Codes><Code isCodable="true" name="上门" color="#2364a2" guid="${guid(1).toUpperCase()}"><Description>走到门口</Description><NoteRef targetGUID="${guid(9)}"/><Code isCodable="true" name="夜访" color="#2364a2" guid="${guid(2).toUpperCase()}"/></Code></Codes></CodeBook>`), [{ ...inside('上门', guid(1), [inside('夜访', guid(2), [], 'blue')], 'blue'), definition: '走到门口' }], []],
    ['QualCoder, whose categories cannot be coded', bytes(`\ufeff${head}
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" xsi:schemaLocation="urn:QDA-XML:codebook:1.0 Codebook.xsd" origin="QualCoder" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <Codes>
    <Code guid="${guid(1)}" name="一类" isCodable="false">
      <Description></Description>
      <Code guid="${guid(2)}" name="上门" isCodable="true" color="#F8E0E0">
        <Description>走到门口 &amp; 说</Description>
      </Code>
    </Code>
  </Codes>
</CodeBook>`), [inside('一类', guid(1), [{ ...inside('上门', guid(2), [], 'yellow'), definition: '走到门口 & 说' }])], []],
    ['Taguette', bytes(`${head}\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Taguette 1.4"><Codes><Code guid="${guid(1).toUpperCase()}" name="上门" isCodable="true"/><Code guid="${guid(2).toUpperCase()}" name="上门.夜访" isCodable="true"><Description>夜里去</Description></Code></Codes><Sets/></CodeBook>`), [inside('上门', guid(1)), { ...inside('上门.夜访', guid(2)), definition: '夜里去' }], []],
    ['a program that writes UTF-16, descriptions as they are, and short colours', Buffer.from(`\ufeff<?xml version="1.0" encoding="utf-16"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Description>一本</Description><Codes><Code guid="${guid(1)}" name="上门" color="#00f"><Description><![CDATA[走 <到> 门口]]></Description></Code><Code guid="${guid(2)}" name="夜访" color="#ff9B1C1C"/></Codes></CodeBook>`, 'utf16le'), [{ ...inside('上门', guid(1), [], 'blue'), definition: '走 <到> 门口' }, inside('夜访', guid(2), [], 'red')], []],
  ])('by %s is read', (_, file, expected, sets) => {
    expect([codesOf(file, '别家.qdc'), setsOf(file, '别家.qdc')]).toEqual([expected, sets])
  })

  it('names its headings that no passage may be given', () => {
    expect(headingsOf(xml('<Codes><Code name="一类" isCodable="false"><Code name="上门" isCodable="true"/><Code name=" 夜访 " isCodable="0"/><Code name="随访"/></Code></Codes>'), '别家.qdc')).toEqual(['一类', '夜访'])
    expect(headingsOf(bytes(qdcOf(codesOf(xml('<Codes><Code name="一类" isCodable="false"/></Codes>'), '别家.qdc'))), '编码表.qdc')).toEqual([])
  })

  it.each<[string, Uint8Array, string]>([
    ['is something else', xml('<w/>', 'document'), 'NOT_A_CODEBOOK'],
    ['holds no codes', xml('<Codes/>'), 'NOT_A_CODEBOOK'],
    ['declares entities', bytes('<!DOCTYPE x [<!ENTITY a "b">]><CodeBook><Codes><Code guid="1" name="&a;"/></Codes></CodeBook>'), 'DOCTYPE'],
    ['breaks off', bytes('<CodeBook><Codes><Code name="a">'), 'CORRUPT'],
    ['holds too many', xml(`<Codes>${'<Code name="a"/>'.repeat(5001)}</Codes>`), 'TOO_MANY'],
    ['goes too deep', xml(`<Codes>${'<Code name="a">'.repeat(300)}${'</Code>'.repeat(300)}</Codes>`), 'TOO_DEEP'],
  ])('that %s is refused', (_, file, expected) => {
    expect(() => codesOf(file, '表.qdc')).toThrow(code(expected))
  })

  it('is read from a table that a person wrote: other names of columns, other order, 上级 by name, lists side by side, GB 18030', () => {
    const read = codesInCsv(bytes('Description,code,parent,不包括\n居民来开会,院坝会,群众会,单位开会；上级开会\n,群众会,,\n'), '手写.csv')
    expect(read).toEqual([{ ...nothing, guid: null, name: '群众会', definition: '', countsNot: [], children: [{ ...nothing, guid: null, name: '院坝会', definition: '居民来开会', countsNot: ['单位开会', '上级开会'], children: [] }] }])
    // 名称,定义 / 网格,网格员走访 in GB 18030
    const gb = Uint8Array.from([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xb6, 0xa8, 0xd2, 0xe5, 0x0a, 0xcd, 0xf8, 0xb8, 0xf1, 0x2c, 0xcd, 0xf8, 0xb8, 0xf1, 0xd4, 0xb1, 0xd7, 0xdf, 0xb7, 0xc3, 0x0a])
    expect(codesInCsv(gb, '表.csv')).toMatchObject([{ name: '网格', definition: '网格员走访' }])
  })

  it('that stands under itself stands alone, and a table without names is refused', () => {
    expect(codesInCsv(bytes('名称,上级\n甲,乙\n乙,甲\n'), '表.csv').map(({ name, children }) => [name, children.length])).toEqual([['甲', 0], ['乙', 0]])
    expect(() => codesInCsv(bytes('说明,备注\n甲,乙\n'), '表.csv')).toThrow(code('NOT_A_CODEBOOK'))
    expect(() => codesInCsv(bytes('名称,上级\n,乙\n'), '表.csv')).toThrow(code('NOT_A_CODEBOOK'))
  })
})
