import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { join } from 'node:path'
import { createCutter, type Cutter } from '../../../electron/core/language/cutter.ts'
import { loadDictionary } from '../../../electron/core/language/dictionary.ts'
import { instantiateJieba, type Jieba } from '../../../electron/core/language/jieba.ts'
import { createWordTrie } from '../../../electron/core/language/word-trie.ts'
import { root } from '../../shared.ts'

const jieba = instantiateJieba()
const cutter = createCutter(instantiateJieba())
for (const { word, frequency, tag } of loadDictionary(join(root, 'content'))) {
  jieba.add(word, frequency, tag)
  cutter.add(word, frequency, tag)
}

function wordsOf(one: Cutter, text: string, from = 0, to = text.length): string[] {
  const { ends, count } = one.cut(text, from, to)
  return Array.from({ length: count }, (_, i) => text.slice(i === 0 ? from : ends[i - 1], ends[i]))
}

function jiebaWords(one: Jieba, text: string): string[] {
  const bytes = Buffer.from(text)
  const { bytes: lengths, count } = one.cut(text)
  let at = 0
  return Array.from({ length: count }, (_, i) => bytes.toString('utf8', at, (at += lengths[i] ?? 0)))
}

/** Words, names that none of them is, letters, figures, signs, blanks, and what lies beyond the basic plane. */
const part = fc.oneof(
  fc.constantFrom('网格员', '社区', '矛盾', '调解', '的', '了', '在', '一', '杭研', '李小虎', '中出', '研究生命起源', '南京市长江大桥', '2023年', '97.6%', 'iPhone', 'a+b', '\r\n', '\n', '　', '，', '。', '“', '𠮷', '👪', '㐀', '\u{2f800}', 'é', '％'),
  fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code)),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
)

describe('the way through a text', () => {
  test('is the one that jieba goes', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('').toWellFormed()
        expect(wordsOf(cutter, text)).toEqual(jiebaWords(jieba, text))
      }),
      { numRuns: 2000 },
    )
  })

  test('is the one that jieba goes where words are forbidden and others kept whole', () => {
    const [one, other] = [instantiateJieba(), createCutter(instantiateJieba())]
    const changed: [string, number | undefined][] = [['社区', 0], ['员', 0], ['矛盾调解', undefined], ['研究生', 5], ['生命起源', 100_000]]
    for (const [word, frequency] of changed) expect(other.add(word, frequency)).toBe(one.add(word, frequency))
    fc.assert(fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const text = parts.join('').toWellFormed()
      expect(wordsOf(other, text)).toEqual(jiebaWords(one, text))
    }))
  })

  test('what was guessed before a word was added is guessed anew', () => {
    const one = createCutter(instantiateJieba())
    expect(wordsOf(one, '李葛哉曰')).toEqual(['李葛哉', '曰'])
    one.add('李葛哉曰', 0)
    expect(wordsOf(one, '李葛哉曰')).toEqual(['李', '葛', '哉', '曰'])
  })

  test('goes from a place to a place', () => {
    expect(wordsOf(cutter, '社区干部每天走访群众', 2, 6)).toEqual(['干部', '每天'])
  })

  test('a word has the same number wherever it stands, what is no word has none', () => {
    const { words, count } = cutter.cut('社区杭研社区', 0, 6)
    expect([...words.slice(0, count)]).toEqual([words[0], 0, words[0]])
    expect(words[0]).toBeGreaterThan(0)
  })
})

describe('words by their units', () => {
  test('are found, counted and weighed', () => {
    const trie = createWordTrie(1)
    for (const [word, frequency] of [['社区', 3], ['社区工作者', 5], ['网格', 7], ['社区', 4]] as const) trie.add(word, frequency)
    expect([trie.words(), trie.total()]).toEqual([3, 16])
    expect(['社区', '社区工', '社区工作者', '网格', '格', ''].map(trie.has)).toEqual([true, false, true, true, false, false])
    expect(trie.logarithm(trie.next(trie.first('社'.charCodeAt(0)), '区'.charCodeAt(0)))).toBe(Math.log(4))
    expect(trie.next(trie.first('社'.charCodeAt(0)), '格'.charCodeAt(0))).toBe(0)
  })

  test('are what was put in, however many', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('社', '区', '网', '格', '\ud842\udfb7', 'a'), minLength: 1, maxLength: 8 }), { maxLength: 2000 }), fc.string({ unit: fc.constantFrom('社', '区', '网'), minLength: 1, maxLength: 4 }), (put, asked) => {
        const trie = createWordTrie(1)
        for (const word of put) trie.add(word, 1)
        const all = new Set(put)
        expect(trie.words()).toBe(all.size)
        expect(put.every(trie.has)).toBe(true)
        expect(trie.has(asked)).toBe(all.has(asked))
      }),
      { numRuns: 100 },
    )
  })
})
