/** One hit: title, where and when it comes from, its best passage, and the other sources of its story. */
import { Popover } from 'antd'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryId } from '../../../../../electron/contract/entry.ts'
import type { Hit } from '../../../../../electron/contract/searching.ts'
import { Badge } from '../../../parts/Badge.tsx'
import { marked } from '../../../parts/marked.tsx'
import { placeName } from '../../../parts/place-name.ts'
import { PracticeTag } from '../../../parts/PracticeTag.tsx'
import type { Taxonomy } from '../../../app/taxonomy.ts'
import { aroundHit } from './around.ts'
import { tagsToShow } from './row-tags.ts'
import { Why } from './Why.tsx'

export interface RowDeeds {
  /** Unfolds the other sources of a story, or folds them. */
  readonly onUnfold: (id: EntryId) => void
  readonly onOpen: (id: EntryId) => void
  /** Says why a hit stands where it does; null puts that away. */
  readonly onWhy: (id: EntryId | null) => void
}

export const ResultRow = memo(function ResultRow({ hit, compact, taxonomy, soft, asked, why, unfolded, deeds }: {
  readonly hit: Hit
  readonly compact: boolean
  readonly taxonomy: Taxonomy
  /** Nothing has all the words of the query: each hit says whether it does. */
  readonly soft: boolean
  /** There is a query, which gives it its place. */
  readonly asked: boolean
  /** Why it stands here is being told. */
  readonly why: boolean
  readonly unfolded: boolean
  readonly deeds: RowDeeds
}) {
  const { t } = useTranslation()
  const snippet = hit.snippets[0] && aroundHit(hit.snippets[0])
  const { shown, rest } = tagsToShow(hit.practices)
  const meta = [placeName(hit.place), hit.date.value?.slice(0, 10) ?? null, hit.media].map((part) => part ?? null).filter((part) => part !== null)
  // By keyboard: W. Only the row that is asked has a card: one for each row would be drawn anew at every key.
  const toggle = <span className="why-toggle" title={t('library.whyHint')} onClick={(event) => { event.stopPropagation(); if (!why) deeds.onWhy(hit.id) }}>{t('library.whyShort')}</span>
  const badges = (
    <>
      {hit.kind === 'other' && <Badge tone="quiet">{t('kind.other')}</Badge>}
      {hit.status === 'recheck' && <Badge tone="warning">{t('status.recheck')}</Badge>}
      {hit.status === 'retired' && <Badge tone="danger">{t('status.retired')}</Badge>}
      {hit.titleIsProvisional && <Badge tone="warning">{t('library.provisional')}</Badge>}
      {hit.incomplete && <Badge tone="warning">{t('library.incomplete')}</Badge>}
      {hit.rightsLevel === 'restricted' && <Badge tone="danger">{t('rights.restricted')}</Badge>}
      {hit.rightsLevel === 'internal' && <Badge tone="danger">{t('rights.internal')}</Badge>}
      {hit.origin === 'bundled' && <Badge tone="quiet">{t('origin.bundled')}</Badge>}
    </>
  )
  return (
    <>
      <p className="result-title">{marked(hit.title, hit.titleMarks)}</p>
      <p className="result-meta">
        <span className="result-about">
          <span className="result-facts">{meta.length === 0 ? t('common.none') : meta.join(' · ')}</span>
          {badges}
        </span>
        {hit.occurrences > 0 && <span className="result-count">{t('library.occurrences', { count: hit.occurrences })}</span>}
        {asked && (why ? (
          <Popover open trigger="click" placement="bottomRight" destroyOnHidden onOpenChange={(open) => { if (!open) deeds.onWhy(null) }} content={<Why id={hit.id} title={hit.title} onClose={() => deeds.onWhy(null)} />}>
            {toggle}
          </Popover>
        ) : toggle)}
      </p>
      {!compact && snippet !== undefined && <p className="result-snippet">{snippet.cutBefore && '…'}{marked(snippet.text, snippet.marks)}{snippet.cutAfter && '…'}</p>}
      {!compact && shown.length > 0 && (
        <p className="result-practices">
          {shown.map((id) => <PracticeTag key={id} id={id} label={taxonomy.label(id)} />)}
          {rest.length > 0 && <span className="more-practices" title={rest.map(taxonomy.label).join(' · ')}>{t('library.morePractices', { count: rest.length })}</span>}
        </p>
      )}
      {soft && (
        <p className="result-missing">
          <Badge tone={hit.missing.length === 0 ? 'info' : 'warning'}>{t(hit.missing.length === 0 ? 'library.allWords' : 'library.someWords')}</Badge>
          {hit.missing.length > 0 && <> {t('library.missing')} {hit.missing.map((word) => <s key={word}>{word}</s>)}</>}
        </p>
      )}
      {hit.alike.length > 0 && (
        <div className="result-alike">
          {/* A click beside it chooses the row. By keyboard → and ← unfold and fold, 1 to 9 open. */}
          <span className="alike-toggle" onClick={(event) => { event.stopPropagation(); deeds.onUnfold(hit.id) }}>{t('library.sources', { count: hit.alike.length + 1 })}{unfolded ? ' ▾' : ' ▸'}</span>
          {unfolded && hit.alike.map((one, index) => (
            <span key={one.id} className="alike-line" onClick={(event) => { event.stopPropagation(); deeds.onOpen(one.id) }}>
              <span className="alike-number">{index + 1}</span> {one.title}{one.media !== null && <span className="meta"> · {one.media}</span>}
            </span>
          ))}
        </div>
      )}
    </>
  )
})
