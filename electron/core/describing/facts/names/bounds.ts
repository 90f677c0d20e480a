/** Where a name begins that is known by its last word (…平台, …调解法): behind the last word before it that cannot be part of it. */

/** Verbs of making and using, before what is made or used. */
const VERBS =
  '(?:上报|上传|推送|流转|反馈|移交|传送|传输|发送|派发|分拨|交办|反映|汇总)[到至]|通过|依托|利用|运用|借助|使用|打造|搭建|建立|建成|建好|建起|建设|构建|开发(?!区)|研发|推出|上线|启动|启用|开通|建强|建优|做强|做优|做实|做大|做好|做精|升级|推广|推行|创建|创新|创办|创立|首创|成立|设立|开设|揭牌|挂牌|完善|健全|拓展|接入|整合|组建|用好|推进|加强|加快|强化|深化|优化|实施|引入|引进|引导|纳入|并入|汇入|登录|下载|安装|关注|进入|入驻|进驻|形成|探索出?|集成|实现|实行|开展|发挥|登陆|包括|以及|提供|投入|投资|研究|运行|运营|开放|培育|提炼|总结|推动|促进|坚持|推介|得到|获得|受到|收到|给予|接受|家住|住在|位于|出席|来自|叫做|名叫|名为|称为|拥有|没有|设有|配备|指导|组织|建有|投用|采用|选派|前往|来到|走进|参观|举办|召开|出台|落实|围绕|聚焦|结合|针对|形成了?|深入|积极|全面|进一步|扎实|持续|统一|高标准|自主|正式|率先|大力|根据|提升|提高|增强|支持|反映|显示|成为|鼓励|加大|保障|做到|确保|负责|维护|拟订|编制|明确|完成|办理|干扰|规划建设|新建|扩建|改建|建设好|增设|开办|汇聚到|上传|上报|推送|反馈|主动|逐步|不断|充分|先后|同步|专门|重点|创新性地?|着力|努力|不仅|不但|而且|并且|应当|畅通|摸索出|正在|随时|可随时|查询|转入|录入|导入|移送|经过|指出要?|连接|链接|(?:构建|搭建|建立|建|织)起|视察|察看|嵌入|压实|解决|打开|点击|点开|扫描|部署|构造|夯实|筑牢|介绍|讲解|展示|观看|研制|改造|擦亮|激活|用活|抓好|管好|操作|更新|对接|融入|发布'
/** Words of one character, where they are not half of another word. */
const PARTICLES =
  '的|(?<!自|正|存|现|潜|实|所|内)在(?!线|职|校|家|建|外|册)|(?<!自|理|事|来)由(?!来)|将(?!军|来)|(?<!车|门)把(?!手|脉|关)|(?<!可|难|予|加|所)以(?!色列|案|下|上|来|人为|房|奖|督|评|岗|老|点|网|数|房)|(?<!应|信|公|共|专|通|使|试|民|费|作|备|租|占|引|启|采|运|利|适|实|惯|商|管|享)用(?!户|工|电|水|能|地|餐|房|车|药|人|料|品)|(?<!平|谐|总|融|调|共|饱|祥|温|缓|柔)和(?!谐|美|平|合(?!成)|解|睦|事佬|为贵|乐|善)|(?<!参|赠|给|授|干|诉)与|(?<!以|涉|普|波|顾|触)及(?!时|格)|(?<!面|相|应|针|核|比|绝|反)对(?!接|口|外|话|象|讲|标|策|称)|(?<!服|自)从(?!业)|(?<!方|面|导|动|走|去|倾|双|意|志|横|纵)向(?!阳|心)|(?<!报|签|达|不|看|遇|受|做|得|送|迟|周|办|叫)到(?!位|家|场|户|岗|格)|(?<!平|高|同|中|相|优|三|一|二|对|均)等(?!级|次|候|保|额)|是(?!非)|(?<!为)了(?!解|然)|并(?!行|轨|联|网|购)|(?<!国|公|所|共|拥|具|设|含|带|少)有(?!关|事|约|序|解|效|限|困|难|氧|线|机|话|礼|诉|礼|我|爱|方)|(?<!应)该|此|其(?!他|乐)|(?<!作|行|成|认|称|名|我|有|人)为(?!民|企|老|侨|你|群|农|先|您|商|邻|爱|善)|已|曾|(?<!不)仅|让|使(?!命|用)|被|向着|给(?!力)|至(?!善)|于(?!家)|但|而|若|或者?|也|叫(?!停|响)|(?<!成|首|花|于|新|宜|武|古|京|丰|帝|建)都(?!市|区|县|匀|昌|江)|还|就(?!业)|又|再(?!生)|这|那|着(?!力)'
