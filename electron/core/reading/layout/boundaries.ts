/** Where articles begin, as bookmarks or the file's own table of contents say. */
import type { ReadBoundary } from '../document.ts'
import type { Listed } from './contents.ts'
import type { Written } from './write.ts'

export interface Bookmark {
  readonly title: string
  readonly page: number
  /** Points from the page's top; null for the whole page. */
  readonly y: number | null
  /** 1 for the outermost. */
  readonly level: number
}

/** Parts of one text, not texts: 一、 （一） 第三章 1.2 附件. */
const SECTION = /^(?:[一二三四五六七八九十]{1,3}\s*、|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十百\d]{1,4}\s*[章节条款编]|\d{1,2}\.\d{1,2}|附[件录表]|参考文献|致谢|摘要|结语|引言)/
const COVER = /^(?:封面|封底|封[一二三四]|扉页|版权页|目\s*[录次錄]|contents|cover)$/i
const FEWEST = 2

export function boundariesOf(bookmarks: readonly Bookmark[], listed: readonly Listed[], written: readonly Written[]): readonly ReadBoundary[] {
  const text = written.filter(({ aside }) => !aside)
  const marked = placed(articles(bookmarks), (bookmark) => whereOf(bookmark, text), 'bookmark')
  if (marked.length >= FEWEST) return marked
  if (listed.length < FEWEST || listed.filter(({ title }) => SECTION.test(title)).length > listed.length / 2) return []
  let after = 0
  const found = placed(listed, ({ title }) => {
    const line = text.slice(after).find((one) => isTitle(one.text, title))
    if (line) after = text.indexOf(line) + 1
    return line ?? null
  }, 'contents')
  return found.length >= Math.max(FEWEST, 0.6 * listed.length) ? found : []
}

/** The outermost level that names several texts; a level of sections names the parts of one. */
function articles(bookmarks: readonly Bookmark[]): readonly Bookmark[] {
  const levels = [...new Set(bookmarks.map(({ level }) => level))].sort((a, b) => a - b)
  for (const level of levels) {
    const here = bookmarks.filter((bookmark) => bookmark.level === level && !COVER.test(bookmark.title.trim()))
    if (here.length >= FEWEST && here.filter(({ title }) => SECTION.test(title.trim())).length <= here.length / 2) return here
  }
  return []
}

function placed<T extends { readonly title: string }>(named: readonly T[], where: (one: T) => Written | null, basis: 'bookmark' | 'contents'): readonly ReadBoundary[] {
  const found = new Map<number, ReadBoundary>()
  for (const one of named) {
    const line = where(one)
    if (line && !found.has(line.at)) found.set(line.at, { at: line.at, basis, title: one.title.trim().slice(0, 300) || null, claims: [] })
  }
  return [...found.values()].sort((a, b) => a.at - b.at)
}

/** The line that bears the title on its page, else the first at the height that the bookmark names. */
function whereOf({ title, page, y }: Bookmark, text: readonly Written[]): Written | null {
  const here = text.filter((line) => line.page === page)
  const titled = here.find((line) => isTitle(line.text, title))
  return titled ?? here.find((line) => y === null || line.y >= y - 14) ?? here[0] ?? null
}

const bare = (text: string): string => text.replaceAll(/[\s\p{P}\p{S}]/gu, '')

function isTitle(text: string, title: string): boolean {
  const [line, wanted] = [bare(text), bare(title)]
  if (wanted.length < 2 || line.length < 2) return false
  if (line === wanted) return true
  if (line.startsWith(wanted)) return line.length - wanted.length <= 4
  // The first of several lines of a long title; or a bookmark that carries a number of its own.
  return (line.length >= 6 && wanted.startsWith(line)) || (line.length >= 6 && wanted.endsWith(line) && wanted.length - line.length <= 6)
}
