import Database from 'better-sqlite3'
import { describe, expect, it, vi } from 'vitest'
import { library } from './imported.ts'

/** Opens an empty library; answers what it prepared, each with the steps by which SQLite would answer it. */
async function plans(): Promise<readonly { readonly sql: string; readonly steps: readonly string[] }[]> {
  const prepared = new Set<string>()
  const spy = vi.spyOn(Database.prototype, 'prepare')
  const { connection } = await library()
  for (const [sql] of spy.mock.calls) prepared.add(sql)
  spy.mockRestore()
  return [...prepared].filter((sql) => /^\s*SELECT/.test(sql) && !sql.includes('@')).map((sql) => ({
    sql,
    steps: connection.db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...Array.from(sql.matchAll(/\?/g), () => null)).map(({ detail }) => detail),
  }))
}

describe('what is asked of a few entries', () => {
  it('is looked up by their numbers, and never by walking over what the whole library has of a kind', async () => {
    const ofSome = (await plans()).filter(({ sql }) => /(?:FROM|JOIN) fact WHERE entry (?:=|IN)/.test(sql))
    expect(ofSome.length).toBeGreaterThan(3)
    for (const { sql, steps } of ofSome) expect(steps.find((step) => /^S\w+ fact\b/.test(step)), sql).toMatch(/^SEARCH fact USING PRIMARY KEY \(entry=\?/)
  })
})
