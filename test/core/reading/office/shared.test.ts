import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../../electron/contract/errors.ts'
import { overSharedTexts, shared } from '../../../shared.ts'
import { expectLawful, readNamed } from './outline.ts'

interface Fixture {
  readonly file: string
  readonly kind: string
  readonly expect: 'ok' | 'refuse' | 'either' | 'partial' | 'gold'
  readonly error?: string
  readonly text?: readonly string[]
  readonly hostile?: boolean
}

const fixtures: readonly Fixture[] = shared === null ? [] : JSON.parse(readFileSync(join(shared, 'fixtures', 'INDEX.json'), 'utf8')).files
const ours = fixtures.filter(({ kind, hostile, file }) => hostile !== true && ['doc', 'docx', 'rtf', 'wrong-ext'].includes(kind) && file !== 'docx/testWORD_truncated.docx')
const bare = (text: string): string => text.replaceAll(/\s/g, '')

describe.skipIf(shared === null)(overSharedTexts('office documents of others'), () => {
  it.each(ours.map((fixture) => [fixture.file, fixture] as const))('%s', async (file, { expect: expected, error, text = [] }) => {
    const bytes = Uint8Array.from(readFileSync(join(shared ?? '', 'fixtures', file)))
    try {
      const document = await readNamed(file, bytes)
      expectLawful(document)
      expect(expected === 'refuse' ? `read although ${error}` : '').toBe('')
      for (const words of text) expect(bare(document.text)).toContain(bare(words))
    } catch (refused) {
      if (!(refused instanceof Refusal)) throw refused
      expect(expected === 'ok' ? refused.code : '').toBe('')
      if (error !== undefined) expect(refused.code).toBe(error)
    }
  })
})
