/** Libraries with a text on which people decide, and files that go between them. */
import type { FactValue } from '../../../electron/contract/fact.ts'
import { FileEntry } from '../../../electron/contract/judgement-file.ts'
import type { Extractor } from '../../../electron/core/describing/facts/index.ts'
import { create, findEntries, gather, present, takeIn, wholeEntry, type Library } from '../../../electron/core/library/index.ts'
import { library } from './imported.ts'
import { rulesWith } from './practice-rules.ts'

export const words = (): readonly string[] => []
export const li = '李敏'
export const wang = '王芳'
const long = Array.from({ length: 30 }, (_, n) => `第${n + 1}件事由社区干部登门商量，说清缘由之后写进台账。`).join('\n')
export const body = `社区推行警网融合。\n老马调解室天天开门。\n${long}`
export const brand = (name: string): FactValue => ({ kind: 'brand', of: { name, kind: 'person', place: null } })
const extract: Extractor = ({ body: text }) => [...text.matchAll(/老马调解室/g)].map((match) => ({ ...brand(match[0]), start: match.index, end: match.index + 5, sentence: { start: match.index, end: match.index + 10 }, basis: 'stated' as const }))

/** A library with one text; its clock begins at `hour`, every moment a minute later. */
export async function written(hour: number, text = body, title = '一则手记') {
  let minute = 0
  const opened = await library({ now: () => new Date(Date.UTC(2026, 10, 22, hour, minute++)), rules: () => rulesWith('r1'), facts: () => ({ rules: 'f1', extract }) })
  const { id, seq } = create(opened, title, text, words)
  const fact = `brand@${text.indexOf('老马调解室')}-${text.indexOf('老马调解室') + 5}:老马调解室`
  return { opened, id, seq, fact, line: () => gather(opened, present(opened, id), null), shown: () => shown(opened, id) }
}
function shown(opened: Library, id: string): string[] {
  const stored = opened.reads.entries.stored(id)
  if (stored === null) return []
  const { practices, facts } = wholeEntry(opened, stored)
  const line = (name: string, { state, differ, judgements }: { readonly state: string; readonly differ: boolean; readonly judgements: readonly { readonly by: string; readonly decision: string; readonly came: boolean }[] }): string => `${name} ${state}${differ ? ' ≠' : ''} ${judgements.map(({ by, decision, came }) => `${came ? '←' : ''}${by}:${decision}`).join(' ')}`.trim()
  return [...practices.map((tag) => line(tag.id, tag)), ...facts.brands.map((one) => line(one.name, one))]
}
export const between = (): Promise<void> => Promise.resolve()
/** What came in, without the names of rows. */
export const came = (opened: Library, seq: number) => ({
  decisions: opened.reads.practices.decisions(seq).filter((one) => one.came),
  passages: opened.reads.practices.passages(seq).filter((one) => one.came).map(({ id: _id, ...one }) => one),
  facts: opened.reads.facts.decisions(seq).filter((one) => one.came).map(({ id: _id, ...one }) => one),
})
export function take(into: Library, ...lines: readonly FileEntry[]) {
  const found = findEntries(into, lines)
  return takeIn(into, lines.flatMap((line, n) => { const one = found[n]; return one ? [{ line: FileEntry.parse(line), found: one }] : [] }), '意见.judgements', between)
}
