/** Problems addressed (针对的问题): what a text says it set out to solve. */
import type { FoundFact } from '../fact.ts'
import { distinct, keyOf, MOST, nameOf, type Reading } from './reading.ts'

/** Words that end a problem wherever they stand, and words that do so only where the clause ends: 矛盾纠纷 begins a longer one. */
const NOUN = '(?:问题|难题|痛点|堵点|难点|顽疾|困境|老大难|通病|烦心事|(?:短板|梗阻|弊端|瓶颈|乱象|隐患|矛盾|困难)(?=[，,。；;：:、！!？?]|$))'
const SOLVED = new RegExp(`(?:为(?:了|有效|彻底|切实|着力|更好地?){0,2}(?:解决|破解|化解|消除|攻克|打通)|针对|(?:解决|破解|攻克|破除|化解|打通|疏通|根治|消除)了?|紧盯|聚焦|直面|面对|瞄准|避免了?)([^，,。；;：:！？\\n“”、][^，,。；;：:！？\\n“”]{0,23}?(?:“[^“”\\n]{1,20}”[、]?){0,6}[^，,。；;：:！？\\n“”]{0,24}?${NOUN}|(?:“[^“”\\n]{1,20}”[、]?){1,6}[^，,。；;：:！？\\n“”]{0,24}?${NOUN})(?![点式])`, 'gu')
/** A verb that came along: 为民营企业解决发展难题. */
const INNER = /^.*(?:解决|破解|攻克|破除|补齐|补强|消除)(?!不)了?/u
const EMPTY = /^(?:[一二三两这那该此些各种类个项批系列等的了新老实际具体突出重点难点热点疑难复杂主要关键共性个性历史遗留相关有关其他大小了基层治理群众身边社会矛盾工作实际问题难题困难痛点堵点难点短板、和与]|各类|一系列|方方面面|急难愁盼|遇到|存在|面临|反映|发现|提出|关心)*$/u

export function problems({ body, state }: Reading): readonly FoundFact[] {
  const all = [...body.matchAll(SOLVED)].flatMap(({ 0: whole, 1: problem = '', index }) => {
    const text = problem.replace(INNER, '').replace(/^(?:了|好|的)+/u, '')
    const name = nameOf(text)
    if (name.replaceAll(/[“”]/gu, '').length < 5 || EMPTY.test(name.replaceAll(/[“”]/gu, ''))) return []
    const end = index + whole.length
    return [{ name, start: end - text.length, end }]
  })
  return distinct(all, ({ name }) => keyOf(name)).slice(0, MOST).map(({ name, start, end }) => state({ kind: 'problem', of: { name } }, start, end))
}
