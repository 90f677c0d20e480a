import { describe, expect, it } from 'vitest'
import type { FoundTag } from '../../../../electron/core/describing/practices/index.ts'
import { articleOf } from '../article.ts'
import { FRAME, practice, taggerOf, tagsOf } from './files.ts'

const body = (lines: readonly string[]): string => [...FRAME, ...lines].join('\n')
/** What a reader sees: 'id strength: trigger, trigger'. */
const shown = (tags: readonly FoundTag[]): string[] => tags.map(({ id, strength, evidence, inTitle }) => `${id} ${strength}: ${[...inTitle, ...evidence].map(({ trigger }) => trigger).join(' | ')}`)

describe('what fires', () => {
  const grid = [practice('grid', { strong: ['网格员'], weak: ['入户', '上报'], negative: ['铁路网格'] }), practice('grid.loop', { strong: ['网格闭环'], patterns: ['在[^，。]{0,6}格内办结'] })]

  it.each<[why: string, line: string, tags: readonly string[]]>([
    ['one strong trigger', '三月起由网格员巡查楼道。', ['grid secondary: 网格员']],
    ['a pattern', '小事在自己格内办结，大事交镇里。', ['grid secondary: 在自己格内办结', 'grid.loop secondary: 在自己格内办结']],
    ['two different weak ones', '党员先入户再上报。', ['grid secondary: 入户 + 上报']],
    ['not the same weak one twice', '党员入户，网管也入户。', []],
    ['not two weak ones of two sentences', '党员入户。难事上报。', []],
    ['not what a negative covers', '铁路网格员值守道口。', []],
    ['not what a negative of the parent covers, in its sub-practice either', '铁路网格闭环验收。', []],
    ['not over the end of a sentence', '大家拉起一张网。格员到场。', []],
    ['names in quotes as names without', '“网格”员每天走一遍。', ['grid secondary: 网格”员']],
    ['full-width and traditional forms', '網格員每天走一遍。', ['grid secondary: 網格員']],
  ])('%s', (_, line, tags) => {
    expect(shown(tagsOf(grid, [line]))).toEqual(tags)
  })

  it('nothing over the end of a line', () => {
    expect(tagsOf(grid, ['大家一起织好这张网', '格员到场。'])).toEqual([])
  })

  it('nothing from under a sub-head that says 原文未述, and what follows the next one again', () => {
    expect(shown(tagsOf(grid, ['## 局限与原文未述', '网格员有多少，没有写。', '## 成效', '网格员每天走一遍。']))).toEqual(['grid secondary: 网格员'])
  })

  it('no pattern of which a negative touches one word', () => {
    const practices = [practice('grid', { patterns: ['网格…巡查'], negative: ['电网格'] })]
    expect(shown(tagsOf(practices, ['网格里天天巡查。']))).toEqual(['grid secondary: 网格 + 巡查'])
    expect(tagsOf(practices, ['电网格里天天巡查。'])).toEqual([])
  })

  it('a trigger in quotes in quotes only', () => {
    const order = [practice('fengqiao', { strong: ['“派”单'] })]
    expect(shown(tagsOf(order, ['由中心“派”单。']))).toEqual(['fengqiao secondary: 派”单'])
    expect(tagsOf(order, ['由中心派单。'])).toEqual([])
  })

  it('the longest wording in one practice, and others in other practices', () => {
    const practices = [practice('smart', { strong: ['预警', '风险预警系统'] }), practice('safety', { strong: ['风险'] })]
    expect(shown(tagsOf(practices, ['市里建成风险预警系统。']))).toEqual(['smart secondary: 风险预警系统', 'safety secondary: 风险'])
  })
})

describe('how strongly', () => {
  const grid = [practice('grid', {}), practice('grid.team', { strong: ['网格员', '调解中心', '网格'] })]
  const strength = (lines: readonly string[], title: string | null = null): string => tagsOf(grid, lines, title).find(({ id }) => id === 'grid.team')?.strength ?? 'none'

  it.each<[strength: string, why: string, lines: readonly string[]]>([
    ['secondary', 'one sentence', ['网格员上门。']],
    ['primary', 'two sentences', ['网格员上门。', '选出网格员九名。']],
    ['secondary', 'the same sentence twice', ['网格员上门。', '网格员上门。']],
    ['primary', 'a sub-head', ['## 网格员进楼道；邻里更近']],
    ['mention', 'one of several offices in a row', ['镇里把信访办、调解中心、司法所等并到一处。']],
    ['secondary', 'a row of things done', ['街道选聘网格员、划定片区、公布电话。']],
    ['mention', 'a document’s title', ['区里印发《网格员选聘办法》。']],
    ['mention', 'what is still to come', ['下一步，街道将选聘网格员。']],
    ['secondary', 'one told, the others named', ['网格员上门。', '镇里把信访办、调解中心、司法所等并到一处。']],
  ])('%s: %s', (expected, _, lines) => {
    expect(strength(lines)).toBe(expected)
  })

  it('an item of a list is a mention while it is a bare name', () => {
    const list = (text: string): string => {
      const article = articleOf([...FRAME, text])
      return taggerOf(grid)({ ...article, paragraphs: article.paragraphs.map((paragraph) => (paragraph.text === text ? { ...paragraph, kind: 'list' as const } : paragraph)) }).find(({ id }) => id === 'grid.team')?.strength ?? 'none'
    }
    expect(list('网格员')).toBe('mention')
    expect(list('网格员每天巡查两次，发现问题当场上报')).toBe('secondary')
  })

  it('the title makes it primary and is no sentence of the body', () => {
    const [parent, child] = tagsOf(grid, ['大家满意。'], '一名网格员的一天')
    expect([parent?.strength, child?.strength, child?.evidence]).toEqual(['primary', 'primary', []])
    expect(child?.inTitle).toEqual([{ start: 0, end: 8, trigger: '网格员', marks: [{ start: 2, end: 5 }] }])
  })
})

