import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pathOf, shortNames } from '../../../electron/core/describing/gazetteer.ts'
import { findMentions } from '../../../electron/core/describing/mentions.ts'
import { resolvePlace, type PlaceTexts } from '../../../electron/core/describing/places.ts'
import { gazetteer } from './article.ts'

const texts = (title: string | null, ...body: string[]): PlaceTexts => ({ title: title === null ? [] : [title], headings: [], notes: [], body })
const place = (found: ReturnType<typeof resolvePlace>): string => [found.place.province, found.place.city, found.place.district, found.place.basis].map((part) => part ?? '-').join(' ')

describe('short names', () => {
  it.each([
    ['淮南市', ['淮南']],
    ['安徽省', ['安徽']],
    ['内蒙古自治区', ['内蒙古']],
    ['新疆维吾尔自治区', ['新疆']],
    ['香港特别行政区', ['香港']],
    ['恩施土家族苗族自治州', ['恩施州', '恩施']],
    ['积石山保安族东乡族撒拉族自治县', ['积石山县', '积石山']],
    ['锡林郭勒盟', ['锡林郭勒']],
    ['八公山区', ['八公山']],
    ['和平区', []],
    ['寿县', []],
    ['腾冲市', ['腾冲']],
  ])('%s', (name, short) => {
    expect(shortNames(name)).toEqual(short)
  })
})

describe('the gazetteer', () => {
  it.each([
    ['八公山区', ['安徽省/淮南市/八公山区']],
    ['吉林', ['吉林省']],
    ['吉林市', ['吉林省/吉林市']],
    ['济源市', ['河南省/济源市']],
    ['重庆', ['重庆市/重庆市']],
    ['城口县', ['重庆市/重庆市/城口县']],
    ['襄樊市', ['湖北省/襄阳市']],
    ['鼓楼区', ['江苏省/南京市/鼓楼区', '江苏省/徐州市/鼓楼区', '福建省/福州市/鼓楼区', '河南省/开封市/鼓楼区']],
  ])('knows %s', (name, paths) => {
    expect(gazetteer.names.get(name)?.divisions.map(pathOf)).toEqual(paths)
  })
})

/** Ordinary words that are also places, or end and begin like one: our own sentences. */
const NO_PLACE = [
  '祝老人们健康安康，阖家幸福。', '坚持长治久安，守住底线。', '平安建设靠大家，平安村创建稳步推进。', '公安民警每周到社区坐班。', '邻里和平相处，遇事先商量。', '朝阳小区加装了电梯。', '和谐社区从楼道做起。',
  '网格里资源共享，合作社帮着办起食堂。', '大同小异的做法不必重复。', '让日照充足的阳台种上花。', '召开县委会议，担任县长的他到村接访。', '交通县乡公路修到家门口。', '城南郊区和西北市区一起改。', '建设平安县区，争创平安镇街。',
  '沿海城市要适应城市发展，新增城市公园是一项城市更新。', '西南山区的护林员每天巡山。', '环境稳定安全，医保定点药店进社区。', '出海口的渔民保持均衡水平。', '应当会同县（市、区）部门；市、沿河县（市、区）人民政府负责。', '旅游兴县，传统平房区也受益。',
  '手段高明市民点赞。', '面临高额费用的家庭有人帮。', '新城区与老城区同步改造。', '振兴县域经济，面临县级难题。',
]
const PLACES: readonly [text: string, found: readonly string[]][] = [
  ['陕西省安康市推行积分制。', ['陕西省', '安康市']], ['安康市委政法委牵头。', ['安康市']], ['山西长治推行网格化。', ['山西', '长治']], ['长治市屯留区试点。', ['长治市', '屯留区']], ['公安县埠河镇开展走访。', ['公安县']],
  ['天津市和平区推出楼门议事。', ['天津市', '和平区']], ['北京市朝阳区的群众。', ['北京市', '朝阳区']], ['辽宁朝阳全市推开。', ['辽宁', '朝阳']], ['海东市平安区试点。', ['海东市', '平安区']], ['海南省东方市八所镇。', ['海南省', '东方市']],
  ['广西资源县车田乡。', ['广西', '资源县']], ['山东日照推行社区吹哨。', ['山东', '日照']], ['大同市云州区。', ['大同市', '云州区']], ['广东中山全市铺开。', ['广东', '中山']], ['兰州推行民情流水线。', ['兰州']],
  ['海南定安的网格。', ['海南', '定安']], ['兴县蔡家崖乡设调解室。', ['兴县']], ['山西省吕梁市兴县。', ['山西省', '吕梁市', '兴县']], ['四川巴中：院坝说事', ['四川', '巴中']], ['大连市中山区的社区。', ['大连市', '中山区']],
  ['海城市牛庄镇。', ['海城市']], ['深圳市南山区。', ['深圳市', '南山区']],
]
const FORMER: readonly [text: string, paths: readonly string[]][] = [
  ['四川省成都市郫县。', ['四川省/成都市/郫都区']], ['郫县友爱镇试点。', ['四川省/成都市/郫都区']], ['邢台市任县任城镇。', ['河北省/邢台市/任泽区']], ['三明市沙县凤岗街道。', ['福建省/三明市/沙县区']], ['长治县荫城镇。', ['山西省/长治市/上党区']],
  ['阜阳地区推行联防联调。', ['安徽省/阜阳市']], ['即墨市与胶南市。', ['山东省/青岛市/即墨区', '山东省/青岛市/黄岛区']], ['南通市港闸区。', ['江苏省/南通市/崇川区']], ['雄安新区容东片区。', ['河北省']], ['内蒙草原上的巡防队。', ['内蒙古自治区']],
]

