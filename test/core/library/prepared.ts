/** Prepared files as the reading helper would hand them over, made of plain paragraphs. */
import type { Span } from '../../../electron/contract/entry.ts'
import { fingerprint } from '../../../electron/core/describing/stories/index.ts'
import type { PreparedFile } from '../../../electron/core/jobs/prepared.ts'
import { sha256 } from '../../../electron/core/library/index.ts'
import { NOTHING_MORE } from '../cleaning/nothing-more.ts'

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** One article per text; paragraphs are its lines. */
export function preparedFile(name: string, texts: readonly string[]): { readonly prepared: PreparedFile; readonly bytes: Uint8Array } {
  const whole = texts.join('\n\n')
  const bytes = bytesOf(whole)
  let from = 0
  const articles = texts.map((body, index): PreparedFile['articles'][number] => {
    const raw: Span = { start: from, end: from + body.length }
    from = raw.end + 2
    let start = 0
    const paragraphs = body.split('\n').map((text, line) => {
      const paragraph = { n: line + 1, kind: 'paragraph' as const, level: null, text, start, end: start + text.length }
      start += text.length + 1
      return paragraph
    })
    const title = `${name.replace(/\.\w+$/, '')}之${index + 1}`
    return {
      article: {
        ordinal: index + 1, raw, title, kicker: null, subtitle: null, authors: [], source: { media: null, page: null, url: null }, date: { value: null, precision: null, basis: null },
        rightsStatement: null, editorNote: null, incomplete: false, incompleteReason: null, body, paragraphs,
        segments: paragraphs.map((p) => ({ body: { start: p.start, end: p.end }, raw: { start: raw.start + p.start, end: raw.start + p.end } })), notices: [],
        ...NOTHING_MORE,
      },
      description: {
        title, titleIsProvisional: false, kind: 'case', kindReason: '测试用案例', place: { province: '安徽省', city: '淮南市', district: null, basis: 'stated' }, rightsLevel: 'cite', inferences: [],
        absent: { kicker: 'not-stated', subtitle: 'not-stated', authors: 'not-stated', editorNote: 'not-stated', 'source.media': 'not-stated', 'source.page': 'not-stated', 'source.url': 'not-stated', date: 'not-stated', 'place.district': 'not-stated', 'rights.statement': 'not-stated' },
        keywords: ['网格'],
        practices: [],
      },
      index: { title: '', keywords: '', body: '', notes: '', characters: '' },
      fingerprint: fingerprint(body),
    }
  })
  return { bytes, prepared: { name, sha256: sha256(bytes), bytes: bytes.length, format: 'txt', decoding: { label: 'utf-8', by: 'strict', unsure: false }, rules: '', accounts: [{ start: 0, end: whole.length, fate: 'kept', rule: null, ordinal: 1 }], articles } }
}
