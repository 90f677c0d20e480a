/** Problems addressed (针对的问题): what a text says it set out to solve. */
import type { FoundFact } from '../fact.ts'
import { distinct, keyOf, MOST, nameOf, type Reading } from './reading.ts'

/** Words that end a problem wherever they stand, and words that do so only where the clause ends: 矛盾纠纷 begins a longer one. */
const NOUN = '(?:问题|难题|痛点|堵点|难点|顽疾|困境|老大难|通病|烦心事|困局|僵局|硬骨头|(?:短板|梗阻|弊端|瓶颈|乱象|隐患|矛盾|困难)(?=[，,。；;：:、！!？?]|$))'
const SOLVED = new RegExp(`(?:为(?:了|有效|彻底|切实|着力|更好地?){0,2}(?:解决|破解|化解|消除|攻克|打通)|针对|(?:解决|解开|破解|攻克|破除|化解|打通|疏通|根治|消除)(?!在)了?|告别|啃下|紧盯|聚焦|直面|面对|瞄准|避免了?)([^，,。；;：:！？\\n“”、][^，,。；;：:！？\\n“”]{0,23}?(?:“[^“”\\n]{1,20}”[、]?){0,6}[^，,。；;：:！？\\n“”]{0,24}?${NOUN}|(?:“[^“”\\n]{1,20}”[、]?){1,6}[^，,。；;：:！？\\n“”]{0,24}?${NOUN})(?![点式])`, 'gu')
/** A verb that came along: 为民营企业解决发展难题. */
const INNER = /^.*(?:解决|破解|攻克|破除|补齐|补强|消除)(?!不)了?/u
const EMPTY = /^(?:[一二三两这那该此些各种类个项批系列等的了新老实际具体突出重点难点热点疑难复杂主要关键共性个性历史遗留相关有关其他大小了基层治理群众身边社会矛盾工作实际问题难题困难痛点堵点难点短板、和与]|各类|一系列|方方面面|急难愁盼|硬骨头|困局|僵局|最关心|最直接|最现实|企业|急难|愁盼|遇到|存在|面临|反映|发现|提出|关心)*$/u

/** 为破解这一难题: the sentence before says which. */
const THIS = /(?:解决|破解|攻克|化解|针对|面对|着眼)(?:好|了)?(?:这一|这个|这些|上述|此类|这类)(?:[^，,。；;：:！？\n]{0,6})(?:问题|难题|痛点|堵点|难点|困境|困局|顽疾|情况|矛盾)/gu
const LONGEST_BEFORE = 90

export function problems({ body, state, sentenceAt }: Reading): readonly FoundFact[] {
  const before = [...body.matchAll(THIS)].flatMap(({ index }) => {
    const { start } = sentenceAt(index)
    const earlier = sentenceAt(Math.max(0, start - 1))
    const text = body.slice(earlier.start, earlier.end).trimEnd()
    // A long sentence says it at its end.
    const cut = text.length <= LONGEST_BEFORE ? 0 : text.length - LONGEST_BEFORE + 1 + text.slice(-LONGEST_BEFORE).search(/[，,；;]/u)
    const from = earlier.start + cut + (text.slice(cut).length - text.slice(cut).trimStart().length)
    const to = earlier.start + text.replace(/[。！？!?；;]$/u, '').length
    return earlier.start < start && body.slice(earlier.end, start).trim() === '' && !/[“”]$/u.test(text) && to - from >= 8 ? [{ name: nameOf(body.slice(from, to)), start: from, end: to }] : []
  })
  const all = [...body.matchAll(SOLVED)].flatMap(({ 0: whole, 1: problem = '', index }) => {
    const text = problem.replace(INNER, '').replace(/^(?:了|好|的)+/u, '')
    const name = nameOf(text)
    if (name.replaceAll(/[“”]/gu, '').length < 5 || /^\d/u.test(name) || EMPTY.test(name.replaceAll(/[“”]/gu, ''))) return []
    const end = index + whole.length
    return [{ name, start: end - text.length, end }]
  })
  return distinct([...all, ...before].toSorted((a, b) => a.start - b.start), ({ name }) => keyOf(name)).slice(0, MOST).map(({ name, start, end }) => state({ kind: 'problem', of: { name } }, start, end))
}