describe('a name in a text', () => {
  it.each(NO_PLACE)('is no place in: %s', (text) => {
    expect(findMentions(text, gazetteer).map((mention) => mention.text)).toEqual([])
  })

  it.each(PLACES)('is a place in: %s', (text, found) => {
    expect(findMentions(text, gazetteer).map((mention) => mention.text)).toEqual(found)
  })

  it.each(FORMER)('leads from a former or other name to today’s place: %s', (text, paths) => {
    const found = findMentions(text, gazetteer)
    expect(paths.filter((path) => !found.some(({ divisions }) => divisions.map(pathOf).join() === path))).toEqual([])
  })

  it.each<[text: string, found: string[]]>([
    ['淮河市民走在上海南站广场', ['上海']],
    ['沿着长江西岸和黄河南路走', []],
    ['社会大局长治久安，日子平安和平', []],
    ['长治市的网格员', ['长治市']],
    ['陕西安康的社区', ['陕西', '安康']],
    ['住在南京路的居民去温州市场', []],
    ['云南腾冲：志愿服务', ['云南', '腾冲']],
    ['充分利用资源、畅通道路', []],
    ['合作市场前景好', []],
    ['全市城区和郊区', []],
    ['在济南市市中区', ['济南市', '市中区']],
    ['建成县级中心、市和县级平台', []],
    ['南京市鼓楼区的社区', ['南京市', '鼓楼区']],
    ['中山路与孙中山纪念馆', []],
    ['北京时间八时，上海合作组织和南昌起义', []],
  ])('%s', (text, found) => {
    expect(findMentions(text, gazetteer).map((mention) => mention.text)).toEqual(found)
  })

  it.each<[text: string, roles: string[]]>([
    ['展览会在山东省枣庄市举行', ['site', 'site']],
    ['展览会由枣庄市人民政府等共同主办', ['site']],
    ['2022中国(枣庄)国际锂电产业展览会', ['site']],
    ['一行赴淄博学习', ['site']],
    ['他在上海务工', ['site']],
    ['绍兴的做法', ['place']],
  ])('is where something is held or visited: %s', (text, roles) => {
    expect(findMentions(text, gazetteer).map(({ role }) => role)).toEqual(roles)
  })

  it('is narrowed by the place before it', () => {
    expect(findMentions('福州市鼓楼区', gazetteer)[1]?.divisions.map(pathOf)).toEqual(['福建省/福州市/鼓楼区'])
    expect(findMentions('鼓楼区', gazetteer)[0]?.divisions).toHaveLength(4)
  })
})

