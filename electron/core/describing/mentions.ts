/** Where a text names a place, and how far the words around it let that be the place of its work. */
import type { Division, Gazetteer, PlaceName } from './gazetteer.ts'

export interface PlaceMention {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly form: PlaceName['form']
  /** The places the name can mean here; more than one while no context word has decided. */
  readonly divisions: readonly Division[]
  /** `site`: only where something is held, whom one visited, a medium, or one of a list: hardly ever the place of the work. */
  readonly role: 'place' | 'site'
  /** true when its province stands right before it (云南腾冲), as one writes for readers elsewhere. */
  readonly introduced: boolean
}

/** Cities whose short name is also an ordinary word, a river or a mountain: the name alone says nothing. */
const ORDINARY = new Set(
  '大同 长治 兴安 朝阳 四平 白山 通化 白城 大庆 黑河 丽水 黄山 三明 南平 宜春 吉安 九江 泰安 日照 开封 新乡 黄石 天门 江门 河源 中山 北海 百色 来宾 万宁 东方 白沙 定安 自贡 内江 乐山 广元 安顺 保山 文山 红河 怒江 大理 黔南 山南 渭南 安康 白银 天水 武威 定西 海东 海北 海西 中卫 双河 铁门关 新星 白杨 昆玉 北屯 德州 东营 清远 南通 昌吉 海南州 定安 临高 巴中 阿里 和田 文昌 乌海 山东 河北 河南 湖北 湖南'.split(' '),
)
/** Districts whose full name is an ordinary word (在城区、到郊区、和县里、解放区、旅游兴县): they count only right behind the place they belong to. */
const GENERIC = new Set('城区 郊区 矿区 东区 西区 市中区 新城区 城中区 城东区 城西区 城北区 城关区 桥东区 桥西区 新市区 和县 成县 康县 文县 随县 礼县 景县 代县 古县 新县 高县 富县 理县 容县 单县 南县 宁县 义县 应县 范县 温县 环县 合作市 东方市 老城区 古城区 解放区 平房区 新建区 港口区 新兴区 市北区 北市区 南市区 东市区 中市区 北站区 南郊区 平安县 高明市 兴县'.split(' '))
/** Characters that, right before a name, end another word with it: 沿海城市, 适应城市, 医保定点, 均衡水平, 出海口, 马里兰州. */
const JOINED_BEFORE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    海城市: '沿滨临靠', 应城市: '适响对供反', 增城市: '新', 项城市: '一两多单专各', 运城市: '奥亚冬', 兴城市: '新振复', 韩城市: '中日', 宣城市: '文', 白城市: '黑', 和平区: '比',
    南山区: '东西', 西山区: '浙鄂湘川桂晋豫赣闽滇黔皖粤', 千山区: '万', 中山区: '作', 叶县: '千', 洋县: '大', 任县: '担现历',
    保定: '医社', 衡水: '均平', 丽江: '美', 海口: '出入', 兰州: '里', 达州: '里苏', 梅州: '苏', 喀什: '拉',
  }),
)
/** 会同县（市、区）: what is named is every county. */
const EVERY_COUNTY_AFTER = /^[（(](?:市|区|县)/u

/** Behind a name, these make it part of something else: 南京路, 北京时间, 上海合作组织, 温州市场, 城区域. */
const NOT_A_PLACE_AFTER = /^(?:[路巷弄寺石湾]|大道|大街|街(?!道|办)|银行|保险|证券|火车站|站前|久安|时间|合作组织|起义|事变|冬奥|冬残奥|奥运|亚运|会战)/u
const NOT_A_RANK_AFTER = /^(?:场|域|间|别|块|级)/u
const DIRECTION_AFTER = /^[岸侧麓坡边段路线]/u

/** A city by its short name alone is one when an office or a paper of that place follows. */
const OFFICE_AFTER = /^(?:市|州|县|区|全[市州县区域]|公安|政法|法院|检察|日报|晚报|发布|各[市县区地级乡镇]|地区)/u
/** Two or three characters that a name below a county can have: no rank, no particle, no office. */
export const NAME_BELOW = '[^\\P{Script=Han}的了和与及或等个各全市县区镇乡城域地省级新老委]{2,3}'
/** 任县任城镇, 和县乌江镇: a town or street right behind it tells a county from a word. */
const TOWN_AFTER = new RegExp(`^${NAME_BELOW}(?:街道|镇|乡)`, 'u')

const SITE_BEFORE = /(?:赴|前往|奔赴|来自|飞抵|抵达|学习|借鉴|籍贯|中国[（(]|国际[（(])$/u
const HELD_BEFORE = /在$/u
const HELD_AFTER = /^[^。，；,;]{0,12}?(?:举行|举办|召开|开幕|闭幕|参展|落幕)/u
const VISIT_BEFORE = /[到在赴]$/u
const VISIT_AFTER = /^[^。，；,;]{0,8}?(?:考察|调研|学习|取经|参展|出差|务工|打工|访问)/u
const MEDIUM_AFTER = /^(?:省|市)?(?:日报|晚报|卫视|电视台|广播|人民出版社)/u
/** One of the hosts of an event: 枣庄市人民政府等共同主办. */
const HOST_AFTER = /^[^。，；,;]{0,10}?(?:主办|承办|协办)/u
const LISTED_AFTER = /^(?:等(?:地|省|市|\d|[一二三四五六七八九十]))/u

const isParent = (parent: Division, child: Division): boolean => parent.province === child.province && (parent.level === 'province' || (parent.level === 'city' && child.level === 'district' && parent.city === child.city))

/** Every mention of a place in `text`, from left to right. A name is narrowed by the place right before it: 南京市鼓楼区, 云南腾冲. */
export function findMentions(text: string, gazetteer: Gazetteer): readonly PlaceMention[] {
  const mentions: PlaceMention[] = []
  let previous: PlaceMention | null = null
  for (const { word, value, start, end } of gazetteer.find(text)) {
    const adjacent: PlaceMention | null = previous !== null && start - previous.end <= 1 ? previous : null
    // 在山东省枣庄市举行: what stands before the province is said of the city too.
    const from = adjacent !== null && adjacent.end === start ? adjacent.start : start
    const before = text.slice(Math.max(0, from - 4), from)
    const after = text.slice(end, end + 24)
    const narrowed = adjacent === null ? [] : value.divisions.filter((division) => adjacent.divisions.some((parent) => isParent(parent, division)))
    if (!isPlace(word, value, before, after, narrowed.length > 0, start === 0) || isTorn(word, value, before, gazetteer)) continue
    const mention: PlaceMention = { text: word, start, end, form: value.form, divisions: narrowed.length > 0 ? narrowed : value.divisions, role: roleOf(value, before, after), introduced: narrowed.length > 0 && adjacent?.divisions[0]?.level === 'province' }
    mentions.push(mention)
    previous = mention
  }
  return mentions
}

function isPlace(word: string, { form, divisions }: PlaceName, before: string, after: string, hasParent: boolean, first: boolean): boolean {
  if (hasParent) return !NOT_A_PLACE_AFTER.test(after)
  if (JOINED_BEFORE.get(word)?.includes(before.slice(-1) || ' ') === true || (word.endsWith('县') && EVERY_COUNTY_AFTER.test(after))) return false
  if (form === 'full') return (!GENERIC.has(word) || (word.endsWith('县') && TOWN_AFTER.test(after))) && !NOT_A_RANK_AFTER.test(after)
  if (NOT_A_PLACE_AFTER.test(after)) return false
  const headline = first && /^[：:]/u.test(after)
  switch (divisions[0]?.level) {
    case 'province':
      return !(/[长黄太泰珠淮大]$/u.test(before) && DIRECTION_AFTER.test(after)) && !/^[岸麓]/u.test(after)
    case 'city':
      return !ORDINARY.has(word) || OFFICE_AFTER.test(after) || headline
    case 'district':
      return word.length >= 3 || headline || (word.endsWith('县') && TOWN_AFTER.test(after))
    case undefined:
      return false
  }
}

/** 博山东头村: the first sign ends the name of a district, and the province is none. */
const isTorn = (word: string, { form, divisions }: PlaceName, before: string, { names }: Gazetteer): boolean => form === 'short' && divisions[0]?.level === 'province' && /[\u4e00-\u9fff]$/u.test(before) && ['区', '县', '市'].some((rank) => names.get(`${before.slice(-1)}${word.charAt(0)}${rank}`)?.form === 'full')

function roleOf({ divisions }: PlaceName, before: string, after: string): PlaceMention['role'] {
  if (SITE_BEFORE.test(before) || LISTED_AFTER.test(after) || HOST_AFTER.test(after)) return 'site'
  if (HELD_BEFORE.test(before) && HELD_AFTER.test(after)) return 'site'
  if (VISIT_BEFORE.test(before) && VISIT_AFTER.test(after)) return 'site'
  return divisions[0]?.level === 'province' && MEDIUM_AFTER.test(after) ? 'site' : 'place'
}
