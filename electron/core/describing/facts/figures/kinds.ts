/** Of which kind a number is, and whether it tells of a rise or a fall. */
import type { Indicator } from '../../../../contract/fact.ts'
import type { Measured } from './measures.ts'
import type { Quantity } from './quantity.ts'

const SPENT = /(?:投资|投入|斥资|耗资|经费|拨付|支出|列支|财政|配套资金|补助|奖补)/u

export function kindOf(quantity: Quantity, { change, reaches, makes, measures }: Measured, left: string): Pick<Indicator, 'kind' | 'direction'> {
  const direction = change ?? 'none'
  if (change !== null && !reaches) return { kind: 'change', direction }
  if (quantity.unit === '百分点') return { kind: 'change', direction }
  if (quantity.unitKind === 'share' || quantity.unitKind === 'points' || quantity.unitKind === 'fold') return { kind: 'rate', direction }
  if (quantity.unitKind === 'money') return { kind: SPENT.test(left + measures) ? 'input' : 'money', direction }
  if (quantity.unitKind === 'years' || quantity.unitKind === 'time') return { kind: 'duration', direction }
  return { kind: makes ? 'input' : 'count', direction }
}
