import { describe, expect, it } from 'vitest'
import { judgeKind } from '../../../electron/core/describing/kind.ts'
import { EVENTS, TITLED_CASE, UNTITLED_CASE } from './texts.ts'

describe('a case', () => {
  it('is work told with its words, its arrangements and its results', () => {
    expect(judgeKind({ title: null, headings: [], body: UNTITLED_CASE.join('\n') })).toEqual({
      kind: 'case',
      reason: '治理用语 12 处（党建引领、网格化治理、矛盾纠纷化解），创新、机制一类的做法表述 3 处，成效数字 4 处。',
    })
  })

  it('may be short when its title names a practice', () => {
    expect(judgeKind({ title: TITLED_CASE.title, headings: [], body: TITLED_CASE.lines.join('\n') })).toEqual({
      kind: 'case',
      reason: '治理用语 8 处（自治德治、党建引领、平安建设），创新、机制一类的做法表述 2 处，成效数字 2 处，标题点明一项有名称的做法。',
    })
  })

  it.each(['推广六尺巷工作法', '解决停车难的好办法', '党建联席会议制度解民忧'])('stays one under the title %s', (title) => {
    expect(judgeKind({ title, headings: [], body: UNTITLED_CASE.join('\n') }).kind).toBe('case')
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
    ['a notice', '关于开展网格员培训的通知', UNTITLED_CASE.join('\n'), '标题“关于开展网格员培训的通知”是文件或条文的名称，不是做法记述。'],
    ['an event, and what it lacks', EVENTS[0]?.[0] ?? '', EVENTS[0]?.[1] ?? '', '标题“揭牌”说的是一次活动；没有治理方面的用语，创新、机制一类的做法表述 0 处，不足以认作案例。'],
  ])('%s', (_name, title, body, reason) => {
    expect(judgeKind({ title, headings: [], body })).toEqual({ kind: 'other', reason })
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
