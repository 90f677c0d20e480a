/**
 * Whether an article is about governance at all: everyday news uses the field's words too, a factory its 闭环, a phone its 一站式.
 * It is when one passage is dense with words of the field, whatever else the text holds, or when the article is a case by every count.
 * Statutes, documents and work reports lay down or announce; they show no practice of a place.
 */
import { judgeKind, prescribes } from '../kind.ts'
import { createMatcher } from '../matcher.ts'
import { findSigns, type KindTexts } from '../signs.ts'
import { findEveryday, findGovernance } from '../vocabulary.ts'
import type { Article } from './units.ts'

/** The length of a passage, in characters. */
const PASSAGE = 600
/** Between the everyday news and the write-ups that decision 0440 counts. */
const DENSE = 4
const MOST_OPINIONS = 3
const FEWEST_WORDS = 2
/** So many everyday words (居民, 楼道, 代办) say as much as one word of the field. */
const EVERYDAY_SHARE = 3

/** The work of the police of one place, which reports of cases and of crimes name by one or two of these, and accounts of its reform by many. */
const POLICE = ['公安局', '公安分局', '公安机关', '派出所', '警务', '社区民警', '交警', '辅警', '警情', '警力', '治安', '防控体系', '合成作战', '情指', '公安大数据', '公安改革', '公安业务', '侦查', '破案', '反诈', '反电诈', '智慧公安', '执法办案']
const findPolice = createMatcher(new Map(POLICE.map((word) => [word, 'police'])))
/** Whose police: 青岗市公安局, 江北省公安机关. */
const LOCAL_POLICE = /(?<=[\u4e00-\u9fff][省市县区州旗]级?)公安(?:局|厅|分局|机关)/u

export function isOnTopic({ title, body, paragraphs, kind }: Article): boolean {
  if (kind === 'case') return true
  if (prescribes({ title, body }) !== null) return false
  const headings = paragraphs.flatMap(({ kind: part, start, end }) => (part === 'heading' ? [body.slice(start, end)] : []))
  const texts = { title, headings, body }
  return (hasDensePassage(title ?? '', body) && tellsOfWork(texts)) || (kind === undefined && judgeKind(texts).kind === 'case')
}

/** The news of a day, of the whole state or its leaders, letters and essays have dense passages too, and are no account of a place's work. */
function tellsOfWork(texts: KindTexts): boolean {
  const { event, nationwide, letters, opinions } = findSigns(texts)
  return event === null && nationwide === null && letters === 0 && (opinions < MOST_OPINIONS || (opinions / texts.body.length) * 1000 < 2)
}

interface Sign {
  readonly word: string
  readonly start: number
  readonly everyday: boolean
}

/** Different words count, not their repetition. Words of the title speak for every passage. */
function hasDensePassage(title: string, body: string): boolean {
  const inTitle = new Set(findGovernance(title).map(({ word }) => word))
  const local = LOCAL_POLICE.test(body)
  const signs: Sign[] = [
    ...findGovernance(body).flatMap(({ word, start }) => (inTitle.has(word) ? [] : [{ word, start, everyday: false }])),
    ...(local ? findPolice(body) : []).map(({ word, start }) => ({ word: ` ${word}`, start, everyday: false })),
    ...findEveryday(body).map(({ word, start }) => ({ word, start, everyday: true })),
  ].sort((a, b) => a.start - b.start)
  const inside = new Map<string, number>()
  let [words, everyday, first] = [inTitle.size, 0, 0]
  const change = ({ word, everyday: ordinary }: Sign, by: 1 | -1): void => {
    const key = ordinary ? ` ${word}` : word
    const before = inside.get(key) ?? 0
    inside.set(key, before + by)
    if (before > 0 && before + by > 0) return
    if (ordinary) everyday += by
    else words += by
  }
  for (const sign of signs) {
    change(sign, 1)
    for (let left = signs[first]; left !== undefined && left.start < sign.start - PASSAGE; left = signs[first]) {
      change(left, -1)
      first++
    }
    if (words >= FEWEST_WORDS && words + everyday / EVERYDAY_SHARE >= DENSE) return true
  }
  return false
}
