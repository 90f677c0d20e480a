import { EditOutput, EXIT } from '../../contract/cli.ts'
import { AuthorRole, type Author } from '../../contract/entry.ts'
import { Refusal } from '../../contract/errors.ts'
import { EntryChange } from '../../contract/library.ts'
import { usage, type Command } from '../command.ts'
import { safe } from '../width.ts'
import { presentId } from './show.ts'

const FIELDS = Object.keys(EntryChange.shape)
/** As `show` names them. */
const ALSO: Readonly<Record<string, string>> = {
  'source.media': 'media', 'source.page': 'page', 'source.url': 'url', 'date.value': 'date', 'place.province': 'province', 'place.city': 'city', 'place.district': 'district', 'rights.level': 'rightsLevel', 'rights.statement': 'rightsStatement', 'review-by': 'reviewBy',
}

export const edit: Command = {
  typed: 'edit 编号 --set 字段=值...',
  does: '修改字段；值留空表示原文未述；作者写作“姓名:角色、姓名”',
  options: ['set'],
  least: 1,
  most: 1,
  output: EditOutput,
  run: async ({ line, session: open }) => {
    const change = changeOf(line.values.set ?? [])
    const session = await open()
    const id = await presentId(session, line.rest[0])
    const { revision } = await session.call('entries.get', { id })
    const { entry, lost, undo } = await session.call('entries.edit', { id, revision, change })
    const value = { id, revision: entry.revision, changed: Object.keys(change), lost, undo }
    const gone = lost.map(({ label, quote }) => `· 找不回位置：${safe(label)}“${safe(quote.slice(0, 40))}”`)
    return { value, exit: EXIT.done, text: [`已修改“${safe(entry.title)}”：${value.changed.join('、')}（第 ${entry.revision} 版）`, ...gone].join('\n') }
  },
}

/** Throws USAGE or UNKNOWN_FIELD, naming what was not understood. */
export function changeOf(sets: readonly string[]): EntryChange {
  if (sets.length === 0) throw usage('没有写 --set 字段=值')
  const pairs = sets.map((set): readonly [string, unknown] => {
    const at = set.indexOf('=')
    if (at < 1) throw usage(`“${set}”应写作 字段=值`)
    const typed = set.slice(0, at)
    const field = ALSO[typed] ?? typed
    if (!FIELDS.includes(field)) throw new Refusal('UNKNOWN_FIELD', { field: typed, fields: FIELDS.join('、') })
    const value = set.slice(at + 1)
    return [field, field === 'authors' ? authorsOf(value) : valueOf(field, field === 'date' ? value.trim().replace(' ', 'T') : value)]
  })
  const parsed = EntryChange.safeParse(Object.fromEntries(pairs))
  if (parsed.success) return parsed.data
  const fields = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]
  throw usage(`${fields.join('、')} 的值不对${fields.map((field) => HINTS[field] ?? '').join('')}`)
}

const HINTS: Readonly<Record<string, string>> = {
  kind: '：只能是 case 或 other',
  status: '：只能是 active（在用）、recheck（待核）或 retired（停用）',
  reviewBy: '：写作 YYYY-MM-DD，或 null',
  rightsLevel: '：只能是 open、cite、internal 或 restricted',
  date: '：应写作 2022、2022-09、2022-09-28 或 2022-09-28 17:07',
  authors: `：角色只能是 ${AuthorRole.options.join('、')}`,
  title: '：不能为空，不超过 500 字',
}
/** These always have a value. */
const NEVER_NULL = new Set(['kind', 'title', 'rightsLevel', 'status', 'body'])

const valueOf = (field: string, typed: string): string | null => (typed === '' && !NEVER_NULL.has(field) ? null : typed)

function authorsOf(typed: string): unknown[] {
  return typed.split(/[、,，;；]/).map((part) => part.trim()).filter((part) => part !== '').map((part): { readonly [K in keyof Author]: unknown } => {
    const [name = '', role = 'author'] = part.split(/[:：]/).map((word) => word.trim())
    return { name, role, note: null }
  })
}
