import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type QueryNode, parseQuery } from '../../../electron/core/searching/query.ts'

/** The tree as a person would write it down: quoted “…”, field f:…, and &, or |, not !. */
function show(node: QueryNode | null): string {
  if (node === null) return '∅'
  switch (node.type) {
    case 'text':
      return `${node.field === 'text' ? '' : `${node.field}:`}${node.quoted ? `“${node.text}”` : node.text}${node.prefix ? '*' : ''}`
    case 'side':
      return `${node.field}:${node.text}`
    case 'range':
      return `date:${node.from}..${node.to}`
    case 'practice':
    case 'label':
      return `${node.type}:${node.text}`
    case 'named':
      return `${node.field}:${node.text}`
    case 'choice':
      return `${node.field}:${node.value}`
    case 'not':
      return `!${show(node.node)}`
    case 'and':
      return `(${node.nodes.map(show).join(' & ')})`
    case 'or':
      return `(${node.nodes.map(show).join(' | ')})`
  }
}
const meaning = (query: string): string => show(parseQuery(query).node)
const hints = (query: string): string[] => parseQuery(query).hints.map(({ hint }) => hint)

describe('words and phrases', () => {
  test.each([
    ['', '∅'],
    ['   \u3000\n', '∅'],
    ['网格员', '网格员'],
    ['網格　員', '(网格 & 员)'],
    ['"矛盾 纠纷"', '“矛盾纠纷”'],
    ['＂矛盾纠纷＂', '“矛盾纠纷”'],
    ['“警网融合”', '“警网融合”'],
    ['「警网融合」', '“警网融合”'],
    ['“甲” 与 “乙”', '(“甲” & “乙”)'],
    ['"贸促会立足“两个服务”"', '“贸促会立足"两个服务"”'],
    ['“一网”通办', '"一网"通办'],
    ['坚持“有解”思维', '坚持"有解"思维'],
    ['网格"全科网格"', '(网格 & “全科网格”)'],
    ['县(区)级矛调中心', '县(区)级矛调中心'],
    ['党建+信访', '党建+信访'],
    ['1+4+N 架构', '(1+4+n & 架构)'],
    ['2020-2022', '2020-2022'],
  ])('%s', (query, tree) => {
    expect(meaning(query)).toBe(tree)
  })
})

describe('operators', () => {
  test.each([
    ['网格 AND 党建', '(网格 & 党建)'],
    ['网格 与 党建', '(网格 & 党建)'],
    ['网格 OR 党建', '(网格 | 党建)'],
    ['网格 或 党建', '(网格 | 党建)'],
    ['网格 ＯＲ 党建', '(网格 | 党建)'],
    ['网格 NOT 淮南', '(网格 & !淮南)'],
    ['网格 非 淮南', '(网格 & !淮南)'],
    ['网格 非(甲 或 乙)', '(网格 & !(甲 | 乙))'],
    ['非（甲 或 乙）', '!(甲 | 乙)'],
    ['甲 或(乙 丙)', '(甲 | (乙 & 丙))'],
    ['甲 NOT(乙 OR 丙)', '(甲 & !(乙 | 丙))'],
    ['(甲 非(乙 或 丙))', '(甲 & !(乙 | 丙))'],
    ['非(公有制)经济', '非(公有制)经济'],
    ['是非(一)', '是非(一)'],
    ['非()', '非()'],
    ['网格 -淮南', '(网格 & !淮南)'],
    ['网格 －"淮南市"', '(网格 & !“淮南市”)'],
    ['-淮南', '!淮南'],
    ['NOT 淮南', '!淮南'],
    ['网格 AND NOT 淮南', '(网格 & !淮南)'],
    ['甲 乙 OR 丙 丁', '((甲 & 乙) | (丙 & 丁))'],
    ['(甲 OR 乙) 丙', '((甲 | 乙) & 丙)'],
    ['（甲 或 乙） 与 （丙 或 丁）', '((甲 | 乙) & (丙 | 丁))'],
    ['-(甲 OR 乙)', '!(甲 | 乙)'],
    ['甲 (乙 OR (丙 丁))', '(甲 & (乙 | (丙 & 丁)))'],
  ])('%s', (query, tree) => {
    expect(meaning(query)).toBe(tree)
  })

  test.each([
    ['and', 'and'],
    ['网格 and 党建', '(网格 & and & 党建)'],
    ['AND', 'and'],
    ['AND AND AND', '(and & and & and)'],
    ['网格 AND', '(网格 & and)'],
    ['OR 网格', '(or & 网格)'],
    ['NOT', 'not'],
    ['非', '非'],
    ['与 或 非', '(与 & 或 & 非)'],
    ['网格 OR AND 党建', '(网格 | (and & 党建))'],
    ['-', '-'],
    ['--', '--'],
    ['网格 - 党建', '(网格 & - & 党建)'],
    ['(', '('],
    [')', ')'],
    ['()', '()'],
    ['( )', '(( & ))'],
    ['(网格', '(网格'],
    ['网格) 党建', '(网格) & 党建)'],
    ['"网格', '"网格'],
    ['网格"', '网格"'],
    ['"', '"'],
    ['""', '∅'],
    ['*', '*'],
    ['“网格', '"网格'],
  ])('%s stands where it can mean nothing, and is taken literally', (query, tree) => {
    expect(meaning(query)).toBe(tree)
  })
})

