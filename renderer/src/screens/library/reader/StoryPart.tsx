/** 同源 and 下转／上接 in the reader: offers on which nobody has decided, and where else a story came from. */
import { useTranslation } from 'react-i18next'
import type { EntryId } from '../../../../../electron/contract/entry.ts'
import { useCall } from '../../../api/hooks.ts'
import { useStories } from '../../../app/stories.ts'
import { useView } from '../../../app/view.ts'
import { HalfOffer } from '../../../parts/HalfOffer.tsx'
import { StoryOffers } from '../../../parts/StoryOffers.tsx'

/** Only what lacks something is asked for its other half. */
export function StoryPart({ id, incomplete }: { readonly id: EntryId; readonly incomplete: boolean }) {
  const { t } = useTranslation()
  const { merge, separate, join } = useStories()
  const read = useView((view) => view.read)
  const { data } = useCall('stories.of', { id })
  const halves = useCall('import.continued', { id: null, entry: id }, { enabled: incomplete }).data
  if (data === undefined) return null
  return (
    <>
      {incomplete && <HalfOffer id={id} pairs={halves ?? []} onOpen={read} onJoin={(first, second) => join(first, second, () => read(first))} />}
      <StoryOffers others={data.others} onOpen={read} onSkip={null} onSeparate={(other) => separate(id, other)} onMerge={(other, keep) => (keep === 'this' ? merge(id, other) : merge(other, id, () => read(other)))} />
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
