import { EXIT, ShowOutput } from '../../contract/cli.ts'
import { EntryId, type Absence, type Entry } from '../../contract/entry.ts'
import type { Evidence, Judgement, PracticeId } from '../../contract/practice-tag.ts'
import { Refusal } from '../../contract/errors.ts'
import type { Command } from '../command.ts'
import { FIELD_NAMES } from '../field-names.ts'
import { ready } from '../ready.ts'
import type { Session } from '../session.ts'
import { BUNDLED, dateText, KINDS, placeName } from '../table.ts'
import { pad, safe } from '../width.ts'

/** An id that could not be one is an id that no entry has. */
export function entryId(typed: string | undefined): EntryId {
  const parsed = EntryId.safeParse(typed?.toUpperCase())
  if (!parsed.success) throw new Refusal('NO_SUCH_ENTRY', { id: typed ?? '' })
  return parsed.data
}

/** The id of an entry that is in the library: one that lies in the trash is gone for the command line, which cannot bring it back. */
export async function presentId(session: Session, typed: string | undefined): Promise<EntryId> {
  const id = entryId(typed)
  const trash = await session.call('trash.list', {})
  if (trash.some(({ entry }) => entry.id === id)) throw new Refusal('NO_SUCH_ENTRY', { id })
  return id
}

/** Each once, in the order typed. */
export const presentIds = (session: Session, typed: readonly string[]): Promise<EntryId[]> => Promise.all([...new Set(typed)].map((one) => presentId(session, one)))

export const show: Command = {
  typed: 'show 编号',
  does: '显示一个条目：字段、正文、做法与依据、清洗记录',
  options: [],
  least: 1,
  most: 1,
  output: ShowOutput,
  run: async ({ line, session: open, progress }) => {
    const session = await open()
    await ready(session, progress)
    const entry = await session.call('entries.get', { id: await presentId(session, line.rest[0]) })
    const { practices } = await session.call('practices.list', {})
    return { value: shown(entry), exit: EXIT.done, text: words(entry, (id) => practices.find((one) => one.id === id)?.label ?? id) }
  },
}

function shown({ id, kind, title, titleIsProvisional, kicker, subtitle, authors, source, date, place: { province, city, district }, rights, incomplete, body, paragraphs, notices, absent, editorNote, inferences, origin, summary, practices, references, pictures, disagreements, confidence, confidenceReasons, review, original, facts }: Entry): ShowOutput {
  return {
    id, kind, title, titleIsProvisional, kicker, subtitle,
    authors: authors.map(({ name, role }) => ({ name, role })),
    source, date, place: { province, city, district }, rights, incomplete, body,
    paragraphs: paragraphs.map(({ level: _level, ...paragraph }) => paragraph),
    notices: notices.map(({ rule, action, text, reason }) => ({ rule, action, text, reason })),
    practices: practices.map(({ id: practice, strength, state, judgements, differ, evidence, inTitle }) => ({ id: practice, strength, state, judgements, differ, evidence: evidence.map(quoted), inTitle: inTitle.map(quoted) })),
    facts, absent, editorNote, inferences, origin, summary, references, pictures, disagreements, confidence, confidenceReasons, review,
    original: original && { file: original.file, format: original.format, encoding: original.encoding, sha256: original.sha256, bytes: original.bytes, ordinal: original.ordinal },
  }
}

const quoted = ({ start, end, text, trigger }: Evidence) => ({ start, end, text, trigger })

const ABSENT: Readonly<Record<Absence, string>> = { 'not-stated': '原文未述', 'not-checked': '未核对', 'not-applicable': '不适用' }
const RIGHTS = { open: '未见限制', cite: '注明出处', internal: '内部资料', restricted: '限制转载' } as const
const ORIGINS = { imported: '导入', bundled: BUNDLED, written: '自写' } as const

const STRENGTHS = { primary: '主要', secondary: '次要', mention: '仅提及' } as const
const STATES = { draft: '自动检出，待核', confirmed: '已确认', rejected: '已驳回' } as const

const VERDICTS = { confirmed: '确认', rejected: '否定', changed: '改正', added: '补充' } as const

/** One person's word, with the day, and whether it came from another library. */
export const judgementWords = ({ by, at, decision, came }: Pick<Judgement, 'by' | 'at' | 'came'> & { readonly decision: keyof typeof VERDICTS }): string => `${safe(by)} ${VERDICTS[decision]}（${at.slice(0, 10)}${came ? '，交换来' : ''}）`

