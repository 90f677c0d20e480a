/** 编码表: practices and labels written as a file for others, or taken in from one after a look at what it changes. */
import { Alert, App, Button, Dropdown, Modal, Spin } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodebookFormat } from '../../../../electron/contract/codebook.ts'
import { CallFault, client } from '../../api/index.ts'
import { refresh, useAction, useCall } from '../../api/hooks.ts'
import { useFaults, useSentence } from '../../app/faults.ts'
import { useFolderChoice } from '../../app/folder-choice.tsx'
import { signature } from '../../app/person.tsx'
import { Shifts } from '../../parts/Shifts.tsx'

const RENEWED = ['practices.', 'taxonomy.', 'search.', 'entries.', 'compare.', 'labels.', 'codebook.'] as const

interface Incoming {
  readonly file: string
  readonly base64: string
}

export function Codebook() {
  const { t } = useTranslation()
  const { notification } = App.useApp()
  const fault = useFaults()
  const folders = useFolderChoice()
  const write = useAction('codebook.export')
  const [open, setOpen] = useState(false)
  const tell = (file: string): void => notification.success({ title: t('codebook.exported'), description: <span className="written-files">{file}</span>, role: 'status', duration: 0, placement: 'bottomLeft' })
  const save = (format: CodebookFormat): void => folders.choose((folder) => write.mutate({ folder, format, name: t('codebook.fileName', { stamp: new Date().toLocaleString('sv-SE').slice(0, 16).replace(':', '') }) }, {
    onSuccess: ({ file }) => tell(file),
    onError: fault,
  }))
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items: [{ key: 'qdc', label: t('codebook.qdc'), onClick: () => save('qdc') }, { key: 'csv', label: t('codebook.csv'), onClick: () => save('csv') }] }}>
        <Button size="small" type="text" loading={write.isPending}>{t('codebook.export')}</Button>
      </Dropdown>
      <Button size="small" type="text" onClick={() => setOpen(true)}>{t('codebook.import')}</Button>
      {folders.dialog}
      {open && <ImportDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const fault = useFaults()
  const say = useSentence()
  const input = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [incoming, setIncoming] = useState<Incoming | null>(null)
  const { data: plan, error } = useCall('codebook.preview', incoming ?? { file: '-', base64: '' }, { enabled: incoming !== null })
  const take = async (): Promise<void> => {
    try {
      const by = await signature()
      if (by === null || incoming === null) return
      await client.call('codebook.import', { ...incoming, by })
      await refresh(RENEWED)
      void message.success(t('codebook.taken'))
      onClose()
    } catch (wrong) {
      fault(wrong)
    }
  }
  return (
    <Modal open title={t('codebook.import')} width="42rem" onCancel={onClose} onOk={() => void take()} okText={t('codebook.take')} cancelText={t('common.cancel')} okButtonProps={{ disabled: plan === undefined || plan.items.length === 0 }} afterOpenChange={(shown) => { if (shown) button.current?.focus() }}>
      <p className="meta">{t('codebook.hint')}</p>
      <p className="import-file">
        <Button ref={button} onClick={() => input.current?.click()}>{t('codebook.choose')}</Button> {incoming?.file}
        <input ref={input} type="file" accept=".qdc,.csv,.tsv,.xml,text/csv,text/xml" hidden onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file !== undefined) void file.arrayBuffer().then((bytes) => setIncoming({ file: file.name, base64: base64Of(new Uint8Array(bytes)) }), fault)
          // The same file can be chosen again.
          target.value = ''
        }} />
      </p>
      <div role="status">
        {incoming !== null && plan === undefined && error === null && <p><Spin size="small" /> {t('codebook.reading')}</p>}
        {error !== null && <Alert type="error" showIcon title={error instanceof CallFault ? say(error.fault) : ''} />}
        {plan !== undefined && <p>{t(plan.items.length === 0 ? 'codebook.nothing' : 'codebook.will', { changes: plan.items.length, same: plan.same, entries: plan.effects.changed })}</p>}
      </div>
      {plan !== undefined && plan.items.length + plan.notes.length > 0 && (
        <section className="codebook-plan" aria-label={t('codebook.import')} tabIndex={0}>
          {plan.notes.length > 0 && <Alert type="warning" showIcon title={<ul className="plain-list">{plan.notes.map(({ name, why }) => <li key={why + name}>{t(`codebook.why.${why}`, { name })}</li>)}</ul>} />}
          <ul className="plain-list">
            {plan.items.map(({ kind, name, above, what, was }) => (
              <li key={[kind, ...above, name].join(' ')}><b>{what.map((one) => t(`codebook.what.${one}`)).join('、')}</b> {t(`codebook.kinds.${kind}`)} · {[...above, name].join(' › ')}{was !== null && ` · ${t('codebook.was', { name: was })}`}</li>
            ))}
          </ul>
          <Shifts shifts={plan.effects.shifts} />
        </section>
      )}
    </Modal>
  )
}

function base64Of(bytes: Uint8Array): string {
  let text = ''
  // In pieces: a call takes no more arguments than some ten thousand.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}
