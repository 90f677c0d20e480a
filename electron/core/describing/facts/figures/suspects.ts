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
  /** The clause up to the number, and the sign behind it: 每千人口拥有. */
  readonly said: string
  /** Stands in one list with these (、 between them). */
  readonly neighbours: readonly Neighbour[]
  /** What it is a part of: 排查 346 of which 调处成功 400. */
  readonly whole: { readonly number: number; readonly text: string } | null
  /** Of what a share is of: how much there was and how much of it was done, where the sentence counts both. */
  readonly counted: { readonly whole: number; readonly part: number; readonly text: string } | null
}

const RATE_NAME = /(?:率|比例|比重|占比|满意度|安全感)$/u
/** What people think or how disputes end: hardly ever without any exception. 覆盖率, 完成率, 办结率 may well be full. */
const UNLIKELY_FULL = /(?:满意|好评|认可|支持|知晓|信任|安全感|幸福感|获得感|成功|化解|调解|调处|息诉|息访|参与|执行|履行|准确)[^，。；]{0,4}(?:率|度|感|比例)$/u
const PLAIN = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4, useGrouping: false })

export function suspicionOf({ of, said, neighbours, whole, counted }: Suspicious): string | null {
  const reasons = [perPerson(of), lost(of, neighbours), parted(of, said), beyondWhole(of, whole), share(of), full(of, counted), fall(of)]
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

/** 6.1个网格: things that are counted whole. */
const WHOLE_THINGS = new Set(['个', '名', '人', '件', '起', '户', '家', '位', '条', '项', '处', '所', '支', '场', '次', '例', '宗', '座', '辆', '台', '人次', '套', '份'])

function parted({ number, upper, unit, value, period, scopeLevel }: Suspicious['of'], said: string): string | null {
  const isMean = scopeLevel === 'person' || /[均每比率/]|[百千万]人/u.test(`${period?.text ?? ''}${said}`)
  return upper !== null || Number.isInteger(number) || isMean || !WHOLE_THINGS.has(unit) ? null : `按${unit}数的数目不会有小数（${value}），疑脱“万”字，请核对原文。`
}

function beyondWhole({ number, value }: Suspicious['of'], whole: Suspicious['whole']): string | null {
  return whole !== null && number > whole.number && !/[均每]/u.test(whole.text) ? `部分（${value}）大于总数（${whole.text}），请核对原文。` : null
}

function share({ unit, number, kind, measures }: Suspicious['of']): string | null {
  if (unit !== '%' || kind === 'change') return null
  return number > 100 && RATE_NAME.test(measures) ? `比率 ${PLAIN.format(number)}% 大于 100%，请核对原文。` : null
}

/** Nobody left out: always to be looked at. The reason says how much speaks against it: counts that contradict it, a thing that is hardly ever full, nothing to hold it against. */
function full({ unit, number, kind, measures }: Suspicious['of'], counted: Suspicious['counted']): string | null {
  if (unit !== '%' || number !== 100 || kind === 'change') return null
  if (counted !== null) return counted.part < counted.whole ? `原文写“${counted.text}”，算来是 ${PLAIN.format((counted.part / counted.whole) * 100)}%，与 100% 不符，请核对原文。` : `原文所列的数目（${counted.text}）与 100% 相符；一个不漏的比率少见，引用前请核对口径。`
  return UNLIKELY_FULL.test(measures) ? '满意、成功一类的比率很少能一个不漏，原文又没有给出总数和其中的数目可核，引用前请核对口径与分母。' : '原文说一个不漏，没有给出总数可核，引用前请核对口径与分母。'
}

function fall({ unit, number, kind, direction }: Suspicious['of']): string | null {
  return unit === '%' && kind === 'change' && direction === 'down' && number > 100 ? `下降 ${PLAIN.format(number)}% 不可能，请核对原文。` : null
}
