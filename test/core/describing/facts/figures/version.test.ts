import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { loadCases } from '../../../../../electron/core/describing/cases/index.ts'
import { FACTS_VERSION } from '../../../../../electron/core/describing/facts/index.ts'
import { contentFolder } from '../../article.ts'
import { CASES, OTHERS } from '../../kind-texts.ts'
import { figuresOf } from './numbers-of.ts'

/** What is found in texts of our own, and the version it was found with first. */
const SINCE = 64
const FOUND = '51a797dd32687be6'
const TEXTS = 'd3316c2dacd2e6f7'
const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

it('numbers and formulas are those of the version: when this fails and the texts are the same, raise FACTS_VERSION, so that libraries are read again, and record both here', () => {
  const texts = [...CASES, ...OTHERS].map(([, title, body]) => ({ title, body })).concat(loadCases(contentFolder).map(({ title, body }) => ({ title, body })))
  expect({ texts: digest(texts), found: digest(texts.map(({ title, body }) => figuresOf(body, '2024-03-02', title))) }).toEqual({ texts: TEXTS, found: FOUND })
  expect(FACTS_VERSION).toBeGreaterThanOrEqual(SINCE)
})
