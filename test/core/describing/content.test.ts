import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { governanceWords } from '../../../electron/core/describing/vocabulary.ts'
import { formerNames, type Codes } from '../../../scripts/content/former.ts'
import { divisionsFile } from '../../../scripts/content/places.ts'
import { overSharedTexts, shared } from '../../shared.ts'
import { contentFolder, gazetteer } from './article.ts'

const folder = join(contentFolder, 'dictionary')
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))
const lines = files.flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n').map((line, index) => ({ file, index, line }))).filter(({ line }) => line !== '' && !line.startsWith('#'))
const words = lines.map(({ line }) => line.split('\t')[0] ?? '')

describe('the dictionary', () => {
  it('has the field’s words', () => {
    expect(words.length).toBeGreaterThanOrEqual(1200)
    for (const word of ['网格员', '警网融合', '矛调中心', '枫桥经验', '综治中心', '雪亮工程', '接诉即办', '诉源治理', '一村一法律顾问']) expect(words).toContain(word)
  })

  it('names its files in tens and after the tag of their words', () => {
    expect(files.filter((file) => !/^\d{3}0-[a-z]+\.txt$/.test(file))).toEqual([])
    expect(lines.filter(({ file, line }) => line.split('\t')[2] !== /-([a-z]+)\./.exec(file)?.[1])).toEqual([])
  })

  it('has a word, a frequency and a tag on every line, and no word twice', () => {
    expect(lines.filter(({ line }) => !/^\S{2,20}\t[1-9]\d{0,5}\t[a-z]+$/u.test(line))).toEqual([])
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  })

  it('is UTF-8 without a mark and ends with a line feed', () => {
    expect(files.filter((file) => !/^(?!\ufeff)[\s\S]*\n$/.test(readFileSync(join(folder, file), 'utf8')))).toEqual([])
  })

  it('knows every word that describing looks for', () => {
    expect(governanceWords.filter((word) => !words.includes(word))).toEqual([])
  })
})

const placesFile = (name: string): unknown => JSON.parse(readFileSync(join(contentFolder, 'places', name), 'utf8'))
const derived = z.object({ source: z.string(), licence: z.string(), former: z.record(z.string(), z.string()) }).parse(placesFile('former.json'))
const own = z.object({ former: z.record(z.string(), z.record(z.string(), z.string())) }).parse(placesFile('former-own.json')).former
const ownNames = Object.assign({}, ...Object.values(own)) as Record<string, string>
const former = { ...derived.former, ...ownNames }

