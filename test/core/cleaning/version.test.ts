import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { clean, CLEANER } from '../../../electron/core/cleaning/index.ts'
import { root } from '../../shared.ts'
import { plain } from './documents.ts'

/** What the rules make of these texts, under their version and the digest of the texts, which are our own and grow. */
const MADE: Readonly<Record<string, string>> = {
  '4 ee87c9ae6ec636f3': 'a3f0cc365744d0c8',
}
const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

it('makes of our texts what it made when its version was last raised: when this fails and the texts are the same, raise CLEANER, so that libraries are offered to be cleaned again, and record the new pair here', () => {
  const folder = join(root, 'test/fixtures/cleaning')
  const texts = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort().map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n'))
  const key = `${CLEANER} ${digest(texts)}`
  expect({ [key]: digest(texts.map((text) => clean(plain(text)))) }).toEqual({ [key]: MADE[key] })
})
