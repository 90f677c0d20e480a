/**
 * The words by which a text shows itself as governance work, by family. They decide nothing alone: `kind.ts` counts families and hits,
 * `title.ts` names a text that has no title by them. Segmentation has its own, larger list in `content/dictionary`.
 */
import { createMatcher, type Match } from './matcher.ts'

export type Family = 'party' | 'grid' | 'mediation' | 'fengqiao' | 'center' | 'smart' | 'selfrule' | 'law' | 'safety' | 'petition' | 'participation' | 'service' | 'system'

/** How a reader calls each family; used in reasons. */
export const FAMILY_NAMES: Readonly<Record<Family, string>> = {
  party: '党建引领',
  grid: '网格化治理',
  mediation: '矛盾纠纷化解',
  fengqiao: '枫桥经验',
  center: '综治中心',
  smart: '智慧治理',
  selfrule: '自治德治',
  law: '公共法律服务',
  safety: '平安建设',
  petition: '信访工作',
  participation: '社会参与',
  service: '便民服务',
  system: '社会治理',
}

const WORDS: Readonly<Record<Family, string>> = {
  party: '党建引领 党建联盟 党建共建 区域化党建 大党委 基层党建 红色物业 红色引领 红色网格 红色驿站 党群服务中心 党群联席会 在职党员 双报到 党员报到 社区吹哨 吹哨报到 部门报到 街乡吹哨 小区党支部 网格党支部 网格党建 楼栋党小组 党员中心户 双网融合',
  grid: '网格化 网格员 网格长 网格化管理 网格化治理 网格化服务 网格治理 全科网格 综合网格 微网格 小网格 网格划分 警网融合 警务网格 多网合一 网格中心 网格事件 网格工作 网格服务 网格平台 一网联动 邻长 楼栋长',
  mediation:
    '矛盾纠纷 矛盾纠纷化解 矛盾纠纷调处 矛盾纠纷排查化解 矛盾纠纷多元化解 矛盾纠纷多元调处 多元化解 多元解纷 多元调处 诉源治理 诉前调解 诉调对接 访调对接 警调对接 三调联动 大调解 人民调解 人民调解员 调解员 调解室 调解工作室 调解中心 调解委员会 调解组织 行业性专业性调解 调处化解 化解纠纷 邻里纠纷 医患纠纷 物业纠纷 婚姻家庭纠纷 家事调解 老娘舅 和事佬',
  fengqiao: '枫桥经验 新时代枫桥经验 枫桥式 浦江经验 四下基层 矛盾不上交 小事不出村 大事不出镇 就地化解 化解在基层 化解在萌芽',
  center: '综治中心 矛调中心 综治 社会治安综合治理 社会治理中心 矛盾纠纷调处化解中心 调处中心 一站式平台 最多跑一地 最多访一次 指挥调度中心 社会治理指挥中心 公共法律服务中心 诉求服务中心 多中心合一',
  smart: '雪亮工程 智治 智慧治理 智慧社区 智慧安防 城市大脑 一网统管 一网通办 数字治理 科技赋能 视频监控 监控点位 预警系统 数据共享',
  selfrule: '三治融合 议事会 议事厅 议事协商 民主议事 民主协商 居民自治 村民自治 居民议事 村民说事 院坝会 板凳会 恳谈会 有事好商量 村规民约 居民公约 积分制 文明积分 道德评议会 红白理事会 移风易俗 乡贤 业委会 业主委员会 居民议事会 业主大会',
  law: '公共法律服务 法律顾问 一村一法律顾问 法律明白人 法治带头人 法律援助 民主法治示范村 无讼村 无讼社区 三官一律 司法所 人民法庭 普法',
  safety: '平安建设 平安创建 平安志愿者 社会治安 治安防控 群防群治 治安巡逻 义务巡逻 扫黑除恶 风险隐患 隐患排查 社会稳定风险评估 重点人群 流动人口 义警 红袖标 社区民警 一村一警 反诈',
  petition: '信访 信访积案 初信初访 领导包案 领导接访 带案下访 联合接访 信访代办 零上访 上访 信访事项',
  participation: '社会组织 志愿服务 志愿者 社会工作者 社工 群团组织 公益创投 政府购买服务 五社联动 心理服务 多方参与 公众参与',
  service: '接诉即办 未诉先办 即接即办 首接负责制 12345热线 便民热线 市民热线 办结率 满意率 回访率 便民服务 政务服务 代办员 帮办代办 急难愁盼 为民办实事 服务群众 群众满意度 最后一公里 最后一米 办事群众 办事大厅 亲民化',
  system: '社会治理 基层治理 基层社会治理 市域社会治理 社区治理 乡村治理 综合治理 共建共治共享 社会治理共同体 共治 善治',
}

const familyOf: ReadonlyMap<string, Family> = new Map(
  Object.entries(WORDS).flatMap(([family, words]) => words.split(' ').map((word): [string, Family] => [word, isFamily(family) ? family : 'system'])),
)

function isFamily(name: string): name is Family {
  return Object.hasOwn(FAMILY_NAMES, name)
}

export const governanceWords: readonly string[] = [...familyOf.keys()]

/** Occurrences of governance words, the longest at each place. */
export const findGovernance: (text: string) => readonly Match<Family>[] = createMatcher(familyOf)

/** Where governance happens and what it is about, in the words of those who live there. Their variety tells, not one of them alone. */
const EVERYDAY = [
  '居民 村民 业主 物业 小区 楼院 楼道 楼栋 楼长 邻里 邻居 左邻右舍 社区 街道 乡镇 镇里 村里 村居 村组 村部 村干部 支书 党总支 村支部 村委会 居委会 院坝 屋场 家门口 党小组 驻村',
  '民警 警务室 派出所 法庭 法官 保安 网格 包片 分片 信息员 议事员 楼组长 中心户 理事会 议事 议题 提案 表决 公约 积分 清单 公示 台账 信用 红黑榜 小微权力 村务监督 村务公开 业主代表 物管会 联防',
  '纠纷 矛盾 争执 争吵 口角 扯皮 推诿 诉求 投诉 息访 接访 上访 来访 调解 化解 评理 劝说 说和 双方 按手印 乡亲 当事人 就地 当场 烦心事 群众反映',
  '回访 上门 走访 入户 挨家挨户 派单 办结 代办 跑腿 盖章 窗口 热线 工单 巡查 巡逻 隐患 停车 噪声 噪音 漏水 飞线 养犬 独居 留守',
]
export const findEveryday: (text: string) => readonly Match<string>[] = createMatcher(EVERYDAY.flatMap((line) => line.split(' ')).map((word) => [word, word]))
