import { describe, expect, it } from 'vitest'
import { declaredIn, decodeDeclared, type Label } from '../../../electron/core/reading/index.ts'
import { findWarnings } from '../../../electron/core/reading/warnings.ts'
import { SIMPLIFIED, TRADITIONAL } from '../../fixtures/reading/texts.ts'
import { BOM, encode, join } from './encode.ts'

const SIMPLE = SIMPLIFIED[0] ?? ''
const TRADITIONAL_TEXT = TRADITIONAL[0] ?? ''
const page = (charset: string, text: string): string => `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"><title>社区</title></head><body><p>${text}</p></body></html>`

describe('what a page states about its encoding', () => {
  it.each<[string, string | null]>([
    ['<meta charset="GBK">', 'GBK'],
    ['<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312">', 'gb2312'],
    ["<meta content='text/html;charset= big5'>", 'big5'],
    ['\uFEFF<?xml version="1.0" encoding="GB18030"?><rss/>', 'GB18030'],
    ['<!-- <meta charset="big5"> --><meta charset=utf-8>', 'utf-8'],
    ['<!-- <meta charset="big5">', null],
    ['<p>charset=gbk</p>', null],
    [`${' '.repeat(5000)}<meta charset="gbk">`, null],
    ['', null],
  ])('%s', (head, charset) => {
    expect(declaredIn(encode(head, 'utf-8'))).toBe(charset)
  })
})

describe('a declaration', () => {
  const read = (bytes: Uint8Array) => decodeDeclared(bytes, declaredIn(bytes), 'a.html')
  it.each<[string, string, Label, Label, string]>([
    ['gb2312', SIMPLE, 'gb18030', 'gb18030', 'declared'],
    ['GBK', TRADITIONAL_TEXT, 'gb18030', 'gb18030', 'declared'],
    ['big5', TRADITIONAL_TEXT, 'big5', 'big5', 'declared'],
    ['utf-8', SIMPLE, 'utf-8', 'utf-8', 'strict'],
  ])('%s is believed when the bytes bear it out', (charset, text, written, label, by) => {
    const found = read(encode(page(charset, text).replace('社区', '社會'), written))
    expect(found).toMatchObject({ text: page(charset, text).replace('社区', '社會'), decoding: { label, by, unsure: false } })
    expect(findWarnings(found)).toEqual([])
  })

  it.each<[string, string, Label, string]>([
    ['gb2312', SIMPLE, 'utf-8', 'strict'],
    ['utf-8', SIMPLE, 'gb18030', 'score'],
    ['iso-8859-1', SIMPLE, 'gb18030', 'score'],
    ['big5', SIMPLE, 'gb18030', 'score'],
    ['gbk', TRADITIONAL_TEXT, 'big5', 'score'],
    ['utf-16', SIMPLE, 'gb18030', 'score'],
    ['x-unknown', SIMPLE, 'utf-8', 'strict'],
  ])('%s is overruled by what the bytes are, and a warning says so', (charset, text, written, by) => {
    const source = page(charset, text).replace('社区', '')
    const found = read(encode(source, written))
    expect(found).toMatchObject({ text: source, decoding: { label: written, by }, overruled: charset })
    expect(findWarnings(found)[0]).toMatchObject({ rule: 'reading.declared', text: `文件声明的编码（${charset}）与内容不符，已按 ${written.toUpperCase()} 读出` })
  })

  it('decides where too few characters speak', () => {
    const bytes = encode('<meta charset=gbk><p>呵呵哒</p>', 'gb18030')
    expect(read(bytes)).toMatchObject({ text: '<meta charset=gbk><p>呵呵哒</p>', decoding: { label: 'gb18030', by: 'declared', unsure: false } })
  })
  it('is overruled by a mark', () => {
    expect(read(join(BOM['utf-8'], encode(page('gbk', SIMPLE), 'utf-8')))).toMatchObject({ decoding: { label: 'utf-8', by: 'bom' }, overruled: 'gbk' })
  })
  it('says nothing in UTF-16, where a person has chosen, or where all is ASCII', () => {
    expect(read(join(BOM['utf-16le'], encode(page('gbk', SIMPLE), 'utf-16le')))).not.toHaveProperty('overruled')
    expect(decodeDeclared(encode(SIMPLE, 'gb18030'), 'utf-8', 'a', 'gb18030')).not.toHaveProperty('overruled')
    expect(read(encode('<meta charset=gbk><p>plain</p>', 'utf-8'))).not.toHaveProperty('overruled')
  })
})
