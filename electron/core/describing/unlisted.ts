/** Places that a text names with their rank and that the gazetteer does not hold: 沅平市白石街道, 青岗县清溪镇. */
import type { Inference } from '../../contract/entry.ts'
import type { Gazetteer } from './gazetteer.ts'
import { NAME_BELOW as NAME } from './mentions.ts'
import type { PlaceTexts } from './places.ts'

/**
 * A name with its rank where a clause begins or behind a word that leads to a place, and right behind it a name below it. The name below is what
 * tells 沅平市 from 股市: ordinary words are not followed by one.
 */
const RANKED = new RegExp(`(?:^|\\P{Script=Han}|[在到由据赴])(?:(${NAME}市)(?:(${NAME}[县区])|${NAME}(?:街道|镇|乡))|(${NAME}[县区])${NAME}(?:街道|镇|乡))`, 'gmu')
const ORDINARY = /^(?:全|我|该|本|某|外|每|这|那|一|两|几|多|所|以|加|让|为|从|把|将|对|向|使|推|促|统|构|省会|现代|中心|沿海|试点)/u
/** Characters at the beginning in which a text says where it is; a name that comes later must come again. */
const LEAD_LENGTH = 260

export interface UnlistedPlace {
  readonly city: string | null
  readonly district: string | null
  readonly quote: string
}

/** The first unlisted place the texts introduce; null where there is none. */
export function findUnlisted(texts: PlaceTexts, gazetteer: Gazetteer): UnlistedPlace | null {
  const heads = [...texts.title, ...texts.headings, ...texts.notes].join('\n')
  const body = texts.body.join('\n')
  const listed = (name: string): boolean => gazetteer.find(name).length > 0
  for (const [zone, sure] of [[heads, heads.length], [body, LEAD_LENGTH]] as const)
    for (const match of zone.matchAll(RANKED)) {
      const [whole, city, below, alone] = match
      const name = city ?? alone ?? ''
      if (ORDINARY.test(name) || listed(name)) continue
      if (match.index > sure && body.split(name).length < 3) continue
      return { city: city ?? null, district: alone ?? (below !== undefined && !ORDINARY.test(below) ? below : null), quote: whole.slice(whole.indexOf(name)) }
    }
  return null
}

/** Offered, never filled in: the table cannot say in which province it lies, or whether it does. */
export const unlistedInferences = ({ city, district, quote }: UnlistedPlace): readonly Inference[] => {
  const why = `文中写到“${quote}”，这一地名不在行政区划表中，须核对。`
  const offer = (field: Inference['field'], value: string | null): readonly Inference[] => (value === null ? [] : [{ field, value, why }])
  return [...offer('place.city', city), ...offer('place.district', district)]
}
