import CFB from 'cfb'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../../electron/contract/errors.ts'
import { clean } from '../../../../electron/core/cleaning/index.ts'
import { refusalOf } from '../refusal.ts'
import { cell, docx, type DocxParts, drawing, level, listed, p, PNG, relation, run, style, table } from './docx-file.ts'
import { expectLawful, outline, readNamed } from './outline.ts'

const encrypted = (): Uint8Array => {
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, '/EncryptedPackage', Buffer.alloc(5000))
  return Uint8Array.from(CFB.write(file, { type: 'buffer' }))
}
const BODY = '青禾街道把网格分到楼栋，每栋有一名楼长，居民的事先在楼里议。'
const of = async (parts: DocxParts): Promise<readonly string[]> => {
  const document = await readNamed('报告.docx', docx(parts))
  expectLawful(document)
  return outline(document)
}

describe('headings of a Word document', () => {
  it('are those of its styles and outline levels; a title stands above them', async () => {
    const styles = style('1', 'heading 1') + style('T', 'Title') + style('own', '公文小标题', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
    const body = p('楼长的一年', '<w:pStyle w:val="T"/>') + p('怎样选楼长', '<w:pStyle w:val="1"/>') + p(BODY) + p('谁来推选', '<w:pStyle w:val="own"/>') + p(BODY) + p('后来', '<w:outlineLvl w:val="0"/>')
    expect(await of({ body, styles })).toEqual(['h1: 楼长的一年', 'h2: 怎样选楼长', `paragraph: ${BODY}`, 'h3: 谁来推选', `paragraph: ${BODY}`, 'h2: 后来'])
  })
  it('by custom: the first centred line in a title’s face or size is the title, over several lines when it was broken', async () => {
    const centred = '<w:jc w:val="center"/>'
    const large = '<w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="44"/>'
    const body = p('青禾发〔2023〕5号', centred, '<w:sz w:val="32"/>') + p('关于推行楼长制的', centred, large) + p('实施意见', centred, large) + p('（试行）', centred, '<w:sz w:val="32"/>') + p(BODY, '<w:ind w:firstLineChars="200"/>', '<w:sz w:val="32"/>')
    expect(await of({ body })).toEqual(['paragraph: 青禾发〔2023〕5号', 'h1 titled: 关于推行楼长制的实施意见', 'paragraph: （试行）', `paragraph indented: ${BODY}`])
  })
  it('by custom: the issuer in large red letters above the number of a paper is not its title', async () => {
    const large = (text: string): string => p(text, '<w:jc w:val="center"/>', '<w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="72"/>')
    expect(await of({ body: large('青禾街道办事处文件') + p('青禾办〔2023〕5号', '<w:jc w:val="center"/>') + large('关于推行楼长制的通知') + p(BODY) })).toEqual(['paragraph: 青禾街道办事处文件', 'paragraph: 青禾办〔2023〕5号', 'h1 titled: 关于推行楼长制的通知', `paragraph: ${BODY}`])
    expect(await of({ body: large('关于推行楼长制的通知') + p('青禾办〔2023〕5号', '<w:jc w:val="center"/>') + p(BODY) })).toEqual(['h1 titled: 关于推行楼长制的通知', 'paragraph: 青禾办〔2023〕5号', `paragraph: ${BODY}`])
  })
  it('by custom: in a collection every line set like the title is told', async () => {
    const title = (text: string): string => p(text, '<w:jc w:val="center"/>', '<w:sz w:val="44"/>')
    expect(await of({ body: title('楼长的一年') + p(BODY).repeat(13) + title('院里的议事会') + p(BODY) })).toEqual(['h1 titled: 楼长的一年', ...Array.from({ length: 13 }, () => `paragraph: ${BODY}`), 'paragraph titled: 院里的议事会', `paragraph: ${BODY}`])
  })
  it('a style that is only a font makes none', async () => {
    expect(await of({ body: p('一、选楼长', '<w:pStyle w:val="a"/>') + p(BODY), styles: style('a', '黑体三号', '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>') })).toEqual(['paragraph: 一、选楼长', `paragraph: ${BODY}`])
  })
})

describe('numbers that Word counts', () => {
  const numbering = `<w:abstractNum w:abstractNumId="7">${level(0, 'japaneseCounting', '%1、')}${level(1, 'chineseCountingThousand', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2')}${level(2, 'bullet', '\uF0B7')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="8"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`
  it('stand in the text, deeper ones beginning anew', async () => {
    const body = p('背景', listed(1)) + p('楼栋', listed(1, 1)) + p('楼长', listed(1, 1)) + p('做法', listed(1)) + p('推选', listed(1, 1))
    expect(await of({ body, numbering })).toEqual(['paragraph: 一、背景', 'paragraph: （一）楼栋', 'paragraph: （二）楼长', 'paragraph: 二、做法', 'paragraph: （一）推选'])
  })
  it('make lists of decimal numbers and marks, and count on or anew as the document says', async () => {
    const body = p('登记', listed(2)) + p('到社区', listed(2, 1)) + p('带证件', listed(2, 2)) + p('公示', listed(2)) + p(BODY) + p('议事', listed(2)) + p(BODY) + p('回访', listed(3))
    expect(await of({ body, numbering })).toEqual(['list: 1. 登记\n1.1 到社区\n• 带证件\n2. 公示', `paragraph: ${BODY}`, 'list: 3. 议事', `paragraph: ${BODY}`, 'list: 1. 回访'])
  })
  it('come from styles, too', async () => {
    const styles = style('h', 'heading 1', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    expect(await of({ body: p('背景', '<w:pStyle w:val="h"/>') + p('空的不算', `${listed(0)}<w:pStyle w:val="h"/>`), numbering, styles })).toEqual(['h1: 一、背景', 'h1: 空的不算'])
  })
})

describe('what stands in a paragraph', () => {
  it('revisions as accepted, hidden words and comments left out and told', async () => {
    const body = `<w:p>${run('楼长')}<w:del><w:r><w:delText>组长</w:delText></w:r></w:del><w:ins>${run('由居民推选')}</w:ins>${run('秘密', '<w:vanish/>')}<w:r><w:commentReference w:id="1"/></w:r>${run('。')}</w:p>`
    const document = await readNamed('报告.docx', docx({ body }))
    expect(document.text).toBe('楼长由居民推选。')
    expect(document.warnings.map(({ rule, text }) => [rule, text])).toEqual([['reading.left-out', '有 1 处已删除的修订没有读入'], ['reading.left-out', '有 1 处隐藏文字没有读入'], ['reading.left-out', '有 1 条批注没有读入']])
  })
  it('results of fields, not their codes; links where they lead; circled words', async () => {
    const field = (code: string, result: string): string => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r>${result === '' ? '' : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}`}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const body = `<w:p>${field('DATE \\@ "yyyy"', '2023')}${run('年')}${field('HYPERLINK "https://qinghe.example/"', '全文')}<w:hyperlink r:id="rId9">${run('原件')}</w:hyperlink>${field('EQ \\o\\ac(○,印)', '')}</w:p>`
    const document = await readNamed('报告.docx', docx({ body, relations: relation('rId9', 'hyperlink', 'file:///C:/a.docx', true) }))
    expect(document.text).toBe('2023年全文原件印')
    expect(JSON.stringify(document.tree)).toContain('"url":"https://qinghe.example/"')
    expect(JSON.stringify(document.tree)).not.toContain('file:')
  })
  it('signs of symbol fonts as what they show, boxes as ticked, a large first letter in its word', async () => {
    const box = (checked: string): string => `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>${checked}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const body = `<w:p><w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>${run('60户')}<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>${box('<w:checked/>')}${box('')}</w:p>` + p('青', '<w:framePr w:dropCap="drop" w:lines="3"/>') + p('禾街道')
    expect(await of({ body })).toEqual(['paragraph: ≥60户☑☑☐', 'paragraph: 青禾街道'])
  })
  it('formulas in a line that cannot be misread', async () => {
    const r = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`
    const body = `<w:p>${run('占')}<m:oMath><m:f><m:num>${r('1')}</m:num><m:den>${r('2')}</m:den></m:f>${r('+')}<m:sSup><m:e>${r('x')}</m:e><m:sup>${r('2')}</m:sup></m:sSup>${r('=')}<m:rad><m:deg/><m:e>${r('a+b')}</m:e></m:rad></m:oMath></w:p>`
    expect(await of({ body })).toEqual(['paragraph: 占1/2+x^2=√(a+b)'])
  })
  it('lines that the document breaks, and boxes of text once although they are written twice', async () => {
    const box = `<w:txbxContent>${p('框里的话')}</w:txbxContent>`
    const body = `<w:p>${run('第一行')}<w:r><w:br/></w:r>${run('第二行')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
    const document = await readNamed('报告.docx', docx({ body }))
    expect(document.text).toBe('第一行\n第二行\n\n框里的话')
  })
  it('notes, marked where they are referred to and written at the end', async () => {
    const note = (id: number, text: string): string => `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r>${run(` ${text}`)}</w:p></w:footnote>`
    const footnotes = `<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>${note(2, '据街道统计。')}${note(3, '访谈所得。')}`
    const body = `<w:p>${run('满意率98%')}<w:r><w:footnoteReference w:id="3"/></w:r>${run('，共60户')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('。')}</w:p>`
    expect(await of({ body, footnotes })).toEqual(['paragraph: 满意率98%[1]，共60户[2]。', 'note: [1] 访谈所得。', 'note: [2] 据街道统计。'])
    expect(await of({ body, footnotes, settings: '<w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/></w:footnotePr>' })).toEqual(['paragraph: 满意率98%①，共60户②。', 'note: ① 访谈所得。', 'note: ② 据街道统计。'])
  })
  it('notes, in a collection each at the end of the case that refers to it', async () => {
    const styles = style('1', 'heading 1') + style('2', 'heading 2')
    const footnotes = `<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${run(' 据街道统计。')}</w:p></w:footnote>`
    const telling = (mark: string): string => `<w:p>${run(`${BODY}${BODY}${BODY}`)}${mark}</w:p>`
    const titles = ['青禾市白石街道的楼长', '青禾市柳坝街道的凉亭', '青禾市云门街道的渡口']
    const body = titles.map((title, index) => p(title, '<w:pStyle w:val="1"/>') + p('一、起因', '<w:pStyle w:val="2"/>') + telling(index === 0 ? '<w:r><w:footnoteReference w:id="2"/></w:r>' : '') + p('二、做法', '<w:pStyle w:val="2"/>') + telling('')).join('')
    const document = await readNamed('基层治理案例汇编.docx', docx({ body, styles, footnotes }))
    expectLawful(document)
    expect(outline(document).filter((line) => /^(?:h1|note)/.test(line))).toEqual([`h1: ${titles[0]}`, 'note: [1] 据街道统计。', `h1: ${titles[1]}`, `h1: ${titles[2]}`])
    expect(clean(document).articles.map(({ title, references }) => [title, references.map(({ kind, target }) => [kind, target])])).toEqual([[titles[0], [['note', '1'], ['note-text', '1']]], [titles[1], []], [titles[2], []]])
  })
})

describe('tables of a Word document', () => {
  it('have one line for each row; cells that span are followed by empty ones', async () => {
    const body = table(cell('指标') + cell('数字', '<w:gridSpan w:val="2"/>'), cell('户数', '<w:vMerge w:val="restart"/>') + cell('60') + cell('户'), cell('', '<w:vMerge/>') + cell('61') + cell('户'))
    expect(await of({ body })).toEqual(['table: 指标\t数字\t\n户数\t60\t户\n\t61\t户'])
  })
  it('whose rows begin further right have empty cells there', async () => {
    expect(await of({ body: `<w:tbl><w:tr>${cell('甲')}${cell('乙')}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('丙')}</w:tr></w:tbl>` })).toEqual(['table: 甲\t乙\n\t丙'])
  })
  it('that only frame prose become its paragraphs', async () => {
    expect(await of({ body: table(cell('工作简报'), cell(BODY)) })).toEqual(['paragraph: 工作简报', `paragraph: ${BODY}`])
  })
})

describe('pictures', () => {
  const extra = [{ name: 'word/media/image1.png', data: PNG }]
  it('are kept with the words under them', async () => {
    const document = await readNamed('报告.docx', docx({ body: p(BODY) + `<w:p>${drawing('rId7', 'C:\\a.png')}</w:p>` + p('图1 楼长入户', '<w:jc w:val="center"/>') + p(BODY), relations: relation('rId7', 'image', 'media/image1.png'), extra }))
    expectLawful(document)
    expect(outline(document)).toEqual([`paragraph: ${BODY}`, 'paragraph: 图1 楼长入户', `paragraph: ${BODY}`])
    expect(document.pictures.map(({ id, name, mime, bytes }) => [id, name, mime, bytes.length])).toEqual([['p1', 'image1.png', 'image/png', PNG.length]])
  })
  it('outside the file are told and not opened', async () => {
    const document = await readNamed('报告.docx', docx({ body: p(BODY) + `<w:p>${drawing('rId7', '', 'link')}</w:p>`, relations: relation('rId7', 'image', 'file:///etc/passwd', true) }))
    expect(document.text).toBe(BODY)
    expect(document.warnings.map(({ text }) => text)).toEqual(['有 1 张图片没有读入'])
  })
})

describe('what is not the article', () => {
  it('running heads stand at the end, marked, without numbers of pages; contents are marked where they stand', async () => {
    const styles = style('toc', 'toc 1')
    const body = p('目  录') + p('一、背景\t1', '<w:pStyle w:val="toc"/>') + p(BODY)
    expect(await of({ body, styles, header: p('青禾街道工作简报') + p('第 1 页') })).toEqual(['paragraph contents: 目  录', 'paragraph contents: 一、背景\t1', `paragraph: ${BODY}`, 'paragraph running-head: 青禾街道工作简报'])
  })
  it('another file inside stands where it was put; one inside that is told', async () => {
    const inner = docx({ body: p('里面的话') + '<w:altChunk r:id="x"/>', relations: relation('x', 'aFChunk', 'x.docx'), extra: [{ name: 'word/x.docx', data: docx({ body: p('再里面') }) }] })
    const page = `<html><body><h2>网页标题</h2><p>${BODY.repeat(3)}</p><p><img src="data:image/png;base64,${Buffer.concat([Buffer.of(0x89, 0x50, 0x4e, 0x47), Buffer.alloc(120, 7)]).toString('base64')}"></p></body></html>`
    const document = await readNamed('报告.docx', docx({ body: `${p('前')}<w:altChunk r:id="a"/><w:altChunk r:id="b"/>${p('后')}`, relations: relation('a', 'aFChunk', 'a.docx') + relation('b', 'aFChunk', 'b.html'), extra: [{ name: 'word/a.docx', data: inner }, { name: 'word/b.html', data: page }] }))
    expectLawful(document)
    expect(outline(document)).toEqual(['paragraph: 前', 'paragraph: 里面的话', 'h2: 网页标题', `paragraph: ${BODY.repeat(3)}`, 'paragraph: 后'])
    expect(document.warnings.map(({ text }) => text)).toEqual(['插入的文件：有 1 处插入的文件没有读入', '插入的文件里有 1 张图片没有读入'])
  })
  it('properties are claims, unless a program filled them in', async () => {
    const claims = async (core: string): Promise<readonly string[]> => (await readNamed('报告.docx', docx({ body: p(BODY), core }))).claims.map(({ field, value }) => `${field} ${value}`)
    expect(await claims('<dc:title>楼长的一年</dc:title><dc:creator>周青</dc:creator><dcterms:created>2023-05-06T01:02:03Z</dcterms:created>')).toEqual(['title 楼长的一年', 'author 周青', 'date 2023-05-06'])
    expect(await claims('<dc:title>报告</dc:title><dc:creator>Administrator</dc:creator><dcterms:created>2013-12-23T23:15:00Z</dcterms:created>')).toEqual([])
    expect(await claims('<dc:title>文档1</dc:title><dc:creator>微软用户</dc:creator>')).toEqual([])
  })
})

describe('Word documents in one XML file', () => {
  const xml = (inside: string): Uint8Array => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n${inside}`)
  it('of parts are read like those in an archive', async () => {
    const part = (name: string, inside: string): string => `<pkg:part pkg:name="/${name}" pkg:contentType="x"><pkg:xmlData>${inside}</pkg:xmlData></pkg:part>`
    const rels = (inside: string): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    const bytes = xml(`<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${part('_rels/.rels', rels(relation('a', 'officeDocument', 'word/document.xml')))}${part('word/_rels/document.xml.rels', rels(relation('s', 'styles', 'styles.xml')))}${part('word/document.xml', `<w:document ${w}><w:body>${p('楼长的一年', '<w:pStyle w:val="T"/>') + p(BODY)}</w:body></w:document>`)}${part('word/styles.xml', `<w:styles ${w}>${style('T', 'Title')}</w:styles>`)}</pkg:package>`)
    expect(outline(await readNamed('导出.doc', bytes))).toEqual(['h1: 楼长的一年', `paragraph: ${BODY}`])
  })
  it('of Word 2003 have their styles, numbers and properties', async () => {
    const body = `<wx:sect>${p('楼长的一年', '<w:pStyle w:val="1"/>')}${p('登记', '<w:listPr><wx:t wx:val="1."/></w:listPr>')}<w:p><aml:annotation w:type="Word.Deletion"><aml:content>${run('组长')}</aml:content></aml:annotation><w:hlink w:dest="https://qinghe.example/">${run('楼长')}</w:hlink></w:p></wx:sect>`
    const bytes = xml(`<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:aml="http://schemas.microsoft.com/aml/2001/core"><o:DocumentProperties><o:Title>楼长的故事</o:Title></o:DocumentProperties><w:styles>${style('1', 'heading 1')}</w:styles><w:body>${body}</w:body></w:wordDocument>`)
    const document = await readNamed('导出.doc', bytes)
    expectLawful(document)
    expect(outline(document)).toEqual(['h1: 楼长的一年', 'list: 1. 登记', 'paragraph: 楼长'])
    expect(document.claims.map(({ value }) => value)).toEqual(['楼长的故事'])
  })
  it('with a declaration of entities, or of nothing: refused', async () => {
    expect((await refusalOf(readNamed('坏.doc', xml('<!DOCTYPE w [<!ENTITY a "b">]><w:wordDocument/>'))))?.code).toBe('DOCTYPE')
    expect((await refusalOf(readNamed('坏.doc', xml('<a/>'))))?.code).toBe('CORRUPT')
  })
})

describe('bad Word documents', () => {
  const code = async (bytes: Uint8Array): Promise<string | undefined> => (await refusalOf(readNamed('坏.docx', bytes)))?.code
  it.each<[string, string, Uint8Array]>([
    ['without a word', 'EMPTY', docx({ body: p('') })],
    ['with a declaration of entities', 'DOCTYPE', docx({ body: p('&a;'), prolog: '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>' })],
    ['nested too deep', 'TOO_DEEP', docx({ body: `${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}${'</w:tc></w:tr></w:tbl>'.repeat(20_000)}` })],
    ['behind a password', 'ENCRYPTED', encrypted()],
    ['cut off', 'CORRUPT', docx({ body: p(BODY) }).subarray(0, 900)],
    ['with XML that breaks off', 'CORRUPT', docx({ body: '<w:p><w:r>' })],
  ])('%s: %s', async (_, expected, bytes) => {
    expect(await code(bytes)).toBe(expected)
  })
  it('whatever is changed in a good file, it is read or refused', async () => {
    const good = docx({ body: p('标题', '<w:pStyle w:val="1"/>') + p(BODY, listed(1)) + table(cell('甲') + cell('乙')), styles: style('1', 'heading 1'), numbering: `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>` })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 8 }), fc.nat(good.length), async (changes, length) => {
        const bytes = good.slice(0, length < 200 ? good.length : length)
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        await readNamed('坏.docx', bytes).then(expectLawful, (error: unknown) => expect(error).toBeInstanceOf(Refusal))
      }),
      { numRuns: 300 },
    )
  })
  it('whatever stands in its XML, it is read or refused', async () => {
    const piece = fc.constantFrom('<w:p>', '</w:p>', '<w:r>', '</w:r>', '<w:t>字</w:t>', '<w:tbl>', '</w:tbl>', '<w:tr>', '</w:tr>', '<w:tc>', '</w:tc>', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>', '<w:sdt>', '</w:sdt>', '<w:br/>', '<w:footnoteReference w:id="1"/>', '<w:pPr><w:outlineLvl w:val="99999999999"/></w:pPr>', '<w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>')
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        await readNamed('坏.docx', docx({ body: pieces.join('') })).then(expectLawful, (error: unknown) => expect(error).toBeInstanceOf(Refusal))
      }),
      { numRuns: 300 },
    )
  })
})
