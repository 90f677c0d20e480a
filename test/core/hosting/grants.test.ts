import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { coreMethods } from '../../../electron/contract/api.ts'
import { Refusal } from '../../../electron/contract/errors.ts'
import { Grant } from '../../../electron/contract/library.ts'
import { grantedPaths, NAMING } from '../../../electron/core/hosting/granted-calls.ts'
import { createGrants } from '../../../electron/core/hosting/grants.ts'

const file = { path: '/home/li/资料/厦门.txt', name: '厦门.txt', folder: false, temporary: false }

describe('grants', () => {
  it('names a chosen file without its path, by a token nobody can guess', () => {
    const granted = createGrants().give(file)
    expect(granted).toEqual({ grant: expect.stringMatching(/^[\w-]{43}$/), name: '厦门.txt', folder: false })
    expect(JSON.stringify(granted)).not.toContain('/home')
  })

  it('resolves what this session gave, and nothing else', () => {
    const grants = createGrants()
    const { grant } = grants.give(file)
    expect(grants.resolve(grant)).toEqual(file)
    expect(() => createGrants().resolve(grant)).toThrow(new Refusal('NO_SUCH_GRANT'))
    expect(() => grants.resolve(Grant.parse('constructor_'))).toThrow(Refusal)
  })

  it('gives one token per choice, however often it is made', () => {
    const grants = createGrants()
    expect(grants.give(file).grant).toBe(grants.give({ ...file }).grant)
    expect(grants.give(file).grant).not.toBe(grants.give({ ...file, path: '/home/li/资料/泉州.txt' }).grant)
  })

  it('gives tokens that are all different', () => {
    const grants = createGrants()
    const tokens = Array.from({ length: 500 }, (_, n) => grants.give({ ...file, path: `/资料/${n}.txt` }).grant)
    expect(new Set(tokens).size).toBe(500)
  })
})

describe('the paths behind a call', () => {
  const grants = createGrants()
  const { grant } = grants.give(file)
  const unknown = 'A'.repeat(43)

  it.each([
    ['import.start names all it imports', 'import.start', { grants: [grant], confirmed: false }, [[grant, file]]],
    ['import.report names where to', 'import.report', { id: 'B1', format: 'md', folder: grant, name: '报告' }, [[grant, file]]],
    ['lexicon.export names where to', 'lexicon.export', { name: '词典', folder: grant }, [[grant, file]]],
    ['library.backup names where to', 'library.backup', { to: grant }, [[grant, file]]],
    ['library.backup without a place names none', 'library.backup', { to: null }, []],
    ['input that does not parse names none', 'import.start', { grants: 'x' }, []],
    ['other methods carry no grants', 'entries.get', { id: grant }, []],
  ] as const)('%s', (_name, method, input, paths) => {
    expect(grantedPaths(grants, method, input)).toEqual(paths)
  })

  it('are found for every method that takes a grant: one that was forgotten would be refused for ever', () => {
    const holds = (schema: z.core.$ZodType): boolean => {
      if (schema === Grant) return true
      const parts = Object.values(schema._zod.def).flatMap((part: unknown) => (part !== null && typeof part === 'object' ? ('_zod' in part ? [part] : Object.values(part).filter((one: unknown) => one !== null && typeof one === 'object' && '_zod' in one)) : []))
      return parts.some((part) => holds(part as z.core.$ZodType))
    }
    expect(Object.entries(coreMethods).filter(([, { input }]) => holds(input)).map(([name]) => name).toSorted()).toEqual([...NAMING].toSorted())
  })

  it('refuses the whole call when one token is unknown', () => {
    expect(() => grantedPaths(grants, 'import.start', { grants: [grant, unknown], confirmed: true })).toThrow(new Refusal('NO_SUCH_GRANT'))
  })
})
