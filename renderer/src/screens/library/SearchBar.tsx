/** The search box. What is typed is searched at once, but never while an input method still composes; an empty box offers earlier searches. */
import { SearchOutlined } from '@ant-design/icons'
import { Dropdown, Input, type MenuProps } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedSearch } from '../../../../electron/contract/searching.ts'
import { guarded } from '../../app/keyboard.ts'

const PAUSE_MS = 80
const REMEMBER_MS = 1500
const LONGEST_QUERY = 20_000

export function SearchBar({ query, recent, saved, onSearch, onSaved, onRemember, onForget, onDown }: {
  readonly query: string
  readonly recent: readonly string[]
  readonly saved: readonly SavedSearch[]
  readonly onSearch: (query: string) => void
  readonly onSaved: (search: SavedSearch) => void
  readonly onRemember: (query: string) => void
  readonly onForget: () => void
  /** Leaves the box for the list. */
  readonly onDown: () => void
}) {
  const { t } = useTranslation()
  const [text, setText] = useState(query)
  const [open, setOpen] = useState(false)
  const composing = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const keeper = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => { if (!composing.current) setText(query) }, [query])
  useEffect(() => () => { clearTimeout(timer.current); clearTimeout(keeper.current) }, [])

  const search = (value: string): void => {
    clearTimeout(timer.current)
    clearTimeout(keeper.current)
    timer.current = setTimeout(() => onSearch(value), PAUSE_MS)
    if (value.trim() !== '') keeper.current = setTimeout(() => onRemember(value), REMEMBER_MS)
  }
  const change = (value: string): void => {
    setText(value)
    setOpen(false)
    if (!composing.current) search(value)
  }
  const earlier: NonNullable<MenuProps['items']> = [
    ...(saved.length === 0 ? [] : [{ key: 'saved', type: 'group' as const, label: t('library.saved'), children: saved.map((one) => ({ key: `saved:${one.id}`, label: one.name, onClick: () => { setText(one.query); onSaved(one) } })) }]),
    ...(recent.length === 0 ? [] : [
      { key: 'recent', type: 'group' as const, label: t('library.recent'), children: recent.map((one) => ({ key: `recent:${one}`, label: one, onClick: () => { setText(one); onSearch(one) } })) },
      { key: 'forget', label: t('library.forget'), onClick: onForget },
    ]),
  ]
  const offers = open && text === '' && earlier.length > 0
  return (
    <Dropdown trigger={['click']} open={offers} onOpenChange={(wanted) => setOpen(wanted && text === '')} menu={{ items: earlier, className: 'earlier-searches', onClick: () => setOpen(false) }}>
      <Input
        id="search"
        className="search-bar"
        prefix={<SearchOutlined aria-hidden />}
        placeholder={t('library.searchPlaceholder')}
        aria-label={t('library.searchLabel')}
        autoComplete="off"
        allowClear
        maxLength={LONGEST_QUERY}
        value={text}
        onChange={(event) => change(event.target.value)}
        onCompositionStart={() => { composing.current = true }}
        onCompositionEnd={(event) => {
          composing.current = false
          change(event.currentTarget.value)
        }}
        onKeyDown={guarded((event) => {
          if (event.key === 'Enter') {
            clearTimeout(timer.current)
            onSearch(text)
            if (text.trim() !== '') onRemember(text)
          } else if (event.key === 'ArrowDown') {
            event.preventDefault()
            if (text !== '') onDown()
            else if (offers) document.querySelector<HTMLElement>('.earlier-searches [role=menuitem]')?.focus()
            else setOpen(true)
          } else if (event.key === 'Escape') {
            setOpen(false)
            if (text !== '') {
              event.stopPropagation()
              change('')
            }
          }
        })}
      />
    </Dropdown>
  )
}
