/** Whether an entry is a case (案例: one place's governance work, worth comparing) or 其他, with a reason a person can check. */
import type { EntryKind } from '../../contract/entry.ts'
import { foldText } from '../language/index.ts'
import { count, findSigns, type KindTexts, type Signs } from './signs.ts'
import { FAMILY_NAMES } from './vocabulary.ts'

export interface JudgedKind {
  readonly kind: EntryKind
  readonly reason: string
}

/** Law and order of the state: 第一条 … */
const STATUTE_TITLE = /^(?:中华人民共和国.{2,30}法|.{2,40}(?:条例|细则|(?:管理|暂行|实施)办法|若干规定|工作报告)|.{0,20}关于.{2,60}的(?:通知|意见|决定|公告|批复|函|建议|决议))(?:[（(][^）)]{1,20}[）)]|\s*\d{4}年.{0,60}通过)?$/u
const ARTICLES = /(?:^|\n)\s*第[一二三四五六七八九十百零\d]+[条條]/gu

const SHORTEST = 150
/** Between the strongest everyday news and the weakest write-ups of the sample in decision 0420. */
const THRESHOLD = 4.8

/** Counts what speaks for a case and what against; every number that decides stands in the reason. */
export function judgeKind(texts: KindTexts): JudgedKind {
  const { body } = texts
  if (body.length < SHORTEST) return { kind: 'other', reason: `正文只有 ${body.length} 字，不足以说明一项做法。` }
  const prescribing = prescribes(texts)
  if (prescribing !== null) return { kind: 'other', reason: `${prescribing}，不是做法记述。` }

  const signs = findSigns(texts)
  if (signs.letters >= 2) return { kind: 'other', reason: '正文是来信与答复，不是做法记述。' }
  const shown = speaksFor(signs)
  // Words of the field alone are talk about it; a case also says what was done or what came of it.
  const done = signs.practices + signs.results + signs.actors > 0 || signs.named || (signs.families.size >= 3 && signs.titleHits > 0)
  if (done && !happening(signs) && inField(signs, body.length) + nearness(signs) * deeds(signs) - against(signs, body.length) >= THRESHOLD) return { kind: 'case', reason: `${shown}。` }
  return { kind: 'other', reason: `${speaksAgainst(signs, body.length)}${shown}，不足以认作案例。` }
}

/** Several short news under one title: 联播快讯. */
const DIGEST_TITLE = /(?:快讯|简讯|新闻速览|要闻速览|一句话新闻|新闻集锦)$/u

/** Why a text is a statute, a document or a work report, which lay down or announce what others do, or many news in one; null when it is none. */
export function prescribes({ title, body }: Pick<KindTexts, 'title' | 'body'>): string | null {
  const articles = count(body, ARTICLES)
  if (articles >= 5) return `正文是条文（${articles} 条以“第×条”开头）`
  if (title !== null && DIGEST_TITLE.test(title.trim())) return `标题“${ending(title)}”是几条新闻的合集`
  // In traditional characters, too: 政府工作報告.
  return title !== null && (STATUTE_TITLE.test(title) || STATUTE_TITLE.test(foldText(title))) ? `标题“${ending(title)}”是文件或条文的名称` : null
}

/** How much of the text is words of the field. Everyday ones count by their variety, in all and for the length. */
const inField = ({ hits, families, titleHits, everyday }: Signs, length: number): number =>
  Math.min(perThousand(hits, Math.max(length, 400)), 12) * 0.5 +
  Math.min(families.size, 6) * 0.6 +
  Math.min(titleHits, 3) * 0.7 +
  Math.min(variety(everyday), 12) * 0.1 +
  Math.min(perThousand(variety(everyday), Math.max(length, 250)), 30) * 0.09

/** A flood or a market day has its residents, townships and constables too: the first two say nothing. */
const variety = (everyday: readonly string[]): number => Math.max(0, everyday.length - 2)

const perThousand = (found: number, length: number): number => (found / length) * 1000

/** How much is told of things done and their results. */
const deeds = ({ practices, actors, results, contrast, telling, named }: Signs): number =>
  Math.min(practices, 5) * 0.4 + Math.min(actors, 4) * 0.3 + Math.min(results, 4) * 0.7 + (contrast ? 0.8 : 0) + (telling === null ? 0 : 0.8) + (named ? 2 : 0)

/** Factories and orchestras do things too: deeds count as far as the text is of the field, from 0 to 1. */
const nearness = ({ families, everyday }: Signs): number => Math.min(1, (families.size + everyday.length / 2) / 3)

const against = (signs: Signs, length: number): number => {
  const { event, eventLead, named, speeches, plans, results, contrast, nationwide } = signs
  return (
    (event === null ? 0 : named ? 1 : eventLead ? 4.5 : 3) +
    (!eventLead || named ? 0 : results > 0 || contrast ? 1.5 : 3) +
    Math.min(speeches, 3) * 0.5 +
    (plans > results ? Math.min(plans - results, 4) * 0.4 : 0) +
    (argues(signs, length) ? 5 : 0) +
    (nationwide === null ? 0 : 3)
  )
}

/** Title and lead tell of an event, and nothing of what came of it or how it was before: whatever the words, it is the news of a day. */
const happening = ({ event, eventLead, named, results, contrast }: Signs): boolean => event !== null && eventLead && !named && results === 0 && !contrast

/** An essay has such turns every few sentences; a report of work has one or two in all. */
const argues = ({ opinions }: Signs, length: number): boolean => opinions >= 3 && perThousand(opinions, length) >= 2

function speaksFor({ hits, families, everyday, practices, actors, results, contrast, named }: Signs): string {
  const strongest = [...families].sort((a, b) => b[1] - a[1]).slice(0, 3).map(([family]) => FAMILY_NAMES[family])
  return [
    strongest.length === 0 ? '没有治理方面的专门用语' : `治理用语 ${hits} 处（${strongest.join('、')}）`,
    ...(everyday.length === 0 ? [] : [`基层日常用语 ${everyday.length} 种（${everyday.slice(0, 3).join('、')}${everyday.length > 3 ? '等' : ''}）`]),
    `创新、机制一类的做法表述 ${practices} 处`,
    ...(actors === 0 ? [] : [`写明由基层单位来做 ${actors} 处`]),
    ...(results === 0 ? [] : [`成效 ${results} 处`]),
    ...(contrast ? ['写到从前的难处与现在的变化'] : []),
    ...(named ? ['标题点明一项有名称的做法'] : []),
  ].join('，')
}

function speaksAgainst(signs: Signs, length: number): string {
  const { event, eventLead, plans, results, opinions, nationwide } = signs
  const marks = [
    ...(event !== null ? [`标题“${event}”说的是一次活动`] : eventLead ? ['开头报道的是一次活动'] : []),
    ...(plans > results + 1 ? [`今后打算的表述 ${plans} 处`] : []),
    ...(argues(signs, length) ? [`议论的表述 ${opinions} 处，像一篇评论`] : []),
    ...(nationwide === null ? [] : [`“${nationwide}”说的是全国的事`]),
  ]
  return marks.map((mark) => `${mark}；`).join('')
}

const ending = (title: string): string => (title.length <= 12 ? title : `…${title.slice(-12)}`)
