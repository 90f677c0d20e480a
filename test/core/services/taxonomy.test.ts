import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lazyPractices } from '../../../electron/core/services/taxonomy.ts'
import { root } from '../../shared.ts'

describe('what people call a practice', () => {
  const { named } = lazyPractices(join(root, 'content'))

  it.each<[string, readonly string[]]>([
    ['grid', ['grid']],
    ['GRID.Police', ['grid.police']],
    ['警网融合', ['grid.police']],
    ['網格化治理', ['grid']],
    ['Police–grid integration', ['grid.police']],
    ['警网', ['grid.police']],
    ['没有这样的做法', []],
    ['gri', []],
    ['  ', []],
  ])('%j is %j', (text, ids) => {
    expect(named(text)).toEqual(ids)
  })

  it('by a part of several names is all of them', () => {
    expect(named('网格').length).toBeGreaterThan(3)
  })
})