describe('fields', () => {
  test.each([
    ['标题:治理', 'title:治理'],
    ['标题：治理 网格', '(title:治理 & 网格)'],
    ['title:"社会治理"', 'title:“社会治理”'],
    ['正文:网格', 'body:网格'],
    ['关键词：网格员', 'keywords:网格员'],
    ['来源:人民日报', 'source:人民日报'],
    ['作者:张三', 'author:张三'],
    ['地区:淮南', 'place:淮南'],
    ['类型:案例', 'kind:case'],
    ['品牌：枫桥', 'brand:枫桥'],
    ['platform:网格E通', 'platform:网格e通'],
    ['标签：重点关注', 'label:重点关注'],
    ['权利:限制转载', 'rights:restricted'],
    ['rights:open', 'rights:open'],
    ['状态：待核', 'status:recheck'],
    ['status:RETIRED', 'status:retired'],
    ['-状态：停用', '!status:retired'],
    ['日期:2022..2024', 'date:202200000000..202499999999'],
    ['日期：2022年9月', 'date:202209000000..202209999999'],
    ['日期:2022-09-28..', 'date:202209280000..Infinity'],
    ['date:..2023', 'date:1..202399999999'],
    ['年份:2022-2024', 'date:202200000000..202499999999'],
    ['年份:2022', 'date:202200000000..202299999999'],
    ['-标题:通知', '!title:通知'],
  ])('%s', (query, tree) => {
    expect(meaning(query)).toBe(tree)
    expect(hints(query)).toEqual([])
  })

  test.each([
    ['编辑:包某', '编辑:包某', { hint: 'unknown-field', detail: '编辑' }],
    ['日期:昨天', '日期:昨天', { hint: 'unknown-value', detail: '日期:昨天' }],
    ['类型：通知', '类型:通知', { hint: 'unknown-value', detail: '类型：通知' }],
    ['状态:过期', '状态:过期', { hint: 'unknown-value', detail: '状态:过期' }],
    ['权利:随便', '权利:随便', { hint: 'unknown-value', detail: '权利:随便' }],
  ])('%s names no field or no value of it: it is searched for as it stands, and said so', (query, tree, hint) => {
    expect(meaning(query)).toBe(tree)
    expect(parseQuery(query).hints).toEqual([hint])
  })

  test.each(['标题:', '标题: 治理', 'https://example.invalid', '10:30', '比分1:2'])('%s is no field', (query) => {
    expect(hints(query)).toEqual([])
  })
})

