/** Which paper a text that names no source probably stood in. Offered only, never filled in. */
import type { Inference, Place } from '../../contract/entry.ts'
import { shortNames, type Gazetteer } from './gazetteer.ts'

export interface SourceTexts {
  readonly body: string
  readonly rightsStatement: string | null
  /** Several articles of one file, as on a newspaper page. */
  readonly page: boolean
  /** Whether a reporter signs as one of the paper's own (本报记者、■ 记者). */
  readonly ownReporter: boolean
}

/** A paper is named after its place; only so can its name be told from the words before it (未经…日报社授权). */
const PAPER_AFTER = /^(?:市|县|区|州)?(?:日报|晚报|早报|晨报|时报|都市报|商报)(?=社)/u
const OWN_NEWS = /本报讯|本报记者|本报通讯员/u
const OUR_CITY = /我市/u

export function inferMedia({ body, rightsStatement, page, ownReporter }: SourceTexts, place: Place, gazetteer: Gazetteer): Inference | null {
  const own = OWN_NEWS.exec(body)?.[0]
  const sign = own === undefined ? (ownReporter ? '文前有记者署名' : null) : `文中有“${own}”`
  if (sign === null) return null
  const papers = papersIn(rightsStatement ?? '', gazetteer)
  const [paper] = papers
  if (paper !== undefined && papers.size === 1) return { field: 'source.media', value: paper, why: `权利声明写明“${paper}社”，${sign}。` }
  const [city] = place.city === null ? [] : shortNames(place.city)
  if (page && city !== undefined && OUR_CITY.test(body)) return { field: 'source.media', value: `${city}日报`, why: `同一版面有多篇报道，文中称“我市”，${sign}，地点为${place.city}；当地党报多以“市名＋日报”为名，须核对。` }
  return null
}

const papersIn = (text: string, gazetteer: Gazetteer): ReadonlySet<string> =>
  new Set(
    gazetteer.find(text).flatMap(({ word, end }) => {
      const name = PAPER_AFTER.exec(text.slice(end, end + 8))?.[0]
      return name === undefined ? [] : [word + name]
    }),
  )
