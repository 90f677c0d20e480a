/** What a person fills in to state a fact by hand, or to put one right: the fields of each kind. Pure. */
import type { CardFact } from '../../../../../../electron/contract/card.ts'
import { Brand, FactValue, Honour, Indicator, Lead, Platform, Qualifier, type FactKind } from '../../../../../../electron/contract/fact.ts'

export type Field =
  | { readonly name: string; readonly type: 'text' | 'lines' | 'number'; readonly required: boolean }
  | { readonly name: string; readonly type: 'choice'; readonly options: readonly string[]; readonly words: 'indicatorKind' | 'qualifier' | 'direction' | 'brandKind' | 'platformKind' | 'formulaKind' | 'honourKind' | 'level' | 'leadRole'; readonly required: boolean }

const text = (name: string, required = false): Field => ({ name, type: 'text', required })
const NAME = text('name', true)

export const FIELDS: Readonly<Record<FactKind, readonly Field[]>> = {
  indicator: [
    text('measures', true), text('value', true), { name: 'number', type: 'number', required: true }, text('unit'),
    { name: 'qualifier', type: 'choice', options: Qualifier.options, words: 'qualifier', required: true },
    { name: 'kind', type: 'choice', options: Indicator.shape.kind.options, words: 'indicatorKind', required: true },
    { name: 'direction', type: 'choice', options: Indicator.shape.direction.options, words: 'direction', required: true },
    text('period'), text('scope'), text('denominator'),
  ],
  formula: [NAME, { name: 'kind', type: 'choice', options: ['numeric', 'plus', 'slogan'], words: 'formulaKind', required: true }, { name: 'components', type: 'lines', required: false }],
  brand: [NAME, { name: 'kind', type: 'choice', options: Brand.shape.kind.options, words: 'brandKind', required: true }, text('place')],
  platform: [NAME, { name: 'kind', type: 'choice', options: Platform.shape.kind.options, words: 'platformKind', required: true }],
  mechanism: [NAME, { name: 'steps', type: 'lines', required: false }],
  honour: [NAME, { name: 'kind', type: 'choice', options: Honour.shape.kind.options, words: 'honourKind', required: true }, { name: 'level', type: 'choice', options: ['nation', 'province', 'city', 'district'], words: 'level', required: false }, text('year'), text('holder')],
  person: [NAME, text('role'), text('place'), text('alias')],
  quote: [text('speaker')],
  policy: [text('title', true)],
  place: [NAME, text('province'), text('city'), text('district')],
  problem: [NAME],
  lead: [NAME, { name: 'role', type: 'choice', options: Lead.shape.role.options, words: 'leadRole', required: true }],
  spread: [NAME],
  limit: [NAME],
}

/** What the form holds: a text for each field, lines joined by '\n'. */
export type Draft = Readonly<Record<string, string | undefined>>

const DEFAULTS: Readonly<Partial<Record<FactKind, Draft>>> = {
  indicator: { qualifier: 'exact', kind: 'count', direction: 'none' }, formula: { kind: 'numeric' }, brand: { kind: 'person' }, platform: { kind: 'other' }, honour: { kind: 'award' }, lead: { role: 'lead' },
}

/** The form for a passage that was just chosen. */
export function newDraft(kind: FactKind, passage: string): Draft {
  const number = /\d+(?:\.\d+)?/.exec(passage.replaceAll(',', ''))?.[0]
  const said = passage.slice(0, 300)
  if (kind === 'indicator') return { ...DEFAULTS.indicator, value: said, number: number ?? '' }
  return { ...DEFAULTS[kind], [kind === 'policy' ? 'title' : 'name']: said.replace(/^[“"《]+|[”"》]+$/g, '') }
}

/** The form for a fact that is to be put right. */
export function draftOf(fact: CardFact): Draft {
  const pairs = Object.entries(fact).map(([name, value]): [string, string] => {
    if (name === 'period') return [name, 'period' in fact && fact.period !== null ? fact.period.text : '']
    if (Array.isArray(value)) return [name, value.filter((one) => typeof one === 'string').join('\n')]
    return [name, typeof value === 'string' || typeof value === 'number' ? String(value) : '']
  })
  return Object.fromEntries(pairs)
}

/** The value that a filled form states, or null where it states none; `former` keeps what the form does not show. */
export function valueOf(kind: FactKind, draft: Draft, body: string, former: CardFact | null): FactValue | null {
  const said = (name: string): string | null => draft[name]?.trim() || null
  const lines = (name: string): string[] => (draft[name] ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const fields = Object.fromEntries(FIELDS[kind].map(({ name, type }) => [name, type === 'number' ? Number(said(name) ?? Number.NaN) : type === 'lines' ? lines(name) : said(name)]))
  const period = said('period')
  const spans = lines('components').map((component) => ({ start: body.indexOf(component), end: body.indexOf(component) + component.length }))
  const extra: Readonly<Partial<Record<FactKind, object>>> = {
    indicator: {
      unit: said('unit') ?? '',
      period: period === null ? null : former && 'period' in former && former.period?.text === period ? former.period : { text: period, from: null, to: null },
      upper: former && 'upper' in former ? former.upper : null,
      scopeLevel: former && 'scopeLevel' in former && former.scope === said('scope') ? former.scopeLevel : null,
      suspect: null,
    },
    formula: { componentSpans: spans },
  }
  if (spans.some(({ start }) => start < 0)) return null
  return FactValue.safeParse({ kind, of: { ...fields, ...extra[kind] } }).data ?? null
}
