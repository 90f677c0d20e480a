import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe as suite, expect, it } from 'vitest'
import type { Gold } from '../../../../scripts/gold/gold-file.ts'
import { readCases } from '../../../../scripts/gold/read-case.ts'
import { scoreFile } from '../../../../scripts/gold/score-case.ts'
import { overSharedTexts, shared } from '../../../shared.ts'

const folder = join(shared ?? '', 'gold')
const names = shared === null ? [] : readdirSync(folder).filter((name) => name.endsWith('.json')).sort()

suite.skipIf(!shared)(overSharedTexts('facts against the annotations'), () => {
  it.each(names)('%s: every number with what it counts, and every formula; none is false', (name) => {
    const gold: Gold = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    const scores = scoreFile(gold, readCases(gold.file, readFileSync(join(shared ?? '', 'seeds', gold.file)))).filter(({ kind }) => kind === 'formulas' || (kind.startsWith('indicator') && kind !== 'indicator kinds'))
    expect(scores.flatMap(({ kind, misses, wrong }) => [...misses, ...wrong].map((what) => `${kind}: ${what}`))).toEqual([])
    expect(scores.length).toBe(8)
  })
})
