/** What holds for every cleaned document, whatever it says. */
import { expect } from 'vitest'
import type { Cleaned } from '../../../electron/core/cleaning/article.ts'
import { RULES } from '../../../electron/core/cleaning/index.ts'
import type { ReadDocument } from '../../../electron/core/reading/document.ts'

export function expectLawful(document: ReadDocument, { articles, accounts }: Cleaned): void {
  const source = document.text
  let at = 0
  for (const account of accounts) {
    expect(account.start).toBe(at)
    expect(account.end).toBeGreaterThan(account.start)
    expect(account.rule === null || RULES.includes(account.rule) || ['whitespace', 'markup'].includes(account.rule), account.rule ?? '').toBe(true)
    expect(account.rule === null).toBe(account.fate === 'kept')
    at = account.end
  }
  expect(at).toBe(source.length)
  expect(articles.length).toBeGreaterThan(0)

  for (const article of articles) {
    expect(article.paragraphs.map(({ text }) => text).join('\n')).toBe(article.body)
    expect(article.paragraphs.map(({ n }) => n)).toEqual(article.paragraphs.map((_, index) => index + 1))
    for (const { text, start, end } of article.paragraphs) {
      expect(article.body.slice(start, end)).toBe(text)
      expect(text).not.toBe('')
      expect(text).not.toMatch(/[\n\r]/)
    }
    for (const { start, end, target } of article.references) {
      expect(article.body.slice(start, end)).toMatch(/^[^\n]+$/u)
      expect(target).not.toBe('')
    }
    for (const { id, start, end } of article.pictures) {
      expect(document.pictures.map((picture) => picture.id)).toContain(id)
      expect(article.paragraphs.find((paragraph) => paragraph.start === start)).toMatchObject({ kind: 'picture', end })
    }
    expect(article.confidence).toBeGreaterThanOrEqual(0)
    expect(article.confidence).toBeLessThanOrEqual(1)
    const mine = accounts.filter(({ ordinal }) => ordinal === article.ordinal)
    const isRepaired = (start: number, end: number): boolean => mine.some((account) => account.fate === 'repaired' && account.start < Math.max(end, start + 1) && account.end > start)
    let body = 0
    let raw = 0
    let covered = 0
    for (const segment of article.segments) {
      expect(segment.body.start).toBeGreaterThanOrEqual(body)
      expect(segment.raw.start).toBeGreaterThanOrEqual(raw)
      expect(segment.body.end).toBeGreaterThan(segment.body.start)
      const text = source.slice(segment.raw.start, segment.raw.end)
      if (article.body.slice(segment.body.start, segment.body.end) === text) covered += text.length
      else if (segment.raw.end > segment.raw.start) expect(isRepaired(segment.raw.start, segment.raw.end)).toBe(true)
      body = segment.body.end
      raw = segment.raw.end
    }
    expect(covered).toBeGreaterThanOrEqual(mine.filter(({ fate }) => fate === 'kept').reduce((sum, { start, end }) => sum + end - start, 0))
    expect(new Set(article.notices.map(({ id }) => id)).size).toBe(article.notices.length)
    for (const notice of article.notices) {
      expect(notice.rule.startsWith('reading.') || RULES.includes(notice.rule), notice.rule).toBe(true)
      if (notice.raw && notice.raw.end > notice.raw.start) expect(source.slice(notice.raw.start, notice.raw.end)).toBe(notice.before)
      if (notice.at) expect(notice.at.end).toBeLessThanOrEqual(article.body.length)
      expect(notice.text).toMatch(/\p{Script=Han}/u)
      expect(notice.reason).toMatch(/\p{Script=Han}/u)
    }
  }
  // What was taken out, moved or repaired is told in a notice; of many invisible characters, one notice tells.
  const told = articles.flatMap(({ notices }) => notices.flatMap(({ raw, rule }) => (raw ? [{ ...raw, rule }] : [])))
  for (const { start, end, fate, rule } of accounts) {
    if (fate === 'kept' || rule === 'whitespace' || rule === 'markup' || rule === 'front-matter') continue
    if (rule === 'characters') expect(told.some((notice) => notice.rule === 'characters')).toBe(true)
    else expect(covers(told, start, end), `${fate} ${rule} ${JSON.stringify(source.slice(start, end))}`).toBe(true)
  }
}

/** Whether the spans together cover all of `start`–`end`. */
function covers(spans: readonly { readonly start: number; readonly end: number }[], start: number, end: number): boolean {
  let at = start
  for (let more = true; more && at < end; ) {
    const next = Math.max(at, ...spans.filter((span) => span.start <= at).map((span) => span.end))
    more = next > at
    at = next
  }
  return at >= end
}
