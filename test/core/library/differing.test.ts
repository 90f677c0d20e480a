import { expect, it } from 'vitest'
import { bodyDifference, changedFields, noticeDifference } from '../../../electron/core/library/differing.ts'
import { notice, stateWith } from './states.ts'

it('two bodies differ by characters, and first by these lines', () => {
  expect(bodyDifference('甲\n乙', '甲\n乙')).toBeNull()
  expect(bodyDifference('第一段。\n打印\n第二段。', '第一段。\n第二段。')).toEqual({ added: 0, removed: 3, lines: [{ before: '打印', after: '' }] })
  expect(bodyDifference('网格员上门。\n完。', '网格员每周上门。\n完。\n又及。')).toEqual({ added: 6, removed: 0, lines: [{ before: '网格员上门。', after: '网格员每周上门。' }, { before: '', after: '又及。' }] })
  expect(bodyDifference('甲\n一\n乙\n二\n丙\n三\n丁\n四\n戊\n五\n己\n六', '甲\n1\n乙\n2\n丙\n3\n丁\n4\n戊\n5\n己\n6')?.lines.length).toBe(5)
})

it('two states differ by fields and by what cleaning did', () => {
  const before = stateWith('文。', { title: '旧', notices: [notice({ id: 'a', rule: 'furniture', before: '打印' }), notice({ id: 'b', rule: 'wrap', before: '\n' })] })
  const after = stateWith('文。', { title: '新', place: { province: '安徽省', city: '淮南市', district: null, basis: 'stated' }, notices: [notice({ id: 'c', rule: 'furniture', before: '打印' }), notice({ id: 'd', rule: 'quotes', before: '“' }), notice({ id: 'e', rule: 'rights', before: '声明' })] })
  expect(changedFields(before, after)).toEqual([{ field: 'title', before: '旧', after: '新' }, { field: 'place', before: '', after: '安徽省淮南市' }])
  expect(noticeDifference(before, after)).toEqual({ added: 2, gone: 1 })
})
