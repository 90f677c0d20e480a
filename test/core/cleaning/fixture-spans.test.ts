/** Nothing of a shared fixture disappears unaccounted for: the exact places of all that is dropped, moved or repaired. Written by `node scripts/fixture-spans.ts --write`, after a look at what it prints without. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TABLE, tableOf, type Table } from '../../../scripts/fixtures/spans.ts'
import { overSharedTexts, shared } from '../../shared.ts'

describe.skipIf(shared === null)(overSharedTexts('the shared fixtures'), () => {
  it('lose exactly what is written down', async () => {
    const expected = JSON.parse(readFileSync(TABLE, 'utf8')) as Table
    expect(await tableOf(join(shared ?? '', 'fixtures'))).toEqual(expected)
  }, 120_000)
})
