/** Entries that show other practices than before: what came, what went. */
import { useTranslation } from 'react-i18next'
import type { Shift } from '../../../electron/contract/taxonomy.ts'
import { useTaxonomy } from '../app/use-taxonomy.ts'
import { useView } from '../app/view.ts'

/** `newcomer` is what a practice will be called that is not there yet. */
export function Shifts({ shifts, newcomer }: { readonly shifts: readonly Shift[]; readonly newcomer?: string | undefined }) {
  const { t } = useTranslation()
  const { label } = useTaxonomy()
  const read = useView((view) => view.read)
  if (shifts.length === 0) return null
  const named = (ids: Shift['gained']): string => ids.map((id) => (label(id) === id ? (newcomer ?? t('changing.newcomer')) : label(id))).join('、')
  return (
    <ul className="shifts">
      {shifts.map(({ entry, gained, lost }) => (
        <li key={entry.id}>
          <button type="button" className="case-title" onClick={() => read(entry.id)}>{entry.title}</button>
          {gained.length > 0 && <span className="shift-gained">{t('changing.gained', { practices: named(gained) })}</span>}
          {lost.length > 0 && <span className="shift-lost">{t('changing.lost', { practices: named(lost) })}</span>}
        </li>
      ))}
    </ul>
  )
}
