import { describe, expect, it } from 'vitest'
import { indicatorsOf } from './numbers-of.ts'

describe('when', () => {
  it.each<[string, string | null, string | null, string | null, string?]>([
    ['2022年以来，化解纠纷30件。', '2022年以来', '2022', '2023-08-15'],
    ['自2022年3月以来，化解纠纷30件。', '自2022年3月以来', '2022-03', '2023-08-15'],
    ['截至今年上半年，化解纠纷30件。', '截至今年上半年', null, '2023-06'],
    ['截至2022年底，化解纠纷30件。', '截至2022年底', null, '2022'],
    ['截至目前，化解纠纷30件。', '截至目前', null, '2023-08-15'],
    ['今年1-6月，化解纠纷30件。', '今年1-6月', '2023-01', '2023-06'],
    ['今年以来，化解纠纷30件。', '今年以来', '2023', '2023-08-15'],
    ['去年，化解纠纷30件。', '去年', '2022', '2022'],
    ['2021年度，化解纠纷30件。', '2021年度', '2021', '2021'],
    ['今年第二季度，化解纠纷30件。', '今年第二季度', '2023-04', '2023-06'],
    ['2023年前5个月，化解纠纷30件。', '2023年前5个月', '2023-01', '2023-05'],
    ['近三年来，化解纠纷30件。', '近三年来', '2020-08-15', '2023-08-15'],
    ['近6个月，化解纠纷30件。', '近6个月', '2023-02', '2023-08-15'],
    ['2019年至2021年，化解纠纷30件。', '2019年至2021年', '2019', '2021'],
    ['“十三五”期间，化解纠纷30件。', '“十三五”期间', '2016', '2020'],
    ['全年年均化解纠纷30件。', '年均', null, null],
    ['平台上线以来，化解纠纷30件。', '平台上线以来', null, '2023-08-15'],
    ['化解纠纷30件。', null, null, null],
    ['盗窃案较去年同期下降30%。', null, null, null],
    ['全年召开会议14场。', '全年', null, null],
    ['2021年，社区有楼长30名，全年调解纠纷60件。', '2021年', '2021', '2021'],
    ['完成全年目标的98%。', null, null, null],
    ['被确定为全国首批议事协商创新试点社区以来，化解纠纷30件。', '被确定为全国首批议事协商创新试点社区以来', null, '2023-08-15'],
    ['点位清晰呈现在大屏上，300路监控全天可看。', null, null, null],
    ['4月份，热线受理诉求300件。', '4月份', '2023-04', '2023-04'],
    ['11月，热线受理诉求300件。', '11月', '2022-11', '2022-11'],
    ['今年以来，日均巡查时长达标率95%。', '今年以来', '2023', '2023-08-15'],
    ['侦破1998年以来的积案30起。', '1998年以来', '1998', '2023-08-15'],
    ['自2022年11月“一窗式”服务开展以来，化解纠纷30件。', '自2022年11月“一窗式”服务开展以来', '2022-11', '2023-08-15'],
    ['从2019年成立至今，化解纠纷30件。', '从2019年成立至今', '2019', '2023-08-15'],
    ['经过近7个月的建设，化解纠纷30件。', null, null, null],
    ['本月化解纠纷30件。', '本月', '2023-08', '2023-08'],
    ['上个月，化解纠纷30件。', '上个月', '2023-07', '2023-07'],
    ['上周，走访住户30户。', '上周', null, null],
    ['6月当月，热线受理诉求300件。', '6月当月', '2023-06', '2023-06'],
    ['2022年，发案率与2021年相比下降30%。', '2022年', '2022', '2022'],
    ['2022年，发案率与2021年同期相比下降30%。', '2022年', '2022', '2022'],
    ['居民说“现在好多了”，走访住户30户。', null, null, null],
  ])('%s', (text, period, from, to) => {
    expect(indicatorsOf(text)[0]?.period ?? null).toEqual(period === null ? null : { text: period, from, to })
  })
  it('without a date of the article what hangs on it stays open; what the text says is reckoned', () => {
    expect(indicatorsOf('今年上半年，化解纠纷30件。', null)[0]?.period).toEqual({ text: '今年上半年', from: null, to: null })
    expect(indicatorsOf('2022年以来，化解纠纷30件。', null)[0]?.period).toEqual({ text: '2022年以来', from: '2022', to: null })
  })
  it('到2021年 behind a verb of moving says where it ended, not by when', () => {
    expect(indicatorsOf('投诉量从2019年的20起降到2021年的8起。').map(({ measures, period }) => [measures, period])).toEqual([['投诉量', { text: '2019年', from: '2019', to: '2019' }], ['投诉量', { text: '2021年', from: '2021', to: '2021' }]])
  })
  it('分别 deals out times and places, too', () => {
    expect(indicatorsOf('2021年、2022年分别调解纠纷300件、280件。')).toMatchObject([{ measures: '调解纠纷', period: { text: '2021年' } }, { measures: '调解纠纷', period: { text: '2022年' } }])
    expect(indicatorsOf('去年和今年上半年，分别走访住户30户、20户。').map(({ period }) => period?.text)).toEqual(['去年', '今年上半年'])
    expect(indicatorsOf('东湖镇、西山镇分别化解纠纷30件、25件。')).toMatchObject([{ measures: '化解纠纷', scope: '东湖镇', scopeLevel: 'street' }, { measures: '化解纠纷', scope: '西山镇', scopeLevel: 'street' }])
  })
  it('a time that says from where a number rose is of that number alone', () => {
    expect(indicatorsOf('发生3起火情，比去年同期的9起少。').map(({ period }) => period?.text ?? null)).toEqual([null, '去年同期'])
    expect(indicatorsOf('护理型床位占比从2020年的40%提升至52%。').map(({ period }) => period?.text ?? null)).toEqual(['2020年', null])
  })
  it('what an earlier year counted is said of that year, and the fall behind it of this one', () => {
    const numbers = indicatorsOf('全年立案120起，较2021年同期150起下降20%。')
    expect(numbers.map(({ measures, period }) => [measures, period?.text])).toEqual([['立案', '全年'], ['立案', '2021年同期'], ['立案', '全年']])
  })
  it('the last time named before the number counts, and holds to the end of the sentence', () => {
    expect(indicatorsOf('2021年走访20户；2022年走访30户，收集意见5条。再走访8户。').map(({ period }) => period?.text ?? null)).toEqual(['2021年', '2022年', '2022年', null])
  })
})

