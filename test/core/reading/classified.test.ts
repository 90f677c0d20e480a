import { describe, expect, it } from 'vitest'
import { findClassifiedMark } from '../../../electron/core/reading/classified.ts'
import { readText as read } from '../../../electron/core/reading/index.ts'
import { encode } from './encode.ts'
import { refusal } from './refusal.ts'

const letter = (head: string): string => `${head}\n\n青禾区关于楼道议事点建设情况的报告\n\n区委：\n　　今年以来，全区建成议事点四十二处。\n`

describe('a mark in the head of a document', () => {
  it.each<[string, string]>([
    ['秘密★1年', '秘密★1年'],
    ['机密★', '机密★'],
    ['绝密★长期', '绝密★长期'],
    ['绝 密 ★', '绝密★'],
    ['机　密　★　10　年', '机密★10年'],
    ['秘密★１年', '秘密★１年'],
    ['秘密★6个月', '秘密★6个月'],
    ['机密★二十年', '机密★二十年'],
    ['秘密☆1年', '秘密☆1年'],
    ['秘密⭐5年', '秘密⭐5年'],
    ['秘密*3年', '秘密*3年'],
    ['機密★長期', '機密★長期'],
    ['絕密★', '絕密★'],
    ['秘\u200B密★1年', '秘密★1年'],
    ['000012　机密★1年　特急', '机密★1年'],
    ['份号：000012\n机密★5年\n特 急', '机密★5年'],
    ['【秘密★1年】', '秘密★1年'],
    ['（机密★）', '机密★'],
    ['密级：秘密', '秘密'],
    ['密　级：机 密★10年', '机密★10年'],
    ['机密', '机密'],
    ['秘　密', '秘密'],
    ['**机密★3年**', '机密★3年'],
    ['# 秘密★', '秘密★'],
    ['> 绝密★长期', '绝密★长期'],
    ['机密★1年 青禾区人民政府文件 青政〔2022〕5号', '机密★1年'],
    ['★秘密★1年★', '秘密★1年'],
    ['绝密★启用前', '绝密★启用前'],
    ['机密★启封并使用完毕前', '机密★启封并使用完毕前'],
    ['内部资料 秘密★6个月', '秘密★6个月'],
    ['编号：01　机密★5年', '机密★5年'],
    ['密　级：机密★3年　保密期限：3年', '机密★3年'],
    ['密级（机密）', '机密'],
    ['机密　特急', '机密'],
    ['绝密件', '绝密'],
  ])('%s', (head, mark) => {
    expect(findClassifiedMark(letter(head), '报告.txt')).toBe(mark)
    expect(findClassifiedMark(letter(head).replaceAll('\n', '\r\n'), '报告.txt')).toBe(mark)
  })

  it('also in front matter, in the file name, and in a second piece further down', () => {
    expect(findClassifiedMark('---\ntitle: 报告\n密级: 秘密\n---\n正文', 'a.md')).toBe('秘密')
    expect(findClassifiedMark('正文', '机密★5年 工作报告.txt')).toBe('机密★5年')
    expect(findClassifiedMark(`${letter('普通来稿').repeat(20)}\n机密★1年\n第二篇`, 'a.txt')).toBe('机密★1年')
    expect(findClassifiedMark(`${letter('普通来稿').repeat(20)}\n第 3 页　机密★2年\n第二篇`, 'a.txt')).toBe('机密★2年')
  })
})

describe('speaking about secrets is no mark', () => {
  it.each([
    '本报告不涉及国家秘密，可以公开。',
    '社区开展保守国家秘密宣传周活动，向居民讲解秘密、机密、绝密三级的区别。',
    '国家秘密的密级分为绝密、机密、秘密三级。',
    '按照规定，涉密文件应当在首页左上角标注“秘密★1年”字样，复印件视同原件管理。',
    '公开文件不得出现“机密★”等标志。',
    '怎样识别“机密★1年”一类的标志',
    '他说，机密★1年 这样的标志要写在左上角',
    '机密级计算机不得连接互联网',
    '干货满满的治理秘密：三步走',
    '秘密花园小区的议事会',
    '揭开社区和谐的秘密',
    '工作秘密和商业秘密同样受法律保护。',
    '密级：公开',
    '密级：无',
    '他把这个秘密★标在了地图上的事，讲给了调解员听，众人听完都笑了起来。',
    '★ 关键词：网格、议事',
    '机密文件不上网，上网文件不机密，这句话写在档案室的门上。',
  ])('%s', (line) => {
    expect(findClassifiedMark(letter(line), '来稿.txt')).toBe(null)
    expect(findClassifiedMark(`题目\n\n正文开始。\n${'寻常的一段话。\n'.repeat(30)}${line}\n`, '来稿.txt')).toBe(null)
  })

  it('nor is a bare word far from the head', () => {
    expect(findClassifiedMark(`题目\n${'寻常的一段话。\n'.repeat(10)}秘密\n`, '来稿.txt')).toBe(null)
  })
})

describe('reading stops at the mark', () => {
  it.each(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const)('in %s, naming the file and the mark and nothing else', (label) => {
    const found = refusal(() => read({ name: '来稿.txt', bytes: encode(letter('机密★5年'), label) }))
    expect(found).toEqual({ code: 'CLASSIFIED_MARK', details: { file: '来稿.txt', mark: '机密★5年' }, message: '“来稿.txt”带有密级标志“机密★5年”，未导入，也未保存其中任何内容。本软件仅限处理非涉密资料。' })
  })
  it('before Markdown is parsed', () => {
    expect(refusal(() => read({ name: 'a.md', bytes: new TextEncoder().encode(`秘密★1年\n\n${'> '.repeat(9000)}`) }))?.code).toBe('CLASSIFIED_MARK')
  })
  it('in time that grows with the text, whatever it holds', () => {
    const hostile = `${'秘 '.repeat(100_000)}\n${' '.repeat(200_000)}密\n${'份号'.repeat(50_000)}密\n${'0'.repeat(110)}密\n${'份号：'.repeat(30)}密\n${'机密 '.repeat(40)}\n${'（秘密'.repeat(39)}`
    expect(findClassifiedMark(hostile.repeat(5), 'a.txt')).toBe(null)
  })
})
