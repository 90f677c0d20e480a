/** Pasted text becomes a file of its own, so that it has an original like everything else. */
import { Form, Input, Modal, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** `pasted` is what was pasted before the dialog opened. */
export function PasteDialog({ open, pasted, onClose, onPaste }: { readonly open: boolean; readonly pasted: string; readonly onClose: () => void; readonly onPaste: (text: string, name: string) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const first = useRef<InputRef>(null)
  useEffect(() => {
    setText(open ? pasted : '')
    setName('')
  }, [open, pasted])
  return (
    <Modal
      open={open}
      title={t('import.pasteTitle')}
      okText={t('import.pasteOk')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: text.trim() === '' }}
      onOk={() => onPaste(text, name.trim())}
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
