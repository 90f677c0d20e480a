import { describe, expect, it } from 'vitest'
import { clean } from '../../../electron/core/cleaning/index.ts'
import { markdown } from './documents.ts'
import { expectLawful } from './law.ts'

function bodyOf(text: string): { kind: string; level: number | null; text: string }[] {
  const document = markdown(text)
  const cleaned = clean(document)
  expectLawful(document, cleaned)
  return cleaned.articles.flatMap(({ paragraphs }) => paragraphs.map(({ kind, level, text: paragraph }) => ({ kind, level, text: paragraph })))
}

const paragraph = (text: string): { kind: string; level: null; text: string } => ({ kind: 'paragraph', level: null, text })

describe('Markdown comes in as readable text', () => {
  it('leaves the marks of emphasis, code and strike-through out', () => {
    expect(bodyOf('青岩街道推行**“三张清单”**，用*一把尺子*量到底，上线 `网格通` 系统，~~旧台账~~停用。')).toEqual([paragraph('青岩街道推行“三张清单”，用一把尺子量到底，上线 网格通 系统，旧台账停用。')])
  })

  it('keeps heading levels', () => {
    expect(bodyOf('## 一、做法\n\n街道建了台账。\n\n### （一）清单\n\n村里建了清单。')).toEqual([
      { kind: 'heading', level: 2, text: '一、做法' },
      paragraph('街道建了台账。'),
      { kind: 'heading', level: 3, text: '（一）清单' },
      paragraph('村里建了清单。'),
    ])
  })

  it('keeps numbers and boxes of lists, not bullets', () => {
    expect(bodyOf('- 走访\n- **登记**\n\n1. 受理\n2. 办结\n\n- [x] 回访')).toEqual(['走访', '登记', '1. 受理', '2. 办结', '[x] 回访'].map((text) => ({ kind: 'list', level: null, text })))
  })

  it('keeps quotes, tables row by row, and code line by line', () => {
    expect(bodyOf('> 小事不出楼。\n\n| 年份 | 件数 |\n| --- | --- |\n| 2023 | 41 |\n\n```\na = 1\n  b\n```')).toEqual([
      { kind: 'quote', level: null, text: '小事不出楼。' },
      { kind: 'table', level: null, text: '年份\t件数' },
      { kind: 'table', level: null, text: '2023\t41' },
      { kind: 'code', level: null, text: 'a = 1' },
      { kind: 'code', level: null, text: '  b' },
    ])
  })

  it('keeps links with their addresses, and of images that are other files the words', () => {
    const document = markdown('详见[办事指南](https://example.invalid/a)和![楼道照片](p.png)，网址 https://example.invalid/b 。')
    const [article] = clean(document).articles
    expect(article?.body).toBe('详见办事指南和楼道照片，网址 https://example.invalid/b 。')
    expect(article?.notices.map(({ rule, action, before, after, at }) => ({ rule, action, before, after, at }))).toEqual([
      { rule: 'link', action: 'dropped', before: '![楼道照片](p.png)', after: '楼道照片', at: { start: 7, end: 11 } },
    ])
    expect(article?.references).toEqual([
      { kind: 'link', start: 2, end: 6, target: 'https://example.invalid/a' },
      { kind: 'link', start: 15, end: 40, target: 'https://example.invalid/b' },
    ])
  })

  it('reads escapes and entities, and maps them back', () => {
    const document = markdown('A\\*B &amp; C&#x4E2D;D')
    const [article] = clean(document).articles
    expect(article?.body).toBe('A*B & C中D')
    const at = (body: string): string[] => (article?.segments ?? []).filter((segment) => article?.body.slice(segment.body.start, segment.body.end) === body).map(({ raw }) => document.text.slice(raw.start, raw.end))
    expect(at('&')).toEqual(['&amp;'])
    expect(at('中')).toEqual(['&#x4E2D;'])
  })

  it('leaves comments and tags out and keeps the words between tags', () => {
    expect(bodyOf('<!-- 内部备注 -->\n\n<div>\n街道回访<b>三次</b>。\n</div>\n\n正文<br>第二行')).toEqual([paragraph('街道回访三次。'), paragraph('正文'), paragraph('第二行')])
  })

  it('joins lines that an editor wrapped, without a blank between Han, with one between Latin words', () => {
    expect(bodyOf('青岩街道把网格员的工作日志搬到了线上，每天\n由社区干部逐条核对，平台叫作 Grid Service\nPlatform，已经运行两年。')).toEqual([
      paragraph('青岩街道把网格员的工作日志搬到了线上，每天由社区干部逐条核对，平台叫作 Grid Service Platform，已经运行两年。'),
    ])
  })
})
