import { describe, expect, it } from 'vitest'
import { findUnlisted } from '../../../electron/core/describing/unlisted.ts'
import { gazetteer } from './article.ts'

const found = (title: string, ...body: string[]): string | null => {
  const place = findUnlisted({ title: [title], headings: [], notes: [], body }, gazetteer)
  return place === null ? null : `${place.city ?? '-'} ${place.district ?? '-'} ${place.quote}`
}

describe('a place no table lists', () => {
  it.each<[title: string, body: string, place: string | null]>([
    ['把难事办在楼道口——沅平市白石街道议事改革综述', '', '沅平市 - 沅平市白石街道'],
    ['', '近年来，沅平市青岗县把网格划小。', '沅平市 青岗县 沅平市青岗县'],
    ['', '入秋以来，青岗县清溪镇推行清单。', '- 青岗县 青岗县清溪镇'],
    ['', '记者在青岗县云门镇看到，路修好了。', '- 青岗县 青岗县云门镇'],
    ['', '滁州市琅琊区推行网格。', null],
    ['', '青岗县推行清单。', null],
    ['', '全市各区县推行清单，我市青年街道走在前面。', null],
    ['', '股市楼市回暖，超市进了小区，景区通了公交。', null],
    ['', '加快县域城乡融合，建设革命老区和乡镇。', null],
    ['', `${'天气晴朗。'.repeat(60)}青岗县云门镇也来了人。`, null],
    ['', `${'天气晴朗。'.repeat(60)}青岗县云门镇也来了人。青岗县又来了人。`, '- 青岗县 青岗县云门镇'],
    ['', '', null],
  ])('%s%s', (title, body, place) => {
    expect(found(title, body)).toBe(place)
  })
})
