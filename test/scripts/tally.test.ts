import { describe, expect, it } from 'vitest'
import { failedFiles, inexcusable, instead, lastLine, perHost, skipLines, type Outcome } from '../../scripts/testing/tally.ts'
import { NEEDS_BROWSER, NEEDS_ELECTRON, NEEDS_SHARED } from '../needs.ts'

const outcome = (state: Outcome['state'], name: string, note = ''): Outcome => ({ file: 'test/a.test.ts', name, state, note })

describe('the sum of a test run', () => {
  it('is one plain line', () => {
    expect(lastLine([outcome('passed', 'a'), outcome('passed', 'b'), outcome('failed', 'c'), outcome('skipped', 'd')])).toBe('2 passed, 1 failed, 1 skipped')
    expect(lastLine([])).toBe('0 passed, 0 failed, 0 skipped')
  })

  it('counts end-to-end tests by the host in their names, without the skipped ones', () => {
    const outcomes = [outcome('passed', '[stand-in] import > shows entries'), outcome('failed', '[browser host] import > shows entries'), outcome('skipped', '[electron] import > shows entries'), outcome('passed', 'no host')]
    expect(perHost(outcomes)).toEqual({ 'stand-in': 1, 'browser host': 1, electron: 0 })
  })

  it('accepts only the shared texts and Electron as reasons to skip, in a name or a note', () => {
    const outcomes = [
      outcome('skipped', `seeds (${NEEDS_SHARED})`),
      outcome('skipped', 'starts', NEEDS_ELECTRON),
      outcome('skipped', 'clicks', NEEDS_BROWSER),
      outcome('skipped', 'later'),
      outcome('failed', 'later'),
    ]
    expect(inexcusable(outcomes).map((bad) => bad.name)).toEqual(['clicks', 'later'])
  })

  it('takes what a file says by itself for what it said beside others, and keeps what belongs to no file', () => {
    const of = (file: string, name: string, state: Outcome['state']): Outcome => ({ file, name, state, note: '' })
    const first = [of('a', '1', 'passed'), of('a', '2', 'failed'), of('b', '1', 'passed'), of('c', '1', 'failed'), of('c', '2', 'failed'), of('', '1 errors outside of any test', 'failed')]
    expect(failedFiles(first)).toEqual(['a', 'c'])
    expect(lastLine(instead(first, [of('a', '1', 'passed'), of('a', '2', 'passed'), of('c', '1', 'passed'), of('c', '2', 'failed')]))).toBe('4 passed, 2 failed, 0 skipped')
    expect(lastLine(instead(first, [of('', 'e2e: no test ran', 'failed')]))).toBe('2 passed, 4 failed, 0 skipped')
  })

  it('prints skips by reason with the files they are in', () => {
    expect(skipLines([outcome('skipped', 'a', NEEDS_SHARED), outcome('skipped', 'b', NEEDS_SHARED), outcome('skipped', 'c'), outcome('passed', 'd')])).toEqual([
      `skipped 2: ${NEEDS_SHARED} (test/a.test.ts)`,
      'skipped 1: no reason given (test/a.test.ts)',
    ])
  })
})
