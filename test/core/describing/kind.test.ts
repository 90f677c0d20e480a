import { describe, expect, it } from 'vitest'
import { judgeKind } from '../../../electron/core/describing/kind.ts'
import { CASES, OTHERS } from './kind-texts.ts'
import { EVENTS, TITLED_CASE, UNTITLED_CASE } from './texts.ts'

describe('a case', () => {
  it('is told in everyday words too: every count that decides stands in the reason', () => {
    const [, title = '', body = ''] = CASES.find(([, name]) => name.startsWith('红枫里')) ?? []
    expect(judgeKind({ title, headings: [], body })).toEqual({ kind: 'case', reason: '没有治理方面的专门用语，基层日常用语 8 种（小区、物业、居民等），创新、机制一类的做法表述 2 处，写明由基层单位来做 2 处，成效 2 处，写到从前的难处与现在的变化。' })
  })

  it('is known by its subtitle as well as by its title', () => {
    expect(judgeKind({ title: '邻里走近了', headings: ['“邻里圆桌”议事模式综述'], body: UNTITLED_CASE.join('\n') }).reason).toContain('标题点明一项有名称的做法')
  })

  it('is work told with its words, its arrangements and its results', () => {
    expect(judgeKind({ title: null, headings: [], body: UNTITLED_CASE.join('\n') })).toEqual({
      kind: 'case',
      reason: '治理用语 13 处（党建引领、网格化治理、矛盾纠纷化解），基层日常用语 13 种（楼道、楼栋、小区等），创新、机制一类的做法表述 6 处，写明由基层单位来做 3 处，成效 4 处，写到从前的难处与现在的变化。',
    })
  })

  it('may be short when its title names a practice', () => {
    expect(judgeKind({ title: TITLED_CASE.title, headings: [], body: TITLED_CASE.lines.join('\n') })).toEqual({
      kind: 'case',
      reason: '治理用语 8 处（自治德治、党建引领、平安建设），基层日常用语 17 种（邻里、议事、停车等），创新、机制一类的做法表述 4 处，写明由基层单位来做 3 处，成效 2 处，写到从前的难处与现在的变化，标题点明一项有名称的做法。',
    })
  })

  it.each(['某市政府工作报告', '某市政府工作報告', '關於加強基層治理的通知', '关于制定下一个五年规划的建议', '某市人大常委会关于促进一网通办的决定 2021年6月3日某市人大常委会第三次会议通过'])('is not one under the title %s', (title) => {
    expect(judgeKind({ title, headings: [], body: UNTITLED_CASE.join('\n') }).kind).toBe('other')
  })

  it.each(['推广六尺巷工作法', '解决停车难的好办法', '党建联席会议制度解民忧'])('stays one under the title %s', (title) => {
    expect(judgeKind({ title, headings: [], body: UNTITLED_CASE.join('\n') }).kind).toBe('case')
  })
})

it('weighs against a text that its lead tells of the whole state', () => {
  const body = UNTITLED_CASE.join('\n')
  const reason = (lead: string): string => judgeKind({ title: null, headings: [], body: `${lead}\n这天天气晴好。` }).reason
  expect([reason('近期，各地压实责任，守护群众健康。'.repeat(12)), reason('财政部日前发布通知，今年购买服务按效能原则进行。'.repeat(9))].map((said) => said.split('；')[0])).toEqual(['“各地”说的是全国的事', '“财政部”说的是全国的事'])
  expect(judgeKind({ title: null, headings: [], body }).reason).not.toContain('全国的事')
})

describe('short texts of many fields', () => {
  it.each(CASES)('%s, a case: %s', (_field, title, body) => {
    expect(judgeKind({ title, headings: [], body }).kind).toBe('case')
  })

  it.each(OTHERS)('%s, no case: %s', (_field, title, body) => {
    expect(body.length).toBeGreaterThanOrEqual(150)
    expect(judgeKind({ title, headings: [], body }).kind).toBe('other')
  })
})

