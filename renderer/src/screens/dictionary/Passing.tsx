/** 导入、导出: what people of this library changed, as text for others. */
import { App, Alert, Button, Input, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/index.ts'
import { useAction, useCall } from '../../api/hooks.ts'
import { useFaults } from '../../app/faults.ts'
import { useFolderChoice } from '../../app/folder-choice.tsx'
import { type Changing, useSettled } from './hooks.ts'

const MOST_ERRORS = 20

export function Passing({ changing }: { readonly changing: Changing }) {
  const { t } = useTranslation()
  const { message, notification } = App.useApp()
  const fault = useFaults()
  const folders = useFolderChoice()
  const write = useAction('lexicon.export')
  const [open, setOpen] = useState(false)
  const tell = (file: string): void => notification.success({ key: 'written', title: t('dictionary.exported'), description: <span className="written-files">{file}</span>, role: 'status', duration: 0, placement: 'bottomLeft' })
  const save = (): void => folders.choose((folder) => write.mutate({ folder, name: t('dictionary.fileName', { stamp: new Date().toLocaleString('sv-SE').slice(0, 16).replace(':', '') }) }, {
    onSuccess: ({ file }) => tell(file),
    onError: fault,
  }))
  const copy = async (): Promise<void> => {
    try {
      const { text, words, off, groups } = await client.call('lexicon.text', {})
      await client.call('clipboard.write', { text })
      void message.success(t('dictionary.copied', { count: words + off + groups }))
    } catch (error) {
      fault(error)
    }
  }
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>{t('dictionary.import')}</Button>
      <Button size="small" onClick={save} loading={write.isPending}>{t('dictionary.export')}</Button>
      <Button size="small" onClick={() => void copy()}>{t('dictionary.copy')}</Button>
      {folders.dialog}
      {open && <ImportDialog changing={changing} onClose={() => setOpen(false)} />}
    </>
  )
}

function ImportDialog({ changing, onClose }: { readonly changing: Changing; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const area = useRef<HTMLDivElement>(null)
  const file = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const settled = useSettled(text)
  const preview = useCall('lexicon.import', { text: settled, dry: true }, { enabled: settled.trim() !== '' }).data
  const told = settled === text && text.trim() !== '' ? preview : undefined
  const changes = told === undefined ? 0 : told.words + told.off + told.groups
  const take = async (): Promise<void> => {
    if (await changing.make(t('dictionary.imported', { count: changes }), () => client.call('lexicon.import', { text, dry: false }))) onClose()
  }
  return (
    <Modal open title={t('dictionary.import')} width="40rem" onCancel={onClose} onOk={() => void take()} okText={t('dictionary.takeIn')} cancelText={t('common.cancel')} okButtonProps={{ disabled: told === undefined || told.errors.length > 0 || changes === 0 }} afterOpenChange={(shown) => { if (shown) area.current?.querySelector('textarea')?.focus() }}>
      <p className="hint">{t('dictionary.format')}</p>
      <div ref={area}><Input.TextArea rows={9} value={text} onChange={({ target }) => setText(target.value)} placeholder={t('dictionary.formatExample')} aria-label={t('dictionary.importText')} maxLength={2_000_000} /></div>
      <p className="import-file">
        <Button size="small" onClick={() => file.current?.click()}>{t('dictionary.chooseFile')}</Button>
        <input ref={file} type="file" accept=".txt,text/plain" hidden onChange={({ target }) => { void target.files?.[0]?.text().then(setText) }} />
      </p>
      <div role="status">
        {told !== undefined && told.errors.length === 0 && <p>{t('dictionary.willTake', { words: told.words, off: told.off, groups: told.groups, same: told.same })}</p>}
        {told !== undefined && told.errors.length > 0 && (
          <Alert type="error" showIcon title={t('dictionary.wrongLines', { count: told.errors.length })} description={<ul className="plain-list">{told.errors.slice(0, MOST_ERRORS).map(({ line, reason }) => <li key={line}>{t('dictionary.wrongLine', { line, reason })}</li>)}</ul>} />
        )}
      </div>
    </Modal>
  )
}
