/** The two halves of an article that a newspaper printed on two pages: found by their marks, offered as one. */
import type { Paragraph, StatedDate } from '../../contract/entry.ts'
import type { PlacedPicture, Reference } from '../../contract/reference.ts'
import { blankBetween } from './page/merge.ts'
import { bare } from './words/agree.ts'
import { continuesLine, isFinished } from './words/punctuation.ts'

/** What joining needs of an article; entries of the library and clean articles both have it. */
export interface Half {
  readonly title: string | null
  readonly incompleteReason: string | null
  readonly source: { readonly media: string | null; readonly page: string | null }
  readonly date: StatedDate
  readonly body: string
  readonly paragraphs: readonly Paragraph[]
  readonly references: readonly Reference[]
  readonly pictures: readonly PlacedPicture[]
}

export interface Jump {
  readonly to: 'later' | 'earlier'
  /** As a number; null where the mark names none. */
  readonly page: number | null
}

export interface Continued {
  readonly body: string
  readonly paragraphs: readonly Paragraph[]
  readonly references: readonly Reference[]
  readonly pictures: readonly PlacedPicture[]
  /** What of the reasons why the halves were incomplete still holds; null when the article is whole. */
  readonly incompleteReason: string | null
  /** 0–1; a person decides. */
  readonly confidence: number
  /** Chinese sentences that a person can check. */
  readonly reasons: readonly string[]
}

const MARK = /“((?:下转|紧转|转|上接|紧接|接)[^”]{0,24})”/gu
const DIGITS = '零一二三四五六七八九'

/** The marks that `page-jump` moved out of an article, read back from its reason. */
export const jumpsIn = (reason: string | null): readonly Jump[] =>
  [...(reason ?? '').matchAll(MARK)].map(({ 1: mark = '' }) => ({ to: mark.slice(0, 2).includes('转') ? 'later' : 'earlier', page: pageNumber(mark) }))

/** The number of a page as papers write it: 4, 04, A4, 四, 十二; null where there is none. */
export function pageNumber(text: string): number | null {
  const digits = /\d{1,3}/.exec(text)?.[0]
  if (digits !== undefined) return Number(digits)
  const han = /[一二三四五六七八九十]{1,3}/u.exec(text)?.[0]
  if (han === undefined) return null
  const [tens = '', ones = ''] = han.includes('十') ? han.split('十') : ['', han]
  return (han.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 : 0) + (ones === '' ? 0 : DIGITS.indexOf(ones))
}

/**
 * `a` with `b` behind it, or null when they don't fit: `a` goes on elsewhere, `b` comes from elsewhere, and nothing that both state contradicts it.
 * Nothing is joined by this alone; the caller offers it.
 */
export function joinContinued(a: Half, b: Half): Continued | null {
  const later = jumpsIn(a.incompleteReason).find(({ to }) => to === 'later')
  const earlier = jumpsIn(b.incompleteReason).find(({ to }) => to === 'earlier')
  if (!later || !earlier || a.body === '' || b.body === '') return null
  const reasons = ['前一篇标有“下转”，后一篇标有“上接”']
  let confidence = 0.4
  const compare = (one: unknown, other: unknown, weight: number, reason: string): boolean => {
    if (one === null || other === null) return true
    if (one !== other) return false
    confidence += weight
    reasons.push(reason)
    return true
  }
  const pageOf = ({ source }: Half): number | null => (source.page === null ? null : pageNumber(source.page))
  if (!compare(later.page, pageOf(b), 0.2, '前一篇要转的版，正是后一篇所在的版')) return null
  if (!compare(earlier.page, pageOf(a), 0.2, '后一篇所接的版，正是前一篇所在的版')) return null
  if (!compare(day(a), day(b), 0.1, '同一天')) return null
  if (!compare(a.source.media, b.source.media, 0.1, '同一家媒体')) return null
  if (a.title !== null && b.title !== null) {
    if (!sameTitle(a.title, b.title)) return null
    confidence += 0.3
    reasons.push('题目相同或互相包含')
  }
  return { ...together(a, b), incompleteReason: leftOver(a, b), confidence: Math.round(Math.min(0.99, confidence) * 100) / 100, reasons }
}

const day = ({ date }: Half): string | null => date.value?.slice(0, 10) ?? null

/** The second page often shortens the title. */
function sameTitle(a: string, b: string): boolean {
  const [one, other] = [bare(a), bare(b)]
  return one === other || (Math.min(one.length, other.length) >= 4 && (one.includes(other) || other.includes(one)))
}

function leftOver(a: Half, b: Half): string | null {
  const rest = [...(a.incompleteReason ?? '').split('；').filter((part) => !/“(?:下转|紧转|转)/u.test(part)), ...(b.incompleteReason ?? '').split('；').filter((part) => !/“(?:上接|紧接|接)/u.test(part))].filter((part) => part !== '')
  return rest.length === 0 ? null : rest.join('；')
}

function together(a: Half, b: Half): Pick<Continued, 'body' | 'paragraphs' | 'references' | 'pictures'> {
  const last = a.paragraphs.at(-1)
  const first = b.paragraphs[0]
  const cut = last !== undefined && first !== undefined && last.kind === 'paragraph' && first.kind === 'paragraph' && (!isFinished(last.text) || continuesLine(first.text))
  const between = cut ? blankBetween(last.text, first.text) : '\n'
  const shift = a.body.length + between.length
  const moved = <T extends { readonly start: number; readonly end: number }>(one: T): T => ({ ...one, start: one.start + shift, end: one.end + shift })
  const body = a.body + between + b.body
  const behind = b.paragraphs.map(moved)
  const joined = cut ? [...a.paragraphs.slice(0, -1), { ...last, end: first.end + shift, text: body.slice(last.start, first.end + shift) }, ...behind.slice(1)] : [...a.paragraphs, ...behind]
  return { body, paragraphs: joined.map((paragraph, index) => ({ ...paragraph, n: index + 1 })), references: [...a.references, ...b.references.map(moved)], pictures: [...a.pictures, ...b.pictures.map(moved)] }
}
