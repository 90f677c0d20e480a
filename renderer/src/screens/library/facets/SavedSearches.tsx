/** Searches that were kept, with how many entries each finds now; a name can be changed, and one that was deleted comes back. */
import { MoreOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, Input, type InputRef } from 'antd'
import { memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedSearch } from '../../../../../electron/contract/searching.ts'
import { client } from '../../../api/index.ts'
import { refresh, useCall } from '../../../api/hooks.ts'
import { useFaults } from '../../../app/faults.ts'
import { guarded } from '../../../app/keyboard.ts'
import { useViewOf } from '../../../app/view.ts'

const refreshSaved = (): Promise<void> => refresh(['searches.'])

export const SavedSearches = memo(function SavedSearches() {
  const { t } = useTranslation()
  const { notification } = App.useApp()
  const fault = useFaults()
  const { query, filters, ask } = useViewOf('query', 'filters', 'ask')
  const saved = useCall('searches.saved', {}).data ?? []
  const counts = useCall('searches.counts', { ids: saved.map(({ id }) => id) }, { enabled: saved.length > 0, keep: true }).data ?? []
  const [naming, setNaming] = useState<string | null>(null)
  if (saved.length === 0) return null
  const here = JSON.stringify(filters)

  const bringBack = ({ id, name, query: text, filters: narrowed, sort }: SavedSearch): void => {
    notification.destroy(id)
    void client.call('searches.save', { name, query: text, filters: narrowed, sort }).then(refreshSaved).catch(fault)
  }
  const remove = (one: SavedSearch): void => void client.call('searches.remove', { id: one.id }).then(async () => {
    await refreshSaved()
    notification.open({
      key: one.id, title: t('library.savedRemoved', { name: one.name }), role: 'status', duration: 10, placement: 'bottomLeft', showProgress: true, pauseOnHover: true,
      actions: <Button size="small" type="primary" onClick={() => bringBack(one)}>{t('common.undo')}</Button>,
    })
  }).catch(fault)
  const rename = (id: string, name: string): void => {
    setNaming(null)
    if (name.trim() !== '') void client.call('searches.rename', { id, name: name.trim() }).then(refreshSaved).catch(fault)
  }
  return (
    <section className="saved-searches" aria-label={t('library.saved')}>
      <h3>{t('library.saved')}</h3>
      <ul>
        {saved.map((one) => {
          const count = counts.find(({ id }) => id === one.id)?.total
          if (naming === one.id) return <li key={one.id}><NameBox name={one.name} onName={(name) => rename(one.id, name)} onLeave={() => setNaming(null)} /></li>
          return (
            <li key={one.id}>
              <button type="button" className="saved-one" aria-pressed={one.query === query && JSON.stringify(one.filters) === here} onClick={() => ask(one)}>
                <span className="facet-label" title={one.name}>{one.name}</span>
                {count !== undefined && <span className="facet-count">{count}</span>}
              </button>
              <Dropdown trigger={['click']} menu={{ items: [{ key: 'name', label: t('library.rename'), onClick: () => setNaming(one.id) }, { key: 'remove', label: t('library.removeSaved'), danger: true, onClick: () => remove(one) }] }}>
                <Button type="text" size="small" icon={<MoreOutlined aria-hidden />} aria-label={t('library.savedMenu', { name: one.name })} />
              </Dropdown>
            </li>
          )
        })}
      </ul>
    </section>
  )
})

function NameBox({ name, onName, onLeave }: { readonly name: string; readonly onName: (name: string) => void; readonly onLeave: () => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(name)
  const box = useRef<InputRef>(null)
  // The menu it was asked from still holds the focus, and gives it back once.
  useEffect(() => {
    const frame = requestAnimationFrame(() => box.current?.focus({ cursor: 'all' }))
    return () => cancelAnimationFrame(frame)
  }, [])
  const press = guarded<HTMLInputElement>((event) => {
    if (event.key === 'Enter') onName(typed)
    else if (event.key === 'Escape') onLeave()
    else return
    event.stopPropagation()
  })
  return <Input ref={box} size="small" maxLength={100} aria-label={t('library.saveName')} value={typed} onChange={(event) => setTyped(event.target.value)} onKeyDown={press} onBlur={() => onName(typed)} />
}
