/** How surely the lines of a family are the titles of articles, and not the sections of one. */
import { classOfBlock } from '../page/rule.ts'
import type { Block } from '../page/tree.ts'
import { numberedLevel } from '../words/lines.ts'
import { withoutNumber, type Family } from './families.ts'

/** Names of sections that any one report or case has. */
const SECTION = /^(?:案例|工作|项目|主要|基本|具体|存在|实施|改革|创新|总体|经验|典型|下一步|几点)?(?:背景|概况|概述|简介|情况|做法|举措|措施|路径|成效|成果|效果|启示|经验|体会|思考|问题|困难|不足|建议|打算|安排|要求|目标|任务|原则|意义|结语|前言|引言|特色|亮点|机制|保障|点评|评析|专家点评|附件|附录|参考文献)(?:[与和及、](?:背景|概况|情况|做法|举措|措施|成效|成果|效果|启示|经验|体会|思考|问题|建议|意义|亮点|点评))?$/u
/** A place or an office: what happened somewhere is an article of its own. */
const SOMEWHERE = /\p{Script=Han}{1,8}(?:省|市|县|区|旗|镇|乡|街道|社区|村|州|盟|法院|检察院|公安局|司法局|派出所|居委会|园区|小区)/u
const COLLECTION = /(?:汇编|选编|选辑|案例集|案例选|案例选编|案例库|案例精选|典型案例|优秀案例|创新案例|案例|集锦|文集|文摘|剪报|摘编|摘要|论文集|材料集|经验集)(?:[（(《〈“].{0,30})?$/u
const ONE_OF = /入选|获评|被评|列入|荣获|评为|发布/u
/** Shorter than this on the whole, sections are the examples of one article. */
const SHORTEST = 120

/** Whether the lines above the first title, or the file's name, say that this is a collection. */
export const isCollection = (front: readonly string[], fileName: string): boolean => [...front.slice(0, 6), fileName.replace(/\.\w{1,5}$/, '')].some((line) => line.length <= 60 && COLLECTION.test(line.trim()) && !ONE_OF.test(line))

/** Whether titles that the format gives are those of one report's sections. */
export const areSections = (titles: readonly string[]): boolean => titles.filter((title) => SECTION.test(withoutNumber(title)) || numberedLevel(title) !== null).length >= titles.length * 0.5

export interface Weight {
  readonly confidence: number
  /** What speaks for it, as a Chinese phrase. */
  readonly reason: string
}

export function weigh(blocks: readonly Block[], { kind, at, name }: Family, collection: boolean): Weight {
  const sections = at.map((start, index) => blocks.slice(start + 1, at[index + 1] ?? blocks.length))
  const titles = at.map((index) => withoutNumber(blocks[index]?.text ?? ''))
  const reasons = [`与另外 ${at.length - 1} 处同属${name}`]
  const share = (holds: (index: number) => boolean): number => at.filter((_, index) => holds(index)).length / at.length
  const somewhere = share((index) => (titles[index]?.length ?? 0) >= 6 && SOMEWHERE.test(titles[index] ?? ''))
  const numbered = kind === 'numbered' || (kind !== 'case' && share((index) => numberedLevel(blocks[at[index] ?? 0]?.text ?? '') !== null) >= 0.5)
  if (share((index) => SECTION.test(titles[index] ?? '')) >= 0.3) return { confidence: 0, reason: '' }
  // A report counts its sections too: only a collection of cases counts its cases so.
  if (numbered && !(collection && somewhere >= 0.7)) return { confidence: 0, reason: '' }
  let confidence = 0.1
  const add = (weight: number, reason: string): void => {
    confidence += weight
    reasons.push(reason)
  }
  if (kind === 'case') add(0.6, '依次编号')
  if (kind === 'contents') add(0.2, '目录里也有')
  if (collection) add(0.3, '文件自称汇编或案例集')
  if (somewhere >= 0.7) add(0.2, '题目各写一地')
  const restarts = share((index) => sections[index]?.some(({ text }) => /^(?:一、|（一）|\(一\)|1[.、．](?!\d))/u.test(text)) ?? false)
  if (restarts >= 0.5 && at.length > 1) add(0.3, '各篇的小标题都从头编号')
  const own = share((index) => sections[index]?.slice(0, 4).some((block) => ['byline', 'labels', 'lead', 'date'].includes(classOfBlock(block))) ?? false)
  if (own >= 0.5) add(own >= 0.8 ? 0.4 : 0.3, '各篇有自己的署名、来源或电头')
  if (at.length >= 5) add(0.1, `共 ${at.length} 篇`)
  const lengths = sections.map((section) => section.reduce((sum, { text }) => sum + text.length, 0)).toSorted((a, b) => a - b)
  if ((lengths[Math.floor((lengths.length - 1) / 2)] ?? 0) < SHORTEST) confidence -= own >= 0.5 ? 0.1 : 0.45
  return { confidence: Math.round(Math.min(0.95, Math.max(0, confidence)) * 100) / 100, reason: reasons.join('，') }
}
