/** How far it has spread already (推广情况): others take it over, or a trial became the rule. */
import type { FoundFact } from '../fact.ts'
import { clauseEnd, clauseStart, distinct, keyOf, MOST, nameOf, type Reading } from './reading.ts'

const SPREAD =
  /(?:(?:在|向|面向)?(?:全国|全省|全市|全区|全县|全州|全镇|全域|省内|各地|全自治区|多地|周边|其他[\u4e00-\u9fff]{1,4})(?:范围内?)?(?:各[\u4e00-\u9fff]{1,4})?(?:内)?(?:复制|学习|全面|总结|逐步|宣传|推介|进行)*(?:推广|推开|铺开|推行|普及|复制))|(?:以[^，,。；;]{2,20}为试点)|(?:(?:从|由)[^，,。；;]{0,10}试点[^，,。；;]{0,12}(?:到|走向|转为|向)[^，,。；;]{0,6}(?:全面|全域|全市|全区|全县|推开|铺开))|复制推广|试点(?:成功|经验|基础上)|(?:陆续|相继|纷纷|先后)(?:实施|推行|推广|复制|学习|借鉴)|(?:前来|慕名)(?:学习|参观|考察|取经)|(?:被|得到|获)[^，,。；;]{0,8}(?:推广|借鉴)/gu
/** Only meant to be: 争取在全省推广. */
const MEANT = /将|拟|争取|力争|计划|准备|建议|要(?!求)|应当|可以|探索可|形成可复制|可推广|可借鉴|下一步|鼓励/u

export function spread({ body, state }: Reading): readonly FoundFact[] {
  const all = [...body.matchAll(SPREAD)].flatMap(({ 0: match, index }) => {
    const start = clauseStart(body, index)
    const end = clauseEnd(body, index + match.length)
    const clause = body.slice(start, end)
    if (MEANT.test(clause) || clause.trim().length < 4) return []
    const wide = /为试点$/u.test(match) ? Math.min(clauseEnd(body, Math.min(body.length, end + 1)), start + 100) : end
    const lead = clause.length - clause.trimStart().length
    return [{ name: nameOf(body.slice(start + lead, wide)), start: start + lead, end: wide }]
  })
  return distinct(all, ({ name }) => keyOf(name)).slice(0, MOST).map(({ name, start, end }) => state({ kind: 'spread', of: { name } }, start, end))
}
