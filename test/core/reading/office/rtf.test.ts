import * as fc from 'fast-check'
import { encode } from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../../electron/contract/errors.ts'
import { refusalOf } from '../refusal.ts'
import { PNG } from './docx-file.ts'
import { expectLawful, outline, readNamed } from './outline.ts'

const BODY = '青禾街道把网格分到楼栋，居民的事先在楼里议。'
const FACES = "{\\fonttbl{\\f0\\fnil\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}{\\f1\\froman\\fcharset0 Times New Roman;}}"
const gbk = (text: string): string => [...encode(text, 'gbk')].map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\'${byte.toString(16)}`)).join('')
const u = (text: string, fallback = '?'): string => [...text].map((character) => (character < '\u0080' ? character : `\\u${character.charCodeAt(0) > 32767 ? character.charCodeAt(0) - 65536 : character.charCodeAt(0)}${fallback}`)).join('')
const rtf = (inside: string, head = FACES): Uint8Array => Uint8Array.from(Buffer.from(`{\\rtf1\\ansi\\ansicpg936\\deff0${head}${inside}}`, 'latin1'))
const of = async (inside: string, head = FACES): Promise<readonly string[]> => {
  const document = await readNamed('报告.rtf', rtf(inside, head))
  expectLawful(document)
  return outline(document)
}

describe('the characters of an RTF file', () => {
  it.each<[string, string, string]>([
    ['in GBK escapes', gbk(BODY), BODY],
    ['in numbers, of which those above 32767 are negative, with one stand-in each', u('青禾，Ａ区'), '青禾，Ａ区'],
    ['above 32767 as they are', '\\u36947?', '道'],
    ['with two stand-ins', `\\uc2 ${u('青禾', "\\'b0\\'a1")}`, '青禾'],
    ['with a Han character counted as one stand-in', `\\uc1 ${[...'青禾'].map((character) => `\\u${character.charCodeAt(0)}${gbk(character)}`).join('')}`, '青禾'],
    ['without stand-ins', `\\uc0 ${u('青禾', '')}`, '青禾'],
    ['in pairs for rare ones', '\\u-10187?\\u-9155?', '𝐽'],
    ['quotation marks in a Western face', `\\f1\\'93Q\\'94\\f0 ${gbk('议事')}`, '“Q”议事'],
    ['signs with names', 'a\\emdash b\\~c\\_d\\{e\\}', 'a—b\u00A0c-d{e}'],
  ])('%s', async (_, inside, text) => {
    expect(await of(inside)).toEqual([`paragraph: ${text}`])
  })
  it('in the code page of the document where the face leaves it open', async () => {
    expect(await of(`\\f7 ${gbk('镕基')}`, '{\\fonttbl{\\f7\\fnil SimSun;}}')).toEqual(['paragraph: 镕基'])
  })
})

