/** What the list is narrowed by, one click from being let go: values chosen or left out, and earlier searches whose results are searched in. */
import { Button } from 'antd'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { ShelfStatus } from '../../../../../electron/contract/entry.ts'
import { NO_FILTERS } from '../../../../../electron/contract/searching.ts'
import { useViewOf } from '../../../app/view.ts'
import { picked, put } from '../facets/filtering.ts'
import { useValueName } from '../facets/names.ts'
import { ChipRow, type Chip } from './ChipRow.tsx'

export const FilterChips = memo(function FilterChips() {
  const { t } = useTranslation()
  const { filters, filter } = useViewOf('filters', 'filter')
  const nameOf = useValueName()
  const within = filters.within.map((query): Chip => ({
    key: `within-${query}`,
    tone: 'within',
    label: <><span className="chip-note">{t('library.within')}</span> {query}</>,
    title: query,
    removal: t('library.leaveWithin', { query }),
    onRemove: () => filter({ ...filters, within: filters.within.filter((one) => one !== query) }),
  }))
  const everyStatus = ShelfStatus.options.every((status) => filters.status.includes(status))
  const values = picked(filters).filter(({ facet, excluded }) => !(everyStatus && facet === 'status' && !excluded)).map((one): Chip => {
    const name = nameOf(one.facet, one.value, true)
    const facet = t(`library.facet.${one.facet}`)
    return {
      key: `${one.facet}-${one.value}-${one.excluded ? 'not' : ''}`,
      tone: one.excluded ? 'not' : 'plain',
      label: <><span className="chip-note">{one.excluded ? t('library.excluded') : facet}</span> {one.excluded ? <s>{name}</s> : name}</>,
      title: `${facet} · ${name}`,
      removal: t('library.letGo', { value: name }),
      onRemove: () => filter(put(filters, one, null)),
    }
  })
  const withRetired: readonly Chip[] = everyStatus ? [{ key: 'retired', tone: 'plain', label: t('library.withRetired'), removal: t('library.leaveRetired'), onRemove: () => filter({ ...filters, status: [] }) }] : []
  const chips = [...within, ...values, ...withRetired]
  if (chips.length === 0) return null
  return (
    <ChipRow label={t('library.narrowedBy')} chips={chips}>
      {chips.length > 1 ? <Button type="link" size="small" onClick={() => filter(NO_FILTERS)}>{t('library.letAllGo')}</Button> : undefined}
    </ChipRow>
  )
})
