import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStaging } from '../../electron/core/staging.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-staging-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('staging', () => {
  it('writes bytes under a name of its own', () => {
    const path = openStaging(folder).put(new Uint8Array([0xe5, 0x96, 0x84]))
    expect(basename(path)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.bin$/)
    expect([...readFileSync(path)]).toEqual([0xe5, 0x96, 0x84])
  })

  it.skipIf(process.platform === 'win32')('keeps other users of the computer out', () => {
    const path = openStaging(folder).put(new Uint8Array([1]))
    expect([statSync(dirname(path)).mode & 0o777, statSync(path).mode & 0o777]).toEqual([0o700, 0o600])
  })

  it('clears its own files and nobody else\'s', () => {
    const [mine, other] = [openStaging(folder), openStaging(folder)]
    mine.put(new Uint8Array([1]))
    const kept = other.put(new Uint8Array([2]))
    mine.clear()
    expect(readdirSync(folder)).toEqual([basename(dirname(kept))])
    mine.clear()
  })

  it('clears what a killed host left behind', () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid
    const left = join(folder, `${gone}-0a1b2c3d`)
    mkdirSync(left)
    writeFileSync(join(left, 'x.bin'), 'x')
    mkdirSync(join(folder, `${gone}-资料`))
    const kept = openStaging(folder).put(new Uint8Array([1]))
    openStaging(folder)
    expect(readdirSync(folder).sort()).toEqual([basename(dirname(kept)), `${gone}-资料`].sort())
  })
})
