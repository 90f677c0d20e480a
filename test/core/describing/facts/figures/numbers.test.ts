import { describe, expect, it } from 'vitest'
import { hanValue, numeralAt } from '../../../../../electron/core/describing/facts/figures/numbers.ts'
import { plainText } from '../../../../../electron/core/describing/facts/figures/plain.ts'
import { unitAt } from '../../../../../electron/core/describing/facts/figures/units.ts'
import { indicatorsOf } from './numbers-of.ts'

describe('Chinese digits', () => {
  it.each<[string, number | null]>([
    ['十', 10], ['十七', 17], ['二十', 20], ['三百二十', 320], ['三百二', 320], ['三百零二', 302], ['一万二', 12_000], ['一千零五十', 1050], ['两万三千', 23_000], ['百', 100], ['万', 10_000], ['十二万', 120_000], ['一亿两千万', 120_000_000],
    ['三三三', null], ['二〇二二', null], ['万千', null], ['', null],
  ])('%s: %s', (text, value) => {
    expect(hanValue(text)).toBe(value)
  })
})

describe('a number begins at a place', () => {
  it.each<[string, number | null, number]>([
    ['1,234件', 1234, 5], ['2.2万个', 22_000, 4], ['600余万条', 6_000_000, 5], ['3亿余元', 300_000_000, 3], ['100多万', 1_000_000, 5], ['1.98万亿元', 1_980_000_000_000, 6], ['十余万', 100_000, 3], ['百分之九十五点五', 95.5, 8], ['三分之一', 1 / 3, 4], ['近', null, 0],
    ['12345678901234567890', null, 0], ['3千瓦', 3, 1], ['20来个', 20, 3],
  ])('%s: %s', (text, value, end) => {
    const found = numeralAt(text, 0)
    expect(found?.value ?? null).toBe(value === 1 / 3 ? 0.33333333333333 : value)
    expect(found?.end ?? 0).toBe(end)
  })
})

it('a text is read in plain signs at the same places', () => {
  expect(plainText('１２３．５％,(甲)1,234:甲08:30')).toBe('123.5%，（甲）1,234：甲08:30')
})

it.each<[string, string | null]>([['人次', '人次'], ['人民警察', null], ['个百分点', '个百分点'], ['个月', '个月'], ['项目', null], ['家企业', '家'], ['家庭', null], ['件（次）', '件（次）'], ['条件', null], ['级', null]])('the unit of …%s is %s', (text, unit) => {
  expect(unitAt(text, 0)?.text ?? null).toBe(unit)
})

describe('what qualifies a number', () => {
  it.each<[string, number, number | null, string, string, string]>([
    ['走访商户近300家。', 300, null, '家', 'under', '近300家'],
    ['走访商户约300家。', 300, null, '家', 'about', '约300家'],
    ['走访商户300家左右。', 300, null, '家', 'about', '300家'],
    ['走访商户超过300家。', 300, null, '家', 'over', '超过300家'],
    ['走访商户300余家。', 300, null, '家', 'over', '300余家'],
    ['走访商户不少于300家。', 300, null, '家', 'at_least', '不少于300家'],
    ['参与率保持在90%以上。', 90, null, '%', 'at_least', '90%'],
    ['办理时限控制在3天以内。', 3, null, '天', 'at_most', '控制在3天'],
    ['每组走访3至5户。', 3, 5, '户', 'range', '3至5户'],
    ['办理时限压缩到5个工作日内。', 5, null, '个工作日', 'at_most', '5个工作日'],
    ['好评率在95%-98%之间。', 95, 98, '%', 'range', '95%-98%'],
    ['每年投入3至5万元。', 30_000, 50_000, '元', 'range', '3至5万元'],
    ['节约资金80万元。', 800_000, null, '元', 'exact', '80万元'],
    ['附近3家商户参加。', 3, null, '家', 'exact', '3家'],
    ['九成以上的住户赞成。', 90, null, '%', 'at_least', '九成'],
    ['百分之九十五的住户赞成。', 95, null, '%', 'exact', '百分之九十五'],
    ['满意度提高3.2个百分点。', 3.2, null, '百分点', 'exact', '3.2个百分点'],
    ['上千户居民受益。', 1000, null, '户', 'over', '上千户'],
    ['近千名党员报到。', 1000, null, '名', 'under', '近千名'],
    ['组建五支队伍。', 5, null, '支', 'exact', '五支'],
    ['累计完成３５０件。', 350, null, '件', 'exact', '３５０件'],
  ])('%s', (text, number, upper, unit, qualifier, value) => {
    expect(indicatorsOf(text)).toMatchObject([{ number, upper, unit, qualifier, value }])
  })
})
