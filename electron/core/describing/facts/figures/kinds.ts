/** Of which kind a number is, and whether it tells of a rise or a fall. */
import type { Indicator } from '../../../../contract/fact.ts'
import type { Measured } from './measures.ts'
import type { Quantity } from './quantity.ts'

/** 国家级示范村, 无讼社区: what others grant is no input. */
const GRANTED = /(?:示范|文明|先进|模范|优秀|标杆|星级|无讼|平安|和谐|最美|美丽|民主法治)[^，。；]{0,10}(?:村|社区|小区|街道|乡镇|镇|县|区|市|单位|学校|校园|家庭|户|站|所|企业|集体|个人|工程)(?:（社区）|（居）)?$/u
const SPENT = /(?:投资|投入|斥资|耗资|经费|拨付|支出|列支|财政|配套资金|补助|奖补)/u

export function kindOf(quantity: Quantity, { change, reaches, makes, measures }: Measured, left: string): Pick<Indicator, 'kind' | 'direction'> {
  const direction = change ?? 'none'
  if (change !== null && !reaches) return { kind: 'change', direction }
  if (quantity.unit === '百分点') return { kind: 'change', direction }
  if (quantity.unitKind === 'points' && measures.endsWith('积分')) return { kind: 'count', direction }
  if (quantity.unitKind === 'share' || quantity.unitKind === 'points' || quantity.unitKind === 'fold') return { kind: 'rate', direction }
  if (quantity.unitKind === 'money') return { kind: SPENT.test(left + measures) ? 'input' : 'money', direction }
  if (quantity.unitKind === 'years' || quantity.unitKind === 'time') return { kind: 'duration', direction }
  if (quantity.unitKind === 'size') return { kind: 'count', direction }
  return { kind: makes && !GRANTED.test(measures) ? 'input' : 'count', direction }
}
