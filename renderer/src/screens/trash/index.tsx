/** 回收站: what was removed, and the two ways on from here. */
import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryId } from '../../../../electron/contract/entry.ts'
import { client } from '../../api/index.ts'
import { refresh, useCall } from '../../api/hooks.ts'
import { useFaults } from '../../app/faults.ts'
import { Notice } from '../../app/Notice.tsx'
import { Badge } from '../../parts/Badge.tsx'
import { placeName } from '../../parts/place-name.ts'

export default function Trash() {
  const { t, i18n } = useTranslation()
  const { message, modal } = App.useApp()
  const fault = useFaults()
  const items = useCall('trash.list', {}).data
  const [chosen, setChosen] = useState<ReadonlySet<EntryId>>(new Set())
  if (items === undefined) return null
  const ids = items.map((item) => item.entry.id)
  const picked = ids.filter((id) => chosen.has(id))
  const targets = picked.length > 0 ? picked : ids

  const restore = (): void => {
    void client.call('entries.restore', { ids: targets }).then(async ({ restored }) => {
      setChosen(new Set())
      await refresh()
      void message.success(t('trash.restored', { count: restored }))
    }).catch(fault)
  }
  const erase = async (): Promise<void> => {
    const sure = await modal.confirm({ title: t('trash.eraseTitle', { count: targets.length }), content: t('trash.eraseHint'), okText: t('trash.erase'), cancelText: t('common.cancel'), okButtonProps: { danger: true } })
    if (!sure) return
    try {
      const { erased } = await client.call('trash.empty', { ids: picked.length > 0 ? picked : null })
      setChosen(new Set())
      await refresh()
      void message.success(t('trash.erased', { count: erased }))
    } catch (error) {
      fault(error)
    }
  }
  const toggle = (id: EntryId, on: boolean): void => setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)))
  return (
    <div className="page">
      <h1 className="page-title">{t('trash.title')}</h1>
      <p className="meta">{t('trash.hint')}</p>
      {items.length === 0 ? <Notice title={t('trash.empty')} text={t('trash.emptyHint')} /> : (
        <>
          <div className="trash-tools">
            <Checkbox checked={picked.length === ids.length} indeterminate={picked.length > 0 && picked.length < ids.length} onChange={(event) => setChosen(new Set(event.target.checked ? ids : []))}>{t('trash.selectAll')}</Checkbox>
            <span className="spacer" />
            <Button type="primary" onClick={restore} disabled={picked.length === 0}>{t('trash.restore')}</Button>
            <Button danger onClick={() => void erase()}>{t(picked.length > 0 ? 'trash.erase' : 'trash.eraseAll')}</Button>
          </div>
          <ul className="trash-list" aria-label={t('trash.list')}>
            {items.map(({ entry, removedAt }) => (
              <li key={entry.id}>
                <Checkbox checked={chosen.has(entry.id)} aria-label={t('trash.select', { title: entry.title })} onChange={(event) => toggle(entry.id, event.target.checked)} />
                <div>
                  <p className="result-title">{entry.title}{entry.origin === 'bundled' && <> <Badge tone="quiet">{t('origin.bundled')}</Badge></>}</p>
                  <p className="meta">{[placeName(entry.place), entry.date.value?.slice(0, 10), t('trash.removedAt', { at: new Date(removedAt).toLocaleString(i18n.language) })].filter((part) => part != null).join(' · ')}</p>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
