/** From the finished tree to articles and accounts. Nothing is decided here. */
import type { VFile } from 'vfile'
import type { Account } from '../../../contract/importing.ts'
import type { Notice, Paragraph, Span } from '../../../contract/entry.ts'
import type { PlacedPicture, Reference } from '../../../contract/reference.ts'
import type { CleanArticle, Cleaned, Segment } from '../article.ts'
import type { Report } from './message.ts'
import { endOf, living, startOf, type Page, type RunReference, type Story } from './tree.ts'

export function compose(page: Page, file: VFile): Cleaned {
  const source = String(file.value)
  const spans = page.children.map((story) => spanOf(story))
  const bodies = page.children.map(bodyOf)
  const messages = (file.data.reports ?? []).toSorted((a, b) => a.raw.start - b.raw.start)
  let next = 0
  const articles = page.children.map((story, index): CleanArticle => {
    const raw = spans[index] ?? { start: 0, end: 0 }
    const to = spans[index + 1]?.start ?? Number.POSITIVE_INFINITY
    const body = bodies[index] ?? EMPTY
    const ids = new Map<string, number>()
    const notices: Notice[] = []
    for (let message = messages[next]; message && message.raw.start < to; message = messages[++next]) notices.push(noticeOf(message, body, ids, source))
    const { media, page: number, url, incompleteReasons, ...fields } = story.fields
    return {
      ordinal: index + 1,
      raw,
      title: fields.title,
      kicker: fields.kicker,
      subtitle: fields.subtitle,
      authors: fields.authors,
      source: { media, page: number, url },
      date: fields.date,
      rightsStatement: fields.rightsStatement,
      editorNote: fields.editorNote,
      statedPlace: fields.statedPlace,
      incomplete: incompleteReasons.length > 0,
      incompleteReason: incompleteReasons.length > 0 ? incompleteReasons.join('；') : null,
      body: body.text,
      paragraphs: body.paragraphs,
      references: body.references,
      pictures: body.pictures,
      segments: body.segments,
      notices,
      disagreements: fields.disagreements,
      offers: fields.offers,
      boundary: story.boundary,
      confidence: 1,
      confidenceReasons: [],
    }
  })
  return { articles, accounts: accountsOf(page, spans, source), possible: page.possible }
}

function noticeOf({ rule, action, text, reason, raw, after }: Report, body: Body, ids: Map<string, number>, source: string): Notice {
  const before = source.slice(raw.start, raw.end)
  const id = `${rule}@${raw.start}`
  const seen = ids.get(id) ?? 0
  ids.set(id, seen + 1)
  return { id: seen === 0 ? id : `${id}.${seen}`, rule, action, text, reason, before, after: after ?? before, raw, at: place(raw, body), applied: true }
}

function spanOf(story: Story): Span {
  const first = story.children[0]
  const last = story.children.at(-1)
  return first && last ? { start: startOf(first), end: endOf(last) } : { start: 0, end: 0 }
}

interface Body {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly segments: readonly Segment[]
  readonly references: readonly Reference[]
  readonly pictures: readonly PlacedPicture[]
}
const EMPTY: Body = { text: '', paragraphs: [], segments: [], references: [], pictures: [] }

function bodyOf(story: Story): Body {
  const paragraphs: Paragraph[] = []
  const segments: Segment[] = []
  const pictures: PlacedPicture[] = []
  const references = new References()
  const texts: string[] = []
  let at = 0
  let copying = false
  for (const block of living(story)) {
    const start = at
    if (block.note !== null) references.add({ kind: 'note-text', start, end: start + block.text.length, target: block.note })
    if (block.picture !== null) pictures.push({ ...block.picture, start, end: start + block.text.length })
    for (const { text, fate, start: rawStart, end: rawEnd, reference } of block.runs) {
      if (text === '') continue
      references.extend(reference ?? null, at, at + text.length)
      const last = segments.at(-1)
      const body = { start: at, end: at + text.length }
      if (last && copying && fate === 'kept' && last.body.end === at && last.raw.end === rawStart) segments[segments.length - 1] = { body: { start: last.body.start, end: body.end }, raw: { start: last.raw.start, end: rawEnd } }
      else segments.push({ body, raw: { start: rawStart, end: rawEnd } })
      at = body.end
      copying = fate === 'kept'
    }
    paragraphs.push({ n: paragraphs.length + 1, kind: block.kind, level: block.level, text: block.text, start, end: at })
    texts.push(block.text)
    references.end()
    at++
  }
  return { text: texts.join('\n'), paragraphs, segments, references: references.all, pictures }
}

/** Runs of one link that touch are one reference; a paragraph ends it. */
class References {
  readonly all: Reference[] = []
  private open: RunReference | null = null

  add(reference: Reference): void {
    this.all.push(reference)
  }

  extend(reference: RunReference | null, start: number, end: number): void {
    const last = this.all.at(-1)
    if (reference !== null && reference === this.open && last?.end === start) this.all[this.all.length - 1] = { ...last, end }
    else if (reference !== null) this.all.push({ ...reference, start, end })
    this.open = reference
  }

  end(): void {
    this.open = null
  }
}

/** Where a stretch of the original is in the body; an empty span where it was taken from. */
function place(raw: Span, { text, segments }: Body): Span {
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    const segment = segments[middle]
    if (segment && segment.raw.end <= raw.start) low = middle + 1
    else high = middle
  }
  const first = segments[low]
  if (!first) return { start: text.length, end: text.length }
  const start = first.body.start + (isCopy(first) ? Math.max(0, raw.start - first.raw.start) : 0)
  let end = start
  for (let index = low; ; index++) {
    const segment = segments[index]
    if (!segment || segment.raw.start >= raw.end) break
    end = isCopy(segment) ? segment.body.start + Math.min(raw.end, segment.raw.end) - segment.raw.start : segment.body.end
  }
  return { start, end: Math.max(start, end) }
}

const isCopy = ({ body, raw }: Segment): boolean => body.end - body.start === raw.end - raw.start

function accountsOf(page: Page, spans: readonly Span[], source: string): Account[] {
  const accounts: Account[] = []
  const add = (account: Account): void => {
    if (account.end <= account.start) return
    const last = accounts.at(-1)
    if (last && last.fate === account.fate && last.rule === account.rule && last.ordinal === account.ordinal) accounts[accounts.length - 1] = { ...last, end: account.end }
    else accounts.push(account)
  }
  let at = 0
  const gap = (end: number, ordinal: number | null): void => {
    if (end > at) add({ start: at, end, fate: 'dropped', rule: /\S/u.test(source.slice(at, end)) ? 'markup' : 'whitespace', ordinal })
    at = Math.max(at, end)
  }
  page.children.forEach((story, index) => {
    const ordinal = index + 1
    for (const block of story.children) {
      for (const run of block.runs) {
        gap(run.start, run.start > (spans[index]?.start ?? 0) ? ordinal : null)
        add({ start: Math.max(at, run.start), end: run.end, fate: run.fate, rule: run.rule, ordinal })
        at = Math.max(at, run.end)
      }
    }
  })
  gap(source.length, null)
  return accounts
}