describe('evidence', () => {
  it('of a parent is its own and its sub-practices’, each sentence once, marks joined', () => {
    const practices = [practice('grid', { strong: ['网格化'] }), practice('grid.team', { strong: ['网格员'] }), practice('grid.party', { strong: ['网格员队伍'] })]
    const line = '网格化从建网格员队伍起步。'
    const start = body([line]).indexOf(line)
    expect(tagsOf(practices, [line, '网格员满百。'])[0]).toEqual({
      id: 'grid',
      strength: 'primary',
      evidence: [
        { start, end: start + line.length, trigger: '网格化 + 网格员队伍', marks: [{ start, end: start + 3 }, { start: start + 5, end: start + 10 }] },
        { start: start + line.length + 1, end: start + line.length + 7, trigger: '网格员', marks: [{ start: start + line.length + 1, end: start + line.length + 4 }] },
      ],
      inTitle: [],
    })
  })

  it('of a pattern is the words that fired, not what stands between them, and what a practice finds in between stands, too', () => {
    const tags = tagsOf([practice('grid', { strong: ['网格员'], patterns: ['片区……办结'], negative: ['三日'] })], ['片区的事由网格员三日办结。'])
    expect(shown(tags)).toEqual(['grid secondary: 片区 + 网格员 + 办结'])
  })

  it('keeps its place beside signs beyond the basic plane', () => {
    const [tag] = tagsOf([practice('grid', { strong: ['网格员'] })], ['𠮷家村的“网格员”上门。'])
    const text = body(['𠮷家村的“网格员”上门。'])
    expect(tag?.evidence.map(({ start, end, marks }) => [text.slice(start, end), ...marks.map((mark) => text.slice(mark.start, mark.end))])).toEqual([['𠮷家村的“网格员”上门。', '网格员']])
  })
})

describe('a text about something else', () => {
  const practices = [practice('grid', { strong: ['网格员', '闭环'] })]

  const DENSE = ['会议强调，要推进网格化治理，抓好矛盾纠纷排查，发挥网格员作用，完善议事协商、积分制和志愿服务，建设平安社区。', '会议要求，各级要加强组织领导，把社会治理各项任务落到实处。']

  it.each<[what: string, title: string, lines: readonly string[]]>([
    ['the news of a meeting', '全市社会治理推进会召开', ['五月八日，全市社会治理推进会召开。', ...DENSE]],
    ['what concerns the whole state', '全国各地推进社会治理', DENSE],
    ['a statute', '柳湾市网格化服务管理条例', ['第一条 为了规范网格化服务管理，制定本条例。', ...DENSE]],
  ])('shows nothing, dense as it is in words of the field: %s', (_, title, lines) => {
    expect(taggerOf(practices)(articleOf(lines, { title }))).toEqual([])
    expect(taggerOf(practices)(articleOf(lines, { title: '柳湾的网格怎么转' })).map(({ id }) => id)).toEqual(['grid'])
  })

  it('is none when it tells how the police of a place work now, and is when it tells of one case', () => {
    const reform = ['柳湾市公安局把移动警务装进每名民警的手机，社区民警随走随录，警情由合成作战席统一派出。', '全年可防性治安案件少了两成，网格员也能看到提示。']
    const crime = ['昨夜柳湾市公安局通报，一名男子在水泥厂偷走铜线，警方已经破案。', '网格员提供了线索。']
    expect(taggerOf(practices)(articleOf(reform, { title: '手机里的值守' })).map(({ id }) => id)).toEqual(['grid'])
    expect(taggerOf(practices)(articleOf(crime, { title: '手机里的值守' }))).toEqual([])
    expect(taggerOf(practices)(articleOf(reform.map((line) => line.replace('柳湾市公安局', '这家公司')), { title: '手机里的值守' }))).toEqual([])
  })

  it('is read all the same when a person has said that it is a case', () => {
    const article = articleOf(['网格员参观了水泥厂。'])
    expect(taggerOf(practices)(article)).toEqual([])
    expect(taggerOf(practices)({ ...article, kind: 'other' })).toEqual([])
    expect(taggerOf(practices)({ ...article, kind: 'case' }).map(({ id }) => id)).toEqual(['grid'])
  })

  it.each<[about: string, lines: readonly string[]]>([
    ['a works', ['九月三日，城东水泥厂第三条生产线点火。技术员说，冷却水走闭环，一年可省水四万吨。', '厂里还请网格员代表参观了车间，并赠送了纪念品。']],
    ['a match', ['昨晚，市体育场座无虚席。上半场第三十七分钟，客队先进一球。', '下半场主队换上两名前锋，场边的网格员也喊哑了嗓子。', '比分最终定格在二比二，闭环管理的赛会顺利收官。']],
  ])('shows nothing: %s', (_, lines) => {
    expect(taggerOf(practices)(articleOf(lines, { title: '一日见闻' }))).toEqual([])
  })
})
