/** 状态: whether a case is in use, and until when somebody is to look at it again. */
import { Form, Input, Modal, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { ShelfStatus, type Entry } from '../../../../../electron/contract/entry.ts'
import type { EntryChange } from '../../../../../electron/contract/library.ts'

interface Draft {
  readonly status: Entry['status']
  /** YYYY-MM-DD; empty for none. */
  readonly reviewBy: string
}

export function StatusDialog({ entry, open, onSet, onClose }: { readonly entry: Entry; readonly open: boolean; readonly onSet: (change: Pick<EntryChange, 'status' | 'reviewBy'>) => void; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Draft>()
  return (
    <Modal open={open} title={t('status.title')} okText={t('common.save')} cancelText={t('common.cancel')} onCancel={onClose} onOk={() => form.submit()} destroyOnHidden>
      <Form form={form} name="status" layout="vertical" clearOnDestroy initialValues={{ status: entry.status, reviewBy: entry.reviewBy ?? '' }} onFinish={({ status, reviewBy }) => onSet({ status, reviewBy: reviewBy === '' ? null : reviewBy })}>
        <Form.Item name="status" label={t('status.name')}>
          <Radio.Group className="status-choice" options={ShelfStatus.options.map((value) => ({ value, label: <>{t(`status.${value}`)} <span className="meta">{t(`status.means.${value}`)}</span></> }))} />
        </Form.Item>
        <Form.Item name="reviewBy" label={t('status.reviewBy')} extra={t('status.reviewByHint')}><Input type="date" /></Form.Item>
      </Form>
    </Modal>
  )
}
