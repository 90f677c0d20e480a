import { describe, expect, it } from 'vitest'
import { EntryChange } from '../../../electron/contract/library.ts'
import { changeOf } from '../../../electron/cli/commands/edit.ts'
import { progressOn } from '../../../electron/cli/progress.ts'
import { table } from '../../../electron/cli/table.ts'
import { clip, safe, width } from '../../../electron/cli/width.ts'

describe('widths on a terminal', () => {
  it.each([['网格', 4], ['网格+1', 6], ['“党建”', 6], ['（一）', 6], ['', 0], ['𠮷', 2], ['e\u0301', 1], ['ＡＢ', 4]])('%s is %i columns wide', (text, columns) => {
    expect(width(text)).toBe(columns)
  })
  it.each([['网格化管理', 6, '网格…'], ['网格', 4, '网格'], ['abcdef', 4, 'abc…']])('%s in %i columns is %s', (text, columns, cut) => {
    expect(clip(text, columns)).toBe(cut)
  })
  it('aligns columns by width, not by characters', () => {
    expect(table(['名', '数'], [['网格', '1'], ['a', '22']])).toBe('名    数\n网格  1\na     22')
  })
  it('lets no text steer the terminal', () => {
    expect(safe('标题\u001B[2J\u202E反')).toBe('标题·[2J·反')
  })
})

describe('the bar', () => {
  const screen = (isTTY: boolean) => {
    const written: string[] = []
    let now = 0
    return { written, progress: progressOn({ isTTY, columns: 60, write: (text) => written.push(text) }, () => now), pass: (ms: number) => { now += ms } }
  }
  it('appears on a terminal after half a second, and is wiped away', () => {
    const { written, progress, pass } = screen(true)
    progress.show(1, 10, '甲.txt')
    expect(written).toEqual([])
    pass(500)
    progress.show(5, 10, '乙.txt')
    expect(written).toEqual([`\r${'█'.repeat(12)}${'░'.repeat(12)} 5/10 乙.txt${' '.repeat(23)}`])
    progress.end()
    expect(written[1]).toBe(`\r${' '.repeat(59)}\r`)
  })
  it('appears nowhere else', () => {
    const { written, progress, pass } = screen(false)
    pass(1000)
    progress.show(5, 10, '甲.txt')
    progress.end()
    expect(written).toEqual([])
  })
})

describe('--set', () => {
  it('reaches every field of a change', () => {
    const values: Readonly<Record<string, string>> = { kind: 'other', authors: '张三', date: '2022', rightsLevel: 'cite', status: 'retired', reviewBy: '2027-01-31' }
    for (const field of Object.keys(EntryChange.shape)) expect(Object.keys(changeOf([`${field}=${values[field] ?? '字'}`]))).toEqual([field])
  })
  it.each<[string, unknown]>([
    ['media=', { media: null }],
    ['authors=', { authors: [] }],
    ['body=', { body: '' }],
    ['url=https://a.cn/?a=1', { url: 'https://a.cn/?a=1' }],
  ])('%s', (set, change) => {
    expect(changeOf([set])).toEqual(change)
  })
})