describe('the places', () => {
  it('are what the package says, unedited', () => {
    expect(readFileSync(join(contentFolder, 'places', 'divisions.json'), 'utf8')).toBe(divisionsFile())
  })

  it('name their source and licence', () => {
    expect([gazetteer.source, gazetteer.licence]).toEqual(['lcn 7.2.2：民政部《2024年中华人民共和国县以上行政区划代码》', 'MIT © 2018 caijf'])
  })

  it('have former names of a package, with its licence, and of our own only what its lists cannot say, each under its reason', () => {
    expect([derived.source, derived.licence, Object.keys(derived.former).length]).toEqual(['gb2260 0.6.0：GB/T 2260 历年县以上行政区划代码（2002—2016年），对照 lcn 7.2.2', 'MIT © GB2260.js', 236])
    expect(Object.entries(own).map(([reason, names]) => [reason, Object.keys(names).length])).toEqual([
      ['2002年以后撤并，或改的名称与原名无关；代码表只说它没有了，不说去了哪里', 86],
      ['2002年以后名称给了一处，辖区分给几处，以所在城市为准', 1],
      ['2002年以前的名称，早于代码表', 146],
    ])
    expect(Object.keys(ownNames).filter((name) => derived.former[name] === ownNames[name])).toEqual([])
  })

  it('take a former name’s place from its code, its stem, or the one character it began with, and guess none', () => {
    const lists: Codes[] = [
      [['420000', '湖北省'], ['420600', '襄樊市'], ['420601', '市辖区'], ['420622', '章县'], ['420623', '合山县'], ['420624', '东城区'], ['420625', '南沙县']],
      [['420600', '襄樊市'], ['420602', '章阳区']],
    ]
    const today: Codes = [['420000', '湖北省'], ['420600', '襄阳市'], ['420602', '章阳区'], ['420607', '合山区'], ['420608', '西城区'], ['420625', '南沙县'], ['420609', '章水区']]
    expect(formerNames(lists, today)).toEqual({ 襄樊市: '湖北省/襄阳市', 章县: '湖北省/襄阳市/章水区', 合山县: '湖北省/襄阳市/合山区' })
  })

  const { aliases }: { aliases: Record<string, string> } = JSON.parse(readFileSync(join(contentFolder, 'places', 'aliases.json'), 'utf8'))

  it('lead every former name and every alias to a place of today, and give none to a place that bears it still', () => {
    const { divisions }: { divisions: Record<string, Record<string, string>> } = JSON.parse(divisionsFile())
    const lost = Object.values({ ...former, ...aliases }).filter((path) => {
      const [province = '', city, district] = path.split('/')
      const districts = city === undefined ? '' : divisions[province]?.[city]
      return divisions[province] === undefined || districts === undefined || (district !== undefined && !districts.split(' ').includes(district))
    })
    expect(lost).toEqual([])
    const current = new Set(Object.entries(divisions).flatMap(([province, cities]) => [province, ...Object.entries(cities).flatMap(([city, districts]) => [city, ...districts.split(' ')])]))
    expect(Object.keys({ ...former, ...aliases }).filter((name) => current.has(name))).toEqual([])
    expect(Object.keys(former).length).toBeGreaterThanOrEqual(440)
  })
})

describe.skipIf(!shared)(overSharedTexts('an independent history of divisions'), () => {
  it('knows every former name as one that was given up', () => {
    const folder = join(shared ?? '', 'ref/divisions')
    const history: Record<string, string> = JSON.parse(readFileSync(join(folder, 'mumuy-history.json'), 'utf8'))
    const today = new Set(readFileSync(join(folder, 'divisions-2026-4levels.csv'), 'utf8').split('\n').flatMap((line) => (/^\d{6},/.test(line) ? [line.split(',')[1]] : [])))
    const known = new Set([...Object.values(history), ...readFileSync(join(folder, 'county-level-history-1981-2025.csv'), 'utf8').split('\n').map((line) => line.split(',')[3] ?? '')])
    expect(Object.keys(former).filter((name) => !known.has(name) || today.has(name))).toEqual([])
  })
})

describe('the glossary', () => {
  const rows = readFileSync(join(contentFolder, 'glossary.md'), 'utf8').split('\n').filter((line) => /^\| [^-\s]/.test(line)).map((line) => line.split('|').map((cell) => cell.trim()).slice(1, -1)).filter(([zh]) => zh !== '中文')

  it('gives every concept one word in Chinese, in English and in code, and a meaning', () => {
    expect(rows.length).toBeGreaterThanOrEqual(40)
    expect(rows.filter((row) => row.length !== 4 || row.some((cell) => cell === ''))).toEqual([])
    for (const column of [0, 1, 2]) {
      const cells = rows.map((row) => row[column] ?? '')
      expect(cells.filter((cell, index) => cells.indexOf(cell) !== index)).toEqual([])
    }
  })

  it('holds the words of the design', () => {
    expect(rows.map(([zh]) => zh)).toEqual(expect.arrayContaining(['案例', '条目', '做法', '依据', '口径', '指标', '专题', '对照板', '便携包', '交换包', '汇报']))
  })
})

describe('the help page', () => {
  it('is there, in Chinese, and says what may be imported', () => {
    expect(existsSync(join(contentFolder, 'help', 'first-steps.md'))).toBe(true)
    const text = readFileSync(join(contentFolder, 'help', 'first-steps.md'), 'utf8')
    for (const word of ['仅限非涉密资料', '导入', '搜索', '暂拟', '原文未述', 'Ctrl+K']) expect(text).toContain(word)
  })
})
