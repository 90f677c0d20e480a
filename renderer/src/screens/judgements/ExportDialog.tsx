/** 导出意见: whose judgements, of which entries, and where the file goes. */
import { Alert, App, Form, Input, Modal, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Grant } from '../../../../electron/contract/library.ts'
import { PackName } from '../../../../electron/contract/packing.ts'
import { useAction, useCall } from '../../api/hooks.ts'
import { useFaults } from '../../app/faults.ts'
import { useFolderChoice } from '../../app/folder-choice.tsx'
import { useViewOf } from '../../app/view.ts'

interface Draft {
  /** Nobody chosen: everybody. */
  readonly by: readonly string[]
  readonly scope: 'all' | 'list'
  readonly name: string
}

/** HHMM tells two files of one day apart. */
function stamp(): string {
  const at = new Date()
  return `${at.toLocaleDateString('sv-SE')} ${at.toLocaleTimeString('sv-SE').slice(0, 5).replace(':', '')}`
}

export function ExportDialog() {
  const { t } = useTranslation()
  const { notification } = App.useApp()
  const fault = useFaults()
  const folders = useFolderChoice()
  const { dialog, open, query, filters } = useViewOf('dialog', 'open', 'query', 'filters')
  const shown = dialog === 'export-judgements'
  const signers = useCall('judgements.signers', {}, { enabled: shown }).data?.signers
  const write = useAction('judgements.export')
  const [form] = Form.useForm<Draft>()
  const name = Form.useWatch('name', form) ?? ''
  const count = (signers ?? []).reduce((sum, { judgements }) => sum + judgements, 0)
  const initial = (): Draft => ({ by: [], scope: 'all', name: t('judgements.fileName', { stamp: stamp() }) })
  const tell = (file: string, title: string): void => notification.success({ key: 'written', title, description: <span className="written-files">{file}</span>, role: 'status', duration: 0, placement: 'bottomLeft' })

  const exportTo = (folder: Grant, { by, scope, name: typed }: Draft): void => write.mutate({ folder, name: typed.trim(), choice: { by: by.length === 0 ? null : [...by], entries: scope === 'all' ? null : { by: 'search', query, filters } } }, {
    onSuccess: ({ file, entries, judgements }) => {
      open(null)
      tell(file, t('judgements.exported', { count: judgements, entries }))
    },
    onError: fault,
  })
  return (
    <Modal open={shown} title={t('judgements.exportTitle')} okText={t('judgements.exportOk')} cancelText={t('common.cancel')} okButtonProps={{ disabled: count === 0, loading: write.isPending }} onOk={() => form.submit()} onCancel={() => open(null)} destroyOnHidden>
      <p className="meta">{t('judgements.exportWhat')}</p>
      {signers !== undefined && count === 0 && <Alert className="page-alert" type="info" showIcon title={t('judgements.nobody')} />}
      <Form form={form} name="export-judgements" layout="vertical" clearOnDestroy initialValues={initial()} onFinish={(draft) => folders.choose((folder) => exportTo(folder, draft))}>
        <Form.Item name="by" label={t('judgements.whose')}>
          <Select mode="multiple" allowClear placeholder={t('judgements.everybody', { count })} options={(signers ?? []).map(({ by, judgements }) => ({ value: by, label: t('judgements.signer', { by, count: judgements }) }))} />
        </Form.Item>
        <Form.Item name="scope" label={t('judgements.scope')}>
          <Radio.Group options={[{ value: 'all', label: t('judgements.scopeAll') }, { value: 'list', label: t('judgements.scopeList') }]} />
        </Form.Item>
        <Form.Item name="name" label={t('judgements.file')} extra={t('judgements.fileHint', { name: name.trim() })} rules={[{ validator: (_, value) => (PackName.safeParse(value).success ? Promise.resolve() : Promise.reject(new Error(t('judgements.fileBad')))) }]}>
          <Input maxLength={100} suffix=".judgements" />
        </Form.Item>
      </Form>
      {folders.dialog}
    </Modal>
  )
}
