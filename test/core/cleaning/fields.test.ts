import { describe, expect, it } from 'vitest'
import { article, cleanLawfully, fixture, markdown, paragraphs, plain, told } from './documents.ts'

const TEXT = '青岗县把议事的地方搬到了村口的凉亭里，大家坐下来慢慢说，事情一件一件地办，三个月来办成了四十多件实事。'

describe('a page saved from the web', () => {
  const web = article(fixture('web.txt'))

  it('gives its source, time, author and editor to their fields', () => {
    expect(web.title).toBe('以“微网格”撬动“大平安”')
    expect(web.source).toEqual({ media: '《平安沅平》杂志', page: null, url: null })
    expect(web.date).toEqual({ value: '2023-05-09T10:20', precision: 'minute', basis: 'stated' })
    expect(web.authors).toEqual([
      { name: '邵棠', role: 'author', note: '中共青岗县委常委、政法委书记' },
      { name: '聂小鱼', role: 'editor', note: null },
    ])
  })

  it('keeps nothing of the page round it', () => {
    expect(told(web, 'furniture').map(({ before }) => before)).toEqual(['当前位置：首页 > 工作动态 > 基层经验', '字号：[大 中 小]    打印', '【打印本页】  【关闭窗口】', '分享到：', '主办单位：青岗县融媒体中心', '版权所有：平安沅平网 某ICP备12345678号-1'])
    expect(web.paragraphs.map(({ text }) => [text.slice(0, 6), text.slice(-4)])).toEqual([['近年来，沅平', '市前列。'], ['健全“三级联', '映问题。'], ['组建20万群', '长说一说']])
  })

  it('flags the lost quotation mark, the number without a unit and the missing stop, and repairs none of them', () => {
    expect(web.notices.filter(({ action }) => action === 'flagged').map(({ rule, before, at }) => [rule, before, at && web.body.slice(at.start, at.end)])).toEqual([
      ['quotes', '”', '”'],
      ['number', '6平安', '6平安'],
      ['unfinished', '说', '说'],
    ])
    expect(web.body).toContain('全面推广平安青岗”小程序')
    expect(web.body).toContain('、6平安义警')
  })
})

describe('lines about the article', () => {
  it.each([
    ['来源：沅平日报\n' + TEXT, { media: '沅平日报' }],
    ['稿源:沅平日报客户端　时间:2024/3/5\n' + TEXT, { media: '沅平日报客户端', date: '2024-03-05' }],
    ['2024年3月5日 星期二\n' + TEXT, { date: '2024-03-05' }],
    ['沅平日报 2024-03-05 09:30\n' + TEXT, { media: '沅平日报', date: '2024-03-05T09:30' }],
    ['来源：沅平日报　2024-03-05　记者 邵棠\n' + TEXT, { media: '沅平日报', date: '2024-03-05', authors: ['邵棠 reporter'] }],
    ['作者：记者 邵小棠\n' + TEXT, { authors: ['邵小棠 author'] }],
    ['来源：沅平日报　　作者：本报记者邵小棠 通讯员 聂小鱼\n' + TEXT, { media: '沅平日报', authors: ['邵小棠 author', '聂小鱼 author'] }],
    ['来源：沅平日报　2024年3月5日　本报记者 邵棠 通讯员 聂小鱼\n' + TEXT, { media: '沅平日报', date: '2024-03-05', authors: ['邵棠 reporter', '聂小鱼 correspondent'] }],
    ['来源：沅平在线　2024-03-05　作者 邵棠\n' + TEXT, { media: '沅平在线', date: '2024-03-05', authors: ['邵棠 author'] }],
    ['作者：邵棠　单位：中共沅平市委党校\n' + TEXT, { authors: ['邵棠 author'] }],
    ['单位：沅平市供水站\n' + TEXT, {}],
    ['发布时间：\n2024-03-05\n来源：\n沅平在线\n' + TEXT, { media: '沅平在线', date: '2024-03-05' }],
    ['版次：A2\n' + TEXT, { page: 'A2' }],
    ['原文链接：https://example.invalid/a?b=1\n' + TEXT, { url: 'https://example.invalid/a?b=1' }],
    ['二〇二四年三月五日\n' + TEXT, { date: '2024-03-05' }],
    ['2024年13月5日\n' + TEXT, {}],
  ])('%j', (text, want) => {
    const { source, date, authors } = article(text)
    const signed = authors.length > 0 ? authors.map(({ name, role }) => `${name} ${role}`) : null
    const found = Object.fromEntries(Object.entries({ ...source, date: date.value, authors: signed }).filter(([, value]) => value !== null))
    expect(found).toEqual(want)
  })

  it('are left where they are inside the text', () => {
    const inside = `${TEXT}\n时间：9月6日，地点：村口凉亭。\n${TEXT}`
    expect(paragraphs(inside)).toEqual([TEXT, '时间：9月6日，地点：村口凉亭。', TEXT])
  })

  it('are a list when there are dozens of them', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `作者：温若川${'甲乙丙丁'.charAt(index % 4)}`)
    expect(article([...lines, TEXT].join('\n')).authors).toHaveLength(4)
    expect(paragraphs([...lines, TEXT].join('\n'))).toHaveLength(26)
  })

  it('are not sentences that happen to begin with a label', () => {
    const sentence = '时间：是最公正的评判者。群众满意不满意，要看办成了多少事。'
    expect(paragraphs(`${sentence}\n${TEXT}`)).toEqual([sentence, TEXT])
  })

  it('say who checked and edited', () => {
    expect(article(`${TEXT}\n编辑：聂小鱼 校对：温若川 审核：邱岚、陶然`).authors).toEqual([
      { name: '聂小鱼', role: 'editor', note: null },
      { name: '温若川', role: 'reviewer', note: '校对' },
      { name: '邱岚', role: 'reviewer', note: null },
      { name: '陶然', role: 'reviewer', note: null },
    ])
  })
})

