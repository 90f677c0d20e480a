import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clean } from '../../../../electron/core/cleaning/index.ts'
import { read } from '../../../../electron/core/reading/index.ts'
import { overSharedTexts, shared } from '../../../shared.ts'
import { refusalOf } from '../refusal.ts'
import { expectExact } from './exact.ts'

interface Fixture {
  readonly file: string
  readonly kind: string
  readonly expect: 'ok' | 'refuse' | 'either' | 'gold'
  readonly error?: string
  readonly hostile?: boolean
  readonly text?: readonly string[]
  readonly not?: readonly string[]
  readonly title?: string
  readonly date?: string
}

const KINDS = new Set(['html', 'mhtml', 'epub'])
const index: { readonly files: readonly Fixture[] } = shared === null ? { files: [] } : JSON.parse(readFileSync(join(shared, 'fixtures', 'INDEX.json'), 'utf8'))
const fixtures = index.files.filter(({ kind, hostile }) => KINDS.has(kind) && hostile !== true)
const bare = (text: string): string => text.replaceAll(/[\s\u00A0\u3000]+/g, '')

describe.skipIf(shared === null)(overSharedTexts('pages, archives and books of others'), () => {
  it.each(fixtures.map((fixture) => [fixture.file, fixture] as const))('%s', async (_, { file, expect: wanted, error, text = [], not = [], title, date }) => {
    const bytes = readFileSync(join(shared ?? '', 'fixtures', file))
    const reading = read({ name: file, bytes }, { characterMap: () => null })
    if (wanted !== 'ok') {
      const refused = await refusalOf(reading)
      if (wanted === 'refuse' || refused !== null) expect(refused?.code).toBe(error ?? refused?.code)
      return
    }
    const document = await reading
    expectExact(document)
    const { articles } = clean(document)
    const body = bare(articles.map((article) => `${article.title ?? ''}${article.body}`).join(''))
    expect(text.filter((words) => !body.includes(bare(words)))).toEqual([])
    expect(not.filter((words) => bare(articles.map((article) => article.body).join('')).includes(bare(words)))).toEqual([])
    if (title !== undefined) expect(bare(articles[0]?.title ?? '')).toBe(bare(title))
    if (date !== undefined) expect(articles[0]?.date.value?.slice(0, 10)).toBe(date)
  })
})
