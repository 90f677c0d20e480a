import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe as suite, expect, it } from 'vitest'
import { clean } from '../../../electron/core/cleaning/index.ts'
import { describeFile, type Description } from '../../../electron/core/describing/index.ts'
import { readText as read } from '../../../electron/core/reading/index.ts'
import { overSharedTexts, shared } from '../../shared.ts'
import { context } from './article.ts'

const CITY = (place: Description['place']): string => [place.city, place.district, place.basis].filter((part) => part !== null).join(' ')

suite.skipIf(!shared)(overSharedTexts('the five real files'), () => {
  const files = shared === null ? [] : readdirSync(join(shared, 'seeds')).sort()
  const seeds = files.map((name) => {
    const { articles } = clean(read({ name, bytes: readFileSync(join(shared ?? '', 'seeds', name)) }))
    return describeFile(articles, { ...context, fileName: name })
  })

  it('a page of eight items: two are cases, all are of one city, its paper and date are offered only', () => {
    const page = seeds[0] ?? []
    expect(page.map(({ kind }) => kind)).toEqual(['case', 'other', 'other', 'other', 'other', 'other', 'case', 'other'])
    expect(page.map(({ place }) => CITY(place))).toEqual([
      '淮北市 stated', '淮北市 stated', '淮北市 inferred', '淮北市 stated', '淮北市 inferred', '淮北市 inferred', '淮北市 濉溪县 stated', '淮北市 inferred',
    ])
    expect(new Set(page.map(({ absent }) => `${absent['source.media']} ${absent.date}`))).toEqual(new Set(['not-stated not-stated']))
    expect(page[0]?.inferences.map(({ field, value }) => [field, value])).toEqual([['source.media', '淮北日报'], ['date', '2022-09']])
    expect(page.some(({ titleIsProvisional }) => titleIsProvisional)).toBe(false)
  })

  it.each<[seed: number, provisional: string | null, kind: string, province: string, place: string, rights: string]>([
    [1, '淮南市：党建引领 · 网格化管理 · 矛盾纠纷多元调处', 'case', '安徽省', '淮南市 stated', 'open'],
    [2, '淄博市：小网格 · 群防群治 · 矛盾纠纷', 'case', '山东省', '淄博市 stated', 'open'],
    [3, null, 'case', '安徽省', '淮南市 八公山区 stated', 'restricted'],
    [4, null, 'case', '江苏省', '淮安市 stated', 'open'],
  ])('file %s', (seed, provisional, kind, province, place, rights) => {
    const described = seeds[seed] ?? []
    expect(described.map((description) => [description.titleIsProvisional ? description.title : null, description.kind, description.place.province, CITY(description.place), description.rightsLevel])).toEqual([
      [provisional, kind, province, place, rights],
    ])
  })

  it('the incomplete one offers the paper its notice names, and says what could not be checked', () => {
    expect(seeds[3]?.[0]?.inferences.map(({ field, value }) => [field, value])).toEqual([['source.media', '淮南日报']])
    expect(seeds[3]?.[0]?.absent['rights.statement']).toBeUndefined()
  })
})
