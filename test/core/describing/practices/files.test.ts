import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../../electron/contract/errors.ts'
import { compilePractices } from '../../../../electron/core/describing/practices/compile.ts'
import { BODY, fileOf } from './files.ts'

/** What a person reads when these files are compiled: file, line and reason. */
function refusal(...files: readonly { readonly file: string; readonly text: string }[]): string {
  try {
    compilePractices(files)
  } catch (error) {
    if (error instanceof Refusal) return `${error.fault.details['file']?.replace('content/practices/', '')}:${error.fault.details['line']} ${error.fault.details['reason']}`
    throw error
  }
  return 'compiled'
}

const without = (from: string, to: string): string[] => BODY.map((line) => (line === from ? to : line))

describe('practice files', () => {
  it('become practices in their order, each followed by its own', () => {
    const files = [fileOf('grid.police', { order: '2', strong: '[警网融合]', weak: '[包保, 联勤]', patterns: "['警.{0,3}格']", negative: '[警格尔]' }), fileOf('smart', { order: '3' }), fileOf('grid.layout'), fileOf('fengqiao', { order: '2' }), fileOf('grid')]
    const practices = compilePractices(files)
    expect(practices.map(({ id }) => id)).toEqual(['grid', 'grid.layout', 'grid.police', 'fengqiao', 'smart'])
    expect(practices[2]).toEqual({
      id: 'grid.police', parent: 'grid', label: '短名police', zh: '全名grid.police', en: 'Name of grid.police', labelEn: 'Name of grid.police', definition: '把一片地方分给固定的人看管。', counts: ['有人、有片区、有职责', '有上报的去处'], countsNot: ['电网的网格', '只提一句'],
      question: '分给谁看管最合适？', strong: ['警网融合'], weak: ['包保', '联勤'], patterns: ['警.{0,3}格'], negative: ['警格尔'],
    })
  })

  it.each<[mistake: string, fields: Record<string, string | null>, said: string]>([
    ['an unknown key', { colour: 'red' }, 'grid.md:11 没有名为“colour”的字段'],
    ['a missing key', { en: null }, 'grid.md:1 缺少字段“en”'],
    ['a value of the wrong kind', { order: 'first' }, 'grid.md:3 “order”的写法不对'],
    ['an id of the wrong form', { id: 'Grid' }, 'grid.md:2 “id”的写法不对'],
    ['a label that is too long', { label: '网格化治理与服务' }, 'grid.md:4 “label”太长：最多 6'],
    ['a word of one sign', { weak: '[格, 网格]' }, 'grid.md:8 “weak”太短：至少 2'],
    ['the same word twice', { strong: '[网格员, “网格员”]' }, 'grid.md:7 ““网格员””重复'],
    ['a negative that leaves its word no chance', { negative: '[网格]' }, 'grid.md:10 “网格”使“网格员”永远不能命中'],
    ['a pattern that is none', { patterns: "['网格(员']" }, 'grid.md:9 样式“网格(员”不是正确的正则表达式'],
    ['a pattern that can run away', { patterns: "['网格.*员']" }, 'grid.md:9 样式“网格.*员”重复次数没有上限，请写成 {0,20} 这样'],
    ['an English name that is too long for a label', { en: 'Grid-based and police-aided work' }, 'grid.md:6 “en”超过 24 个字符，要另写短名“labelEn”'],
    ['an English label that is too long', { labelEn: 'Grid-based and police-aided' }, 'grid.md:11 “labelEn”太长：最多 24'],
    ['other words on a label of the first four', { label: '网格治理' }, 'grid.md:4 “grid”的短名只能是“网格化治理”'],
  ])('name the line of %s', (_, fields, said) => {
    expect(refusal(fileOf('grid', fields))).toBe(said)
  })

  it.each<[mistake: string, body: readonly string[], said: string]>([
    ['a missing section', BODY.slice(0, -4), 'grid.md:26 缺少“教学提问”一节'],
    ['sections out of order', without('## 算', '## 不算'), 'grid.md:17 这里应是“算”一节，而不是“不算”'],
    ['one section too many', [...BODY, '## 又', '', '一'], 'grid.md:31 多出“又”一节'],
    ['a head of another level', without('## 算', '### 算'), 'grid.md:17 各节的标题用两个井号（##）'],
    ['words before the first section', ['一', ...BODY], 'grid.md:12 第一节之前不能有文字'],
    ['a definition that is empty', without('把一片地方分给固定的人看管。', ''), 'grid.md:13 “定义”要写成一段文字'],
    ['what counts without a list', BODY.flatMap((line) => (line.startsWith('- 有上') ? [] : [line.replace('- 有人', '有人')])), 'grid.md:17 “算”要写成一个列表'],
    ['a list of one', BODY.filter((line) => line !== '- 只提一句'), 'grid.md:22 “不算”要有 2–4 条，现有 1 条'],
  ])('name the line of %s', (_, body, said) => {
    expect(refusal(fileOf('grid', {}, body))).toBe(said)
  })

  it.each<[mistake: string, files: readonly (readonly [id: string, fields: Record<string, string | null>])[], said: string]>([
    ['a sub-practice without its practice', [['grid.layout', {}]], 'grid.layout.md:3 没有上级“grid”'],
    ['a parent that is not its own', [['fengqiao', {}], ['grid', {}], ['grid.layout', { parent: 'fengqiao' }]], 'grid.layout.md:3 “grid.layout”的上级要写成“grid”'],
    ['two of the same order', [['grid', {}], ['grid.layout', {}], ['grid.loop', {}]], 'grid.loop.md:4 次序 1 已见于 content/practices/grid.layout.md'],
    ['two of the same label', [['grid', {}], ['grid.layout', {}], ['grid.loop', { order: '2', label: '短名layout' }]], 'grid.loop.md:5 短名“短名layout”已见于 content/practices/grid.layout.md'],
    ['two of the same English label', [['grid', {}], ['grid.layout', { labelEn: 'Grid' }], ['grid.loop', { order: '2', labelEn: 'Grid' }]], 'grid.loop.md:12 短名“Grid”已见于 content/practices/grid.layout.md'],
    ['a label that is too long below a practice', [['grid', {}], ['grid.layout', { label: '网格划分与多网合一' }]], 'grid.layout.md:5 “label”太长：最多 8'],
    ['a leaf that can never fire', [['grid', {}], ['grid.layout', { strong: '[]', weak: '[网格员]' }]], 'grid.layout.md:8 没有触发词，这一项永远不会命中'],
    ['another practice among the first four', [['grid', {}], ['party', { order: '2', label: '党建引领' }]], 'party.md:3 前四项依次为 grid、fengqiao、smart、mediation，第 2 项不能是“party”'],
  ])('name the line of %s', (_, files, said) => {
    expect(refusal(...files.map(([id, fields]) => fileOf(id, fields)))).toBe(said)
  })

  it('name the file whose id is in use, or is not its name', () => {
    expect(refusal(fileOf('grid'), { ...fileOf('grid'), file: 'content/practices/other/grid.md' })).toBe('other/grid.md:2 “grid”已见于 content/practices/grid.md')
    expect(refusal({ ...fileOf('grid'), file: 'content/practices/net.md' })).toBe('net.md:2 文件名应为 grid.md')
    expect(refusal({ file: 'content/practices/grid.md', text: BODY.join('\n') })).toBe('grid.md:1 缺少文件头（--- 之间的字段）')
  })
})
