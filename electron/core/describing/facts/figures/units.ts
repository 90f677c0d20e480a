/** What numbers count in: classifiers (件, 名, 人次), money, shares, time, length; the longest that stands there. */

export type UnitKind = 'things' | 'people' | 'times' | 'money' | 'share' | 'points' | 'years' | 'time' | 'size' | 'fold' | 'score'

const UNITS: readonly (readonly [kind: UnitKind, words: string])[] = [
  ['people', '名 人 位 员 人次 人（次） 人·次 余人 名（次） 人(次) 户 户次 口人 户人家'],
  ['things', '个 家 件 起 宗 条 项 处 所 支 座 栋 幢 台 辆 套 部 本 份 张 篇 类 种 间 路 盏 艘 架 棵 株 幅 门 对 组 队 例 桩 单 则 款 枚 册 块 片 段 根 扇 口 眼 道 句 集 只 头 期 批 面 顶 把 根 朵 餐 顿 列 颗 节 堂 封 票 笔 项次 件次 件（人）次 件（人次） 批（人）次 批（次） 家次 户次 件（次） 起（次） 项（次） 条（次） 例（次） 场（次） 处（次） 条次 台次 辆次 批次 个（处） 处（个） 班 户（次） 平台'],
  ['times', '次 场 场次 回 遍 趟 人次 班次 车次 轮 课时 学时'],
  ['money', '元 万元 亿元 美元 元钱 元人民币 块钱 欧元 港元'],
  ['share', '% ‰ 个百分点 百分点'],
  ['points', '分'],
  ['years', '年 周年'],
  ['time', '个月 月 天 日 小时 个小时 分钟 秒 秒钟 周 个工作日 工作日 个星期 个自然日 分半钟 个季度 刻钟'],
  ['size', '亩 公顷 平方米 平方公里 平方千米 ㎡ 平米 公里 千米 米 厘米 吨 公斤 千克 斤 克 升 千瓦 千瓦时 度电 立方米 立方 平方 兆 GB TB PB M G T 层 兆瓦 毫克 字 微克/立方米 毫克/升 群 岁'],
  ['fold', '倍'],
]

export interface Unit {
  readonly text: string
  readonly kind: UnitKind
}

const byFirst = new Map<string, Unit[]>()
for (const [kind, words] of UNITS) {
  for (const text of new Set(words.split(' '))) {
    const same = byFirst.get(text.charAt(0)) ?? []
    if (!same.some((unit) => unit.text === text)) byFirst.set(text.charAt(0), [...same, { text, kind }].toSorted((a, b) => b.text.length - a.text.length))
  }
}

/** Words that begin like a classifier and are none: 30人民警察, 3项目, 5条件, 12家庭, 2分之一. */
const NOT_A_UNIT = /^(?:人(?:民|员|才|口|大|工|社|力|类|家|物|性|生|道)|家(?:庭|属|长|园|乡|事|装|政|门)|项目|条(?:件|例|款)|名(?:单|称|义|誉|医|师|校|家)|件数|位(?:于|列|居|置)|员工|户籍|部门|部(?:分|署|队)|组(?:织|长|建|成)|种(?:植|类|养|子)|类(?:型|似)|台(?:账|阶|湾)|路(?:段|口|线|灯|面|网)|门(?:口|店|户|诊|面|牌)|对(?:接|象|于|应|口)|队(?:伍|员|长)|单(?:位|元|一|独)|道(?:路|德)|口(?:径|碑)|节(?:点|约|日)|面(?:向|对|积)|把(?:握|关)|期间|批准|头(?:条|等)|封(?:闭|控)|票据|把手|列(?:入|为)|集(?:中|体|成|合)|分(?:别|之|类|级|局|析|散|工|布|公司|中心|钟|支|会|流)|年(?:度|龄|级|代|轻|内|前|底|初|末)|天(?:然|下)|日(?:常|益|报|上)|周(?:边|围|期)|M[A-Za-z]|G[A-Za-z]|T[A-Za-z]|层(?:级|面|次)|米(?:饭|粉)|本(?:市|区|县|地|级|人|科|报|土)|份(?:子|额)|处(?:理|置|于|级|长|罚|分)|所(?:有|属|长|在)|支(?:部|持|撑|付|书记|队(?!伍)|行)|场(?:所|地|景|面)|次(?:数|日|年)|起(?:来|到|草|诉|步|因|点)|套(?:路|餐)|片(?:区|警|长)|段(?:长|位)|间(?:隔|接)|例(?:如|行|外|会)|则(?:是|为)|层(?:层)|句(?:话)|班(?:子|组|长)|笔(?:者|记)|元(?:旦)|级|字(?:体|号|样|幕|诀|经))/u
/** 三个一, 5个一: what is behind is a formula, not a thing. */
const LONGEST_EXCEPTION = 4

/** The unit that begins at `at`, or null. */
export function unitAt(text: string, at: number): Unit | null {
  const found = byFirst.get(text.charAt(at))?.find((unit) => text.startsWith(unit.text, at))
  if (found === undefined) return null
  return NOT_A_UNIT.test(text.slice(at, at + LONGEST_EXCEPTION)) && found.text.length < 2 ? null : found
}