describe('bylines', () => {
  const authorsOf = (line: string): (string | null)[][] => article(`凉亭议事\n${line}\n${TEXT}`).authors.map(({ name, role, note }) => [name, role, note])
  it.each([
    ['■ 记者 温若川 通讯员 邱 岚', [['温若川', 'reporter', null], ['邱岚', 'correspondent', null]]],
    ['本报记者 温若川 文/图', [['温若川', 'reporter', '本报记者']]],
    ['沅平日报全媒体记者 温若川 实习生 邱岚', [['温若川', 'reporter', '沅平日报全媒体记者'], ['邱岚', 'author', '实习生']]],
    ['沅平日报全媒体记者 温若川 领航员 邱岚', []],
    ['沅平日报全媒体记者 温若川、邱岚', [['温若川', 'reporter', '沅平日报全媒体记者'], ['邱岚', 'reporter', '沅平日报全媒体记者']]],
    ['通讯员 青岗县委宣传部 沈默', [['沈默', 'correspondent', '青岗县委宣传部']]],
    ['记者 程野 摄', [['程野', 'photographer', null]]],
    ['文/顾一帆 图/程野', [['顾一帆', 'author', null], ['程野', 'photographer', null]]],
    ['（本报记者 温若川）', [['温若川', 'reporter', '本报记者']]],
    ['记者温若川 通讯员邱岚', [['温若川', 'reporter', null], ['邱岚', 'correspondent', null]]],
    ['青岗县委书记 祁远山', [['祁远山', 'author', '青岗县委书记']]],
    ['全媒体记者 温若川 通讯员 政言', [['温若川', 'reporter', '全媒体记者'], ['政言', 'correspondent', null]]],
    ['顾一帆 程野 记者 温若川', [['顾一帆', 'author', null], ['程野', 'author', null], ['温若川', 'reporter', null]]],
    ['本报记者 温若川 文 邱岚 制图', [['温若川', 'reporter', '本报记者'], ['邱岚', 'photographer', '本报记者']]],
    ['本报记者 温若川 文 实习生 邱岚 摄', [['温若川', 'reporter', '本报记者'], ['邱岚', 'photographer', '实习生']]],
    ['温若川 通讯员 深入 田间', []],
    ['温若川 文 邱岚 制图', []],
    ['记者 深入 田间', []],
    ['顾一帆', [['顾一帆', 'author', null]]],
    ['□顾一帆 程野', [['顾一帆', 'author', null], ['程野', 'author', null]]],
    ['本报记者 温若川 青岗报道', [['温若川', 'reporter', '本报记者']]],
    ['强基础 惠民生', []],
    ['强基础', []],
  ])('%s', (line, authors) => {
    expect(authorsOf(line)).toEqual(authors)
  })

  it('inside a sentence are read and left', () => {
    const { authors, body } = article(`凉亭议事\n本报讯（记者 温若川 通讯员 邱岚）${TEXT}`)
    expect(authors.map(({ name }) => name)).toEqual(['温若川', '邱岚'])
    expect(body).toBe(`本报讯（记者 温若川 通讯员 邱岚）${TEXT}`)
  })
})