describe('the place of a text', () => {
  it.each<[name: string, texts: PlaceTexts, expected: string]>([
    ['a district that is first in its city', texts('武汉这个区的门禁三年换完', '汉阳区在全市率先更换门禁，汉阳区的做法被称为“全市样板”。'), '湖北省 武汉市 汉阳区 stated'],
    ['the city in the title', texts('宣城市推行邻里议事', '居民在楼下商量。'), '安徽省 宣城市 - stated'],
    ['a city by its short name', texts('滁州：小网格有大作为', '全市网格员上门。'), '安徽省 滁州市 - stated'],
    ['a district gives its city', texts(null, '琅琊区把网格建到楼栋。', '该区选出楼长，琅琊区各社区随后跟进。'), '安徽省 滁州市 琅琊区 stated'],
    ['a county that is said more than its city', texts(null, '桓台县推行积分制。该县三年办成二百件事。', '桓台县各镇都有议事会，山东省淄博市予以推广。'), '山东省 淄博市 桓台县 stated'],
    ['several districts leave the city', texts(null, '我市推行网格化。琅琊区先行。', '南谯区跟进。', '滁州全市铺开。'), '安徽省 滁州市 - stated'],
    ['a province alone', texts('安徽：全省推行网格化', '全省各地跟进。安徽还要继续。'), '安徽省 - - stated'],
    ['a place where something is held is not the place', texts('我市组团参加博览会', '博览会在山东省枣庄市举行。我市七家企业参展。'), '- - - -'],
    ['a place where much is held does not outweigh it', texts(null, '滁州市推行网格化。', '展会在南京市举行，论坛在南京市召开，年会在南京市开幕。'), '安徽省 滁州市 - stated'],
    ['districts that are merely visited leave the city', texts(null, '滁州市领导前往琅琊区察看，又看了南谯区的社区。'), '安徽省 滁州市 - stated'],
    ['a district among others that are visited', texts(null, '调研组前往琅琊区察看，又看了南谯区的社区。'), '安徽省 滁州市 - inferred'],
    ['a survey has none though one city is told at length', texts('各地创新治理', '江西南昌推行网格，南昌的社区有网格员，南昌的街道有议事会，南昌的居民说好。南昌还办了夜校，南昌的夜校不收钱。', '四川巴中推行积分。'), '- - - -'],
    ['a county of several places stays open', texts(null, '鼓楼区推行网格化，鼓楼区居民点赞。'), '- - - -'],
    ['a word for its city decides which county is meant', texts(null, '鼓楼区推行网格化。', '福州的网格员都说好。鼓楼区居民点赞。'), '福建省 福州市 鼓楼区 stated'],
    ['a word for its province decides too', texts(null, '河南的鼓楼区推行网格化，鼓楼区居民点赞。'), '河南省 开封市 鼓楼区 stated'],
    ['a survey of several cities has none', texts('各地创新治理', '江西南昌推行网格。', '四川巴中推行积分。', '山东威海推行热线。'), '- - - -'],
    ['ordinary words name no place', texts(null, '大家团结合作，守护一方平安，实现长治久安，日照充足。'), '- - - -'],
    ['a former name gives today’s place', texts(null, '襄樊市推行网格化，襄樊市居民点赞。'), '湖北省 襄阳市 - stated'],
    ['an author’s office', { title: [], headings: [], notes: ['作者系中共宣城市委常委'], body: ['我市推行网格化。'] }, '安徽省 宣城市 - stated'],
    ['nothing', texts(null), '- - - -'],
  ])('%s', (_name, given, expected) => {
    expect(place(resolvePlace(given, gazetteer))).toBe(expected)
  })

  const lent = { province: '安徽省', city: '宣城市' }
  it.each<[name: string, texts: PlaceTexts, expected: string]>([
    ['lends its city to 我市', texts('我市启动质量月', '9月6日，我市启动质量月活动。'), '安徽省 宣城市 - inferred'],
    ['lends it against the site of a fair', texts('我市组团参加2022中国(枣庄)国际博览会', '博览会在山东省枣庄市举行。'), '安徽省 宣城市 - inferred'],
    ['lends it against a city that a guest comes to', texts('我市企业参展', '我市企业到了枣庄市，枣庄市的同行热情接待。'), '安徽省 宣城市 - inferred'],
    ['lends nothing to a text that has a place', texts('滁州市推行网格化', '滁州各社区跟进。'), '安徽省 滁州市 - stated'],
    ['lends nothing to a text that says nothing of here', texts('国际要闻', '会议闭幕。'), '- - - -'],
  ])('a page %s', (_name, given, expected) => {
    expect(place(resolvePlace(given, gazetteer, lent))).toBe(expected)
  })

  it('says which names it could not decide', () => {
    expect(resolvePlace(texts(null, '鼓楼区推行网格化。'), gazetteer).ambiguous).toEqual([{ name: '鼓楼区', paths: ['江苏省/南京市/鼓楼区', '江苏省/徐州市/鼓楼区', '福建省/福州市/鼓楼区', '河南省/开封市/鼓楼区'] }])
  })

  it('names only what exists, whatever the text', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...[...gazetteer.names.keys()].slice(0, 400)), fc.constantFrom('市', '区', '我市', '在', '举行', '，', '。'))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        for (const mention of findMentions(text, gazetteer)) expect(text.slice(mention.start, mention.end)).toBe(mention.text)
        const { province, city, district } = resolvePlace(texts(null, text), gazetteer).place
        const depth = [province, city, district].map((part) => (part === null ? '-' : 'x')).join('')
        expect(['---', 'x--', 'xx-', 'xxx']).toContain(depth)
      }),
    )
  })
})
