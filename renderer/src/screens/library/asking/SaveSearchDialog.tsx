/** Keeps a search, its filters and its order under a name; kept ones can be removed here too. */
import { App, Button, Form, Input, Modal, type InputRef } from 'antd'
import { CloseOutlined } from '@ant-design/icons'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../api/index.ts'
import { refresh, useAction, useCall } from '../../../api/hooks.ts'
import { useFaults } from '../../../app/faults.ts'
import { useViewOf } from '../../../app/view.ts'
import { useSort } from '../results.ts'

export function SaveSearchDialog() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const fault = useFaults()
  const { dialog, open, query, filters } = useViewOf('dialog', 'open', 'query', 'filters')
  const sort = useSort()
  const saved = useCall('searches.saved', {})
  const remove = useAction('searches.remove')
  const [form] = Form.useForm<{ readonly name: string }>()
  const first = useRef<InputRef>(null)
  const save = async ({ name }: { readonly name: string }): Promise<void> => {
    try {
      await client.call('searches.save', { name, query, filters, sort })
      await refresh(['searches.saved'])
      open(null)
      void message.success(t('library.savedOk', { name }))
    } catch (error) {
      fault(error)
    }
  }
  return (
    <Modal open={dialog === 'save-search'} title={t('library.saveSearch')} okText={t('common.save')} cancelText={t('common.cancel')} onCancel={() => open(null)} onOk={() => form.submit()} afterOpenChange={(shown) => { if (shown) { form.setFieldsValue({ name: query.slice(0, 40) }); first.current?.focus() } }}>
      <Form form={form} name="saved-search" layout="vertical" onFinish={(draft) => void save(draft)}>
        <Form.Item name="name" label={t('library.saveName')} rules={[{ required: true, whitespace: true }]}><Input ref={first} maxLength={100} /></Form.Item>
      </Form>
      {(saved.data?.length ?? 0) > 0 && (
        <section aria-label={t('library.saved')}>
          <h3>{t('library.saved')}</h3>
          <ul className="saved-list">
            {saved.data?.map((one) => (
              <li key={one.id}><span>{one.name}</span><Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('library.removeSaved', { name: one.name })} onClick={() => remove.mutate({ id: one.id }, { onSuccess: () => void refresh(['searches.saved']) })} /></li>
            ))}
          </ul>
        </section>
      )}
    </Modal>
  )
}
