import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choosePlaces, distinct, knownPlaces, levelOf, placeLabels, placeNamed, spoken } from '../../../electron/core/comparing/index.ts'
import { loadGazetteer } from '../../../electron/core/describing/index.ts'
import { root } from '../../shared.ts'
import { idOf } from './entries.ts'

const gazetteer = loadGazetteer(join(root, 'content'))
const places = knownPlaces(gazetteer, ['安徽省/淮南市/柳树湾区', '桃源省/竹溪县', '桃源省//竹溪县', '北京市/北京市'])
const meant = (typed: string): unknown => {
  const found = placeNamed(typed, places)
  return found === null ? null : 'path' in found ? found.path : found.ambiguous
}

describe('a place as a person names it', () => {
  it.each<[string, string]>([
    ['淮北', '安徽省/淮北市'],
    ['淮北市', '安徽省/淮北市'],
    [' 淮北 ', '安徽省/淮北市'],
    ['安徽淮北', '安徽省/淮北市'],
    ['安徽省淮北市', '安徽省/淮北市'],
    ['安徽省/淮北市', '安徽省/淮北市'],
    ['安徽-淮北', '安徽省/淮北市'],
    ['安徽 淮北', '安徽省/淮北市'],
    ['安徽', '安徽省'],
    ['八公山', '安徽省/淮南市/八公山区'],
    ['八公山区', '安徽省/淮南市/八公山区'],
    ['八公山區', '安徽省/淮南市/八公山区'],
    ['安徽八公山区', '安徽省/淮南市/八公山区'],
    ['淮南市八公山', '安徽省/淮南市/八公山区'],
    ['吉林', '吉林省'],
    ['吉林市', '吉林省/吉林市'],
    ['朝阳', '辽宁省/朝阳市'],
    ['北京朝阳', '北京市/北京市/朝阳区'],
    ['北京市/北京市', '北京市'],
    ['北京', '北京市'],
    ['上海浦东', '上海市/上海市/浦东新区'],
    ['淮安', '江苏省/淮安市'],
    ['淮安区', '江苏省/淮安市/淮安区'],
    ['大理', '云南省/大理白族自治州'],
    ['内蒙古', '内蒙古自治区'],
    ['襄樊', '湖北省/襄阳市'],
    ['莱芜市', '山东省/济南市'],
    ['莱芜', '山东省/济南市/莱芜区'],
    ['南京鼓楼', '江苏省/南京市/鼓楼区'],
    ['济南市中区', '山东省/济南市/市中区'],
    ['柳树湾', '安徽省/淮南市/柳树湾区'],
    ['桃源', '桃源省'],
    ['桃源竹溪县', '桃源省/竹溪县'],
    ['桃源省//竹溪县', '桃源省//竹溪县'],
  ])('%s is %s', (typed, path) => {
    expect(meant(typed)).toBe(path)
  })

  it.each<[string, readonly string[]]>([
    ['鼓楼区', ['江苏省/南京市/鼓楼区', '江苏省/徐州市/鼓楼区', '福建省/福州市/鼓楼区', '河南省/开封市/鼓楼区']],
    ['鼓楼', ['江苏省/南京市/鼓楼区', '江苏省/徐州市/鼓楼区', '福建省/福州市/鼓楼区', '河南省/开封市/鼓楼区']],
    ['江苏鼓楼区', ['江苏省/南京市/鼓楼区', '江苏省/徐州市/鼓楼区']],
    ['通州', ['北京市/北京市/通州区', '江苏省/南通市/通州区']],
    ['和平', ['天津市/天津市/和平区', '辽宁省/沈阳市/和平区', '广东省/河源市/和平县']],
  ])('%s could be several', (typed, paths) => {
    expect(meant(typed)).toEqual(paths)
  })

  it.each(['', '  ', '/', '市', '省', '区', '淮', '淮北市委', '安徽南京', '淮北淮南', '青山县', '北市', '01ARZ3NDEKTSV4RRFFQ69G5F01'])('“%s” names none', (typed) => {
    expect(meant(typed)).toBeNull()
  })

  it('is found by its whole path, said or written', () => {
    fc.assert(fc.property(fc.constantFrom(...places), ({ path }) => {
      expect(meant(path)).toBe(path)
      if (!path.includes('//')) expect(meant(spoken(path))).toBe(path)
    }))
  })

  it('never fails, and answers only what is known', () => {
    const known = new Set(places.map(({ path }) => path))
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.array(fc.constantFrom('淮', '北', '南', '市', '安徽', '省', '区', '朝阳', '/', ' ')).map((parts) => parts.join(''))), (typed) => {
      const found = placeNamed(typed, places)
      const paths = found === null ? [] : 'path' in found ? [found.path] : found.ambiguous
      expect(paths.filter((path) => !known.has(path))).toEqual([])
      if (found !== null && 'ambiguous' in found) expect(found.ambiguous.length).toBeGreaterThan(1)
    }))
  })
})

describe('places to choose from', () => {
  const counts = new Map([['安徽省', { entries: 3, bundled: 1 }], ['安徽省/淮南市', { entries: 3, bundled: 1 }], ['安徽省/淮北市', { entries: 0, bundled: 2 }], ['江苏省/淮安市', { entries: 5, bundled: 0 }]])
  const choose = (query: string, limit = 5): readonly string[] => choosePlaces(query, places, (path) => counts.get(path) ?? { entries: 0, bundled: 0 }, limit).map(({ label }) => label)

  it.each<[string, readonly string[]]>([
    ['', ['江苏省淮安市', '安徽省', '安徽省淮南市', '安徽省淮北市', '河北省']],
    ['淮', ['江苏省淮安市', '安徽省淮南市', '安徽省淮北市', '江苏省南京市秦淮区', '江苏省淮安市淮安区']],
    ['安徽淮', ['安徽省淮南市', '安徽省淮北市', '安徽省蚌埠市淮上区']],
    ['八公山區', ['安徽省淮南市八公山区']],
    ['北京朝', ['北京市朝阳区']],
    ['柳树湾', ['安徽省淮南市柳树湾区']],
    ['没有此地', []],
  ])('for “%s” are %j', (query, labels) => {
    expect(choose(query)).toEqual(labels)
  })

  it('come with their cases and no more than asked for', () => {
    expect(choosePlaces('淮', places, (path) => counts.get(path) ?? { entries: 0, bundled: 0 }, 1)).toEqual([{ path: '江苏省/淮安市', label: '江苏省淮安市', entries: 5, bundled: 0 }])
  })
})

describe('columns', () => {
  it('are called by their own name, and by what lies above where two share it', () => {
    expect([...placeLabels(['安徽省/淮北市', '江苏省/南京市/鼓楼区', '江苏省/徐州市/鼓楼区', '北京市/北京市/朝阳区', '北京市']).values()]).toEqual(['淮北市', '南京市鼓楼区', '徐州市鼓楼区', '朝阳区', '北京市'])
    expect([...placeLabels(['北京市', '北京市/北京市']).keys()]).toEqual(['北京市', '北京市/北京市'])
  })

  it('have the level of their path', () => {
    expect(['甲省', '甲省/乙市', '甲省/乙市/丙区'].map(levelOf)).toEqual(['province', 'city', 'district'])
  })

  it('stand once each, in the order in which they were chosen', () => {
    const city = { kind: 'place', path: '甲省/乙市' } as const
    const one = { kind: 'entry', id: idOf(1) } as const
    expect(distinct([city, one, { ...city }, { ...one }])).toEqual([city, one])
  })
})
