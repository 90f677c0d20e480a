import { describe, expect, it } from 'vitest'
import { figuresOf, formulasOf } from './numbers-of.ts'

const rows = (text: string, title?: string): readonly (readonly [string, string, readonly string[]])[] => formulasOf(text, title ?? null).map(({ name, kind, components }) => [name, kind, components])

describe('formulas', () => {
  it.each<[string, readonly (readonly [string, string, readonly string[]])[]]>([
    ['推行“三个联动”工作法。', [['三个联动', 'numeric', []]]],
    ['构建“两中心三队伍”，实行“六步法”。', [['两中心三队伍', 'numeric', []], ['六步法', 'numeric', []]]],
    ['实行“党建+邻里”模式，落实“1+3+N”。', [['党建+邻里', 'plus', ['党建', '邻里']], ['1+3+N', 'plus', []]]],
    ['深化“邻里守望+”行动。', [['邻里守望+', 'plus', []]]],
    ['实施四社联动工程，设一室三站，守住四个不发生底线。', [['四社联动', 'numeric', []], ['一室三站', 'numeric', []], ['四个不发生', 'numeric', []]]],
    ['落实隐患排查五项制度。', [['隐患排查五项制度', 'numeric', []]]],
    ['形成“支部引路、党员带头、邻里参与”的格局。', [['支部引路、党员带头、邻里参与', 'slogan', ['支部引路', '党员带头', '邻里参与']]]],
    ['按“收单—派单—办单—回访”四步办理。', [['收单—派单—办单—回访', 'slogan', ['收单', '派单', '办单', '回访']]]],
    ['用“疏堵、清淤、固堤”三种方式治水。', [['疏堵、清淤、固堤', 'slogan', ['疏堵', '清淤', '固堤']]]],
    ['构建诉警访三方对接格局，加强长三角对接。', [['三方对接', 'numeric', []]]],
    ['告别“四处奔走”。', []],
    ['搭建“2厅5室8窗口”服务大厅。', [['2厅5室8窗口', 'numeric', []]]],
    ['办公在“3楼2室”。', []],
    ['按照“246”工作思路推进。', [['246', 'numeric', []]]],
    ['获评“平安银鼎”，再捧“平安银鼎”。', []],
    ['实现两降一升目标。', [['两降一升', 'numeric', []]]],
    ['落实“一户一策”。', [['一户一策', 'numeric', []]]],
    ['打造“板凳夜话”品牌。', [['板凳夜话', 'slogan', []]]],
    ['全力打响湖畔和风工作品牌。', [['湖畔和风', 'slogan', []]]],
    ['一个窗口登记、一套流程分办、一张清单督查的机制。', [['一个窗口登记、一套流程分办、一张清单督查', 'slogan', ['一个窗口登记', '一套流程分办', '一张清单督查']]]],
    ['每周碰头会、每月评议会、季度恳谈会，月月不断。', [['每周碰头会、每月评议会、季度恳谈会', 'slogan', ['每周碰头会', '每月评议会', '季度恳谈会']]]],
  ])('%s', (text, wanted) => {
    expect(rows(text)).toEqual(wanted)
  })

  it.each<[string, string, readonly string[]]>([
    ['“三个一”（一个站点、一支队伍、一本台账）全面落地。', '三个一', ['一个站点', '一支队伍', '一本台账']],
    ['实现“三个减少”，即：全市信访量、发案数、事故数同比下降。', '三个减少', ['信访量', '发案数', '事故数']],
    ['打造组织“一条线”、服务“一张卡”的“两个一”格局。', '两个一', ['组织“一条线”', '服务“一张卡”']],
    ['建立一天一巡、一周一会、一月一评“三个一”制度。', '三个一', ['一天一巡', '一周一会', '一月一评']],
    ['推进细心细致细微三细服务体系。', '三细服务体系', ['细心', '细致', '细微']],
    ['以“党支部+物业+居民”为架构的“和美1+2”模式。', '和美1+2', ['党支部', '物业', '居民']],
    ['推行“一院三帮”，组织干部帮生产、邻居帮日常、学校帮课业，户户有人管。', '一院三帮', ['干部帮生产', '邻居帮日常', '学校帮课业']],
    ['某县通过联勤、联训、联防的“三位一体”做法。', '三位一体', ['联勤', '联训', '联防']],
    ['整合咨询台、热线和巡查队“三合一”。', '三合一', ['咨询台', '热线', '巡查队']],
    ['街道肩负宣传、调解、巡防“三大职责”。', '三大职责', ['宣传', '调解', '巡防']],
    ['紧扣有人、有钱、有地的“三有”目标。', '三有', ['有人', '有钱', '有地']],
    ['构建“334”格局，即三方联动、三色预警、四级响应。', '334', ['三方联动', '三色预警', '四级响应']],
    ['推动“两化”建设。一是“标准化”，二是“信息化”。', '两化', ['标准化', '信息化']],
    ['打造“三个一”。织密“一张图”，配强“一班人”，建好一个平台。', '三个一', ['一张图', '一班人', '一个平台']],
  ])('%s lists its parts', (text, name, parts) => {
    expect(rows(text).find(([found]) => found === name)?.[2]).toEqual(parts)
  })

  it('one named only by the title stands where the sub-heads list its parts', () => {
    const text = '街道探索多年。\n## 队伍建起来,力量聚起来\n组建队伍。\n## 机制活起来\n建立机制。'
    const [fact] = figuresOf(text, null, '“两个起来”激活治理').filter(({ kind }) => kind === 'formula')
    expect(fact).toMatchObject({ of: { name: '两个起来', components: ['队伍建起来', '机制活起来'] }, basis: 'inferred', start: 8, end: 13 })
  })

  it('one that the title quotes stands where the body writes it without quotes', () => {
    const [fact] = figuresOf('镇里用三色预警分清缓急。', null, '“三色预警”护平安').filter(({ kind }) => kind === 'formula')
    expect(fact).toMatchObject({ of: { name: '三色预警' }, start: 3, end: 7 })
  })

  it('one that the title quotes stands where the body quotes a part of it, and is named once', () => {
    expect(rows('推进“三治”融合，打开新局面。', '“三治融合”打开新局面')).toEqual([['三治融合', 'numeric', []]])
  })

  it('one that only the title names has an empty span, and the sentence of nothing', () => {
    const [only] = figuresOf('全区辖12个街道。', null, '“五网共享”的实践').filter(({ kind }) => kind === 'formula')
    expect(only).toEqual({ kind: 'formula', of: { name: '五网共享', kind: 'numeric', components: [], componentSpans: [] }, start: 0, end: 0, sentence: { start: 0, end: 0 }, basis: 'stated' })
  })

  it('each once, and none inside another', () => {
    expect(rows('推行“四个一”。再推“四个一”。').map(([name]) => name)).toEqual(['四个一'])
    expect(rows('“矛盾多、诉求杂、化解难”的“一多一杂一难”问题。').map(([name]) => name)).toEqual(['一多一杂一难'])
  })

  it.each(['坚持“枫桥经验”。', '“一站式”服务。', '列车走“东山—西山”一线。', '打通“最后一公里”。', '“十四五”开局。', '村“两委”干部。', '推选“两委班子”成员。', '改变“单打独斗”的传统模式。', '“十二五”规划。', '“一带一路”倡议。', '街道、社区两级党组织。', '他说：“有事找我，随时都来。”', '《三会一课》制度。', '“e治理”系统。', '三心二意地工作。', '三个社区。', '打造“专业化”队伍。', '拨打“12345”热线。'])('none in %s', (text) => {
    expect(rows(text)).toEqual([])
  })
})

describe('costs and shortcomings', () => {
  const limits = (text: string): readonly string[] => figuresOf(text).flatMap((fact) => (fact.kind === 'limit' ? [fact.of.name] : []))
  it.each<[string, readonly string[]]>([
    ['累计投入专项资金260万元，改造活动室。', ['投入专项资金260万元']],
    ['投资260余万元建成活动室。', ['投资260余万元']],
    ['企业投资260万元。', []],
    ['项目总投资260万元。', ['总投资260万元']],
    ['目前专职人员仍存在数量不足。', ['仍存在数量不足']],
    ['机制有待进一步完善。', ['有待进一步完善']],
    ['针对小区还存在管理难题，街道开展试点。', []],
    ['过去，停车存在不少问题。', []],
    ['居民都说好。', []],
  ])('%s', (text, wanted) => {
    expect(limits(text)).toEqual(wanted)
  })
})
