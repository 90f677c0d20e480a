/** One facet under its head, which folds it; a long one has a box to look for a value in. */
import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { Input, Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** More values than this, and one looks for the wanted one by typing. */
const LONG = 10

export interface FacetSectionProps {
  readonly title: string
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  /** How many values of it are chosen or left out. */
  readonly picked: number
  /** How many values it has. */
  readonly size: number
  /** Whether an entry must hold all chosen values; null where that cannot be asked. */
  readonly every: boolean | null
  readonly onEvery: (every: boolean) => void
  /** `looked` is what a person typed to find a value. */
  readonly children: (looked: string) => ReactNode
}

export function FacetSection({ title, open, onOpen, picked, size, every, onEvery, children }: FacetSectionProps) {
  const { t } = useTranslation()
  const [looked, setLooked] = useState('')
  return (
    <fieldset className="facet">
      <legend>
        <button type="button" className="facet-head" aria-expanded={open} onClick={() => onOpen(!open)}>
          {open ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
          {title}
          {picked > 0 && <span className="facet-picked">{t('library.picked', { count: picked })}</span>}
        </button>
      </legend>
      {open && (
        <>
          {every !== null && (
            <Segmented<'any' | 'every'>
              className="facet-join"
              size="small"
              aria-label={t('library.join', { facet: title })}
              value={every ? 'every' : 'any'}
              onChange={(value) => onEvery(value === 'every')}
              options={[{ value: 'any', label: t('library.joinAny'), title: t('library.joinAnyHint') }, { value: 'every', label: t('library.joinEvery'), title: t('library.joinEveryHint') }]}
            />
          )}
          {size > LONG && <Input className="facet-find" size="small" allowClear value={looked} placeholder={t('library.findValue', { facet: title })} aria-label={t('library.findValue', { facet: title })} onChange={(event) => setLooked(event.target.value)} />}
          {children(size > LONG ? looked : '')}
        </>
      )}
    </fieldset>
  )
}
