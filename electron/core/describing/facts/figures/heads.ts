/** Names so wide that they say little by themselves: of 1140个小区成立了业委会 the number counts 成立业委会的小区. Pure. */
import { withoutLead } from './phrases.ts'
import { doing, ending, making, strong } from './words.ts'

const WIDE = /^(?:县（市、区）|村（社区）|村（居）|乡镇（街道）|镇（街道）|企业|公司|社区|小区|村|行政村|自然村|街道|乡镇|镇街|镇|县|县区|区县|区|市|州|地市|盟市|单位|部门|机构|组织|学校|家庭|居民|群众|村民|住户|党员|干部|职工|学生|老人|老年人|人员|商户|项目|案件|地区|指标|村（社）|市（州）|市（地）|省份|省区市|网格|居民小区|住宅小区|妇女|青年|儿童)$/u
const MODAL = /^(?:可以|能够|需要|必须|没有|没能|无法|难以|应当|不再|认为|满意|认可|仍在|正在)$/u
const LONGEST = 18
const FARTHEST = 24
/** What hangs on a number that follows, or says nothing: 分别与, 共有. */
const OPEN = /(?:[的是为在到与和及从由对向把将被达占有共各约近]|其中|分别|平均|累计|超过?)$/u

/** 为6000家企业降费1亿元: two signs that say all. */
const RELIEVED = /^(?:降费|减税|减租|减负|让利|增收|脱贫|退税|入驻|进驻)$/u

/** 2个区被命名为…示范区. */
const PASSIVE = /^被[^，。；、\d]{2,26}/u

/** The name with what the rest of its clause says of it; the name alone where that is nothing or the name says enough. `tail` is what stands behind it. */
export function told(name: string, tail: string): string {
  if (!WIDE.test(name)) return name
  const said = saidOf(tail)
  return said === '' ? name : `${said}的${name}`
}

/** What is said of a name behind it; '' where that is nothing by itself. */
export function saidOf(tail: string): string {
  // 15个乡镇、251个村: what the last of a row does is not told of the first.
  if (/^[、和及]/u.test(tail)) return ''
  const rest = withoutLead(tail)
  const passive = PASSIVE.exec(rest)?.[0]
  if (passive !== undefined) return passive
  const start = verbStart(rest)
  if (start < 0) return ''
  const verb = verbAt(rest, start)
  const object = rest.slice(start + verb.length).replace(/^[了过]|了$/gu, '')
  const said = verb.replace(/了$/u, '') + (verb.length + object.length <= LONGEST ? object : headOf(object))
  return (said.length < 4 && !RELIEVED.test(said)) || said.length > LONGEST || OPEN.test(said) ? '' : said
}

const verbAt = (text: string, at: number): string => [doing, making, ending].map((words) => words.at(text, at)).reduce((a, b) => (b.length > a.length ? b : a))

/** At once, or behind what it was done with or to: 与驻区单位签订协议. */
function verbStart(text: string): number {
  const first = verbAt(text, 0)
  if (first.length > 1) return MODAL.test(first) ? -1 : 0
  for (let at = 1; at < text.length - 2 && at < FARTHEST; at++) if (strong.at(text, at) !== '') return at
  return -1
}

/** 由居委会牵头、物业参与的联席会: 联席会. */
const headOf = (object: string): string => object.slice(object.lastIndexOf('的') + 1).split('、')[0] ?? ''
