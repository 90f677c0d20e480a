/** The search box. What is typed is searched at once, but never while an input method still composes; it offers how what is typed may go on, and earlier searches while it is empty. */
import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryId } from '../../../../../electron/contract/entry.ts'
import type { SavedSearch } from '../../../../../electron/contract/searching.ts'
import { calmly } from '../../../api/calmly.ts'
import { guarded } from '../../../app/keyboard.ts'
import { offerId, Offers, OFFERS_ID, type Offer, type OfferGroup } from './Offers.tsx'
import { useSuggestions } from './use-suggestions.ts'

const PAUSE_MS = 80
const REMEMBER_MS = 1500
const LONGEST_QUERY = 20_000

export function SearchBar({ query, recent, saved, onSearch, onRead, onSaved, onRemember, onForget, onDown, onNarrow }: {
  readonly query: string
  readonly recent: readonly string[]
  readonly saved: readonly SavedSearch[]
  readonly onSearch: (query: string) => void
  readonly onRead: (id: EntryId) => void
  readonly onSaved: (search: SavedSearch) => void
  readonly onRemember: (query: string) => void
  readonly onForget: () => void
  /** Leaves the box for the list. */
  readonly onDown: () => void
  /** Searches on in what was found. */
  readonly onNarrow: () => void
}) {
  const { t } = useTranslation()
  const [text, setText] = useState(query)
  /** What is offered: earlier searches, or how what is typed may go on. */
  const [open, setOpen] = useState<'earlier' | 'typed' | null>(null)
  const [active, setActive] = useState(-1)
  const composing = useRef(false)
  /** The next change comes from a key or an input method, and not from a paste or a click. */
  const typing = useRef(false)
  /** What is to be searched for next; null once something else was. */
  const wanted = useRef<{ readonly value: string; readonly onSearch: (query: string) => void } | null>(null)
  const keeper = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => { if (!composing.current) setText(query) }, [query])
  useEffect(() => () => { wanted.current = null; clearTimeout(keeper.current) }, [])
  // A key after a rest is searched for at once; of keys that follow each other closely, the last.
  const soon = useMemo(() => calmly(() => {
    const next = wanted.current
    wanted.current = null
    next?.onSearch(next.value)
  }, PAUSE_MS), [])

  const search = (value: string): void => {
    clearTimeout(keeper.current)
    wanted.current = { value, onSearch }
    soon()
    if (value.trim() !== '') keeper.current = setTimeout(() => onRemember(value), REMEMBER_MS)
  }
  const close = (): void => {
    setOpen(null)
    setActive(-1)
  }
  const change = (value: string): void => {
    setText(value)
    setActive(-1)
    // Only who is typing is offered something: what came in whole needs no completing, and an open list would lie over its results.
    setOpen(typing.current && !composing.current && value.trim() !== '' ? 'typed' : null)
    if (composing.current) return
    typing.current = false
    search(value)
  }
  const take = (value: string): void => {
    wanted.current = null
    setText(value)
    onSearch(value)
    if (value.trim() !== '') onRemember(value)
  }
  const coming = useSuggestions(text, open === 'typed')
  // Under somebody who walks along it the list stays as it is.
  const held = useRef(coming)
  if (active < 0) held.current = coming
  const suggestions = held.current
  const earlier: readonly OfferGroup[] = [
    ...(saved.length === 0 ? [] : [{ key: 'saved', heading: t('library.saved'), offers: saved.map((one): Offer => ({ key: one.id, label: one.name, note: null, run: () => { setText(one.query); onSaved(one) } })) }]),
    ...(recent.length === 0 ? [] : [
      { key: 'recent', heading: t('library.recent'), offers: recent.map((one): Offer => ({ key: one, label: one, note: null, run: () => take(one) })) },
      { key: 'forget', heading: null, offers: [{ key: 'forget', label: t('library.forget'), note: null, run: onForget }] },
    ]),
  ]
  const next: OfferGroup = {
    key: 'next',
    heading: null,
    offers: suggestions.map(({ text: label, query, from, id }): Offer => ({ key: `${from}-${id ?? query}`, label, note: t(`library.from.${from}`), run: () => (id === null ? take(query) : onRead(id)) })),
  }
  const groups = open === 'typed' ? [next] : open === 'earlier' && text === '' ? earlier : []
  const offers = groups.flatMap((group) => group.offers)
  const offering = offers.length > 0
  const run = (offer: Offer): void => {
    close()
    offer.run()
  }
  const commit = (): void => {
    wanted.current = null
    onSearch(text)
    if (text.trim() !== '') onRemember(text)
  }
  const down = (): void => {
    if (offering && active < offers.length - 1) setActive(active + 1)
    else if (text !== '') { close(); onDown() }
    else if (!offering) { setOpen('earlier'); setActive(0) }
  }
  const escape = (): boolean => {
    if (offering) close()
    else if (text !== '') change('')
    else return false
    return true
  }
  const press = guarded<HTMLInputElement>((event) => {
    typing.current = !event.ctrlKey && !event.metaKey && !event.altKey && (event.key.length === 1 || event.key === 'Backspace' || event.key === 'Delete')
    const chosen = offering ? offers[active] : undefined
    if (event.key === 'Enter') {
      if (chosen !== undefined) return run(chosen)
      close()
      commit()
      if (event.shiftKey && text.trim() !== '') {
        // The box may be emptied before the query of the window was ever this text.
        setText('')
        onNarrow()
      }
    } else if (event.key === 'ArrowDown') {
      event.preventDefault()
      down()
    } else if (event.key === 'ArrowUp' && offering) {
      event.preventDefault()
      setActive(Math.max(-1, active - 1))
    } else if (event.key === 'Escape' && escape()) event.stopPropagation()
  })
  return (
    <div className="search-box">
      <Input
        id="search"
        className="search-bar"
        role="combobox"
        aria-expanded={offering}
        aria-autocomplete="list"
        aria-controls={OFFERS_ID}
        {...(offering && active >= 0 ? { 'aria-activedescendant': offerId(active) } : {})}
        prefix={<SearchOutlined aria-hidden />}
        placeholder={t('library.searchPlaceholder')}
        aria-label={t('library.searchLabel')}
        autoComplete="off"
        allowClear
        maxLength={LONGEST_QUERY}
        value={text}
        onClick={() => { if (text === '') setOpen('earlier') }}
        onBlur={close}
        onChange={(event) => change(event.target.value)}
        onCompositionStart={() => {
          composing.current = true
          typing.current = true
          close()
        }}
        onCompositionEnd={(event) => {
          composing.current = false
          typing.current = true
          change(event.currentTarget.value)
        }}
        onKeyDown={press}
      />
      {offering && <Offers label={t('library.offers')} groups={groups} active={active} onRun={run} />}
    </div>
  )
}