const COUNTED = String.raw`[\d.]+(?:万|余|多)*(?:个|家|处|座|套|条|项|所|支|名|间|类|批|款|例|场)|[一二三四五六七八九十两几多数](?:个|批|套|系列|大批|整套|支|家|处|项|条|座|所|款|种)`
const STOPS = new RegExp(`(?:${VERBS}|${PARTICLES}|${COUNTED})`, 'gu')
/** A verb that is also the middle of a name (平安建设平台) parts it only where the clause begins or an adverb stands before it. */
const SOFT = /^(?:建设|创建|运行|服务|组织|投入|研究|引导|指导|总结|提供|推广|强化|加强|开放|关注|反映|显示|支持|保障|维护|提升|提高|增强|负责|成为|完成|办理|反馈|上报|推送|明确|规划建设|结合|落实|统一|进入|开展|深入|投资|培育|推动|促进|查询|展示|改造|解决|操作|更新|对接|发布)$/u
const BEFORE_SOFT = /(?:^|随时|规划|计划|正在|统一|全面|加快|推进|一体化?|自主|同步|持续|集中|投资|积极|合力|共同|正在|加强|深化|高标准|规范|创新|大力|先行|着力|启动|完成|完善|现场|集约|率先|强化|部署|即?可|后|就能?|便能?|[、，,：: ”]|了|续|入|力|极|能|已|共|来|年|月|日)$/u

const HARD = /[\s。！？!?；;：:，,、()（）《》<>【】[\]…—|]/u
/** No name is longer. */
export const LONGEST_NAME = 34

export interface Bound {
  readonly start: number
  /** What stands right before the name: a verb, a particle, a count, or '' where the clause begins. */
  readonly by: string
}

/**
 * Where the name begins whose last word begins at `head`. Quoted words in it belong to it, and with them it begins; a name right behind
 * quoted words of something else begins behind the word that parts them.
 */
export function nameStart(body: string, head: number): Bound {
  let from = head
  let quoted = -1
  let depth = 0
  while (from > 0 && head - from < LONGEST_NAME) {
    const sign = body.charAt(from - 1)
    if (sign === '”') depth++
    else if (sign === '“') {
      quoted = from - 1
      if (depth === 0) return { start: head - from < 1 ? head : from, by: '“' }
      depth--
      if (depth === 0) break
    } else if (depth === 0 && HARD.test(sign)) break
    else if (sign === '\n') break
    from--
  }
  const tailFrom = quoted >= 0 ? body.indexOf('”', quoted) + 1 : from
  const tail = body.slice(tailFrom, head)
  const stop = lastStop(tail)
  // “网上通”协同办案与智能辅助平台: one name, unless what stands before 与 is a thing by itself.
  const joined = quoted >= 0 && stop !== null && /^[与和]$/u.test(stop.word) && JOINED.test(tail.slice(0, stop.end))
  if (stop !== null && !joined) return { start: tailFrom + stop.end, by: stop.word }
  if (quoted < 0) return { start: from, by: from === 0 || HARD.test(body.charAt(from - 1)) ? '' : '…' }
  const before = lastStop(body.slice(Math.max(0, quoted - 12), quoted))
  return { start: quoted, by: before?.word ?? '' }
}

const JOINED = /^(?!的)[\u4e00-\u9fff]{2,8}(?<!法|制|式|程|验|动|队|员|室|中心|站|平台|系统|序|团|会|号|码|所|厅|点|网|库|院|会|品牌)[与和]$/u

function lastStop(text: string): { readonly word: string; readonly end: number } | null {
  let last: { word: string; end: number } | null = null
  for (const { 0: word, index } of text.matchAll(STOPS)) {
    if (SOFT.test(word) && !BEFORE_SOFT.test(text.slice(last?.end ?? 0, index))) continue
    last = { word, end: index + word.length }
  }
  return last
}

/** Whether what bounds a name counts it: 34个 makes a class of it. */
export const isCount = (by: string): boolean => /^[\d一二三四五六七八九十两几多数]/u.test(by)
/** Whether a verb of making or using bounds it. */
export const isVerb = (by: string): boolean => by.length >= 2 && !isCount(by)
