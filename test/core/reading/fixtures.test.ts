/** The shared fixtures of encodings, tables and archives, read in this process; `scripts/check-fixtures.ts` sends all kinds the whole way. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../electron/contract/errors.ts'
import { clean } from '../../../electron/core/cleaning/index.ts'
import { openArchive, read } from '../../../electron/core/reading/index.ts'
import { judge, type Fixture, type Yield } from '../../../scripts/fixtures/judge.ts'
import { overSharedTexts, shared } from '../../shared.ts'

const folder = join(shared ?? '', 'fixtures')
const index: { readonly files: readonly Fixture[] } = shared === null ? { files: [] } : JSON.parse(readFileSync(join(folder, 'INDEX.json'), 'utf8'))
const of = (...kinds: readonly string[]): readonly Fixture[] => index.files.filter(({ kind, hostile }) => kinds.includes(kind) && hostile !== true)

async function yieldOf(file: string): Promise<Yield> {
  const name = file.split('/').at(-1) ?? file
  const nothing = { ms: 0, megabytes: null }
  try {
    const document = await read({ name, bytes: new Uint8Array(readFileSync(join(folder, file))) }, { characterMap: () => null })
    const articles = clean(document).articles.map((article) => ({
      title: article.title ?? '', beside: [article.kicker, article.subtitle].join('\n'), body: article.body, date: article.date.value ?? '', media: article.source.media ?? '',
      authors: article.authors.filter(({ role }) => role !== 'editor').map((author) => author.name), editors: [], rules: article.notices.map(({ rule }) => rule),
    }))
    return { ...nothing, stored: [{ name, encoding: document.decoding?.label ?? null, articles }], refused: [] }
  } catch (error) {
    if (error instanceof Refusal) return { ...nothing, stored: [], refused: [{ name, code: error.code }] }
    throw error
  }
}

describe.skipIf(shared === null)(overSharedTexts('shared fixtures'), () => {
  it.each(of('encoding', 'sheet').map((fixture) => [fixture.file, fixture] as const))('%s', async (file, fixture) => {
    expect(judge(fixture, await yieldOf(file)).failures).toEqual([])
  })

  it.each(of('zip').filter(({ expect: wanted }) => wanted === 'refuse').map((fixture) => [fixture.file, fixture.error] as const))('%s is refused as %s', async (file, code) => {
    const opening = async (): Promise<void> => {
      for (const member of (await openArchive({ name: file, bytes: new Uint8Array(readFileSync(join(folder, file))) })).members) await member.read()
    }
    await expect(opening()).rejects.toMatchObject({ code })
  })
})
