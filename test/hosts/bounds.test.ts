import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { boundsFor, readBounds, writeBounds } from '../../electron/main/bounds.ts'

const screens = [{ x: 0, y: 0, width: 1920, height: 1040 }]
const first = { width: 1280, height: 840, maximized: false }

describe('where the window opens', () => {
  it.each([
    ['at its first size at first', null, first],
    ['at its first size after a damaged file', { width: 'x' }, first],
    ['at its first size after a size nobody chose', { x: 0, y: 0, width: 3, height: 3, maximized: false }, first],
    ['where it stood', { x: 100, y: 50, width: 1000, height: 700, maximized: true }, { x: 100, y: 50, width: 1000, height: 700, maximized: true }],
    ['in the middle when its screen is gone', { x: 2500, y: 50, width: 1000, height: 700, maximized: false }, { width: 1000, height: 700, maximized: false }],
    ['in the middle when its title bar is above the screen', { x: 100, y: -300, width: 1000, height: 700, maximized: false }, { width: 1000, height: 700, maximized: false }],
    ['in the middle when only a sliver could be seen', { x: 1900, y: 50, width: 1000, height: 700, maximized: false }, { width: 1000, height: 700, maximized: false }],
  ])('%s', (_name, saved, bounds) => {
    expect(boundsFor(saved, screens)).toEqual(bounds)
  })

  it('on the second screen, where it stood', () => {
    expect(boundsFor({ x: -1500, y: 10, width: 1000, height: 700, maximized: false }, [...screens, { x: -1920, y: 0, width: 1920, height: 1080 }])).toMatchObject({ x: -1500, y: 10 })
  })
})

describe('the file of the bounds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-bounds-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  it('gives back what was written, and null for what is no JSON', () => {
    const file = join(folder, 'new', 'window.json')
    expect(readBounds(file)).toBeNull()
    writeBounds(file, { x: 1, y: 2, width: 1000, height: 700, maximized: false })
    expect(readBounds(file)).toEqual({ x: 1, y: 2, width: 1000, height: 700, maximized: false })
    writeFileSync(file, '{')
    expect(readBounds(file)).toBeNull()
  })
})
