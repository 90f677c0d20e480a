/** 同源: another entry that tells the same. Merging keeps where both came from; keeping both ends the offer; skipping leaves this one out. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EntryId } from '../../../electron/contract/entry.ts'
import type { SameStory } from '../../../electron/contract/stories.ts'
import { placeName } from './place-name.ts'

/** The likest come first; the others follow as these are settled. */
const SHOWN = 2

export function StoryOffers({ others, onMerge, onSeparate, onSkip, onOpen }: {
  readonly others: readonly SameStory[]
  /** `keep` stays, the other one goes to the trash, and where it came from is kept. */
  readonly onMerge: (other: EntryId, keep: 'this' | 'other') => void
  readonly onSeparate: (other: EntryId) => void
  /** null where there is nothing to skip: the entry has been taken in. */
  readonly onSkip: (() => void) | null
  readonly onOpen: (id: EntryId) => void
}) {
  const { t } = useTranslation()
  const open = others.filter(({ separate }) => !separate)
  return open.slice(0, SHOWN).map(({ entry, contained, same, characters }, n) => (
    <section key={entry.id} className="story-offer" aria-label={t('review.story', { title: entry.title })}>
      <p>
        <strong>{t(same ? 'review.sameText' : 'review.sameStory', { percent: Math.floor(contained * 100) })}</strong>{' '}
        <button type="button" className="story-title" onClick={() => onOpen(entry.id)}>{entry.title}</button>{' '}
        <span className="meta">{[entry.media, entry.date.value?.slice(0, 10) ?? null, placeName(entry.place), t('import.characters', { count: characters })].filter((part) => part !== null).join(' · ')}</span>
      </p>
      <p className="story-buttons">
        <Button size="small" title={t('review.mergeHint')} onClick={() => onMerge(entry.id, 'other')}>{t('review.mergeOther')}</Button>
        <Button size="small" title={t('review.mergeHint')} onClick={() => onMerge(entry.id, 'this')}>{t('review.mergeThis')}</Button>
        <Button size="small" onClick={() => onSeparate(entry.id)}>{t('review.keepBoth')}</Button>
        {onSkip !== null && <Button size="small" onClick={onSkip}>{t('review.skip')}</Button>}
        {n === SHOWN - 1 && open.length > SHOWN && <span className="meta">{t('review.moreStories', { count: open.length - SHOWN })}</span>}
      </p>
    </section>
  ))
}
