/** Entry states for tests: a body, its paragraphs, and whatever else a test is about. */
import type { EntryState, Outline, StoredNotice } from '../../../electron/core/library/state.ts'

export function stateWith(body: string, change: Partial<EntryState> = {}): EntryState {
  let start = 0
  const paragraphs = body === '' ? [] : body.split('\n').map((line): Outline => {
    const outline: Outline = ['paragraph', null, start, start + line.length]
    start += line.length + 1
    return outline
  })
  return {
    kind: 'case', kindReason: '测试', title: '标题', titleIsProvisional: false, kicker: null, subtitle: null, authors: [], source: { media: null, page: null, url: null },
    date: { value: null, precision: null, basis: null }, place: { province: null, city: null, district: null, basis: null }, rights: { level: 'cite', statement: null }, status: 'active', reviewBy: null,
    incomplete: false, incompleteReason: null, editorNote: null, body, paragraphs, segments: [], notices: [], inferences: [], keywords: [], absent: {}, references: [], pictures: [], disagreements: [], confidence: 1, confidenceReasons: [], ...change,
  }
}

export function notice(change: Partial<StoredNotice> & Pick<StoredNotice, 'id'>): StoredNotice {
  return { rule: 'test', action: 'dropped', text: `记录 ${change.id}`, reason: '测试', before: '', after: '', raw: null, at: null, applied: true, ...change }
}
