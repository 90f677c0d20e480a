/** Practice files for tests, from the fields that matter to one. */
import { PracticeId } from '../../../../electron/contract/practice-tag.ts'
import type { Practice } from '../../../../electron/contract/practices.ts'
import { createTagger, type FoundTag, type Tagger } from '../../../../electron/core/describing/practices/index.ts'
import { articleOf } from '../article.ts'

export const LABELS: Readonly<Record<string, string>> = { grid: '网格化治理', fengqiao: '枫桥经验', smart: '智慧治理', mediation: '调解品牌' }

export const BODY = ['', '## 定义', '', '把一片地方分给固定的人看管。', '', '## 算', '', '- 有人、有片区、有职责', '- 有上报的去处', '', '## 不算', '', '- 电网的网格', '- 只提一句', '', '## 教学提问', '', '分给谁看管最合适？', '']

/** A well-formed file, line by line; `fields` replace or, when null, leave out lines of its head. */
export function fileOf(id: string, fields: Readonly<Record<string, string | null>> = {}, body: readonly string[] = BODY): { readonly file: string; readonly text: string } {
  const parent = id.includes('.') ? (id.split('.')[0] ?? null) : null
  const head = { id, parent, order: '1', label: LABELS[id] ?? `短名${id.replaceAll(/\W/g, '').slice(-6)}`, zh: `全名${id}`, en: `Name of ${id}`, strong: '[楼栋管家, 网格员]', weak: '[]', patterns: '[]', negative: '[]', ...fields }
  const lines = Object.entries(head).flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}`]))
  return { file: `content/practices/${id}.md`, text: ['---', ...lines, '---', ...body].join('\n') }
}

export function practice(id: string, lists: Partial<Pick<Practice, 'strong' | 'weak' | 'patterns' | 'negative'>>): Practice {
  const parent = id.includes('.') ? PracticeId.parse(id.split('.')[0]) : null
  return { id: PracticeId.parse(id), parent, label: id, zh: id, en: id, labelEn: id, definition: '', counts: [], countsNot: [], question: '', strong: [], weak: [], patterns: [], negative: [], ...lists }
}

/** Enough of a write-up for any sentence beside it to be about governance; it shows none of the practices that tests make. */
export const FRAME = [
  '柳湾街道过去邻里纠纷多，楼道堆物、噪声扰民没人管，居民意见不小。街道把辖区分片包干，由社区书记牵头，每周走访入户，登记台账，限三日内办结。',
  '街道还建立居民议事协商机制，推行“门前说事”工作法，由居民代表评议。一年来共调解纠纷312件，办结率达到98%，投诉下降四成。',
]

export const tagsOf = (practices: readonly Practice[], lines: readonly string[], title: string | null = null): readonly FoundTag[] => taggerOf(practices)(articleOf([...FRAME, ...lines], { title }))
export const taggerOf = (practices: readonly Practice[]): Tagger => createTagger({ practices })
