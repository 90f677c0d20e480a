import { describe, expect, it } from 'vitest'
import { ERRORS, ErrorCode, Refusal, sentence } from '../../electron/contract/errors.ts'

const codes = ErrorCode.options

describe('the error catalogue', () => {
  it.each(codes)('%s says the same things in both languages', (code) => {
    const words = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => String(match[1])).sort()
    expect(words(ERRORS[code].zh)).toEqual(words(ERRORS[code].en))
    expect(ERRORS[code].zh).toMatch(/[一-龥]/)
  })

  it('fills in what is known and shows a gap for what is not', () => {
    expect(sentence('EMPTY', { file: '报告.txt' })).toBe('“报告.txt”是空的，没有可导入的内容。')
    expect(sentence('EMPTY')).toBe('“…”是空的，没有可导入的内容。')
    expect(sentence('EMPTY', { file: 'a.txt' }, 'en')).toBe('"a.txt" is empty.')
  })

  it('travels as a value: code, sentence and details', () => {
    const refusal = new Refusal('NO_SUCH_ENTRY', { id: 'X' })
    expect(refusal.fault).toEqual({ code: 'NO_SUCH_ENTRY', message: '没有编号为“X”的条目，可能已被删除。', details: { id: 'X' } })
  })
})
