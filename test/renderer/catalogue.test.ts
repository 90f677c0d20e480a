/** Both catalogues say the same things, whole, and say nothing that no screen asks for. */
import { Visitor, type ESTree } from 'vite'
import { describe, expect, it } from 'vitest'
import { en } from '../../renderer/src/i18n/en/index.ts'
import { zh } from '../../renderer/src/i18n/zh/index.ts'
import { parse, sources, text } from '../sources.ts'

const LANGUAGES = { 'zh-CN': zh, en } as const
type Language = keyof typeof LANGUAGES

interface Sentence {
  /** Where it stands, form included: `trash.restored_one`. */
  readonly path: string
  readonly key: string
  /** The plural form, where the key has several. */
  readonly form: string | null
  readonly lines: readonly string[]
}

function sentences(node: object, path: readonly string[] = []): Sentence[] {
  return Object.entries(node).flatMap(([name, value]): Sentence[] => {
    const here = [...path, name]
    if (typeof value === 'object' && !Array.isArray(value)) return sentences(value, here)
    const whole = here.join('.')
    const [, key = whole, form = null] = /^(.*)_(zero|one|two|few|many|other)$/.exec(whole) ?? []
    return [{ path: whole, key, form, lines: Array.isArray(value) ? value : [value] }]
  })
}
const all = (language: Language): readonly Sentence[] => sentences(LANGUAGES[language])
const keys = (language: Language): readonly string[] => [...new Set(all(language).map(({ key }) => key))].sort()
const placeholders = ({ lines }: Sentence): readonly string[] => [...new Set(lines.flatMap((line) => [...line.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name)))].sort()
/** The form that speaks of many, or the only one. */
const main = (language: Language): ReadonlyMap<string, Sentence> => new Map(all(language).filter(({ form }) => form === null || form === 'other').map((sentence) => [sentence.key, sentence]))

describe('the catalogues', () => {
  it('have the same keys', () => {
    expect(keys('en')).toEqual(keys('zh-CN'))
  })

  it('have the same placeholders, and lists of the same length', () => {
    const shape = (language: Language) => Object.fromEntries([...main(language)].map(([key, sentence]) => [key, { placeholders: placeholders(sentence), lines: sentence.lines.length }]))
    expect(shape('en')).toEqual(shape('zh-CN'))
  })

  it.each(['zh-CN', 'en'] as const)('leave nothing empty: %s', (language) => {
    expect(all(language).filter(({ lines }) => lines.length === 0 || lines.some((line) => line.trim() === '')).map(({ path }) => path)).toEqual([])
  })

  it.each(['zh-CN', 'en'] as const)('have each plural form that the language has, and no other: %s', (language) => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const forms = Map.groupBy(all(language).filter(({ form }) => form !== null), ({ key }) => key)
    expect([...forms].filter(([, found]) => found.map(({ form }) => form).sort().join() !== [...wanted].sort().join()).map(([key]) => key)).toEqual([])
  })

  it('fill in the same in every form; one of something need not be counted', () => {
    const odd = all('en').filter((sentence) => {
      const wanted = placeholders(main('en').get(sentence.key) ?? sentence).filter((name) => name !== 'count')
      return placeholders(sentence).filter((name) => name !== 'count').join() !== wanted.join()
    })
    expect(odd.map(({ path }) => path)).toEqual([])
  })

  it('is English in English: Chinese only where Chinese itself is meant', () => {
    const meant = new Set(['firstRun.lines', 'library.examples', 'library.help', 'settings.languages.zh'])
    expect(all('en').filter(({ key, lines }) => !meant.has(key) && lines.some((line) => /\p{Script=Han}/u.test(line))).map(({ path }) => path)).toEqual([])
  })
})

/** Keys that reach `t` by way of a variable. */
const INDIRECT = ['import.tooLarge', 'import.unreadable', 'packPage.citationTitle', 'reader.copied', 'reader.copiedText', 'settings.moved', 'settings.opened']
/** Keys whose last word is a value of the contract. */
const BY_VALUE = [
  'bundled.field.', 'bundled.visibility.', 'card.done.', 'card.group.', 'changing.did.', 'changing.type.', 'codebook.kinds.', 'codebook.what.', 'codebook.why.', 'compare.level.', 'compare.state.', 'compare.unchecked.', 'compare.why.', 'dictionary.groupHint.', 'dictionary.relations.', 'dictionary.sources.', 'dictionary.tabs.', 'fact.', 'fact.brandKind.', 'fact.field.', 'fact.honourKind.', 'fact.indicatorKind.', 'fact.leadRole.', 'fact.level.', 'fact.list.', 'fact.platformKind.', 'fact.qualifier.', 'facts.basis.', 'facts.changes.how.', 'facts.changes.which.', 'import.fate.', 'import.outcomes.', 'import.reportFormats.', 'import.state.', 'judgement.verdict.', 'kind.', 'library.facet.', 'library.from.', 'library.hints.', 'library.sort.', 'library.why.', 'menus.', 'packPage.rights.', 'packPage.roles.', 'packPage.strength.', 'practice.done.', 'practice.state.', 'practice.strength.', 'practices.', 'reader.actions.', 'reader.roles.', 'labels.colours.', 'labels.did.',
  'reading.columns.', 'reading.rules.', 'reclean.becomes.', 'review.acts.', 'review.from.', 'review.sure.', 'reviewed.', 'rights.', 'screens.', 'settings.checks.', 'settings.densities.', 'settings.fonts.', 'settings.hosts.', 'settings.themes.', 'status.', 'status.means.',
]

/** What a file asks `t` for: whole keys, and the beginnings of those that end in a value. */
function asked(file: string, source: string): { readonly whole: readonly string[]; readonly begun: readonly string[] } {
  const whole: string[] = []
  const begun: string[] = []
  const take = (node: ESTree.Node): void => {
    if (node.type === 'Literal') whole.push(String(node.value))
    else if (node.type === 'TemplateLiteral') begun.push(node.quasis[0]?.value.raw ?? '')
    else if (node.type === 'ConditionalExpression') [node.consequent, node.alternate].forEach(take)
  }
  new Visitor({
    CallExpression({ callee, arguments: [key] }) {
      if (callee.type === 'Identifier' && callee.name === 't' && key !== undefined) take(key)
    },
  }).visit(parse(file, source).program)
  return { whole, begun }
}

describe('the window', () => {
  const files = sources.filter((file) => file.startsWith('renderer/src/') && !file.startsWith('renderer/src/i18n/'))
  const requests = files.map((file) => asked(file, text(file)))
  const whole = new Set([...requests.flatMap((request) => request.whole), ...INDIRECT])
  const begun = new Set(requests.flatMap((request) => request.begun))

  it('asks for nothing that the catalogue does not have', () => {
    const known = new Set(keys('zh-CN'))
    expect([...whole].filter((key) => !known.has(key))).toEqual([])
  })

  it('has a use for every sentence', () => {
    expect(keys('zh-CN').filter((key) => !whole.has(key) && !BY_VALUE.some((beginning) => key.startsWith(beginning)))).toEqual([])
  })

  it('knows which keys end in a value', () => {
    expect([...begun].sort()).toEqual([...BY_VALUE].sort())
  })

  it('has no indirect key that no file names', () => {
    expect(INDIRECT.filter((key) => !files.some((file) => text(file).includes(`'${key}'`)))).toEqual([])
  })
})
