/** Rules small enough to be seen through: a practice is shown by every sentence that holds its word; in a list it is only named. */
import { PracticeId } from '../../../electron/contract/practice-tag.ts'
import type { PracticeRules } from '../../../electron/core/library/index.ts'
import { sentences } from '../../../electron/core/language/index.ts'

export const grid = PracticeId.parse('grid')
export const police = PracticeId.parse('grid.police')
export const mediation = PracticeId.parse('mediation')

const WORDS = [[grid, ['网格', '警网']], [police, ['警网']], [mediation, ['调解']]] as const

export function rulesWith(rules: string, words: readonly (readonly [PracticeId, readonly string[]])[] = WORDS): PracticeRules {
  return {
    rules,
    ids: words.map(([id]) => id),
    aliasOf: (id) => id,
    labelOf: (id) => ({ grid: '网格化治理', 'grid.police': '警网融合', mediation: '调解品牌' })[id.toString()] ?? id,
    tag: ({ title, body, paragraphs }) => {
      const holding = (text: string, wanted: readonly string[]) =>
        sentences(text).flatMap(({ start, end }) => {
          const at = wanted.flatMap((word) => (text.slice(start, end).includes(word) ? [{ word, start: start + text.slice(start, end).indexOf(word) }] : []))[0]
          return at ? [{ start, end, trigger: at.word, marks: [{ start: at.start, end: at.start + at.word.length }] }] : []
        })
      return words.flatMap(([id, wanted]) => {
        const evidence = holding(body, wanted)
        const inTitle = title === null ? [] : holding(title, wanted)
        const told = evidence.filter(({ start }) => paragraphs.some((paragraph) => paragraph.kind !== 'list' && paragraph.start <= start && start < paragraph.end))
        if (evidence.length + inTitle.length === 0) return []
        return [{ id, strength: inTitle.length > 0 || told.length >= 2 ? ('primary' as const) : told.length === 1 ? ('secondary' as const) : ('mention' as const), evidence, inTitle }]
      })
    },
  }
}
