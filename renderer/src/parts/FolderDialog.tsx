/** Choosing a folder where the host has no dialog of its own: folders are shown by the host and named by grants only. */
import { FolderOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Modal, Space, Spin } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Grant } from '../../../electron/contract/library.ts'
import type { Output } from '../../../electron/contract/api.ts'

export function FolderDialog({ open, listing, onGo, onCreate, onChoose, onClose }: {
  readonly open: boolean
  readonly listing: Output<'folders.list'> | undefined
  readonly onGo: (folder: Grant | null) => void
  readonly onCreate: (parent: Grant, name: string) => void
  readonly onChoose: (folder: Grant) => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const here = listing?.here ?? null
  return (
    <Modal
      open={open}
      title={t('settings.chooseFolder')}
      okText={t('settings.useFolder')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: here === null }}
      onOk={() => { if (here !== null) onChoose(here) }}
      onCancel={onClose}
      width="35rem"
    >
      {listing === undefined ? <Spin /> : (
        <div className="folder-dialog">
          <p className="folder-path">{listing.path === '' ? t('settings.startingPoints') : listing.path}</p>
          {listing.path !== '' && <Button type="link" onClick={() => onGo(listing.parent)}>{t('settings.folderUp')}</Button>}
          <ul className="folder-list" aria-label={t('settings.folders')}>
            {listing.folders.map((folder) => (
              <li key={folder.grant}><Button type="text" icon={<FolderOutlined aria-hidden />} onClick={() => onGo(folder.grant)}>{folder.name}</Button></li>
            ))}
          </ul>
          {listing.folders.length === 0 && <p className="meta">{t('settings.noFolders')}</p>}
          {here !== null && (
            <Space.Compact block>
              <Input value={name} maxLength={100} aria-label={t('settings.newFolderName')} placeholder={t('settings.newFolderName')} onChange={(event) => setName(event.target.value)} />
              <Button icon={<PlusOutlined aria-hidden />} disabled={name.trim() === ''} onClick={() => { onCreate(here, name.trim()); setName('') }}>{t('settings.newFolder')}</Button>
            </Space.Compact>
          )}
        </div>
      )}
    </Modal>
  )
}
