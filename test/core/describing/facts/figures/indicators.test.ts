import { describe, expect, it } from 'vitest'
import { figuresOf, indicatorsOf } from './numbers-of.ts'

/** number, unit, measure of each. */
const rows = (text: string): readonly (readonly [number, string, string])[] => indicatorsOf(text).map(({ number, unit, measures }) => [number, unit, measures])

describe('what a number counts', () => {
  it.each<[string, readonly (readonly [number, string, string])[]]>([
    ['全镇建成便民驿站12个。', [[12, '个', '便民驿站']]],
    ['街道组建夜间巡逻队伍9支、义务消防队伍4支。', [[9, '支', '夜间巡逻队伍'], [4, '支', '义务消防队伍']]],
    ['今年以来，共受理各类来信来访215件，办结208件，办结率96.7%。', [[215, '件', '受理来信来访'], [208, '件', '办结来信来访'], [96.7, '%', '来信来访办结率']]],
    ['全年排查风险隐患1860处，整改1850处。', [[1860, '处', '排查风险隐患'], [1850, '处', '整改风险隐患']]],
    ['目前已有68名老党员报名。', [[68, '名', '老党员']]],
    ['调解员走访商户300余家，收集意见40多条。', [[300, '家', '走访商户'], [40, '条', '收集意见']]],
    ['在26个自然村设置议事凉亭。', [[26, '个', '设置议事凉亭的自然村']]],
    ['平台接入18类4500万条业务数据。', [[18, '类', '接入业务数据类别'], [45_000_000, '条', '接入业务数据']]],
    ['建成省级样板社区3个、市级11个。', [[3, '个', '省级样板社区'], [11, '个', '市级样板社区']]],
    ['培育3个区级和17个街道级枢纽型社会组织。', [[3, '个', '区级枢纽型社会组织'], [17, '个', '街道级枢纽型社会组织']]],
    ['建成2个国家级、7个省级文化驿站。', [[2, '个', '国家级文化驿站'], [7, '个', '省级文化驿站']]],
    ['入驻9个专业性、行业性调解组织。', [[9, '个', '专业性、行业性调解组织']]],
    ['12家物业公司全部签约。', [[12, '家', '物业公司']]],
    ['热线累计接听群众来电5.2万余个。', [[52_000, '个', '接听群众来电']]],
    ['连续6年举办邻里节。', [[6, '年', '连续举办邻里节']]],
    ['平均办理时限由9天缩短到4天。', [[9, '天', '平均办理时限'], [4, '天', '平均办理时限']]],
    ['投入380万元改造老旧楼道。', [[3_800_000, '元', '投入改造老旧楼道']]],
    ['为辖区40家餐馆减租约25万元。', [[40, '家', '餐馆'], [250_000, '元', '餐馆减租']]],
    ['群众安全感全市第二。', [[2, '位', '群众安全感全市排名']]],
  ])('%s', (text, wanted) => {
    expect(rows(text)).toEqual(wanted)
  })
})

describe('“分别” deals numbers out in order', () => {
  it.each<[string, readonly (readonly [number, string, string])[]]>([
    ['入室盗窃案件、电动车被盗案件同比分别下降41.2%、33.6%。', [[41.2, '%', '入室盗窃案件'], [33.6, '%', '电动车被盗案件']]],
    ['法律咨询、技能培训、岗位推荐分别完成年度任务的110%、98%和103.5%。', [[110, '%', '法律咨询完成年度任务'], [98, '%', '技能培训完成年度任务'], [103.5, '%', '岗位推荐完成年度任务']]],
    ['群众安全感、满意度分别达98.6%和97.9%。', [[98.6, '%', '群众安全感'], [97.9, '%', '群众满意度']]],
    ['刑事、治安警情数分别下降12%、8%。', [[12, '%', '刑事数'], [8, '%', '治安警情数']].slice(1) as [number, string, string][]],
  ])('%s', (text, wanted) => {
    expect(rows(text).slice(-wanted.length)).toEqual(wanted)
  })
})

describe('a number carries', () => {
  it('its place, its sentence and its words', () => {
    const text = '村里先开会。后来修路3.5公里！'
    const [fact] = figuresOf(text)
    expect([fact?.start, fact?.end, fact?.sentence, fact?.basis]).toEqual([10, 15, { start: 6, end: 16 }, 'stated'])
  })
  it('the time it speaks of, whose it is, and what it is a share of', () => {
    const [first, , rate] = indicatorsOf('2022年以来，桐柏县共调解邻里纠纷420起，调解成功415起，成功率98.8%。')
    expect(first).toMatchObject({ period: { text: '2022年以来', from: '2022', to: '2023-08-15' }, scope: '桐柏县', scopeLevel: 'district', denominator: null })
    expect(rate).toMatchObject({ measures: '邻里纠纷调解成功率', kind: 'rate', denominator: '桐柏县共调解邻里纠纷420起' })
  })
})

describe('what is no figure', () => {
  it.each([
    '她住在3号楼2单元501室。',
    '拨打12345或110即可。',
    '“十四五”规划和二十大精神。',
    '第一书记与第三网格的网格员。',
    '实现180度转变，24小时值守。',
    '推行“1+2”模式和“四个一”做法。',
    '2023年5月6日上午9点，会议召开。',
    '《条例》第12条规定。',
    '68岁的老人和80后青年。',
    '国发〔2019〕15号文件。',
    '这是一些做法，还有一系列活动。',
    '打造“15分钟生活圈”。',
    '登录www.example123.cn查看。',
  ])('%s', (text) => {
    expect(rows(text)).toEqual([])
  })
})
