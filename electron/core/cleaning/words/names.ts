/** Bylines: who wrote, photographed or sent an article, in the forms newspapers use. */
import type { Author } from '../../../contract/entry.ts'

const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾沙养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况郈有琴归海晋楚闫法汝鄢涂钦商牟佘佴伯赏墨哈谯笪年爱阳佟言福肖代操揭占邸覃仝冼逯苟晓付萨补付覃粟候隋展'
const COMPOUND = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|南宫|长孙|宇文)/u
const surnames: ReadonlySet<string> = new Set(SURNAMES)
const BULLET = /^[■□◆◇●○▲△◎☆★▶►◤▌|]\s*/u
const MEDIA = '(?:\\p{Script=Han}{2,8}?(?:日报|晚报|晨报|早报|时报|商报|快报|都市报|报|网|在线|融媒体中心|融媒体|融媒|电视台|广播电视台|电台|客户端|新闻|发布|社))'
const PREFIX = `(?:本报|本网|本刊|本台|本社|${MEDIA}|首席|见习|实习|特约|特派|高级|资深|全媒体|融媒体|全媒|融媒|摄影|文字|图文|驻\\p{Script=Han}{2,4})`
const CORE = '(?:记者|通讯员|实习生|评论员|撰稿人|撰稿|撰文|作者|摄影报道|摄影|摄像|供稿|供图|图片|文字|图文|摄|图|文)'
const LABEL = new RegExp(`^${PREFIX}{0,4}${CORE}$`, 'u')
const ONLY_PREFIX = new RegExp(`^${PREFIX}{1,3}$`, 'u')
const LABEL_AND_NAME = new RegExp(`^(${PREFIX}{0,4}(?:记者|通讯员|作者|摄影))(\\p{Script=Han}{2,4})$`, 'u')
/** Behind these, 文 after a name says who wrote, and the next name is whose the picture is: 记者 陶青 文 鲁明 制图. */
const SIGNS = /记者|通讯员|实习生/u
const AFTER_NAME = /^(?:文|图|摄|摄影|制图|绘图|插图|漫画|供图|供稿|报道|摄影报道|图文|文\/图|\p{Script=Han}{2,4}报道)$/u
const NAME = /^\p{Script=Han}{2,4}$|^\p{Script=Han}{1,12}[·•]\p{Script=Han}{1,12}$/u
const OFFICE = /^\p{Script=Han}{4,20}(?:部|局|委|办|院|社|中心|台|网|厅|处|会|队|校|学|区|县|市|镇|街道|公司|集团)$/u
const LONGEST = 120

export interface Byline {
  readonly authors: readonly Author[]
  /** It signs a picture, so it stands below its text. */
  readonly photo: boolean
  readonly bullet: boolean
}

/** A person's name by its form: a Chinese name with a known surname, one with a middle dot, or Latin words in capitals. */
export const isPerson = (text: string): boolean => looksLikeName(text) || /^\p{Script=Han}{1,12}[·•]\p{Script=Han}{1,12}$/u.test(text) || /^\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,3}$/u.test(text)

const looksLikeName = (text: string): boolean => NAME.test(text) && (surnames.has(text.charAt(0)) || COMPOUND.test(text))

/** Reads a whole line as a byline; null when any word of it is neither label, name nor office. */
export function parseByline(line: string): Byline | null {
  if (line.length > LONGEST) return null
  const bullet = BULLET.test(line)
  const inner = line.replace(BULLET, '').replace(/^[（(](.*)[）)]$/u, '$1')
  const words = inner.split(/[\s　、，,/／|｜:：;；]+/u).filter((word) => word !== '')
  if (words.length > 40) return null
  const authors: Author[] = []
  let label: string | null = null
  let names = 0
  let office: string | null = null
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? ''
    const next = words[index + 1] ?? ''
    const joined = LABEL_AND_NAME.exec(word)
    if (names > 0 && AFTER_NAME.test(word) && (next === '' || !looksLikeName(next) || LABEL.test(next) || (word === '文' && label !== null && SIGNS.test(label)))) {
      const last = authors.at(-1)
      // 文/图 says that one person did both.
      if (last && /摄|图|漫画/u.test(word) && !/文/u.test(words[index - 1] ?? '') && last.role !== 'photographer') authors[authors.length - 1] = { ...last, role: 'photographer' }
    } else if (LABEL.test(word) || (ONLY_PREFIX.test(word) && !looksLikeName(word))) {
      // 文 and 图 are words of their own; only a stroke or a colon makes labels of them.
      if (/^(?:文|图|文字|图片|图文|作者)$/u.test(word) && !bullet && !/[:：/／]/u.test(line)) return null
      label = names === 0 && label !== null ? label + word : word
      names = 0
      office = null
    } else if (joined?.[1] !== undefined && joined[2] !== undefined && looksLikeName(joined[2])) {
      label = joined[1]
      authors.push(person(joined[2], label, null))
      names = 1
    } else if (label === null) {
      // 陶青 何小满 记者 鲁明: who helped stands before the first label.
      if (!looksLikeName(word) || !words.slice(index + 1).some((later) => LABEL.test(later) && /记者|通讯员/u.test(later))) return null
      authors.push(person(word, '作者', null))
    } else if (/^\p{Script=Han}$/u.test(word) && /^\p{Script=Han}$/u.test(next)) {
      authors.push(person(word + next, label, office))
      names++
      index++
    } else if (NAME.test(word) && (bullet || looksLikeName(word) || (next === '' && names === 0 && isPenName(word, label, authors))) && !(OFFICE.test(word) && next !== '')) {
      authors.push(person(word, label, office))
      names++
    } else if (OFFICE.test(word) && next !== '') office = word
    else return null
  }
  if (authors.length === 0 || authors.length > 12 || label === null) return null
  return { authors, photo: authors.every(({ role }, index) => role === 'photographer' || (index > 0 && role === 'correspondent')), bullet }
}

