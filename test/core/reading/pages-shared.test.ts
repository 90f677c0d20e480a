import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../electron/contract/errors.ts'
import { clean } from '../../../electron/core/cleaning/index.ts'
import { read } from '../../../electron/core/reading/index.ts'
import { overSharedTexts, shared } from '../../shared.ts'
import { characterMap } from './character-maps.ts'

interface Fixture {
  readonly file: string
  readonly kind: string
  readonly expect: 'ok' | 'refuse' | 'either'
  readonly error?: string
  readonly text?: readonly string[]
  readonly not?: readonly string[]
  readonly title?: string
}

const folder = shared === null ? '' : join(shared, 'fixtures')
/** Those that mean harm are made anew by scripts/check-fixtures.ts, which runs them through the whole import. */
const fixtures: readonly Fixture[] = existsSync(join(folder, 'INDEX.json')) ? (JSON.parse(readFileSync(join(folder, 'INDEX.json'), 'utf8')) as { readonly files: readonly Fixture[] }).files.filter(({ kind, file }) => (kind === 'pdf' || kind === 'ofd') && !file.startsWith('hostile/')) : []
const bare = (text: string): string => text.replaceAll(/\s/g, '')
/** What the index says of them is not so: three turned lines of 一二三四 hold no 二四. */
const UNTRUE = new Set(['ofd/text-rotated-suwell.ofd'])

const path = (file: string): string => join(folder, file)
const outcome = async (file: string): Promise<{ readonly code: string; readonly text: string }> => {
  try {
    return { code: 'ok', text: (await read({ name: file, bytes: readFileSync(path(file)) }, { characterMap })).text }
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, text: '' }
    throw error
  }
}

describe.skipIf(fixtures.length === 0)(overSharedTexts('PDF and OFD files of others'), () => {
  it.each(fixtures.filter(({ expect }) => expect === 'ok').map((fixture): [string, Fixture] => [fixture.file, fixture]))('%s is read', async (file, { text: wanted = [], not = [] }) => {
    const { code, text } = await outcome(file)
    expect(code).toBe('ok')
    if (!UNTRUE.has(file)) expect(wanted.filter((words) => !bare(text).includes(bare(words)))).toEqual([])
    expect(not.filter((words) => bare(text).includes(bare(words)))).toEqual([])
  })

  it.each(fixtures.filter(({ expect }) => expect === 'refuse').map(({ file, error }): [string, string] => [file, error ?? '']))('%s is refused: %s', async (file, error) => {
    expect((await outcome(file)).code).toBe(error)
  })

  it.each(fixtures.filter(({ expect }) => expect === 'either').map(({ file }) => file))('%s is read or refused, and nothing else', async (file) => {
    expect(['ok', 'CORRUPT', 'NO_TEXT', 'TOO_MANY', 'BOMB']).toContain((await outcome(file)).code)
  })

  it('a report comes out of its PDF in the paragraphs of its Word document', async () => {
    const paragraphs = async (file: string): Promise<readonly string[]> => clean(await read({ name: file, bytes: readFileSync(path(file)) }, { characterMap })).articles.flatMap(({ title, body }) => [title ?? '', ...body.split('\n')]).map((text) => bare(text.replace(/^#+ /, ''))).filter((text) => text !== '')
    expect(await paragraphs('pdf/fj-libreoffice.pdf')).toEqual(await paragraphs('docx/fj-libreoffice.docx'))
  })
})