describe('titles', () => {
  const titleOf = (text: string): (string | null)[] => {
    const { kicker, title, subtitle } = article(text)
    return [kicker, title, subtitle]
  }
  it.each([
    ['a text that begins at once has none', TEXT, [null, null, null]],
    ['a speech at the beginning is none', `“${TEXT}”\n${TEXT}`, [null, null, null]],
    ['a short line above the text', `凉亭里的议事会\n\n${TEXT}`, [null, '凉亭里的议事会', null]],
    ['a subtitle in its own line', `凉亭里的议事会\n——青岗县基层治理观察\n${TEXT}`, [null, '凉亭里的议事会', '青岗县基层治理观察']],
    ['a subtitle in brackets', `政府工作报告\n（2024年1月5日在青岗县第三届人民代表大会第二次会议上）\n县长 祁远山\n${TEXT}`, [null, '政府工作报告', '2024年1月5日在青岗县第三届人民代表大会第二次会议上']],
    ['a kicker of phrases', `有事多商量 大事共商量\n凉亭里的议事会\n${TEXT}`, ['有事多商量 大事共商量', '凉亭里的议事会', null]],
    ['a title in two lines', `把议事的桌子\n搬到村口凉亭\n本报记者 温若川\n${TEXT}`, [null, '把议事的桌子 搬到村口凉亭', null]],
    ['a numbered heading is none', `一、凉亭议事\n${TEXT}`, [null, null, null]],
  ])('%s', (_, text, want) => {
    expect(titleOf(text)).toEqual(want)
  })

  it.each([
    ['of several equal headings in Markdown none is it', `# 凉亭\n\n${TEXT}\n\n# 桌子\n\n${TEXT}`, null],
    ['unless the others are numbered', `# 凉亭\n\n${TEXT}\n\n# 一、桌子\n\n${TEXT}`, '凉亭'],
    ['a single heading of any level is it', `### 凉亭\n\n${TEXT}`, '凉亭'],
  ])('%s', (_, text, want) => {
    expect(cleanLawfully(markdown(text)).articles.map(({ title }) => title)).toEqual([want])
  })

  it.each([
    ['an empty line below', '\n\n三月起，社区干部把办公桌搬到了改造现场，听取居民的意见，当天转给施工单位。'],
    ['an indent below', '\n　　三月起，社区干部把办公桌搬到了改造现场，听取居民的意见，当天转给施工单位。'],
    ['a text below that begins with the same words', '\n清溪社区建成已有三十年，水管老化，居民反映强烈，干部把办公桌搬到了改造现场。'],
    ['whole paragraphs below', '\n三月起，社区干部把办公桌搬到了改造现场，听取居民的意见，当天转给施工单位。\n截至年底，共收到居民的意见二百多条，绝大多数已经办结，其余的也都有了说法。'],
  ])('ends in a character that seldom ends one: %s', (_, below) => {
    for (const name of ['a.txt', '水电改造.txt']) {
      const { articles } = cleanLawfully({ ...plain(`清溪社区水电改造一线办公${below}`), name })
      expect(articles.map(({ title, body }) => [title, body.includes('一线办公')])).toEqual([['清溪社区水电改造一线办公', false]])
    }
  })

  it('is no beginning of a sentence whose lines were broken', () => {
    expect(titleOf('近年来清溪社区水电改造一线办公\n室设在楼道里，居民的意见当天收到当天转给施工单位。')[1]).toBe(null)
  })

  it('comes from the one heading of the first level in Markdown', () => {
    const [found] = cleanLawfully(markdown(`# 凉亭里的**议事会**\n\n${TEXT}\n\n## 规矩\n\n${TEXT}`)).articles
    expect(found?.title).toBe('凉亭里的议事会')
    expect(found?.paragraphs.map(({ kind, level }) => [kind, level])).toEqual([['paragraph', null], ['heading', 2], ['paragraph', null]])
  })
})

