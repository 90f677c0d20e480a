/** 相似案例: what is like the text one reads, and what they have in common; whoever goes there finds the way back. */
import { useTranslation } from 'react-i18next'
import type { EntryId } from '../../../../../electron/contract/entry.ts'
import { useCall } from '../../../api/hooks.ts'
import type { Taxonomy } from '../../../app/taxonomy.ts'
import { useView } from '../../../app/view.ts'
import { placeName } from '../../../parts/place-name.ts'
import { PracticeTag } from '../../../parts/PracticeTag.tsx'

const MOST = 6
const MOST_SHARED = 5

export function Similar({ id, taxonomy }: { readonly id: EntryId; readonly taxonomy: Taxonomy }) {
  const { t } = useTranslation()
  const follow = useView((view) => view.follow)
  const { data } = useCall('search.similar', { id, limit: MOST })
  if (data === undefined || data.length === 0) return null
  return (
    <section className="similar" aria-label={t('reader.similar')}>
      <h2>{t('reader.similar')}</h2>
      <ul>
        {data.map(({ entry, keywords, practices }) => {
          const facts = [placeName(entry.place), entry.date.value?.slice(0, 4), entry.media].filter((fact) => fact != null)
          return (
            <li key={entry.id}>
              <button type="button" className="similar-title" onClick={() => follow(entry.id)}>{entry.title}</button>
              <span className="meta">{facts.length === 0 ? t('common.none') : facts.join(' · ')}</span>
              <span className="similar-why">
                {practices.length > 0 && <span><span className="meta">{t('reader.sharedPractices')}</span>{practices.slice(0, MOST_SHARED).map((one) => <PracticeTag key={one} id={one} label={taxonomy.label(one)} />)}</span>}
                {keywords.length > 0 && <span><span className="meta">{t('reader.sharedWords')}</span>{keywords.slice(0, MOST_SHARED).join(t('library.comma'))}</span>}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
