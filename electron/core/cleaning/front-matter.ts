import type { VFile } from 'vfile'
import { report } from './page/message.ts'
import type { Rule } from './page/rule.ts'
import type { Fields, Run } from './page/tree.ts'
import { state } from './stating.ts'

type Key = 'title' | 'kicker' | 'subtitle' | 'author' | 'reporter' | 'correspondent' | 'editor' | 'media' | 'page' | 'url' | 'date' | 'rights' | 'note' | 'described'

const KEYS: ReadonlyMap<string, Key> = new Map([
  ...names('title', 'title 标题 题名'), ...names('kicker', 'kicker 肩题 引题'), ...names('subtitle', 'subtitle 副题 副标题'),
  ...names('author', 'author authors 作者'), ...names('reporter', 'reporter 记者'), ...names('correspondent', 'correspondent 通讯员'), ...names('editor', 'editor 编辑 责任编辑'),
  ...names('media', 'source media publisher 来源 媒体 稿源'), ...names('page', 'page 版次'), ...names('url', 'url link permalink 网址 链接 原文链接'),
  ...names('date', 'date published pubdate publish_date 日期 发布时间 时间'), ...names('rights', 'rights copyright license licence 版权 权利'), ...names('note', 'editor_note 编者按'),
  // Place, kind and keywords are read by the next room.
  ...names('described', 'place province city district region 地点 省 省份 市 城市 区县 县区 地区 keywords tags kind 关键词 标签 类型'),
])

function names(key: Key, words: string): [string, Key][] {
  return words.split(' ').map((word) => [word, key])
}

/** Fills fields from the YAML head of a Markdown file; it outranks what the text says below. */
export const frontMatter = (values: Readonly<Record<string, unknown>> | null): Rule => ({
  id: 'front-matter',
  apply: (page, file) => {
    const head = page.children[0]?.children.flatMap(({ runs }) => runs).find(({ rule }) => rule === 'front-matter')
    if (values === null || head === undefined) return
    const shared = page.children.length > 1
    for (const [name, value] of Object.entries(values)) {
      const key = KEYS.get(name.trim().toLowerCase())
      const text = plain(value)
      const used = key !== undefined && text !== '' && page.children.map(({ fields }, index) => (shared && index > 0 && !['media', 'date', 'page', 'url'].includes(key) ? false : fill(fields, key, text))).some(Boolean)
      tell(file, head, name, used)
    }
  },
})

function tell(file: VFile, head: Run, name: string, used: boolean): void {
  const raw = lineOf(String(file.value), head, name)
  if (used) report(file, { rule: 'front-matter', action: 'moved', text: `文件头的“${name}”填入相应字段`, reason: '文件头（YAML）是写文件的人对文章的说明，以它为准', raw, after: '' })
  else report(file, { rule: 'front-matter', action: 'moved', text: `文件头的“${name}”没有对应的字段，只留在原文里`, reason: '文件头（YAML）不是文章的内容；这一项可在原文中查看', raw, after: '' })
}

/** The line of the head that sets `name`, or the whole head when it is written in another way. */
function lineOf(source: string, head: Run, name: string): { start: number; end: number } {
  for (let start = source.indexOf(name, head.start); start >= 0 && start < head.end; start = source.indexOf(name, start + 1)) {
    if (!/[\n\r]/.test(source.charAt(start - 1)) || !/^["']?\s*:/.test(source.slice(start + name.length, start + name.length + 4))) continue
    const end = source.slice(start, head.end).search(/[\r\n]/)
    return { start, end: end < 0 ? head.end : start + end }
  }
  return { start: head.start, end: head.end }
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).filter((text) => text !== '').join('、')
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

function fill(fields: Fields, key: Key, text: string): boolean {
  // What has no field here is read by the next room.
  return key === 'described' || state(fields, { field: key, value: text, from: 'front-matter' })
}