describe('whose', () => {
  it.each<[string, string | null, string | null]>([
    ['全市化解纠纷30件。', '全市', 'city'],
    ['桐柏县化解纠纷30件。', '桐柏县', 'district'],
    ['每名调解员月均化解纠纷30件。', '每名调解员', 'person'],
    ['东湖街道化解纠纷30件。', '东湖街道', 'street'],
    ['桐柏县综治中心综合服务大厅共受理纠纷30件。', '桐柏县综治中心综合服务大厅', 'organisation'],
    ['经验在全省推广，化解纠纷30件。', null, null],
    ['全市“平安通”注册人数30万人。', '全市', 'city'],
    ['目前该省共有网格员30名。', '该省', 'province'],
    ['桐柏县法院新收案件30件。', '桐柏县法院', 'organisation'],
    ['桐柏县东湖镇地处山区，有人口3000人。', '东湖镇', 'street'],
    ['东湖镇地处山区，位于桐柏县边界，有人口3000人。', '东湖镇', 'street'],
    ['在三桥社区，建成驿站30个。', '三桥社区', 'community'],
    ['东湖街道党工委组织党员开展行动，建成驿站30个。', '东湖街道', 'street'],
    ['随着农村发展，建成驿站30个。', null, null],
    ['带领社区志愿者走访住户30户。', null, null],
    ['评选示范县，建成驿站30个。', null, null],
    ['该区域人流密集，发案同比下降30%。', null, null],
    ['记者来到东湖村采访，全年化解纠纷30件。', null, null],
    ['桐柏县调解纠纷占全市总数的30%。', '桐柏县', 'district'],
    ['健全网络、规范社区一级，划分网格30个。', null, null],
    ['统筹城乡，建成驿站30个。', null, null],
    ['满意度处于全省较高水平，化解纠纷30件。', null, null],
    ['在全省安全感测评中排名上升3位。', null, null],
    ['化解纠纷30件。', null, null],
  ])('%s', (text, scope, scopeLevel) => {
    expect(indicatorsOf(text)[0]).toMatchObject({ scope, scopeLevel })
  })
  it('who acts in a sentence is meant in those after it', () => {
    expect(indicatorsOf('桐柏县坚持调解优先。化解纠纷30件。')[0]?.scope).toBe('桐柏县')
    expect(indicatorsOf('记者来到桐柏县采访老王。化解纠纷30件。')[0]?.scope).toBeNull()
    expect(indicatorsOf('全县推行这一做法。共化解纠纷30件。')[0]?.scope).toBe('全县')
  })
  it('after one village a heading in the line, or all of a kind, is the whole again', () => {
    const scopes = (text: string): readonly (string | null)[] => indicatorsOf(text).map(({ scope }) => scope)
    expect(scopes('青石社区坚持夜访，走访老人30户。加强队伍建设，配强“一支队伍”。配备楼长40名。')).toEqual(['青石社区', null])
    expect(scopes('青石社区坚持夜访。城市社区一律夜访，走访老人30户。')).toEqual([null])
    expect(scopes('青石社区坚持夜访。居民越来越熟。走访老人30户。')).toEqual(['青石社区'])
    expect(scopes('全市坚持夜访。各街道分片包干，走访老人30户。')).toEqual(['全市'])
  })
  it('what is said of somebody else is not the number of the whole', () => {
    const scopes = (text: string): readonly (string | null)[] => indicatorsOf(text).map(({ scope }) => scope)
    expect(scopes('全县推行这一做法。老周是调解员，他化解纠纷30件。')).toEqual([null])
    expect(scopes('老周是全县最忙的调解员，目前他已化解纠纷30件。')).toEqual([null])
    expect(scopes('该村创造了全省推广的经验。村里有3名调解员。')).toEqual([null])
    expect(scopes('出台《桐柏县调解办法》，化解纠纷30件。')).toEqual([null])
    expect(scopes('全市平均办理时限缩短5天。')).toEqual(['全市'])
  })
})

