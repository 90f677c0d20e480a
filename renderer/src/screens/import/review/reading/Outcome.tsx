/** What would come of reading the file so: its articles with the beginning of their texts, and the entries that would go. */
import { Badge } from '../../../../parts/Badge.tsx'
import { useTranslation } from 'react-i18next'
import type { Preview, PreviewArticle } from '../../../../../../electron/contract/rereading.ts'
import { placeName } from '../../../../parts/place-name.ts'
import { Confidence } from '../Confidence.tsx'

const SHOWN = 200
const BEGINNING = 120

export function Outcome({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation()
  const rest = preview.articles.length - SHOWN
  return (
    <div className="outcome" tabIndex={0} role="region" aria-label={t('reading.outcome')}>
      {preview.gone.length > 0 && (
        <div className="warning-box">
          <p>{t('reading.gone', { count: preview.gone.length })}</p>
          <ul className="plain-list">{preview.gone.map(({ id, title, edited }) => <li key={id}>{title}{edited && <> <Badge tone="warning">{t('reading.edited')}</Badge></>}</li>)}</ul>
        </div>
      )}
      <ol className="outcome-list">
        {preview.articles.slice(0, SHOWN).map((article) => <Article key={article.ordinal} article={article} />)}
      </ol>
      {rest > 0 && <p className="meta">{t('reading.more', { count: rest })}</p>}
    </div>
  )
}

function Article({ article }: { readonly article: PreviewArticle }) {
  const { t } = useTranslation()
  const { ordinal, title, titleIsProvisional, kind, id, skipped, kept, body, source, date, place, authors, confidence } = article
  const facts = [source.media, date.value?.replace('T', ' '), placeName(place), authors.map(({ name }) => name).join('、')].filter((fact) => fact !== null && fact !== undefined && fact !== '')
  return (
    <li className="outcome-article">
      <p className="outcome-title">{ordinal}. {title}</p>
      <p className="review-item-meta">
        <Badge tone={kind === 'case' ? 'info' : 'quiet'}>{t(`kind.${kind}`)}</Badge>
        {id === null && !skipped && <Badge tone="info">{t('reading.fresh')}</Badge>}
        {skipped && <Badge tone="quiet">{t('reading.staysSkipped')}</Badge>}
        {titleIsProvisional && <Badge tone="warning">{t('entry.provisional')}</Badge>}
        <Confidence value={confidence} />
        <span className="meta">{[...facts, t('import.characters', { count: body.length })].join(' · ')}</span>
      </p>
      <p className="outcome-text">{body.slice(0, BEGINNING).replaceAll('\n', ' ')}{body.length > BEGINNING ? '…' : ''}</p>
      {kept.map(({ field, own, read }) => <p key={field} className="meta">{t('reading.kept', { own: own.slice(0, 40), read: read.slice(0, 40) })}</p>)}
    </li>
  )
}
