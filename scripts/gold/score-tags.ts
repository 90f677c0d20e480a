/** Scores practices: the parent of a right one counts for nothing; one without the annotated sentence counts as half. */
import type { FoundTag } from '../../electron/core/describing/practices/index.ts'
import type { Span } from '../../electron/contract/span.ts'
import type { GoldArticle } from './gold-file.ts'
import type { Score } from './score.ts'

/** `rawOf` tells where a stretch of the body stood in the raw file. */
export function scoreTags({ practice_tags: wanted }: GoldArticle, tags: readonly FoundTag[], rawOf: (span: Span) => Span): Score {
  const required = wanted.filter(({ strength }) => strength !== 'mention')
  const optional = new Set<string>([...wanted.filter(({ strength }) => strength === 'mention').map(({ tag }) => tag), ...wanted.map(({ tag }) => tag.split('.')[0] ?? '')])
  const known = new Set<string>(wanted.map(({ tag }) => tag))
  const found = new Map(tags.map((tag) => [tag.id as string, tag]))
  const shown = required.map(({ tag, evidence }) => {
    const hit = found.get(tag)
    const sentences = (hit?.evidence ?? []).map(rawOf)
    const seen = evidence.some((one) => sentences.some(({ start, end }) => start < one.end && one.start < end))
    return { tag, worth: hit === undefined ? 0 : seen || hit.inTitle.length > 0 ? 1 : 0.5 }
  })
  const counted = [...found.keys()].filter((id) => !optional.has(id) || known.has(id)).filter((id) => !wanted.some(({ tag, strength }) => tag === id && strength === 'mention'))
  return {
    kind: 'practice tags',
    right: shown.reduce((sum, { worth }) => sum + worth, 0),
    wanted: required.length,
    found: counted.length,
    misses: shown.flatMap(({ tag, worth }) => (worth === 1 ? [] : [`${tag}${worth === 0 ? '' : ' (another sentence)'}`])),
    wrong: counted.filter((id) => !known.has(id)),
  }
}