describe('prefixes', () => {
  test.each([
    ['123*', '123*'],
    ['ap*', 'ap*'],
    ['手机ap*', '手机ap*'],
    ['网格*', '网格*'],
    ['"123*"', '“123*”'],
    ['1*2', '1*2'],
  ])('%s', (query, tree) => {
    expect(meaning(query)).toBe(tree)
  })
})

describe('chips', () => {
  test('say what was understood', () => {
    expect(parseQuery('网格 "矛盾纠纷" -淮南 标题：治理 12* (甲 OR 乙)').chips.map(({ label, kind }) => [kind, label])).toEqual([
      ['words', '网格'],
      ['phrase', '“矛盾纠纷”'],
      ['not', '非 淮南'],
      ['field', '标题：治理'],
      ['prefix', '12…'],
      ['or', '甲 或 乙'],
      ['words', '甲'],
      ['words', '乙'],
    ])
  })

  test('of a group stand behind its own', () => {
    expect(parseQuery('甲 (乙 或 "丙" 丁) -(戊 OR 己)').chips.map(({ label, kind, group }) => [label, kind, group])).toEqual([
      ['甲', 'words', null],
      ['乙 或 “丙” 丁', 'or', null],
      ['乙', 'words', 1],
      ['“丙” 丁', 'words', 1],
      ['“丙”', 'phrase', 3],
      ['丁', 'words', 3],
      ['非（戊 或 己）', 'not', null],
      ['戊', 'words', 6],
      ['己', 'words', 6],
    ])
  })

  test.each([
    ['非(甲 或 乙)', '非（甲 或 乙）'],
    ['-(甲 乙)', '非（甲 乙）'],
    ['-((甲 或 乙) 丙)', '非（（甲 或 乙） 丙）'],
    ['甲 或 (乙 (丙 或 丁))', '甲 或 乙 （丙 或 丁）'],
    ['非 (甲)', '非 甲'],
    ['甲 或 非 (乙 或 丙)', '甲 或 非（乙 或 丙）'],
  ])('of %s say where a group ends', (query, label) => {
    expect(parseQuery(query).chips[0]?.label).toBe(label)
  })

  const word = fc.constantFrom('网格', '"矛盾纠纷"', '标题:治理', '12*', '状态：在用', '县(区)级', '非(丁 或 戊)', '-', '甲"乙"丙')
  const negated = (parts: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.tuple(fc.constantFrom('', '', '', '-', 'NOT ', '非 '), parts).map(([sign, part]) => sign + part)
  const joined = (parts: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.array(fc.tuple(fc.constantFrom(' ', ' AND ', '\u3000', ' 与 ', ' 或 ', ' OR ', ' ＯＲ '), parts), { minLength: 1, maxLength: 4 }).map((all) => all.map(([joint, part], i) => (i === 0 ? part : joint + part)).join(''))
  const group = (parts: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.tuple(joined(parts), fc.boolean()).map(([part, wide]) => (wide ? `（${part}）` : `( ${part})`))
  const one = negated(word)
  const two = fc.oneof({ weight: 3, arbitrary: one }, { weight: 1, arbitrary: negated(group(one)) })
  const three = fc.oneof({ weight: 3, arbitrary: two }, { weight: 1, arbitrary: negated(group(two)) })

  /** The tree without the `which`-th node of those that chips stand for, in their order; a group of one is that one. */
  function without(node: QueryNode | null, which: number): QueryNode | null {
    let at = -1
    const pruned = (part: QueryNode): QueryNode | null => (++at === which ? null : inner(part))
    const inner = (part: QueryNode): QueryNode | null => {
      if (part.type === 'not') {
        const left = inner(part.node)
        return left && { ...part, node: left }
      }
      return part.type === 'and' || part.type === 'or' ? group(part) : part
    }
    const group = (part: Extract<QueryNode, { type: 'and' | 'or' }>): QueryNode | null => {
      const nodes = part.nodes.map(pruned).filter((left) => left !== null)
      return nodes.length > 1 ? { ...part, nodes } : (nodes[0] ?? null)
    }
    if (node === null) return null
    return node.type === 'and' ? group(node) : pruned(node)
  }
  /** Groups of a kind inside each other mean the same as one. */
  const flat = (node: QueryNode | null): string => show(node && flattened(node))
  function flattened(node: QueryNode): QueryNode {
    if (node.type === 'not') return { ...node, node: flattened(node.node) }
    if (node.type !== 'and' && node.type !== 'or') return node
    return { ...node, nodes: node.nodes.map(flattened).flatMap((part) => (part.type === node.type ? part.nodes : [part])) }
  }

  test('taking any chip away, in groups too, leaves the meaning of the others', () => {
    fc.assert(
      fc.property(joined(three), fc.nat(), (query, n) => {
        const { chips, node } = parseQuery(query)
        const which = n % chips.length
        const chip = chips[which]
        if (!chip) return
        const rest = `${query.slice(0, chip.start)} ${query.slice(chip.end)}`
        expect({ query, chip: chip.label, rest, tree: flat(parseQuery(rest).node) }).toEqual({ query, chip: chip.label, rest, tree: flat(without(node, which)) })
      }),
      { numRuns: 3000 },
    )
  })
})

describe('any text', () => {
  const typed = fc.array(fc.oneof(fc.constantFrom('"', '“', '”', '「', '」', '(', ')', '（', '）', '-', '－', ' ', '　', 'AND', 'OR', 'NOT', '与', '或', '非', '标题:', '日期：', '*', '网格', 'app', '2022', '..', '\0', '\ud842'), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 40 }).map((parts) => parts.join(''))

  test('is a query, and its chips lie in it', () => {
    fc.assert(
      fc.property(typed, (query) => {
        const { chips } = parseQuery(query)
        for (const { start, end } of chips) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(query.length)
        }
      }),
      { numRuns: 5000 },
    )
  })

  test('a pasted page is one literal', () => {
    const page = '网格员 走访 群众。\n'.repeat(1000)
    const { node, hints: said } = parseQuery(page)
    expect(node?.type).toBe('text')
    expect(said).toEqual([{ hint: 'truncated', detail: '' }])
    expect(parseQuery('('.repeat(10_000)).node?.type).toBe('text')
    expect(parseQuery(`${'('.repeat(5000)}甲 乙${')'.repeat(5000)}`).node?.type).toBe('text')
    expect(parseQuery('NOT '.repeat(3000)).node?.type).toBe('text')
    expect(parseQuery(`${'NOT '.repeat(250_000)}甲`).node?.type).toBe('text')
    expect(parseQuery('“'.repeat(300_000)).node?.type).toBe('text')
    expect(parseQuery('a '.repeat(300_000)).node?.type).toBe('text')
  })

  test('says which operators join nothing', () => {
    expect(parseQuery('网格 AND').hints).toEqual([{ hint: 'stray-operator', detail: 'AND' }])
    expect(parseQuery('与 或').hints.map(({ detail }) => detail).sort()).toEqual(['与', '或'])
    expect(hints('网格 与 党建')).toEqual([])
  })

  test('says when a quotation or a parenthesis is not closed', () => {
    expect(hints('"网格')).toEqual(['unbalanced'])
    expect(hints('\0')).toEqual(['no-words'])
    expect(parseQuery('(网格').hints).toEqual([{ hint: 'unbalanced', detail: '(' }])
    expect(parseQuery('网格）').hints).toEqual([{ hint: 'unbalanced', detail: '）' }])
    expect(parseQuery('“网格').hints).toEqual([{ hint: 'unbalanced', detail: '“' }])
  })
})
