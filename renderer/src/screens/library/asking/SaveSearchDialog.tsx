/** Keeps a search, its filters and its order under a name. */
import { App, Form, Input, Modal, type InputRef } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../api/index.ts'
import { refresh } from '../../../api/hooks.ts'
import { useFaults } from '../../../app/faults.ts'
import { useViewOf } from '../../../app/view.ts'
import { useSort } from '../results.ts'

const LONGEST = 40

export function SaveSearchDialog() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const fault = useFaults()
  const { dialog, open, query, filters } = useViewOf('dialog', 'open', 'query', 'filters')
  const sort = useSort()
  const [form] = Form.useForm<{ readonly name: string }>()
  const first = useRef<InputRef>(null)
  const offered = (query.trim() === '' ? (filters.within.at(-1) ?? '') : query).slice(0, LONGEST)
  const save = async ({ name }: { readonly name: string }): Promise<void> => {
    try {
      await client.call('searches.save', { name, query, filters, sort })
      await refresh(['searches.'])
      open(null)
      void message.success(t('library.savedOk', { name }))
    } catch (error) {
      fault(error)
    }
  }
  return (
    <Modal open={dialog === 'save-search'} title={t('library.saveSearch')} okText={t('common.save')} cancelText={t('common.cancel')} onCancel={() => open(null)} onOk={() => form.submit()} destroyOnHidden afterOpenChange={(shown) => { if (shown) first.current?.focus() }}>
      <Form form={form} name="saved-search" layout="vertical" clearOnDestroy initialValues={{ name: offered }} onFinish={(draft) => void save(draft)}>
        <Form.Item name="name" label={t('library.saveName')} rules={[{ required: true, whitespace: true }]}><Input ref={first} maxLength={100} /></Form.Item>
      </Form>
    </Modal>
  )
}
