import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMhtml } from '../../../../electron/core/reading/mhtml/index.ts'
import { headerText } from '../../../../electron/core/reading/mhtml/transfer.ts'
import type { ReadDocument } from '../../../../electron/core/reading/index.ts'
import { encode } from '../encode.ts'
import { expectExact } from '../html/exact.ts'
import { refusal } from '../refusal.ts'

const WORDS = '青禾街道把议事桌搬进楼栋，居民先提、网格员后办。'
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, ...Array.from({ length: 200 }, () => 7)])
const quoted = (bytes: Uint8Array): string => [...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('').replaceAll(/(.{72})/g, '$1=\r\n')

const read = (source: string): ReadDocument => readMhtml({ name: '存档.mht', bytes: Buffer.from(source, 'latin1') }, null, {})
const part = (head: readonly string[], body: string): string => `--B\r\n${head.join('\r\n')}\r\n\r\n${body}\r\n`
const file = (parts: readonly string[], head: readonly string[] = ['From: <Saved by Blink>', 'Subject: =?utf-8?B?6K6u5LqL5qGM?=']): string => [...head, 'MIME-Version: 1.0', 'Content-Type: multipart/related; type="text/html"; boundary="B"', '', ...parts].join('\r\n') + '--B--\r\n'
const page = part(['Content-Type: text/html; charset="gb2312"', 'Content-Transfer-Encoding: quoted-printable', 'Content-Location: https://a.example/x/p.htm'], quoted(encode(`<html><head><meta charset=gb2312></head><body><p>${WORDS}</p><img alt="图" src="cid:one"><img alt="图二" src="2.png"></body></html>`, 'gb18030')))

/** What is not marked as beside the article. */
const kept = ({ tree, text }: ReadDocument): string => tree.children.flatMap(({ data, position }) => (data?.aside ? [] : [text.slice(position?.start.offset, position?.end.offset)])).join('\n')

describe('a saved page', () => {
  it('is read in the charset of its part, with the pictures that came with it', () => {
    const one = part(['Content-Type: image/png', 'Content-ID: <one>', 'Content-Transfer-Encoding: base64'], PNG.toString('base64'))
    const two = part(['Content-Type: image/png', 'Content-Location: https://a.example/x/2.png', 'Content-Transfer-Encoding: base64'], PNG.toString('base64'))
    const document = read(file([page, one, two]))
    expectExact(document)
    expect(document.text).toBe(`${WORDS}\n\n图图二`)
    expect(document.decoding?.label).toBe('gb18030')
    expect(document.pictures.map(({ name, bytes }) => [name, bytes.length])).toEqual([['1.png', 204], ['2.png', 204]])
    expect(document.claims.map(({ field, value }) => `${field} ${value}`)).toEqual(['url https://a.example/x/p.htm', 'title 议事桌'])
  })

  it('the page named as its start comes first, an empty frame gives way', () => {
    const frame = part(['Content-Type: text/html', 'Content-ID: <a@b>'], '<html><frameset><frame src="x"></frameset></html>')
    expect(read(file([frame, page])).text).toContain(WORDS)
    const started = file([page, part(['Content-Type: text/html', 'Content-ID: <s@b>'], '<p>second</p>')]).replace('boundary="B"', 'boundary="B"; start="<s@b>"')
    expect(kept(read(started))).toBe('second')
  })

  it('every page that it frames is read, one after the other; a menu stands beside them', () => {
    const long = (topic: string): string => `${topic}的事由居民自己商量，商量好了写在纸上，贴在门口，大家照着做，做不到的也说出来，网格员每周回访一次，把没有办成的事一件件记下来，下一次接着说。`
    const framed = (id: string, body: string): string => part(['Content-Type: text/html; charset="utf-8"', `Content-ID: <${id}@b>`, 'Content-Transfer-Encoding: base64'], Buffer.from(body).toString('base64'))
    const menu = framed('m', '<ul><li><a href="/a">首页</a></li><li><a href="/b">要闻</a></li></ul>')
    const picture = part(['Content-Type: image/png', 'Content-ID: <one>', 'Content-Transfer-Encoding: base64'], PNG.toString('base64'))
    const document = read(file([part(['Content-Type: text/html', 'Content-ID: <f@b>'], '<html><frameset><frame src="cid:m@b"></frameset></html>'), menu, framed('p', `<p>${long('停车')}</p><p><img alt="停车位" src="cid:one"></p>`), framed('q', `<p>${long('楼道')}</p><p><img alt="楼道口" src="cid:one"></p>`), picture]))
    expectExact(document)
    expect(document.text.startsWith('首页\n\n要闻\n\n停车')).toBe(true)
    expect(kept(document)).toBe(`${long('停车')}\n停车位\n${long('楼道')}\n楼道口`)
    expect(new Set(document.pictures.map(({ id }) => id)).size).toBe(2)
    expect(document.tree.children.flatMap((node) => (node.type === 'paragraph' && node.children[0]?.type === 'image' ? [document.pictures.some(({ id }) => node.children[0]?.type === 'image' && node.children[0].url === `casebook:picture/${id}`)] : []))).toEqual([true, true])
  })

  it('cut short, it says so', () => {
    const whole = file([page])
    const { text, warnings } = read(whole.slice(0, whole.lastIndexOf('--B--')))
    expect(text).toContain(WORDS)
    expect(warnings.map(({ text: said }) => said)).toEqual(['文件不完整，结尾部分缺失', '正文里有 1 张图片没有读入'])
  })
})

describe('a mail', () => {
  it('is its page or its text; attachments are named', () => {
    const body = `Content-Type: multipart/alternative; boundary="A"\r\n\r\n--A\r\nContent-Type: text/plain\r\n\r\nplain\r\n--A\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(`<p>${WORDS}</p>`).toString('base64')}\r\n--A--`
    const mail = file([`--B\r\n${body}\r\n`, part(['Content-Type: application/pdf', 'Content-Disposition: attachment; filename="a.pdf"'], 'x')], ['From: =?gb2312?B?1tzH4A==?= <a@b.example>', 'Subject: =?UTF-8?Q?Re:_=E8=AE=AE=E4=BA=8B?=', 'Date: Tue, 5 Mar 2024 09:30:00 +0800'])
    const { text, claims, warnings } = read(mail)
    expect(text).toBe(WORDS)
    expect(claims.map(({ field, value }) => `${field} ${value}`)).toEqual(['title 议事', 'date 2024-03-05', 'author 周青'])
    expect(warnings.map(({ reason }) => reason)).toEqual(['附件要另存为文件后再导入：a.pdf'])
  })

  it('of plain text keeps its lines', () => {
    expect(read('From: a\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\none\r\ntwo\r\n\r\nthree').text).toBe('one\ntwo\n\nthree')
  })
})

describe('broken ones', () => {
  it.each<[string, string, string]>([
    ['no boundary is named', 'MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--x\r\n\r\n<p>x', 'CORRUPT'],
    ['the named boundary is nowhere', 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--y\r\n\r\n<p>x', 'CORRUPT'],
    ['it ends in the head of its page', 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html', 'CORRUPT'],
    ['it holds no words', file([part(['Content-Type: text/html'], '<html><script>1</script>')]), 'NO_TEXT'],
    ['mails in mails without end', `${'Content-Type: message/rfc822\r\n\r\n'.repeat(40)}x`, 'TOO_DEEP'],
  ])('%s', (_, source, code) => {
    expect(refusal(() => read(source))?.code).toBe(code)
  })

  it('whatever the bytes, it is read or refused', () => {
    const piece = fc.constantFrom('MIME-Version: 1.0\r\n', 'Content-Type: multipart/mixed; boundary=x\r\n', 'Content-Type: text/html; charset="', 'gb2312"\r\n', 'Content-Transfer-Encoding: base64\r\n', 'Content-Transfer-Encoding: quoted-printable\r\n', '\r\n', '\n', '--x', '--x--', '<p>', '=E4=B8', '=', 'PGI+', ';', '"', 'Content-ID: <', '>')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const source = pieces.join('')
        const failed = refusal(() => read(source))
        if (failed === null) expectExact(read(source))
        else expect(['CORRUPT', 'NO_TEXT', 'BINARY', 'UNDECODABLE']).toContain(failed.code)
      }),
      { numRuns: 200 },
    )
  })
})

describe('words of a head', () => {
  it.each<[string, string]>([
    ['=?gb2312?B?1tzH4A==?=', '周青'],
    ['=?utf-8?B?6K6u?= =?utf-8?B?5LqL?=', '议事'],
    ['=?utf-8?Q?a_b?= c', 'a b c'],
    ['=?utf-8?B?6K4=?= =?utf-8?B?rg==?=', '议'],
    [Buffer.from('议事').toString('latin1'), '议事'],
    ['=?nonsense?B?1tzH4A==?=', '周青'],
  ])('%s', (raw, expected) => {
    expect(headerText(raw)).toBe(expected)
  })
})
