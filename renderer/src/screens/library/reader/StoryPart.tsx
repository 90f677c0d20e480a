/** 同源 in the reader: offers on which nobody has decided, and where else a merged story came from. */
import { useTranslation } from 'react-i18next'
import type { EntryId } from '../../../../../electron/contract/entry.ts'
import { useCall } from '../../../api/hooks.ts'
import { useStories } from '../../../app/stories.ts'
import { useView } from '../../../app/view.ts'
import { StoryOffers } from '../../../parts/StoryOffers.tsx'

export function StoryPart({ id }: { readonly id: EntryId }) {
  const { t } = useTranslation()
  const { merge, separate } = useStories()
  const read = useView((view) => view.read)
  const { data } = useCall('stories.of', { id })
  if (data === undefined) return null
  return (
    <>
      <StoryOffers others={data.others} onOpen={read} onSkip={null} onSeparate={(other) => separate(id, other)} onMerge={(other, keep) => (keep === 'this' ? merge(id, other) : merge(other, id))} />
      {data.origins.length > 0 && (
        <section className="sources" aria-label={t('review.origins')}>
          <h2>{t('review.origins')}</h2>
          <ul className="plain-list">
            {data.origins.map(({ id: origin, title, source, date, file }) => <li key={origin}>{[title, source.media, date.value?.replace('T', ' '), source.page, file].filter((part) => part !== null && part !== undefined).join(' · ')}</li>)}
          </ul>
        </section>
      )}
    </>
  )
}
