/** The fields of an entry under review. What the text does not state reads 原文未述; every one can be put right in place. */
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import { RightsLevel, type Entry } from '../../../../../electron/contract/entry.ts'
import type { EntryChange } from '../../../../../electron/contract/library.ts'
import { Badge } from '../../../parts/Badge.tsx'
import { ROWS, changeTo, claimsOn, type Row } from './claimed.ts'
import { FieldRow, type Part } from './FieldRow.tsx'

const DATE = /^\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2})?)?)?$/
const LONG = new Set<Row>(['editorNote', 'rightsStatement'])
/** Those that are rarely stated take no room while they are empty. */
const RARE = new Set<Row>(['kicker', 'subtitle', 'page', 'url', 'editorNote', 'rightsStatement'])

export function Fields({ entry, onChange, onEdit }: { readonly entry: Entry; readonly onChange: (change: EntryChange) => void; readonly onEdit: () => void }) {
  const { t } = useTranslation()
  const { source, date, place, rights } = entry
  const part = (name: string, label: string, value: string | null, max: number): Part => ({ name, label, value: value ?? '', max })
  const parts: Readonly<Record<Exclude<Row, 'authors'>, readonly Part[]>> = {
    title: [part('title', t('edit.name'), entry.title, 500)],
    kicker: [part('kicker', t('edit.kicker'), entry.kicker, 500)],
    subtitle: [part('subtitle', t('edit.subtitle'), entry.subtitle, 500)],
    media: [part('media', t('edit.media'), source.media, 200)],
    date: [part('date', t('edit.date'), date.value?.replace('T', ' ') ?? null, 16)],
    place: [part('province', t('edit.province'), place.province, 50), part('city', t('edit.city'), place.city, 50), part('district', t('edit.district'), place.district, 50)],
    page: [part('page', t('edit.page'), source.page, 50)],
    url: [part('url', t('edit.url'), source.url, 2000)],
    editorNote: [part('editorNote', t('edit.editorNote'), entry.editorNote, 20_000)],
    rightsStatement: [part('rightsStatement', t('edit.rightsStatement'), rights.statement, 20_000)],
  }
  const labels: Readonly<Record<Row, string>> = { title: t('edit.name'), kicker: t('edit.kicker'), subtitle: t('edit.subtitle'), media: t('reader.source'), date: t('reader.date'), place: t('reader.place'), authors: t('reader.authors'), page: t('reader.page'), url: t('reader.url'), editorNote: t('reader.editorNote'), rightsStatement: t('reader.rightsStatement') }
  const unstated = <span className="unstated">{t('common.none')}</span>
  const basis = (of: 'stated' | 'inferred' | 'user' | null): ReactNode => (of === 'inferred' ? <Badge tone="info">{t('reader.inferredMark')}</Badge> : of === 'user' ? <Badge tone="quiet">{t('reader.userMark')}</Badge> : null)
  const shownOf = (row: Exclude<Row, 'authors'>): ReactNode => {
    const text = parts[row].map(({ value }) => value).filter((value, n, all) => value !== '' && all.indexOf(value) === n).join(' ')
    return <>{text === '' ? unstated : <span className="review-text">{text}</span>} {row === 'date' && basis(date.basis)}{row === 'place' && basis(place.basis)}{row === 'title' && entry.titleIsProvisional && <Badge tone="warning">{t('entry.provisional')}</Badge>}</>
  }
  const wrong = (row: Row) => ([value = '']: readonly string[]): string | null => (row === 'title' && value.trim() === '' ? t('edit.titleMissing') : row === 'date' && value.trim() !== '' && !DATE.test(value.trim()) ? t('edit.dateBad') : null)
  const authors = entry.authors.map(({ name, role }) => (role === 'author' ? name : `${t(`reader.roles.${role}`)} ${name}`)).join('　')
  const rows = (Object.keys(ROWS) as Row[]).filter((row) => !RARE.has(row) || row === 'authors' || parts[row].some(({ value }) => value !== '') || claimsOn(row, entry.disagreements).length > 0)
  return (
    <dl className="review-fields">
      {rows.map((row) => {
        const otherwise = claimsOn(row, entry.disagreements)
        const common = { label: labels[row], otherwise, onTake: (said: (typeof otherwise)[number]) => { const change = changeTo(entry, said); return change === null ? null : () => onChange(change) } }
        if (row === 'authors') return <AuthorsRow key={row} {...common} shown={authors === '' ? unstated : authors} onEdit={onEdit} />
        return (
          <FieldRow
            key={row}
            {...common}
            parts={parts[row]}
            shown={shownOf(row)}
            long={LONG.has(row)}
            wrong={wrong(row)}
            onSave={(values) => onChange(Object.fromEntries(parts[row].map(({ name }, n) => [name, row === 'title' ? values[n] : (row === 'date' ? values[n]?.replace(' ', 'T') : values[n]) || null])))}
          />
        )
      })}
      <div className="review-field">
        <dt>{t('reader.rights')}</dt>
        <dd><Select size="small" variant="borderless" className="review-rights" aria-label={t('edit.rightsLevel')} value={rights.level} options={RightsLevel.options.map((value) => ({ value, label: t(`rights.${value}`) }))} onChange={(rightsLevel) => onChange({ rightsLevel })} /></dd>
      </div>
    </dl>
  )
}

/** People have roles: they are put right in the form of all fields, or taken over with one click. */
function AuthorsRow({ shown, onEdit, ...rest }: Pick<Parameters<typeof FieldRow>[0], 'label' | 'otherwise' | 'onTake' | 'shown'> & { readonly onEdit: () => void }) {
  return <FieldRow {...rest} shown={shown} parts={NO_PARTS} long={false} wrong={() => null} onSave={() => undefined} onEdit={onEdit} />
}
const NO_PARTS: readonly Part[] = []
