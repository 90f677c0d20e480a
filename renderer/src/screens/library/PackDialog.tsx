/** Exports what the list shows as a portable pack (便携包): says what goes in before anything is written. */
import { Alert, App, Button, Checkbox, Form, Input, Modal, type InputRef } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_PACKED, PackName } from '../../../../electron/contract/packing.ts'
import type { Output } from '../../../../electron/contract/api.ts'
import type { Grant } from '../../../../electron/contract/library.ts'
import { client } from '../../api/index.ts'
import { useAction, useCall } from '../../api/hooks.ts'
import { useFaults } from '../../app/faults.ts'
import { useFolderChoice } from '../../app/folder-choice.tsx'
import { hostKind } from '../../app/page.ts'
import { useViewOf } from '../../app/view.ts'
import { chosenIn } from './facets/filtering.ts'

interface Draft {
  readonly title: string
  readonly name: string
  /** Asked for only where one file would hold too much. */
  readonly split?: boolean
  readonly plain: boolean
}

/** YYYY-MM-DD where the person is. */
const today = (): string => new Date().toLocaleDateString('sv-SE')

export function PackDialog() {
  const { t } = useTranslation()
  const { notification } = App.useApp()
  const fault = useFaults()
  const { dialog, open, query, filters } = useViewOf('dialog', 'open', 'query', 'filters')
  const shown = dialog === 'pack'
  const choice = { by: 'search', query, filters } as const
  const plan = useCall('pack.plan', { choice }, { enabled: shown }).data
  const tagging = useCall('practices.tagging', {}, { enabled: shown }).data
  const write = useAction('pack.write')
  const folders = useFolderChoice()
  const [form] = Form.useForm<Draft>()
  const first = useRef<InputRef>(null)
  const name = Form.useWatch('name', form) ?? ''
  const split = Form.useWatch('split', form) ?? false
  const parts = plan?.parts ?? 1
  const initial: Draft = { title: t('pack.defaultName'), name: t('pack.defaultFile', { date: today() }), split: false, plain: false }

  const tell = (folder: Grant, files: Output<'pack.write'>['files']): void => {
    const count = files.reduce((sum, file) => sum + file.entries, 0)
    const last = files.at(0)?.file.split(/[/\\]/).at(-1) ?? ''
    notification.success({
      key: 'written',
      title: t('pack.done', { count }),
      description: <span className="written-files">{files.map(({ file }) => file).join('\n')}</span>,
      actions: hostKind === 'electron' && <Button size="small" onClick={() => void client.call('pack.show', { folder, file: last }).catch(fault)}>{t('pack.show')}</Button>,
      duration: 0,
      placement: 'bottomLeft',
      role: 'status',
    })
  }
  const exportTo = (folder: Grant, draft: Draft): void =>
    write.mutate({ choice, folder, title: draft.title.trim(), name: draft.name.trim(), split: parts > 1 && split, plain: draft.plain }, {
      onSuccess: ({ files }) => {
        open(null)
        tell(folder, files)
      },
      onError: fault,
    })
  const scope = t(query.trim() === '' && chosenIn(filters) === 0 ? 'pack.scopeAll' : 'pack.scope')
  const ready = plan !== undefined && plan.entries > 0 && (parts === 1 || split)

  return (
    <Modal
      open={shown}
      title={t('pack.title')}
      okText={t(write.isPending ? 'pack.writing' : 'pack.ok')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !ready, loading: write.isPending }}
      onOk={() => form.submit()}
      onCancel={() => open(null)}
      destroyOnHidden
      afterOpenChange={(now) => { if (now) first.current?.focus() }}
    >
      <p className="meta">{t('pack.what')}</p>
      {plan !== undefined && (
        <ul className="pack-plan" aria-label={scope}>
          {plan.entries > 0 && <li><strong>{scope}</strong></li>}
          <li>{plan.entries === 0 ? t('pack.nothing') : t('pack.entries', { count: plan.entries, characters: (plan.characters / 10_000).toFixed(1) })}</li>
          {plan.restricted > 0 && <li>{t('pack.restricted', { count: plan.restricted })}</li>}
          {plan.retired > 0 && <li className="danger">{t('pack.retired', { count: plan.retired })}</li>}
          {plan.recheck > 0 && <li>{t('pack.recheck', { count: plan.recheck })}</li>}
          {tagging?.state === 'running' && <li>{t('pack.tagging')}</li>}
          {plan.internal > 0 && <li>{t('pack.internal', { count: plan.internal })}</li>}
        </ul>
      )}
      {plan !== undefined && plan.endorsed > 0 && (
        <details className="pack-endorsements">
          <summary>{t('pack.endorsed', { count: plan.endorsed })}</summary>
          <ul>{plan.endorsements.map(({ id, title, name, sentence }, n) => <li key={`${id} ${String(n)}`}><strong>{name}</strong><span className="meta">{title}</span><p>{sentence}</p></li>)}</ul>
        </details>
      )}
      <Form form={form} name="pack" layout="vertical" clearOnDestroy initialValues={initial} onFinish={(draft) => folders.choose((folder) => exportTo(folder, draft))}>
        {parts > 1 && (
          <>
            <Alert type="warning" showIcon title={t('pack.tooMany', { limit: MOST_PACKED, parts })} />
            <Form.Item name="split" valuePropName="checked"><Checkbox>{t('pack.split', { parts })}</Checkbox></Form.Item>
          </>
        )}
        <Form.Item name="title" label={t('pack.name')} rules={[{ required: true, whitespace: true }]}><Input ref={first} maxLength={200} /></Form.Item>
        <Form.Item
          name="name"
          label={t('pack.file')}
          extra={parts > 1 ? t('pack.fileParts', { name: name.trim(), parts }) : t('pack.fileHint', { name: name.trim() })}
          rules={[{ validator: (_, value) => (PackName.safeParse(value).success ? Promise.resolve() : Promise.reject(new Error(t('pack.fileBad')))) }]}
        >
          <Input maxLength={100} suffix=".html" />
        </Form.Item>
        <Form.Item name="plain" valuePropName="checked"><Checkbox>{t('pack.plain')}</Checkbox></Form.Item>
      </Form>
      {folders.dialog}
    </Modal>
  )
}
