/** Title block and fields. What the text does not state reads 原文未述; what a rule concluded says so. */
import { Button } from 'antd'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AbsentField, Entry, Inference, Span } from '../../../../../electron/contract/entry.ts'
import type { EntryChange } from '../../../../../electron/contract/library.ts'
import type { Mark } from '../../../../../electron/contract/searching.ts'
import { client } from '../../../api/index.ts'
import { refresh } from '../../../api/hooks.ts'
import { useFaults } from '../../../app/faults.ts'
import { useUndo } from '../../../app/undo.tsx'
import { Badge } from '../../../parts/Badge.tsx'
import { lit } from '../../../parts/marked.tsx'
import { placeName } from '../../../parts/place-name.ts'
import { LinkMark } from './body/LinkMark.tsx'
import { Sources } from './summary/Sources.tsx'

/** Which change takes an offered value; fields that no change sets take no offer. */
const TAKES: { readonly [K in AbsentField]?: (value: string) => EntryChange } = {
  title: (title) => ({ title }),
  kicker: (kicker) => ({ kicker }),
  subtitle: (subtitle) => ({ subtitle }),
  'source.media': (media) => ({ media }),
  'source.page': (page) => ({ page }),
  'source.url': (url) => ({ url }),
  date: (date) => ({ date }),
  'place.province': (province) => ({ province }),
  'place.city': (city) => ({ city }),
  'place.district': (district) => ({ district }),
}

export const Head = memo(function Head({ entry, marks, current, spot }: { readonly entry: Entry; readonly marks: readonly Mark[]; readonly current: number | null; readonly spot: Span | null }) {
  const { t } = useTranslation()
  const fault = useFaults()
  const undo = useUndo()
  const take = ({ field, value }: Inference): void => {
    const change = TAKES[field]?.(value)
    if (change === undefined) return
    void client.call('entries.edit', { id: entry.id, revision: entry.revision, change }).then(async ({ undo: token }) => {
      await refresh()
      undo.offer(t('undo.edited'), token)
    }).catch(fault)
  }
  const absent = (field: AbsentField): string => (entry.absent[field] === 'not-checked' ? t('common.notChecked') : entry.absent[field] === 'not-applicable' ? t('common.notApplicable') : t('common.none'))
  // One reason often speaks for several fields: province, city and district of one name.
  const offers = (...fields: readonly AbsentField[]) => {
    const found = entry.inferences.filter((one) => fields.includes(one.field))
    return [...new Set(found.map(({ why }) => why))].map((why) => (
      <span key={why} className="offer">
        <Badge tone="info">{t('reader.inferredMark')}</Badge>{' '}
        {found.filter((one) => one.why === why).map((one) => (
          <span key={one.field + one.value}>
            {t('reader.offer', { value: one.value })}
            {TAKES[one.field] !== undefined && <Button size="small" type="link" onClick={() => take(one)}>{t('reader.offerTake')}</Button>}
          </span>
        ))}{' '}
        {t('reader.offerWhy', { why })}
      </span>
    ))
  }
  const basis = (value: 'stated' | 'inferred' | 'user' | null) => (value === 'inferred' ? <Badge tone="info">{t('reader.inferredMark')}</Badge> : value === 'user' ? <Badge tone="quiet">{t('reader.userMark')}</Badge> : null)
  const authors = entry.authors.map(({ name, role, note }) => `${role === 'author' ? '' : `${t(`reader.roles.${role}`)} `}${name}${note === null ? '' : `（${note}）`}`).join('　')
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('reader.source'), <>{entry.source.media ?? <Unstated text={absent('source.media')} />} {entry.source.media === null && offers('source.media')}</>],
    [t('reader.date'), <>{entry.date.value?.replace('T', ' ') ?? <Unstated text={absent('date')} />} {basis(entry.date.basis)} {entry.date.value === null && offers('date')}</>],
    [t('reader.place'), <>{[entry.place.province, placeName(entry.place)].filter((part, index, all) => part !== null && all.indexOf(part) === index).join(' ') || <Unstated text={absent('place.city')} />} {basis(entry.place.basis)} {offers('place.province', 'place.city', 'place.district')}</>],
    [t('reader.authors'), authors === '' ? <Unstated key="authors" text={absent('authors')} /> : authors],
    ...(entry.source.page === null ? [] : [[t('reader.page'), entry.source.page] as const]),
    ...(entry.source.url === null ? [] : [[t('reader.url'), <LinkMark key="url" address={entry.source.url}>{entry.source.url}</LinkMark>] as const]),
    [t('reader.rights'), <>{t(`rights.${entry.rights.level}`)}{entry.rights.statement !== null && <details className="rights-text"><summary>{t('reader.rightsStatement')}</summary><p>{entry.rights.statement}</p></details>}</>],
  ]
  return (
    <header className="reader-head">
      {entry.kicker !== null && <p className="kicker">{entry.kicker}</p>}
      <h1>
        {lit(entry.title, spot, marks, 0, 0, current)}{' '}
        {entry.titleIsProvisional && <Badge tone="warning">{t('entry.provisional')}</Badge>}
      </h1>
      {entry.subtitle !== null && <p className="subtitle">{entry.subtitle}</p>}
      {entry.origin === 'bundled' && <p><Badge tone="warning">{t('origin.bundled')}</Badge></p>}
      <dl className="fields">{rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      <p className="kind-line"><Badge tone={entry.kind === 'case' ? 'info' : 'quiet'}>{t(`kind.${entry.kind}`)}</Badge> {entry.kindReason}</p>
      {(entry.status !== 'active' || entry.reviewBy !== null) && (
        <p className="status-line">
          <Badge tone={entry.status === 'retired' ? 'danger' : entry.status === 'recheck' ? 'warning' : 'info'}>{t(`status.${entry.status}`)}</Badge>
          {entry.reviewBy !== null && <span className={isDue(entry.reviewBy) ? 'due' : ''}>{t(isDue(entry.reviewBy) ? 'status.due' : 'status.until', { day: entry.reviewBy })}</span>}
        </p>
      )}
      {entry.incomplete && <p className="warning-box">{t('reader.incomplete', { reason: entry.incompleteReason ?? '' })}</p>}
      {entry.summary !== null && <Sources summary={entry.summary} />}
      {entry.editorNote !== null && <aside className="editor-note"><strong>{t('reader.editorNote')}</strong> {entry.editorNote}</aside>}
    </header>
  )
})

/** The day somebody was to look at it again has come. */
const isDue = (day: string): boolean => day <= new Date().toLocaleDateString('sv-SE')

function Unstated({ text }: { readonly text: string }) {
  return <span className="unstated">{text}</span>
}