/** Each practice with its sentences. */
function practiceWords({ practices }: Entry, labelOf: (id: PracticeId) => string): readonly string[] {
  const shown = practices.map(({ id, strength, state, decided, differ, judgements, evidence, inTitle }) => {
    const head = `· ${labelOf(id)}（${STRENGTHS[strength]}；${STATES[state]}${decided === null ? '' : `，${safe(decided.by)}`}）`
    const words = differ ? [`    意见不一：${judgements.map(judgementWords).join('；')}`] : []
    return [head, ...words, ...inTitle.map(({ text }) => `    标题“${safe(text)}”`), ...evidence.map(({ text }) => `    “${safe(text).replaceAll('\n', ' ')}”`)].join('\n')
  })
  return shown.length === 0 ? [] : [`做法 ${shown.length} 项\n${shown.join('\n')}`]
}

/** The file it came from, and how it was read. */
function originalLine({ original, review, confidence, confidenceReasons }: Entry): (readonly [string, string, undefined])[] {
  if (original === null) return []
  const why = confidenceReasons.length === 0 ? '' : `（${confidenceReasons.join('；')}）`
  return [['原件', `${original.file} · ${original.format}${original.encoding === null ? '' : ` · ${original.encoding}`}`, undefined], ['核对', `${review === 'pending' ? '待核对' : '已收录'} · 把握 ${Math.round(confidence * 100)}%${why}`, undefined]]
}

function words(entry: Entry, labelOf: (id: PracticeId) => string): string {
  const { source, date, rights, absent } = entry
  const fields: readonly (readonly [string, string | null, Absence | undefined])[] = [
    ['编号', entry.id, undefined],
    ['类型', `${KINDS[entry.kind]}（${entry.kindReason}）`, undefined],
    ['来由', ORIGINS[entry.origin], undefined],
    ['肩题', entry.kicker, absent.kicker],
    ['副题', entry.subtitle, absent.subtitle],
    ['作者', entry.authors.map(({ name }) => name).join('、') || null, absent.authors],
    ['来源', source.media, absent['source.media']],
    ['版次', source.page, absent['source.page']],
    ['网址', source.url, absent['source.url']],
    ['日期', dateText(date.value), absent.date],
    ['地点', entry.place.province === null && entry.place.city === null && entry.place.district === null ? null : placeName(entry.place), absent['place.province']],
    ['权利', `${RIGHTS[rights.level]}${rights.statement === null ? '' : `：${rights.statement}`}`, undefined],
    ['编者按', entry.editorNote, absent.editorNote],
    ...originalLine(entry),
    ['完整', entry.incomplete ? `不完整${entry.incompleteReason === null ? '' : `（${entry.incompleteReason}）`}` : '完整', undefined],
  ]
  const lines = fields.map(([name, value, why]) => `${pad(name, 8)}${value === null ? ABSENT[why ?? 'not-stated'] : safe(value).replaceAll('\n', ' ')}`)
  const offered = entry.inferences.map(({ field, value, why }) => `${pad('推断', 8)}${FIELD_NAMES[field]}：${safe(value)}（${why}）`)
  const differing = entry.disagreements.map(({ field, taken, other }) => `${pad('另有说法', 8)} ${FIELD_NAMES[field]}：${safe(other)}（取“${safe(taken)}”）`)
  const cited = (entry.summary?.citations ?? []).map(({ title, media, date: on, page, authors }) => `${pad('出处', 8)}${[title === null ? null : `《${title}》`, media, dateText(on), page, authors.join('、') || null].map((part) => (part === null ? ABSENT['not-stated'] : safe(part))).join(' · ')}`)
  const body = entry.paragraphs.map(({ kind, text }) => (kind === 'heading' ? `【${safe(text)}】` : safe(text)))
  const notices = entry.notices.map(({ text, reason }) => `· ${safe(text)}——${safe(reason)}`)
  return [
    `${safe(entry.title)}${entry.titleIsProvisional ? '（暂拟）' : ''}${entry.origin === 'bundled' ? `（${BUNDLED}）` : ''}`,
    [...lines, ...cited, ...offered, ...differing].join('\n'),
    body.join('\n\n'),
    ...practiceWords(entry, labelOf),
    ...(notices.length === 0 ? [] : [`清洗记录 ${notices.length} 条\n${notices.join('\n')}`]),
  ].join('\n\n')
}
