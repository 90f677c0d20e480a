/** States a fact by hand from a passage, or puts one right: its kind, its fields, the words it rests on. */
import { Form, Input, Modal, Select, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardFact } from '../../../../../../electron/contract/card.ts'
import { FACT_KINDS, type FactKind, type FactValue } from '../../../../../../electron/contract/fact.ts'
import { LIST_OF } from './arrange.ts'
import { draftOf, FIELDS, newDraft, valueOf, type Draft } from './fields.ts'

export interface Stating {
  /** The fact to put right; null for a new one. */
  readonly fact: CardFact | null
  readonly kind: FactKind
  /** The words it rests on. */
  readonly passage: string
}

export function FactDialog({ stating, body, onState, onClose, onClosed }: {
  /** null while nothing is stated. */
  readonly stating: Stating | null
  readonly body: string
  readonly onState: (value: FactValue) => void
  readonly onClose: () => void
  readonly onClosed: () => void
}) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Draft>()
  const [kind, setKind] = useState<FactKind>('indicator')
  const [wrong, setWrong] = useState(false)
  const first = useRef<InputRef>(null)
  useEffect(() => {
    if (stating === null) return
    setKind(stating.kind)
    setWrong(false)
    form.setFieldsValue(stating.fact ? draftOf(stating.fact) : newDraft(stating.kind, stating.passage))
  }, [stating, form])
  const choose = (next: FactKind): void => {
    setKind(next)
    form.resetFields()
    form.setFieldsValue(newDraft(next, stating?.passage ?? ''))
  }
  const finish = (draft: Draft): void => {
    const value = valueOf(kind, draft, body, stating?.fact ?? null)
    if (value === null) setWrong(true)
    else onState(value)
  }
  return (
    <Modal open={stating !== null} destroyOnHidden title={t(stating?.fact ? 'card.editTitle' : 'card.addTitle')} okText={t('card.save')} cancelText={t('common.cancel')} onOk={() => form.submit()} onCancel={onClose} width="36rem" afterOpenChange={(open) => { if (open) first.current?.focus(); else onClosed() }}>
      <blockquote className="marked-passage">{stating?.passage === '' ? t('card.byline') : stating?.passage}</blockquote>
      <Form form={form} layout="horizontal" labelCol={{ flex: '6rem' }} labelWrap onFinish={finish} onValuesChange={() => setWrong(false)} className="fact-form">
        {stating?.fact === null && <Form.Item label={t('card.kind')}><Select aria-label={t('card.kind')} value={kind} onChange={choose} options={FACT_KINDS.map((one) => ({ value: one, label: t(`fact.list.${LIST_OF[one]}`) }))} /></Form.Item>}
        {FIELDS[kind].map((field, at) => (
          <Form.Item key={`${kind} ${field.name}`} name={field.name} label={t(`fact.field.${field.name}`)} rules={field.required ? [{ required: true, message: t('card.required') }] : []}>
            {field.type === 'choice' ? <Select allowClear={!field.required} options={field.options.map((value) => ({ value, label: t(`fact.${field.words}.${value}`) }))} /> : field.type === 'lines' ? <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} placeholder={t('card.lines')} /> : <Input inputMode={field.type === 'number' ? 'decimal' : 'text'} {...(at === 0 ? { ref: first } : {})} />}
          </Form.Item>
        ))}
      </Form>
      {wrong && <p role="alert" className="form-wrong">{t(kind === 'formula' ? 'card.wrongComponents' : 'card.wrong')}</p>}
    </Modal>
  )
}
