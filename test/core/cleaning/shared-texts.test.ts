/** Real files that are not ours: what must come of them is said in numbers. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readText as read } from '../../../electron/core/reading/index.ts'
import { overSharedTexts, shared } from '../../shared.ts'
import { cleanLawfully } from './documents.ts'

const document = (file: string): ReturnType<typeof read> => read({ name: file, bytes: readFileSync(join(shared ?? '', 'fixtures', file)) })
const linesOf = (file: string): string[] => document(file).text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '')

describe.skipIf(shared === null)(`shared texts${shared === null ? overSharedTexts('') : ''}`, () => {
  it.each(['blank-separated.txt', 'wrap34-indent-gbk.txt', 'wrap38-noindent.txt'])('join/%s comes back in at least 95 of 100 paragraphs', (file) => {
    const { articles } = cleanLawfully(document(`join/${file}`))
    const gold = linesOf('join/blank-separated.txt')
    const found = new Set(articles.flatMap(({ paragraphs, notices }) => [...paragraphs.map(({ text }) => text), ...notices.filter(({ action }) => action === 'moved').map(({ before }) => before)]))
    expect(gold.filter((line) => found.has(line)).length / gold.length).toBeGreaterThanOrEqual(0.95)
  })

  it('blank-separated.txt is joined nowhere', () => {
    expect(cleanLawfully(document('join/blank-separated.txt')).articles.flatMap(({ notices }) => notices.filter(({ action }) => action === 'repaired'))).toEqual([])
  })

  it.each([['xinwenlianbo-20260817.md', 10], ['xinwenlianbo-20260821.md', 10]] as const)('md/%s is a digest of at least %i items', (file, least) => {
    const { articles } = cleanLawfully(document(`md/${file}`))
    expect(articles.length).toBeGreaterThanOrEqual(least)
    expect(articles.every(({ title }) => title !== null)).toBe(true)
  })
})
