/** The search box. What is typed is searched at once, but never while an input method still composes. */
import { SearchOutlined } from '@ant-design/icons'
import { AutoComplete, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedSearch } from '../../../../electron/contract/searching.ts'
import { guarded } from '../../app/keyboard.ts'

const PAUSE_MS = 80
const REMEMBER_MS = 1500

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
    setOpen(value === '')
    if (!composing.current) search(value)
  }
  const options = [
    ...(saved.length === 0 ? [] : [{ key: 'saved', label: t('library.saved'), options: saved.map((one) => ({ key: `saved:${one.id}`, value: `saved:${one.id}`, label: one.name })) }]),
    ...(recent.length === 0 ? [] : [{ key: 'recent', label: t('library.recent'), options: [...recent.map((one) => ({ key: `recent:${one}`, value: `recent:${one}`, label: one })), { key: 'forget', value: 'forget:', label: t('library.forget') }] }]),
  ]
  return (
    <AutoComplete
      className="search-bar"
      value={text}
      options={text === '' ? options : []}
      open={open && text === '' && options.length > 0}
      onOpenChange={setOpen}
      onSelect={(value: string) => {
        setOpen(false)
        if (value === 'forget:') { setText(''); onForget() }
        else if (value.startsWith('recent:')) { setText(value.slice(7)); onSearch(value.slice(7)) }
        else {
          const found = saved.find((one) => `saved:${one.id}` === value)
          if (found) { setText(found.query); onSaved(found) }
        }
      }}
      onChange={(value: string) => { if (!/^(saved|recent|forget):/.test(value)) change(value) }}
    >
      <Input
        id="search"
        prefix={<SearchOutlined aria-hidden />}
        placeholder={t('library.searchPlaceholder')}
        aria-label={t('library.searchLabel')}
        allowClear
        maxLength={20_000}
        onCompositionStart={() => { composing.current = true }}
        onCompositionEnd={(event) => {
          composing.current = false
          change(event.currentTarget.value)
        }}
        onKeyDown={guarded((event) => {
          if (event.key === 'Enter') { clearTimeout(timer.current); onSearch(text); if (text.trim() !== '') onRemember(text) }
          else if (event.key === 'ArrowDown' && text !== '') { event.preventDefault(); onDown() }
          else if (event.key === 'Escape' && text !== '') { event.stopPropagation(); change('') }
        })}
      />
    </AutoComplete>
  )
}
