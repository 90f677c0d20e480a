/** Is everything there, and does it agree? Reads all of the library and changes nothing. */
import { Refusal } from '../../contract/errors.ts'
import type { CheckReport } from '../../contract/library.ts'
import { libraryFault } from './faults.ts'
import type { StoredEntry } from './repositories/entry-rows.ts'
import { damage, dangling } from './repositories/integrity.ts'
import type { Shelf } from './shelf.ts'
import type { ShownEvidence } from './showing.ts'

type Finding = CheckReport['findings'][number]

/** Findings on the database, the originals and the spans; the index answers for itself. */
export async function check(shelf: Shelf): Promise<readonly Finding[]> {
  const { db, folder } = shelf.connection
  const looked = async (name: Finding['check'], look: () => Finding | Promise<Finding>): Promise<Finding> => {
    try {
      return await look()
    } catch (error) {
      const why = libraryFault(error, folder)
      if (why instanceof Refusal && why.code === 'LIBRARY_CORRUPT') return { check: name, ok: false, count: 1, detail: '数据库文件已损坏，这一项查不全' }
      throw error
    }
  }
  return [
    await looked('database', () => {
      const lines = damage(db)
      return { check: 'database', ok: lines.length === 0, count: lines.length, detail: lines.length === 0 ? '数据库文件完好' : lines.join('；').slice(0, 500) }
    }),
    await looked('foreign-keys', () => {
      const count = dangling(db)
      return { check: 'foreign-keys', ok: count === 0, count, detail: count === 0 ? '各项引用完整' : `${count} 处引用指向不存在的内容` }
    }),
    await looked('originals', () => checkOriginals(shelf)),
    await looked('spans', () => checkSpans(shelf)),
  ]
}

async function checkOriginals({ originals, reads }: Shelf): Promise<Finding> {
  const named = reads.documents.hashes()
  const missing: string[] = []
  const altered: string[] = []
  for (const { sha256 } of named) {
    if ((await originals.size(sha256)) === null) missing.push(sha256)
    else if (!(await originals.read(sha256, sha256).then(() => true, () => false))) altered.push(sha256)
  }
  const names = new Set(named.map(({ sha256 }) => sha256))
  const orphans = (await originals.list()).filter((hash) => !names.has(hash)).length
  const bad = missing.length + altered.length
  const parts = [
    ...(missing.length > 0 ? [`缺失 ${missing.length} 份（${missing.slice(0, 3).map(short).join('、')}）`] : []),
    ...(altered.length > 0 ? [`内容已变 ${altered.length} 份（${altered.slice(0, 3).map(short).join('、')}）`] : []),
    ...(orphans > 0 ? [`另有 ${orphans} 份无条目引用，不影响使用`] : []),
  ]
  return { check: 'originals', ok: bad === 0, count: bad, detail: parts.length === 0 ? `${named.length} 份原件逐字节完好` : parts.join('；') }
}

const short = (hash: string): string => hash.slice(0, 8)

function checkSpans({ reads }: Shelf): Finding {
  const wrong: string[] = []
  let seen = 0
  for (let after = 0; ; ) {
    const page = reads.entries.page(after)
    seen += page.length
    const practices = practiceSpans(reads, page.map(({ seq }) => seq))
    wrong.push(...page.filter((entry) => !spansAgree(entry) || !practices(entry)).map(({ id }) => id))
    const last = page.at(-1)
    if (!last) break
    after = last.seq
  }
  return { check: 'spans', ok: wrong.length === 0, count: wrong.length, detail: wrong.length === 0 ? `${seen} 个条目的位置标注与正文一致` : `${wrong.length} 个条目的位置标注与正文不符（${wrong.slice(0, 3).join('、')}）` }
}

/** Whether the sentences and passages that show practices, and those that have labels, stand where they are said to: in their text, in order, marks inside, chosen words word for word. */
function practiceSpans({ practices, labels }: Shelf['reads'], seqs: readonly number[]): (entry: StoredEntry) => boolean {
  const tags = Map.groupBy(practices.tagsOfMany(seqs), ({ seq }) => seq)
  const passages = Map.groupBy(practices.passagesOfMany(seqs), ({ seq }) => seq)
  const labelled = Map.groupBy(labels.ofMany(seqs), ({ seq }) => seq)
  const standing = (evidence: readonly ShownEvidence[], { length }: string): boolean =>
    evidence.every(({ start, end, marks }, index) => start < end && end <= length && start >= (evidence[index - 1]?.start ?? 0) && marks.every((mark) => start <= mark.start && mark.start < mark.end && mark.end <= end))
  return ({ seq, state }) =>
    (tags.get(seq) ?? []).every(({ tag }) => standing(tag.evidence, state.body) && standing(tag.inTitle, state.title)) &&
    (passages.get(seq) ?? []).every(({ passage: { lost, span, quote } }) => lost || state.body.slice(span.start, span.end) === quote) &&
    (labelled.get(seq) ?? []).every(({ lost, span, quote }) => lost || state.body.slice(span.start, span.end) === quote)
}

/** Paragraphs joined are the body; every span lies in it, in order; what cleaning put somewhere stands there. */
export function spansAgree({ state }: Pick<StoredEntry, 'state'>): boolean {
  const { body, paragraphs, segments, notices } = state
  const whole = paragraphs.map(([, , start, end]) => body.slice(start, end)).join('\n') === body
  const placed = paragraphs.every(([, , start], index) => start === (index === 0 ? 0 : (paragraphs[index - 1]?.[3] ?? 0) + 1))
  const ordered = segments.every((segment, index) => segment.body.start < segment.body.end && segment.body.end <= body.length && segment.body.start >= (segments[index - 1]?.body.end ?? 0))
  const noticed = notices.every(({ action, at, applied, after, restored }) => {
    if (at === null) return true
    if (at.start > at.end || at.end > body.length) return false
    if (action === 'flagged' || action === 'inferred') return true
    return body.slice(at.start, at.end) === (applied ? after : (restored?.text ?? after))
  })
  return whole && placed && ordered && noticed
}
