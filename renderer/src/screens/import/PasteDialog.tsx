/** Pasted text becomes a file of its own, so that it has an original like everything else. */
import { Checkbox, Form, Input, Modal, type InputRef } from 'antd'
import { useEffect, useRef, useState, type ClipboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { NOTHING_PASTED, pastedFrom, type Pasted } from '../../app/view.ts'

/** `pasted` is what was pasted before the dialog opened. */
export function PasteDialog({ open, pasted, onClose, onPaste }: { readonly open: boolean; readonly pasted: Pasted; readonly onClose: () => void; readonly onPaste: (pasted: Pasted, name: string) => void }) {
  const { t } = useTranslation()
  const [{ text, html }, setPasted] = useState(NOTHING_PASTED)
  const [form, setForm] = useState(true)
  const [name, setName] = useState('')
  const first = useRef<InputRef>(null)
  useEffect(() => {
    setPasted(open ? pasted : NOTHING_PASTED)
    setForm(true)
    setName('')
  }, [open, pasted])
  // Only the whole of what was copied has its form; what is typed or pasted into other words is words.
  const takeForm = (event: ClipboardEvent<HTMLElement>): void => {
    const copied = pastedFrom(event.clipboardData)
    if (text.trim() !== '' || copied.html === null || copied.text.trim() === '') return
    event.preventDefault()
    setPasted(copied)
    setForm(true)
  }
  return (
    <Modal
      open={open}
      title={t('import.pasteTitle')}
      okText={t('import.pasteOk')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: text.trim() === '' }}
      onOk={() => onPaste({ text, html: form ? html : null }, name.trim())}
      onCancel={onClose}
      afterOpenChange={(shown) => { if (shown) first.current?.focus() }}
      width="45rem"
    >
      <Form layout="vertical">
        <Form.Item label={t('import.pasteText')} htmlFor="paste-text">
          <Input.TextArea id="paste-text" ref={first} rows={12} value={text} onPaste={takeForm} onChange={(event) => setPasted({ text: event.target.value, html: null })} />
          {html !== null && <Checkbox checked={form} onChange={(event) => setForm(event.target.checked)}>{t('import.pasteForm')}</Checkbox>}
        </Form.Item>
        <Form.Item label={t('import.pasteName')} htmlFor="paste-name">
          <Input id="paste-name" value={name} placeholder={t('import.pasteNameHint')} maxLength={100} onChange={(event) => setName(event.target.value)} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
