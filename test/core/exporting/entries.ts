/** Entries, practices and packs to test exporting with; all of it our own writing. */
import { gunzipSync } from 'node:zlib'
import { emptyCard } from '../../../electron/contract/card.ts'
import { Entry } from '../../../electron/contract/entry.ts'
import type { PackData } from '../../../electron/contract/pack-page.ts'
import { Practice } from '../../../electron/contract/practices.ts'
import type { Evidence } from '../../../electron/contract/practice-tag.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const idOf = (n: number): string => `01${[...String(n).padStart(24, '0')].map((digit) => ALPHABET[Number(digit)]).join('')}`

/** The `n`th entry: a body in paragraphs, everything else unstated unless given. */
export function entryOf(n: number, body: string, change: Partial<Omit<Entry, 'id'>> = {}): Entry {
  let start = 0
  const paragraphs = body.split('\n').map((text, at) => {
    const paragraph = { n: at + 1, kind: 'paragraph' as const, level: null, text, start, end: start + text.length }
    start += text.length + 1
    return paragraph
  })
  return Entry.parse({
    id: idOf(n), kind: 'case', kindReason: '', origin: 'imported', revision: 1, title: `榆溪市第${String(n)}篇`, titleIsProvisional: false, kicker: null, subtitle: null, authors: [],
    source: { media: null, page: null, url: null }, date: { value: null, precision: null, basis: null }, place: { province: null, city: null, district: null, basis: null },
    rights: { level: 'open', statement: null }, incomplete: false, incompleteReason: null, editorNote: null, body, paragraphs, notices: [], inferences: [], keywords: [], absent: {},
    references: [], pictures: [], disagreements: [], review: 'accepted', confidence: 1, confidenceReasons: [],
    original: null, createdAt: '', updatedAt: '', practices: [], status: 'active', reviewBy: null, summary: null, facts: emptyCard(), ...change,
  })
}

/** The sentence of `body` that reads `text`, with `trigger` marked in it. */
export function sentence(body: string, text: string, trigger: string): Evidence {
  const start = body.indexOf(text)
  const mark = body.indexOf(trigger, start)
  return { start, end: start + text.length, text, trigger, marks: [{ start: mark, end: mark + trigger.length }], passage: null }
}

const practice = (id: string, parent: string | null, label: string): Practice => Practice.parse({ id, parent, label, zh: label, en: id, labelEn: id, definition: `${label}的定义`, counts: [], countsNot: [], question: '', strong: [], weak: [], patterns: [], negative: [] })
export const PRACTICES: readonly Practice[] = [practice('grid', null, '网格化治理'), practice('grid.police', 'grid', '警网融合'), practice('mediation', null, '调解品牌')]

/** What stands in a pack. */
export function dataOf(html: string): PackData {
  const [, form = '', data = ''] = /data-form="(\w+)">([^<]*)</.exec(html) ?? []
  return JSON.parse(form === 'gzip' ? gunzipSync(Buffer.from(data, 'base64')).toString() : data)
}