/** 记者 陶青 通讯员 政言: at the end of the line, behind a reporter whose name is one, the two characters of an office that signs are a name, too. */
const isPenName = (word: string, label: string, authors: readonly Author[]): boolean => word.length === 2 && label.endsWith('通讯员') && authors.some(({ role }) => role === 'reporter')

function person(name: string, label: string, office: string | null): Author {
  const role: Author['role'] = /摄|图片|供图|^图/u.test(label) ? 'photographer' : label.includes('通讯员') ? 'correspondent' : label.includes('记者') ? 'reporter' : 'author'
  const note = [/^(?:记者|通讯员|作者|摄影|摄|文|图|撰稿|撰文|文字)$/u.test(label) ? null : label, office].filter((part) => part !== null).join(' ')
  return { name, role, note: note === '' ? null : note }
}

const POSITION = /^(\p{Script=Han}{1,24}(?:长|书记|主任|主席|委员|院长|局长|代表|教授|研究员|主编|总编辑))[\s　]+(\p{Script=Han}{2,4}|\p{Script=Han}[\s　]+\p{Script=Han})$/u

/** The same with the blank lost: the name is what stands behind the office. */
const POSITION_AND_NAME = /^(\p{Script=Han}{4,24}(?:省长|市长|州长|县长|区长|镇长|乡长|书记|主任|主席|院长|检察长|局长|厅长|部长))(\p{Script=Han}{2,3})$/u

/** A speaker's or writer's line under a title: office, blank, name; or a name written wide, `张 璁`. */
export function parsePosition(line: string): Author | null {
  if (/^\p{Script=Han}[\s　]+\p{Script=Han}$/u.test(line) && surnames.has(line.charAt(0))) return { name: line.replaceAll(/[\s　]/gu, ''), role: 'author', note: null }
  const found = line.length <= 40 ? (POSITION.exec(line) ?? POSITION_AND_NAME.exec(line)) : null
  const name = found?.[2]?.replaceAll(/[\s　]/gu, '') ?? ''
  return found?.[1] !== undefined && looksLikeName(name) ? { name, role: 'author', note: found[1] } : null
}

/** Family names that hardly any headline begins with. */
const SURE = new Set('王李张刘陈杨赵黄周吴徐孙胡朱郭何罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴钟汪姜范姚谭廖邹熊陆郝孔崔康邱秦史顾侯邵孟龙万段钱汤尹黎易武贺赖龚文樊蓝殷施陶翟倪严牛温芦俞章鲁葛韦毛申尤毕聂焦柳邢岳齐梅庄辛涂祝霍耿关苗凌费裴靳祁欧舒褚尚柏卞晏仇栾宫')
const MOST_NAMES = 4

/** A line of nothing but names under a headline: 陶小青, or 陶青 何小满; one name alone has three characters. */
export function parseNames(line: string): readonly Author[] | null {
  const names = line.replace(BULLET, '').trim().split(/[\s　、]+/u)
  const plain = names.length <= MOST_NAMES && names.every((name) => /^\p{Script=Han}{2,3}$/u.test(name) && SURE.has(name.charAt(0))) && (names.length > 1 || names[0]?.length === 3)
  return plain ? names.map((name) => ({ name, role: 'author', note: null })) : null
}

/** Names that programs and shared accounts sign with. */
const NOBODY = /^(?:系统管理员|管理员|超级管理员|网站管理员|管理|编辑|小编|佚名|未知|无|本站|admin|administrator|user|null|undefined|none)$/iu

/** A name as it may stand among the authors, without the number an editing system puts behind it; null for numbers, codes and sentences. */
export function signerOf(value: string): string | null {
  const name = value.replace(/[_＿-]?[A-Z]{1,4}\d{2,}$/u, '').replace(/^[\s（(【[《]+|[\s）)】\]》]+$/gu, '').trim()
  return name === '' || name.length > 40 || !/\p{L}/u.test(name) || /[。！？；：:!?;]/u.test(name) || /^[A-Za-z]{0,4}\d+$/u.test(name) || NOBODY.test(name) || (name.match(/\p{Script=Han}/gu)?.length ?? 0) > 24 ? null : name
}

/** Names as a label's value gives them: `周 青`, `张三、李四`, `本报记者 周小青`. */
export function namesOf(value: string): string[] {
  const words = value.split(/[、，,;；/／|｜]+|\s+(?=(?:记者|通讯员)?\p{Script=Han}{2,4}(?:\s|$))/u).map((word) => LABEL_AND_NAME.exec(word.trim())?.[2] ?? word.trim()).filter((word) => word !== '' && !LABEL.test(word))
  return words.map((word) => (/^\p{Script=Han}[\s　]+\p{Script=Han}$/u.test(word) ? word.replaceAll(/[\s　]/gu, '') : word.replaceAll(/[\s　]+/gu, ' ')))
}
