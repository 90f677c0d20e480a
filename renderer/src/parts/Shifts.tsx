/** Entries that show other practices than before: what came, what went. */
import { useTranslation } from 'react-i18next'
import type { Shift } from '../../../electron/contract/taxonomy.ts'
import { useTaxonomy } from '../app/use-taxonomy.ts'
import { useView } from '../app/view.ts'

export function Shifts({ shifts }: { readonly shifts: readonly Shift[] }) {
  const { t } = useTranslation()
  const { label } = useTaxonomy()
  const read = useView((view) => view.read)
  if (shifts.length === 0) return null
  return (
    <ul className="shifts">
      {shifts.map(({ entry, gained, lost }) => (
        <li key={entry.id}>
          <button type="button" className="case-title" onClick={() => read(entry.id)}>{entry.title}</button>
          {gained.length > 0 && <span className="shift-gained">{t('changing.gained', { practices: gained.map(label).join('、') })}</span>}
          {lost.length > 0 && <span className="shift-lost">{t('changing.lost', { practices: lost.map(label).join('、') })}</span>}
        </li>
      ))}
    </ul>
  )
}
