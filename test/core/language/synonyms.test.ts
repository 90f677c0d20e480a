import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../../electron/contract/errors.ts'
import { createThesaurus, foldText, loadSynonyms, parseSynonyms, type SynonymGroup } from '../../../electron/core/language/index.ts'
import { contentFolder } from '../describing/article.ts'

const reasonFor = (text: string): string => {
  try {
    parseSynonyms('甲.txt', text)
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.message}`
    throw error
  }
  return ''
}
const groups = (...lines: readonly string[]): SynonymGroup[] => lines.flatMap((line) => parseSynonyms('甲.txt', line))

describe('a file of synonyms', () => {
  test('holds a group a line: the relation, then the words', () => {
    expect(parseSynonyms('甲.txt', '\ufeff# 称呼\nsame\t矛调中心\t调处中心\r\n\nnarrower\t网格员\t 专职网格员\t兼职网格员\n')).toEqual([
      { relation: 'same', words: ['矛调中心', '调处中心'], source: '甲.txt' },
      { relation: 'narrower', words: ['网格员', '专职网格员', '兼职网格员'], source: '甲.txt' },
    ])
  })

  test.each([
    ['# 一\nequal\t甲\t乙', '“甲.txt”第 2 行有误：“equal”不是关系，应是 same（同义）或 narrower'],
    ['矛调中心\t调处中心', '“矛调中心”不是关系'],
    ['same\t甲', '一组至少两个词'],
    ['same\t甲\t', '有一栏是空的'],
    ['same\t甲\t——', '“——”里没有文字'],
    ['same\t甲\t乙\t甲', '词“甲”在这一组里出现了两次'],
    ['same\tAPP\tａｐｐ', '词“APP”在这一组里出现了两次'],
    [`same\t甲\t${'长'.repeat(41)}`, '超过 40 个字'],
    [`same\t${Array.from({ length: 41 }, (_, i) => `词${i}`).join('\t')}`, '一组最多 40 个词'],
  ])('is refused with file and line: %s', (text, reason) => {
    expect(reasonFor(text)).toContain('MALFORMED')
    expect(reasonFor(text).replace('ａｐｐ', 'APP')).toContain(reason)
  })
})

describe('what a word is called as well', () => {
  const { alternatives } = createThesaurus(groups('same\t矛调中心\t矛盾纠纷调处化解中心\t调处中心', 'narrower\t调处中心\t村级调处室\t镇级调处室', 'same\t村级调处室\t村调处点', 'same\t手机APP\t移动端'))

  test('the same words both ways, in the order of the group', () => {
    expect(alternatives('矛盾纠纷调处化解中心')).toEqual(['矛调中心', '调处中心', '村级调处室', '镇级调处室', '村调处点'])
  })

  test('kinds and their other names downwards only', () => {
    expect(alternatives('调处中心')).toEqual(['矛调中心', '矛盾纠纷调处化解中心', '村级调处室', '镇级调处室', '村调处点'])
    expect(alternatives('村级调处室')).toEqual(['村调处点'])
    expect(alternatives('镇级调处室')).toEqual([])
  })

  test('in folded spelling, answered as texts write it', () => {
    expect(alternatives('移动端')).toEqual(['手机APP'])
    expect(alternatives('手机app')).toEqual(['移动端'])
  })

  test('nothing for other words', () => {
    expect(alternatives('停车')).toEqual([])
    expect(alternatives('')).toEqual([])
    expect(createThesaurus([]).alternatives('矛调中心')).toEqual([])
  })

  test('never the word itself, nothing twice, and no throw for any groups', () => {
    const word = fc.oneof(fc.constantFrom('甲', '乙', '丙', 'A', 'ａ', '丁'), fc.string({ unit: 'binary', maxLength: 6 }))
    const group = fc.record({ relation: fc.constantFrom('same' as const, 'narrower' as const), words: fc.array(word, { minLength: 2, maxLength: 5 }), source: fc.constant('甲') })
    fc.assert(
      fc.property(fc.array(group, { maxLength: 6 }), word, (some, asked) => {
        const found = createThesaurus(some).alternatives(foldText(asked)).map(foldText)
        expect(found).not.toContain(foldText(asked))
        expect(new Set(found).size).toBe(found.length)
      }),
    )
  })

  test('any text is either read or refused with a line', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('same', 'narrower', '\t', '\n', '甲', '乙', '#', ' ') }), (text) => void reasonFor(text)))
  })
})

describe('the synonyms that ship with the program', () => {
  const folder = join(contentFolder, 'dictionary', 'synonyms')
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))
  const shipped = loadSynonyms(contentFolder)

  test('are the field’s', () => {
    expect(shipped.length).toBeGreaterThanOrEqual(250)
    const { alternatives } = createThesaurus(shipped)
    expect(alternatives('矛调中心')).toEqual(expect.arrayContaining(['矛盾纠纷调处化解中心', '社会矛盾纠纷调处化解中心']))
    expect(alternatives('警网融合')).toEqual(expect.arrayContaining(['进网格', '三官一律']))
    expect(alternatives('网格员')).toEqual(expect.arrayContaining(['专职网格员', '兼职网格员', '网格管理员']))
    expect(alternatives('专职网格员')).toEqual([])
    expect(alternatives('12345')).toContain('政务服务便民热线')
    expect(alternatives('政务服务便民热线')).toContain('12345')
    expect(alternatives('综治中心')).toContain('社会治安综合治理中心')
  })

  test('each find something that the words of their group would not find by themselves', () => {
    const idle = shipped.filter(({ relation, words: [first = '', ...others] }) => {
      const all = [first, ...others].map(foldText)
      return relation === 'narrower' ? others.every((word) => foldText(word).includes(foldText(first))) : all.some((word) => all.every((other) => other.includes(word)))
    })
    expect(idle.map(({ words }) => words.join(' '))).toEqual([])
  })

  test('no group stands twice', () => {
    const keys = shipped.map(({ relation, words }) => `${relation} ${words.toSorted().join(' ')}`)
    expect(keys.filter((key, i) => keys.indexOf(key) < i)).toEqual([])
  })

  test('lie in files named as the dictionary’s, UTF-8 without a mark, ended by a line feed', () => {
    expect(files.filter((name) => !readdirSync(join(contentFolder, 'dictionary')).includes(name))).toEqual([])
    expect(files.filter((name) => !/^(?!\ufeff)[\s\S]*\n$/.test(readFileSync(join(folder, name), 'utf8')))).toEqual([])
  })
})
