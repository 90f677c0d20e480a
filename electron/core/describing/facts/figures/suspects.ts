/** Why a number is hard to believe, in Chinese; null when nothing speaks against it. Sound numbers may be flagged: a person decides. */
import type { Indicator } from '../../../../contract/fact.ts'

/** More than one person does, by the time it is done in. */
const MOST_PER_PERSON: readonly (readonly [RegExp, string, number])[] = [
  [/日均|每天|每日/u, '日', 200],
  [/周均|每周/u, '周', 1000],
  [/月均|每月/u, '月', 2000],
  [/年均|每年/u, '年', 20_000],
]
const COUNTED = new Set(['件', '条', '次', '起', '人次', '户', '户次', '项', '个', '件次', '人', '户家', '例', '宗', '家次', '份'])

export interface Neighbour {
  readonly number: number
  readonly scaled: boolean
  readonly unit: string
}

export interface Suspicious {
  readonly of: Omit<Indicator, 'suspect'>
  /** Stands in one list with these (、 between them). */
  readonly neighbours: readonly Neighbour[]
  /** What it is a part of: 排查 346 of which 调处成功 400. */
  readonly whole: { readonly number: number; readonly text: string } | null
}

const RATE_NAME = /(?:率|比例|比重|占比|满意度|安全感)$/u
const PLAIN = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4, useGrouping: false })

export function suspicionOf({ of, neighbours, whole }: Suspicious): string | null {
  const reasons = [perPerson(of), lost(of, neighbours), beyondWhole(of, whole), share(of), fall(of)]
  return reasons.find((reason) => reason !== null) ?? null
}

function perPerson({ scopeLevel, period, number, unit, value }: Suspicious['of']): string | null {
  if (scopeLevel !== 'person' || !COUNTED.has(unit)) return null
  const bound = MOST_PER_PERSON.find(([word]) => word.test(period?.text ?? ''))
  if (bound === undefined || number <= bound[2]) return null
  return `原文说一人每${bound[1]} ${value}，超出一个人能做到的数量，疑是合计数，请核对原文。`
}

/** 30万平安志愿者、10淮上义士. */
function lost({ number, unit, value }: Suspicious['of'], neighbours: readonly Neighbour[]): string | null {
  const larger = neighbours.find((other) => other.scaled && unit === '' && other.unit === '' && number < 1000 && other.number >= number * 100)
  return larger === undefined ? null : `原文疑脱“万”字：同一列的另一数以万计，这里只写“${value}”，又没有量词。`
}

function beyondWhole({ number, value }: Suspicious['of'], whole: Suspicious['whole']): string | null {
  return whole !== null && number > whole.number ? `部分（${value}）大于总数（${whole.text}），请核对原文。` : null
}

function share({ unit, number, kind, measures }: Suspicious['of']): string | null {
  if (unit !== '%' || kind === 'change') return null
  if (number > 100 && RATE_NAME.test(measures)) return `比率 ${PLAIN.format(number)}% 大于 100%，请核对原文。`
  return number === 100 ? '比率为 100%，引用前宜核对口径与分母。' : null
}

function fall({ unit, number, kind, direction }: Suspicious['of']): string | null {
  return unit === '%' && kind === 'change' && direction === 'down' && number > 100 ? `下降 ${PLAIN.format(number)}% 不可能，请核对原文。` : null
}