describe('front matter', () => {
  const [found] = cleanLawfully(markdown(`---\ntitle: 凉亭里的议事会\nsource: 沅平日报\nauthor: [温若川, 邱岚]\ndate: 2024-03-05\nurl: https://example.invalid/a\nplace: 沅平市青岗县\nmood: 晴\n---\n\n# 凉亭里的议事会\n\n${TEXT}\n`)).articles

  it('fills the fields', () => {
    expect(found).toMatchObject({ title: '凉亭里的议事会', source: { media: '沅平日报', url: 'https://example.invalid/a' }, date: { value: '2024-03-05', precision: 'day', basis: 'stated' }, body: TEXT })
    expect(found?.authors.map(({ name, role }) => [name, role])).toEqual([['温若川', 'author'], ['邱岚', 'author']])
  })

  it('tells of keys that no field holds', () => {
    expect(found?.notices.filter(({ text }) => text.includes('没有对应的字段')).map(({ action, before }) => [action, before])).toEqual([['moved', 'mood: 晴']])
  })
})

describe('what is said about the article', () => {
  const notice = article(fixture('notice.txt'))

  it('moves every line of a copyright statement to the rights', () => {
    expect(notice.rightsStatement?.split('\n').map((line) => line.slice(0, 6))).toEqual(['沅平晚报社版', '近期，部分网', '现就有关事项', '凡本报刊发的'])
    expect(notice.body).not.toContain('转载')
    expect(notice.paragraphs.map(({ kind }) => kind)).toEqual(['paragraph', 'heading', 'paragraph', 'heading', 'paragraph'])
  })

  it('takes the jump mark out and calls the text incomplete', () => {
    expect([notice.incomplete, notice.incompleteReason]).toEqual([true, '原文标有“下转A07版”，后文登在另一版，不在这里'])
    expect(notice.body.endsWith('满意率达到98%。')).toBe(true)
    expect(notice.notices.filter(({ rule }) => rule === 'page-jump').map(({ action, before, at }) => [action, before, at])).toEqual([['moved', '（下转A07版）', { start: notice.body.length, end: notice.body.length }]])
  })

  it('leaves a reference to another page inside a paragraph', () => {
    const found = article('名单（接第三版）已经公布，群众可以到社区查看。')
    expect([found.incomplete, found.body]).toEqual([false, '名单（接第三版）已经公布，群众可以到社区查看。'])
  })

  it('says that the beginning is on another page', () => {
    expect(article(`（上接第一版）${TEXT}`)).toMatchObject({ incomplete: true, incompleteReason: '原文标有“上接第一版”，前文登在另一版，不在这里', body: TEXT })
  })

  it('reads page and date from one line', () => {
    expect([notice.source.page, notice.date.value]).toEqual(['A03', '2024-01-18'])
  })

  it('keeps the editor’s note apart', () => {
    const feature = article(fixture('feature.txt'))
    expect(feature.editorNote).toBe('山水之间，有一批默默无闻的守望者。本报今日起推出“我在一线”专栏，讲述基层干部群众的治理故事，敬请关注。')
    expect([feature.title, feature.source.media, feature.date.value]).toEqual([null, '沅平在线', '2023-11-06T08:45'])
    expect(feature.paragraphs.filter(({ kind }) => kind === 'heading').map(({ text }) => text)).toEqual(['山林里走出“信息员”，小事不再拖成大事', '院坝里开起“板凳会”，道理越讲越明白', '平台上连起“一张图”，资源调得动用得上'])
    expect(feature.paragraphs).toHaveLength(14)
  })

  it('ends a statement where the text begins, though the text speaks of the same', () => {
    const story = ['青岗县法院今年受理著作权纠纷四十件。', '调解成功的有三十一件，当事人握手言和。', '有人未经授权转载他人作品，被依法追究法律责任，版权意识由此深入人心。']
    const found = article(['本报声明', '未经本报授权，不得转载，违者依法追究法律责任。', TEXT, ...story].join('\n'))
    expect(found.rightsStatement).toBe('本报声明\n未经本报授权，不得转载，违者依法追究法律责任。')
    expect(found.body).toBe([TEXT, ...story].join('\n'))
  })

  it('does not take a story about copyright for a statement', () => {
    const story = '青岗县法院近日审理一起著作权纠纷案，被告未经许可转载他人作品，法院判决其停止侵权并赔偿损失。'
    expect(article(`${story}\n${TEXT}`).rightsStatement).toBeNull()
  })
})
