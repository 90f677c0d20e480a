import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lettersOf, loadReader } from '../../../electron/core/language/pinyin.ts'
import { READINGS } from '../../../electron/core/language/readings.ts'

const read = async (text: string, what: 'words' | 'name' = 'words'): Promise<string> => (await loadReader())(text, what).join(' ')

describe('readings', () => {
  test.each([
    ['网格员', 'wang ge yuan'],
    ['重庆', 'chong qing'],
    ['长安', 'chang an'],
    ['调解', 'tiao jie'],
    ['调研', 'diao yan'],
    ['调处', 'tiao chu'],
    ['大调解', 'da tiao jie'],
    ['矛调中心', 'mao tiao zhong xin'],
    ['网格长', 'wang ge zhang'],
    ['楼栋长', 'lou dong zhang'],
    ['长效机制', 'chang xiao ji zhi'],
    ['重复信访', 'chong fu xin fang'],
    ['办结率', 'ban jie lv'],
    ['率先', 'shuai xian'],
    ['六安', 'lu an'],
    ['蚌埠', 'beng bu'],
    ['乐清', 'yue qing'],
    ['单县', 'shan xian'],
    ['都匀', 'du yun'],
    ['盱眙', 'xu yi'],
  ])('%s is read %s', async (text, sounds) => {
    expect(await read(text)).toBe(sounds)
  })

  test.each([
    ['单晓明', 'shan xiao ming'],
    ['解晓东', 'xie xiao dong'],
    ['仇和平', 'qiu he ping'],
    ['区志强', 'ou zhi qiang'],
    ['查文清', 'zha wen qing'],
    ['任小燕', 'ren xiao yan'],
    ['曾庆林', 'zeng qing lin'],
    ['朴正爱', 'piao zheng ai'],
  ])('the name %s is read %s', async (name, sounds) => {
    expect(await read(name, 'name')).toBe(sounds)
  })

  test('one part for each character, signs and unknown ones without sound', async () => {
    const reader = await loadReader()
    expect(reader('AI“调解”12𠮷', 'words')).toEqual(['a', 'i', '', 'tiao', 'jie', '', '1', '2', ''])
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom('words' as const, 'name' as const), async (text, what) => void expect(reader(text, what)).toHaveLength([...text].length)))
  })

  test('our own have a syllable for each character', () => {
    expect(Object.entries(READINGS).filter(([word, sounds]) => [...word].length !== sounds.split(' ').length || !/^[a-z ]+$/.test(sounds))).toEqual([])
    expect(Object.keys(READINGS).length).toBeGreaterThan(70)
  })
})

describe('letters', () => {
  test.each<[string, string | null]>([
    ['wanggeyuan', 'wanggeyuan'],
    ['wang ge yuan', 'wanggeyuan'],
    ["xi'an", 'xian'],
    ['banjielü', 'banjielv'],
    ['wgy', 'wgy'],
    ['w', null],
    ['12345', null],
    ['app2', null],
    ['网格', null],
    ['', null],
  ])('%s', (text, letters) => {
    expect(lettersOf(text)).toBe(letters)
  })
})
