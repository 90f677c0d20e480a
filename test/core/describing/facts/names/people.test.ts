import { describe, expect, it } from 'vitest'
import { named } from './named.ts'

const people = (text: string): readonly string[] => named('person', text).map(({ of }) => [of.name, of.role, of.alias].filter((part) => part !== null).join(' | '))

describe('people', () => {
  it.each<[text: string, found: readonly string[]]>([
    ['网格员陶冬梅挨家走访，县法院驻清溪镇特邀调解员鲁秋生来到现场，老鲁一开口大家都笑了。', ['陶冬梅 | 网格员', '鲁秋生 | 县法院驻清溪镇特邀调解员 | 老鲁']],
    ['在律师徐作林帮助下，双方和解。', ['徐作林 | 律师']],
    ['家住黎明小区的俞敬山老人告诉记者，楼道亮了。', ['俞敬山 | 老人']],
    ['得到省委书记郑怀洁批示肯定。', ['郑怀洁 | 省委书记']],
    ['顾汕林指出，要抓好落实。', ['顾汕林']],
    ['寿县医调委李来福、大通区交调委王中明等先后荣获表彰。', ['李来福 | 寿县医调委', '王中明 | 大通区交调委']],
    ['作为南苑小区的一名网格员，雨天里，陶敏华扛起了巡查。', ['陶敏华 | 网格员']],
    ['区领导鲁正清、何萍、曾大林参加活动。', ['鲁正清 | 区领导', '何萍 | 区领导', '曾大林 | 区领导']],
    ['陶文清、鲁大洪、应勇出席会议。', ['陶文清', '鲁大洪', '应勇']],
    ['退休干警伍新田当起了调解员，刘奇作了报告，秦飞关于调解的体会打动了大家。', ['伍新田 | 退休干警']],
    ['以“全省模范人民调解员”林大登为核心。（通讯员 陆青 记者 薛明卿）', ['林大登 | 全省模范人民调解员', '陆青 | 通讯员', '薛明卿 | 记者']],
    ['家住中马街道的葛志清多了一个身份。', ['葛志清']],
    ['村里有位能人，叫秦守义，乡亲们称为“秦公道”。', ['秦守义 | 秦公道']],
  ])('%s', (text, found) => {
    expect(people(text)).toEqual(found)
  })

  it.each([
    '居民胡某等人到大厅咨询，王某某也来了。',
    '坚持以习近平新时代中国特色社会主义思想为指导，习近平总书记强调要抓落实。',
    '成立以市委书记任组长、市长任第一副组长的领导小组。',
    '获得群众高频点赞，居民安全感提高，党员高度重视，村民方便多了。',
    '每名网格员月均处理事项信息超过6万件。',
    '八公山区、田家庵区、白沙镇都在推行。',
    '陈主任和张阿姨聊起家常，“黄马甲”来了，“黄马甲”走了，“黄马甲”又来了。',
    '群众来信300多封，接待群众来访40多次，牢记总书记殷切嘱托，学生成长成才。',
    '贺兰山下是家园，贺兰山上有哨所，守护贺兰山。',
  ])('nobody: %s', (text) => {
    expect(people(text)).toEqual([])
  })

  it('counts who signed, with an empty span, and not who edited', () => {
    const authors = [
      { name: '何明', role: 'reporter' as const, note: '本报记者' },
      { name: '周岩', role: 'author' as const, note: null },
      { name: '包青', role: 'editor' as const, note: null },
    ]
    expect(named('person', '网格员走访居民。', { authors }).map(({ of, start, end, sentence }) => [of.name, of.role, start, end, sentence])).toEqual([
      ['何明', '本报记者', 0, 0, { start: 0, end: 0 }],
      ['周岩', '作者', 0, 0, { start: 0, end: 0 }],
    ])
  })
})
