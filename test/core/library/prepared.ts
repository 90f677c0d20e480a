/** Prepared files as the reading helper would hand them over, made of plain paragraphs. */
import type { Span } from '../../../electron/contract/entry.ts'
import { BY_RULES, type Boundary } from '../../../electron/contract/reviewing.ts'
import { fingerprint } from '../../../electron/core/describing/stories/index.ts'
import type { PreparedFile } from '../../../electron/core/jobs/prepared.ts'
import { sha256 } from '../../../electron/core/library/index.ts'
import { NOTHING_MORE } from '../cleaning/nothing-more.ts'

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export const beginning = (at: number): Boundary => ({ at, confidence: 1, basis: at === 0 ? 'start' : 'byline', reason: '测试' })

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
        ...NOTHING_MORE, boundary: beginning(raw.start),
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
  return { bytes, prepared: { name, sha256: sha256(bytes), bytes: bytes.length, format: 'txt', decoding: { label: 'utf-8', by: 'strict', unsure: false }, cleaner: 1, rules: '', accounts: [{ start: 0, end: whole.length, fate: 'kept', rule: null, ordinal: 1 }], text: null, boundaries: articles.map(({ article }) => article.boundary), options: BY_RULES, sheets: [], pictures: [], articles } }
}

/** A document of an office that says more than its words: a picture in place of its second line, a link on "来源网页", another date. */
export function pictured(name: string, body: string, picture: Uint8Array): ReturnType<typeof preparedFile> {
  const { prepared, bytes } = preparedFile(name, [body])
  const [first] = prepared.articles
  if (!first) throw new Error('no article')
  const at = body.indexOf('［图片］')
  const link = body.indexOf('来源网页')
  const article = {
    ...first.article,
    references: [{ kind: 'link' as const, start: link, end: link + 4, target: 'https://a.example/1' }],
    pictures: [{ id: 'p1', start: at, end: at + 4, alt: '走访' }],
    disagreements: [{ field: 'date' as const, taken: '2024-05', takenFrom: 'printed' as const, other: '2024-06', otherFrom: 'properties' as const }],
    confidence: 0.8,
    confidenceReasons: ['标题是按字号认出的'],
  }
  return { bytes, prepared: { ...prepared, format: 'docx', decoding: null, text: body, pictures: [{ id: 'p1', sha256: sha256(picture), name: '图一.png', mime: 'image/png', bytes: picture }], articles: [{ ...first, article }] } }
}
