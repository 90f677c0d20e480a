/** Pasted text becomes a file of its own, so that it has an original like everything else. */
import { Form, Input, Modal, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

export function PasteDialog({ open, onClose, onPaste }: { readonly open: boolean; readonly onClose: () => void; readonly onPaste: (text: string, name: string) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const first = useRef<InputRef>(null)
  const finish = () => {
    onPaste(text, name.trim())
    setText('')
    setName('')
  }
  return (
    <Modal
      open={open}
      title={t('import.pasteTitle')}
      okText={t('import.pasteOk')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: text.trim() === '' }}
      onOk={finish}
      onCancel={onClose}
      afterOpenChange={(shown) => { if (shown) first.current?.focus() }}
      width="45rem"
    >
      <Form layout="vertical">
        <Form.Item label={t('import.pasteText')} htmlFor="paste-text">
          <Input.TextArea id="paste-text" ref={first} rows={12} value={text} onChange={(event) => setText(event.target.value)} />
        </Form.Item>
        <Form.Item label={t('import.pasteName')} htmlFor="paste-name">
          <Input id="paste-name" value={name} placeholder={t('import.pasteNameHint')} maxLength={100} onChange={(event) => setName(event.target.value)} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
