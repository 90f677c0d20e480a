/** The places that show a practice; choosing one narrows what stands below to it. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../../electron/contract/api.ts'

const FEW = 12

/** The place as one reads it: its last part, with the province in front where that is not all. */
export const placeLabel = (path: string): string => path.split('/').filter((part, index, all) => part !== all[index - 1]).join(' ')

export function Places({ places, entries, chosen, onChoose, onCompare }: {
  readonly places: Output<'practices.places'>['places']
  readonly entries: number
  readonly chosen: string | null
  readonly onChoose: (path: string | null) => void
  readonly onCompare: (paths: readonly string[]) => void
}) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const shown = all ? places : places.filter(({ path }, index) => index < FEW || path === chosen)
  const comparable = chosen === null ? places.map(({ path }) => path).filter((path) => path !== '') : chosen === '' ? [] : [chosen]
  const name = (path: string): string => (path === '' ? t('common.none') : placeLabel(path))
  return (
    <section className="practice-places" aria-label={t('practices.places')}>
      <div className="place-chips" role="group" aria-label={t('practices.places')}>
        <button type="button" className="place-chip" aria-pressed={chosen === null} onClick={() => onChoose(null)}>{t('practices.everywhere')} <span className="facet-count">{entries}</span></button>
        {shown.map(({ path, entries: count }) => (
          <button key={path} type="button" className="place-chip" aria-pressed={chosen === path} onClick={() => onChoose(chosen === path ? null : path)}>{name(path)} <span className="facet-count">{count}</span></button>
        ))}
        {places.length > FEW && <Button type="link" size="small" onClick={() => setAll(!all)}>{all ? t('library.showFewerValues') : t('library.showAllValues', { count: places.length })}</Button>}
      </div>
      {comparable.length > 0 && <Button size="small" onClick={() => onCompare(comparable)}>{chosen === null ? t('adding.allPlaces', { count: comparable.length }) : t('adding.place', { place: name(chosen) })}</Button>}
    </section>
  )
}
