import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isAlphanumeric } from '../../../electron/core/language/characters.ts'
import { fold, foldText, originalSpan } from '../../../electron/core/language/fold.ts'
import { buildTable } from '../../../scripts/build-fold-table.ts'
import { root } from '../../shared.ts'

/** Text as it comes: Chinese in both scripts, letters, digits, signs, blanks, astral characters and halves of them. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'网格员矛盾調解熱線党建枫桥乾𠮷𰀀々〇'),
      fc.constantFrom(...'aZéß９7０.。，、“”「」（）＋%－—·•①½㎡²℃…ﬁⅣ'),
      fc.constantFrom(' ', '\n', '\r\n', '\u3000', '\u00a0', '\u200b', '\ufeff', '\u00ad', '\0', '\u0301', '\u3099', 'か', '\ud842', '\udfb7', '😀', '\u{e0100}'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

describe('what is the same text', () => {
  test.each([
    ['width', '１２３４５热线', '12345热线'],
    ['case', '手机APP', '手机app'],
    ['script', '12345熱線調解', '12345热线调解'],
    ['quotes', '“客厅式”「办公」『样板』', '"客厅式""办公""样板"'],
    ['dashes', '上门—–―－走访', '上门----走访'],
    ['brackets and stops', '【通报】《办法》〈一〉、二，三。', '[通报]<办法><一>,二,三.'],
    ['a line broken inside a word', '党\n\n建+信\r\n访', '党建+信访'],
    ['a name parted by blanks', '周　 青', '周青'],
    ['a number broken over a line', '化解率97.\n6%', '化解率97.6%'],
    ['a combining accent', 'e\u0301', 'é'],
    ['half-width kana with its mark', 'ｶﾞ', 'ガ'],
    ['characters beyond the basic plane', '𠮷 野家𰀀', '𠮷野家𰀀'],
    ['compatibility ideographs', '\uf900', '岂'],
    ['ligatures', 'ﬁle', 'file'],
    ['what shows nothing', '网\u200b格\u00ad员\ufeff\0', '网格员'],
  ])('%s', (_, from, to) => {
    expect(foldText(from)).toBe(to)
  })

  test.each([
    ['one blank stays between letters or digits', 'open  data 2022\n2023', 'open data 2022 2023'],
    ['but none beside Chinese', '完成 12 件 ok 了', '完成12件ok了'],
    ['a list number does not become a decimal', '1. 2022年', '1. 2022年'],
    ['nor does a full stop between digits', '共1200。\n2022年', '共1200. 2022年'],
    ['a fraction does not lengthen the number before it', '5½', '5 1⁄2'],
    ['nor a square metre', '100㎡的', '100 m2的'],
    ['circled numbers stay apart', '①②③第一', '1 2 3第一'],
    ['a footnote mark does not lengthen a number', '2022²', '2022 2'],
    ['lone surrogates never join into a character', '\ud842 \udfb7', '\ufffd\ufffd'],
  ])('%s', (_, from, to) => {
    expect(foldText(from)).toBe(to)
  })
})

describe('the map back', () => {
  test('names the offset of every folded unit', () => {
    expect([...fold('党\n\n建 ½ 𠮷').map]).toEqual([0, 3, 5, 5, 5, 7, 7, 9])
  })

  test('spans leave out the blanks around and take in what stands inside', () => {
    const original = '领导 党\n\n建+信访 工作'
    const { text: folded, map } = fold(original)
    const at = folded.indexOf('党建+信访')
    const [start, end] = originalSpan(original, map, at, at + 5)
    expect(original.slice(start, end)).toBe('党\n\n建+信访')
  })

  test('a span takes in the second half of a character and an accent written apart', () => {
    expect(originalSpan('a𠮷b', fold('a𠮷b').map, 1, 3)).toEqual([1, 3])
    expect(originalSpan('e\u0301t', fold('e\u0301t').map, 0, 1)).toEqual([0, 2])
  })
})

describe('for any text', () => {
  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(foldText(foldText(value))).toBe(foldText(value))
      }),
      { numRuns: 3000 },
    )
  })

  test('both ways of folding agree, and the map never falls, covers the text and ends at its end', () => {
    fc.assert(
      fc.property(text, (value) => {
        const folded = fold(value)
        expect(folded.text).toBe(foldText(value))
        expect(folded.map.length).toBe(folded.text.length + 1)
        expect(folded.map[folded.text.length]).toBe(value.length)
        for (let i = 1; i < folded.map.length; i++) expect(folded.map[i]).toBeGreaterThanOrEqual(folded.map[i - 1] ?? 0)
      }),
      { numRuns: 2000 },
    )
  })

  test('the original span of a folded piece folds to that piece', () => {
    const plain = fc.array(fc.constantFrom(...'网格员調解党建熱線ABcＺ７8𠮷 \n\u3000，。“”+%'), { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(plain, fc.nat(), fc.nat(), (value, a, b) => {
        const { text: folded, map } = fold(value)
        const cuts = [...folded].reduce<number[]>((all, character) => [...all, (all.at(-1) ?? 0) + character.length], [0])
        const [from = 0, to = 0] = [cuts[a % cuts.length] ?? 0, cuts[b % cuts.length] ?? 0].sort((x, y) => x - y)
        const piece = folded.slice(from, to)
        if (piece.trim() !== piece || piece === '') return
        const [start, end] = originalSpan(value, map, from, to)
        expect(foldText(value.slice(start, end))).toBe(piece)
      }),
      { numRuns: 3000 },
    )
  })

  test('every Chinese piece of a text is found in its fold, however it was written', () => {
    const words = fc.array(fc.constantFrom(...'网格员调解党建热线枫桥经验'), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''))
    const rewrite = (value: string): string => value.replaceAll('调', '調').replaceAll('热', '熱').replaceAll('党', '黨').split('').join('\n')
    fc.assert(
      fc.property(text, words, text, (before, word, after) => {
        expect(foldText(`${before}，${rewrite(word)}，${after}`)).toContain(foldText(word))
      }),
    )
  })

  test('blanks remain only between letters, digits and the decimal point', () => {
    fc.assert(
      fc.property(text, (value) => {
        const folded = foldText(value)
        for (const match of folded.matchAll(/\s/gu)) {
          expect(match[0]).toBe(' ')
          expect(isAlphanumeric(folded.charCodeAt(match.index + 1))).toBe(true)
          expect(isAlphanumeric(folded.charCodeAt(match.index - 1)) || folded.charAt(match.index - 1) === '.').toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

const table = readFileSync(join(root, 'electron/core/language/fold-table.ts'), 'utf8')
const unicode = process.versions['unicode'] ?? ''
test.skipIf(!table.includes(`Unicode ${unicode} `))(`the table in the repository is what its script writes (needs the Unicode version it was made with; this is ${unicode})`, () => {
  expect(table).toBe(buildTable())
})