describe('of which kind', () => {
  it.each<[string, string, string]>([
    ['化解纠纷30件。', 'count', 'none'], ['建成驿站30个。', 'input', 'none'], ['现有驿站30个。', 'count', 'none'], ['驿站入驻组织30个。', 'count', 'none'], ['创成市级无讼社区6个。', 'count', 'none'], ['新增绿地2600平方米。', 'count', 'none'], ['办结率98%。', 'rate', 'none'], ['罚没款项30万元。', 'money', 'none'], ['投入资金30万元。', 'input', 'none'],
    ['满意度全市第二。', 'rank', 'none'], ['发案数同比下降30%。', 'change', 'down'], ['参与人数增加30人。', 'change', 'up'], ['连续5年获评优秀。', 'duration', 'none'], ['满意度提升至98%。', 'rate', 'up'], ['平均时限缩短到3天。', 'duration', 'down'],
  ])('%s', (text, kind, direction) => {
    expect(indicatorsOf(text)).toMatchObject([{ kind, direction }])
  })
})

describe('what is hard to believe', () => {
  it.each<[string, readonly (string | null)[]]>([
    ['每名网格员月均上报事件超过5万件。', ['原文说一人每月 超过5万件，超出一个人能做到的数量，疑是合计数，请核对原文。']],
    ['每名网格员月均上报事件50件。', [null]],
    ['组建20万巡防队员、15平安使者。', [null, '原文疑脱“万”字：同一列的另一数以万计，这里只写“15”，又没有量词。']],
    ['排查纠纷30件，化解成功40件。', [null, '部分（40件）大于总数（排查纠纷30件），请核对原文。']],
    ['调解成功率100%。', ['满意、成功一类的比率很少能一个不漏，原文又没有给出总数和其中的数目可核，引用前请核对口径与分母。']],
    ['每个驿站工作人员均达到4人，最多的达10人。', [null, null]],
    ['排查纠纷40件，化解40件，化解率100%。', [null, null, '原文所列的数目（排查纠纷40件，化解40件）与 100% 相符；一个不漏的比率少见，引用前请核对口径。']],
    ['排查纠纷40件，化解39件，化解率100%。', [null, null, '原文写“排查纠纷40件，化解39件”，算来是 97.5%，与 100% 不符，请核对原文。']],
    ['设施覆盖率100%。', ['原文说一个不漏，没有给出总数可核，引用前请核对口径与分母。']],
    ['设施覆盖率达98%。', [null]],
    ['调解成功率102%。', ['比率 102% 大于 100%，请核对原文。']],
    ['培训人数完成年度任务的130%。', [null]],
    ['网格员活跃在3.2个网格上。', ['按个数的数目不会有小数（3.2个），疑脱“万”字，请核对原文。']],
    ['网格员活跃在3.2万个网格上。', [null]],
    ['每户有车位1.2个。', [null]],
    ['每千人拥有床位4.5个。', [null]],
    ['发案数下降130%。', ['下降 130% 不可能，请核对原文。']],
  ])('%s', (text, suspects) => {
    expect(indicatorsOf(text).map(({ suspect }) => suspect)).toEqual(suspects)
  })
})

describe('of what a share is', () => {
  it.each<[string, string, string | null]>([
    ['派出所警力占全局警力的45%。', '派出所警力占全局警力比例', '全局警力'],
    ['共受理诉求300件，按时办结率98%。', '诉求按时办结率', '受理诉求300件'],
    ['群众满意率98%。', '群众满意率', null],
    ['化解纠纷300件，化解率98%。', '纠纷化解率', null],
    ['调解纠纷300件，成功率98%。', '纠纷调解成功率', '调解纠纷300件'],
    ['受理诉求300件，受理率100%，办结率98%。', '诉求办结率', '受理诉求300件'],
    ['共受理诉求300件，满意率98%。', '诉求满意率', null],
    ['配备专职网格员300名，专职率98%。', '专职网格员专职率', null],
    ['侦破案件300起（其中20起督办案件）。', '督办案件', '侦破案件300起'],
    ['梳理问题300个，对其中20个重点问题实行提级办理。', '重点问题', '问题300个'],
    ['梳理问题30个，其中200名党员认领。', '党员', null],
    ['就业培训完成年度任务的105%。', '就业培训完成年度任务', '年度任务'],
    ['就业培训、创业贷款分别完成年度任务的105%、130%。', '创业贷款完成年度任务', '年度任务'],
  ])('%s', (text, measures, denominator) => {
    expect(indicatorsOf(text).at(-1)).toMatchObject({ measures, denominator })
  })
})