describe('the paragraphs of an RTF file', () => {
  it('have the headings of its styles and outline levels, and a title by custom', async () => {
    const styles = `{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}}`
    expect(await of(`${styles}\\pard\\qc\\fs44 ${gbk('关于楼长制的意见')}\\par\\pard\\s1\\fs32 ${gbk('背景')}\\par\\pard\\fi640 ${gbk(BODY)}\\par\\pard\\outlinelevel1 ${gbk('后来')}\\par`)).toEqual(['h1 titled: 关于楼长制的意见', 'h2: 背景', `paragraph indented: ${BODY}`, 'h3: 后来'])
  })
  it('have the numbers that programs wrote for others', async () => {
    const item = (label: string, text: string): string => `\\pard{\\listtext\\f0 ${gbk(label)}\\tab}\\ls1 ${gbk(text)}\\par`
    expect(await of(item('一、', '背景') + item('1.', '登记') + item('2.', '公示'))).toEqual(['paragraph: 一、背景', 'list: 1. 登记\n2. 公示'])
  })
  it('show results of fields, links, no hidden or deleted words', async () => {
    const document = await readNamed('报告.rtf', rtf(`a{\\v b}{\\deleted c}{\\field{\\*\\fldinst HYPERLINK "https://qinghe.example/"}{\\fldrslt d}}{\\*\\unknown e}{\\object{\\*\\objdata 00}{\\result f}}`))
    expect(document.text).toBe('adf')
    expect(JSON.stringify(document.tree)).toContain('"url":"https://qinghe.example/"')
    expect(document.warnings.map(({ text }) => text)).toEqual(['有 1 处已删除的修订没有读入', '有 1 处隐藏文字没有读入', '有 1 个嵌入的对象没有读入'])
  })
  it('have their notes at the end, heads marked, boxes where they hang', async () => {
    expect(await of(`{\\header head\\par}a{\\super\\chftn{\\footnote\\pard{\\chftn} note one}}b{\\endnote}{\\footnote\\ftnalt two}{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt box\\par}}}\\par`)).toEqual(['paragraph: a[1]b[i]', 'paragraph: box', 'note: [1] note one', 'note: [i] two', 'paragraph running-head: head'])
  })
  it('stand in tables, spans laid out, nested tables in their cells', async () => {
    expect(await of('\\trowd\\cellx2000\\cellx6000 a\\intbl\\cell b\\cell\\row\\trowd\\cellx2000\\cellx4000\\cellx6000\\pard\\intbl c\\cell d\\cell e\\cell\\row\\pard f\\par')).toEqual(['table: a\tb\t\nc\td\te', 'paragraph: f'])
    expect(await of('\\trowd\\cellx2000\\cellx4000\\pard\\intbl a\\cell\\pard\\intbl\\itap2 b\\nestcell c\\nestcell{\\*\\nesttableprops\\trowd\\cellx100\\cellx200\\nestrow}\\pard\\intbl\\itap1\\cell\\row')).toEqual(['paragraph: a', 'table: b\tc'])
  })
  it('hold pictures once, in the form that can be shown', async () => {
    const document = await readNamed('报告.rtf', rtf(`${gbk(BODY)}\\par{\\*\\shppict{\\pict\\pngblip ${Buffer.from(PNG).toString('hex')}}}{\\nonshppict{\\pict\\wmetafile8 0100}}\\par ${gbk('图1 楼长入户')}\\par`))
    expectLawful(document)
    expect(outline(document)).toEqual([`paragraph: ${BODY}`, 'paragraph: 图1 楼长入户'])
    expect(document.pictures.map(({ mime, bytes }) => [mime, bytes.length])).toEqual([['image/png', PNG.length]])
  })
  it('state title, author and date, also twice for older programs', async () => {
    const claims = (await readNamed('报告.rtf', rtf(`{\\info{\\upr{\\title ??}{\\*\\ud{\\title ${u('楼长的一年')}}}}{\\author ${gbk('周青')}}{\\creatim\\yr2023\\mo5\\dy6\\hr1}{\\nofpages1}}${gbk(BODY)}`))).claims
    expect(claims.map(({ field, value }) => [field, value])).toEqual([['title', '楼长的一年'], ['author', '周青'], ['date', '2023-05-06']])
  })
})

describe('bad RTF files', () => {
  it.each<[string, string, Uint8Array]>([
    ['without a word', 'EMPTY', rtf('\\pard\\par')],
    ['nested too deep', 'TOO_DEEP', rtf('{'.repeat(200_000))],
    ['cut off inside a group', 'CORRUPT', rtf(`{${gbk(BODY)}`).slice(0, -1)],
  ])('%s: %s', async (_, code, bytes) => {
    expect((await refusalOf(readNamed('坏.rtf', bytes)))?.code).toBe(code)
  })
  it('the last brace may be missing, and more binary be promised than there is', async () => {
    expect((await readNamed('a.rtf', rtf('abc').slice(0, -1))).text).toBe('abc')
    expect((await readNamed('a.rtf', rtf('abc\\bin2000000000 def'))).text).toBe('abc')
  })
  it('whatever stands in it, it is read or refused', async () => {
    const piece = fc.constantFrom('{', '}', '\\par', '\\cell', '\\row', '\\trowd', '\\cellx100', '\\intbl', '\\itap2', '\\nestcell', '\\nestrow', '{\\footnote ', '{\\field{\\*\\fldinst ', '{\\fldrslt ', '{\\header ', '{\\*\\x ', '{\\pict\\pngblip ', '\\u36947?', '\\u-10187', "\\'d6", "\\'", '\\bin5 ', '\\bin-1 ', '\\uc9', '\\', '字', 'a', '\\v ', '{\\info{\\title ', '{\\upr', '{\\*\\ud', '{\\stylesheet{\\s1 ', '{\\listtext ', '\\s1', '\\outlinelevel99999999999', '\\f1 ', '{\\fonttbl\\f1\\fcharset134 ')
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        await readNamed('坏.rtf', rtf(pieces.join(''))).then(expectLawful, (error: unknown) => expect(error).toBeInstanceOf(Refusal))
      }),
      { numRuns: 2000 },
    )
  })
})
