/** The search box with what the library remembers for it. It alone is drawn again at every key. */
import { memo } from 'react'
import type { EntryId } from '../../../../../electron/contract/entry.ts'
import { refresh, useAction, useCall } from '../../../api/hooks.ts'
import { focusOn } from '../../../app/focus.ts'
import { useView, useViewOf } from '../../../app/view.ts'
import { QueryGuide } from './QueryGuide.tsx'
import { SearchBar } from './SearchBar.tsx'

const focusList = (): void => focusOn('list')
const readOffered = (id: EntryId): void => focusOn('reader', () => useView.getState().read(id))
const refreshRecent = (): void => { void refresh(['searches.recent']) }

export const SearchLine = memo(function SearchLine() {
  const { query, search, ask, narrow } = useViewOf('query', 'search', 'ask', 'narrow')
  const recent = useCall('searches.recent', {})
  const saved = useCall('searches.saved', {})
  const remember = useAction('searches.remember')
  const forget = useAction('searches.forget')
  return (
    <>
      <SearchBar
        query={query}
        recent={recent.data?.map((one) => one.query) ?? []}
        saved={saved.data ?? []}
        onSearch={search}
        onRead={readOffered}
        onSaved={ask}
        onRemember={(text) => remember.mutate({ query: text }, { onSuccess: refreshRecent })}
        onForget={() => forget.mutate({}, { onSuccess: refreshRecent })}
        onDown={focusList}
        onNarrow={narrow}
      />
      <QueryGuide onRun={search} />
    </>
  )
})
