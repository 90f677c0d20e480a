/** 下转／上接: the other half of an article that a newspaper printed on two pages. Joining keeps where both came from. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EntryId } from '../../../electron/contract/entry.ts'
import type { ContinuedPair } from '../../../electron/contract/importing.ts'

/** The surest pairs of each side; `id` is the entry that is read. */
export function HalfOffer({ id, pairs, onJoin, onOpen }: {
  readonly id: EntryId
  readonly pairs: readonly ContinuedPair[]
  readonly onJoin: (first: EntryId, second: EntryId) => void
  readonly onOpen: (id: EntryId) => void
}) {
  const { t } = useTranslation()
  return pairs.map(({ first, second, confidence, reasons }) => {
    const other = first.id === id ? second : first
    return (
      <section key={other.id} className="story-offer" aria-label={t('review.half', { title: other.title })}>
        <p>
          <strong>{t(first.id === id ? 'review.goesOn' : 'review.comesFrom', { percent: Math.floor(confidence * 100) })}</strong>{' '}
          <button type="button" className="story-title" onClick={() => onOpen(other.id)}>{other.title}</button>{' '}
          <span className="meta">{[other.media, other.date.value].filter((part) => part !== null).join(' · ')}</span>
        </p>
        <p className="story-buttons">
          <Button size="small" title={t('review.joinHint', { reasons: reasons.join(t('review.between')) })} onClick={() => onJoin(first.id, second.id)}>{t('review.join')}</Button>
        </p>
      </section>
    )
  })
}