describe('not a case', () => {
  it.each(EVENTS)('%s', (title, body) => {
    expect(judgeKind({ title, headings: [], body }).kind).toBe('other')
  })

  it.each<[name: string, title: string | null, body: string, reason: string]>([
    ['says how short it is', null, '网格员上门。', '正文只有 6 字，不足以说明一项做法。'],
    ['an empty text', null, '', '正文只有 0 字，不足以说明一项做法。'],
    ['a statute by its articles', null, Array.from({ length: 6 }, (_, n) => `第${n + 1}条　网格化管理由街道负责，网格员每日走访，矛盾纠纷及时调处，信访事项当日登记，任何人不得推诿。`).join('\n'), '正文是条文（6 条以“第×条”开头），不是做法记述。'],
    ['a statute by its title', '滁州市社区网格化管理条例（草案）', UNTITLED_CASE.join('\n'), '标题“…区网格化管理条例（草案）”是文件或条文的名称，不是做法记述。'],
    ['several news in one', '青岗快讯', UNTITLED_CASE.join('\n'), '标题“青岗快讯”是几条新闻的合集，不是做法记述。'],
    ['a notice', '关于开展网格员培训的通知', UNTITLED_CASE.join('\n'), '标题“关于开展网格员培训的通知”是文件或条文的名称，不是做法记述。'],
    ['an event, and what it lacks', EVENTS[0]?.[0] ?? '', EVENTS[0]?.[1] ?? '', '标题“揭牌”说的是一次活动；今后打算的表述 2 处；没有治理方面的专门用语，基层日常用语 1 种（理事会），创新、机制一类的做法表述 0 处，不足以认作案例。'],
  ])('%s', (_name, title, body, reason) => {
    expect(judgeKind({ title, headings: [], body })).toEqual({ kind: 'other', reason })
  })

  it('a letter to an office and its answer', () => {
    const letter = '尊敬的市长：小区物业费收了一年，楼道没人扫，业委会也不管，居民议事会开不起来，请您过问。此致敬礼。答复如下：经查，街道已约谈物业，由社区牵头成立业委会，建立回访制度，每月走访一次，去年办结投诉三十余件，办结率98%。您反映的问题将由网格员跟进，物业公司已经增派两名保洁员，楼道每天清扫一次，结果在公示栏公布。感谢您对我们工作的支持。'
    expect(judgeKind({ title: '楼道没人扫', headings: [], body: letter })).toEqual({ kind: 'other', reason: '正文是来信与答复，不是做法记述。' })
  })

  it('an essay that picks its examples from here and there', () => {
    const essay = `${UNTITLED_CASE[2] ?? ''}有的地方网格划了，人却没有到，启示就在这里。关键在于把人放到网格里，唯有如此，方能见效。比如，一些地方把派单当办结，这样的网格并非真网格。`
    expect(judgeKind({ title: '网格里要有人', headings: [], body: essay }).kind).toBe('other')
  })

  it.each(['国务院印发网格化管理意见', '各地推进网格化管理'])('what concerns the whole state: %s', (title) => {
    const body = `坚持网格化管理，建立走访制度，配备网格员，做好便民服务，推动社会治理重心下移。${'文字整齐，条理清楚，篇幅不长，读来明白。'.repeat(40)}`
    expect(judgeKind({ title: '某街道网格化管理', headings: [], body }).kind).toBe('case')
    expect(judgeKind({ title, headings: [], body }).kind).toBe('other')
  })

  it('a report that touches the field in passing', () => {
    const touched = '今年汛期，全省投入抢险人员三万人，转移群众八千人。各地把志愿者和社区民警编成小队，昼夜守在堤上。水利部门会商研判，加密监测，及时发布信息。入夜以后雨势渐小，险情逐一解除。受灾较重的几个乡镇已经恢复供电供水，救灾物资陆续送到群众手中。下一步将建立灾后重建工作机制，抓紧修复道路和农田，确保秋粮少受损失，让受灾群众早日住回新房，过上安稳的日子。'
    expect(judgeKind({ title: '全力以赴防汛抢险', headings: [], body: touched }).kind).toBe('other')
  })

  it('words of the field without anything done or come of it', () => {
    const talk = '基层治理要用心。平安建设要用心。信访工作要用心。志愿服务要用心。'.repeat(8)
    expect(judgeKind({ title: null, headings: [], body: talk }).kind).toBe('other')
  })
})
