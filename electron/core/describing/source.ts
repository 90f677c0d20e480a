/** Which paper a text that names no source probably stood in. Offered only, never filled in. */
import type { Inference, Place } from '../../contract/entry.ts'
import { shortNames } from './gazetteer.ts'

export interface SourceTexts {
  readonly body: string
  readonly rightsStatement: string | null
  /** Several articles of one file, as on a newspaper page. */
  readonly page: boolean
  /** Whether a reporter signs as one of the paper's own (本报记者、■ 记者). */
  readonly ownReporter: boolean
}

const PAPER_OFFICE = /([一-龥]{2,6}(?:日报|晚报|早报|时报|都市报|商报))社/gu
const OWN_NEWS = /本报讯|本报记者|本报通讯员/u
const OUR_CITY = /我市/u

export function inferMedia({ body, rightsStatement, page, ownReporter }: SourceTexts, place: Place): Inference | null {
  const own = OWN_NEWS.test(body)
  const papers = new Set([...(rightsStatement ?? '').matchAll(PAPER_OFFICE)].map((found) => withoutPreposition(found[1] ?? '')))
  const [paper] = papers
  if (paper !== undefined && papers.size === 1 && (own || ownReporter)) return { field: 'source.media', value: paper, why: `权利声明由“${paper}社”发出，作者署名为本报记者。` }
  const [city] = place.city === null ? [] : shortNames(place.city)
  if (page && city !== undefined && OUR_CITY.test(body) && (own || ownReporter)) return { field: 'source.media', value: `${city}日报`, why: `同一版面有多篇报道，文中称“我市”并用“本报讯”或记者署名，地点为${place.city}；当地党报多以“市名＋日报”为名，须核对。` }
  return null
}

/** The pattern is greedy to the left: 凡淮南日报, 经淮南日报. */
const withoutPreposition = (name: string): string => name.replace(/^(?:凡|经|由|与|和|在|对|为|向|未经|侵害|损害)/u, '')
