/** An entry of one's own. */
import { App, Form, Input, Modal, type InputRef } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/index.ts'
import { refresh } from '../../api/hooks.ts'
import { useFaults } from '../../app/faults.ts'
import { useViewOf } from '../../app/view.ts'

interface Draft {
  readonly title: string
  readonly body: string
}

export function CreateDialog() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const fault = useFaults()
  const { dialog, open, read } = useViewOf('dialog', 'open', 'read')
  const [form] = Form.useForm<Draft>()
  const first = useRef<InputRef>(null)
  const create = async ({ title, body }: Draft): Promise<void> => {
    try {
      const entry = await client.call('entries.create', { title, body })
      form.resetFields()
      await refresh()
      read(entry.id)
      void message.success(t('create.done', { title: entry.title }))
    } catch (error) {
      fault(error)
    }
  }
  return (
    <Modal open={dialog === 'create'} title={t('create.title')} okText={t('create.ok')} cancelText={t('common.cancel')} onCancel={() => open(null)} onOk={() => form.submit()} width="45rem" afterOpenChange={(shown) => { if (shown) first.current?.focus() }}>
      <Form form={form} name="create" layout="vertical" initialValues={{ title: '', body: '' }} onFinish={(draft) => void create(draft)}>
        <Form.Item name="title" label={t('create.name')} rules={[{ required: true, whitespace: true, message: t('edit.titleMissing') }]}><Input ref={first} maxLength={500} /></Form.Item>
        <Form.Item name="body" label={t('create.body')}><Input.TextArea rows={12} /></Form.Item>
      </Form>
    </Modal>
  )
}
