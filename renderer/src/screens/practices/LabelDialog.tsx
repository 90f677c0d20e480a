/** A label is made or changed: name, place among the others, colour, what it means, what counts and what does not. */
import { Button, Form, Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { LABEL_COLOURS, LabelDefinition, type Label, type LabelColour } from '../../../../electron/contract/labels.ts'
import { freshLabel, labelClass, useLabelling, type Labels } from '../../app/labels.ts'
import { useView } from '../../app/view.ts'

export interface Naming {
  /** null makes a new one. */
  readonly label: Label | null
}

/** As the form holds it: lists are lines, no parent is ''. */
interface Draft {
  readonly name: string
  readonly parent: string
  readonly colour: LabelColour
  readonly definition: string
  readonly counts: string
  readonly countsNot: string
}

export function LabelDialog({ naming, labels, onClose, onClosed }: { readonly naming: Naming | null; readonly labels: Labels; readonly onClose: () => void; readonly onClosed: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal open={naming !== null} destroyOnHidden footer={null} width="38rem" title={t(naming?.label == null ? 'labels.make' : 'labels.edit')} onCancel={onClose} afterOpenChange={(open) => { if (!open) onClosed() }}>
      {naming !== null && <LabelForm label={naming.label} labels={labels} onClose={onClose} />}
    </Modal>
  )
}

function LabelForm({ label, labels, onClose }: { readonly label: Label | null; readonly labels: Labels; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { put } = useLabelling()
  const studyLabel = useView((view) => view.studyLabel)
  const begun = label ?? freshLabel('', labels.all.length)
  const draft: Draft = { ...begun, parent: begun.parent ?? '', counts: begun.counts.join('\n'), countsNot: begun.countsNot.join('\n') }
  const parents = [{ value: '', label: t('labels.noParent') }, ...labels.all.filter(({ label: { id } }) => id !== label?.id).map(({ label: { id, name }, depth }) => ({ value: id as string, label: `${'\u3000'.repeat(depth)}${name}` }))]
  const save = async (stated: Draft): Promise<void> => {
    const definition = LabelDefinition.safeParse({ ...stated, parent: stated.parent === '' ? null : stated.parent, counts: linesOf(stated.counts), countsNot: linesOf(stated.countsNot) }).data
    const made = definition === undefined ? null : await put(label?.id ?? null, definition)
    if (made === null) return
    studyLabel(made.id)
    onClose()
  }
  const lines = <Input.TextArea rows={3} placeholder={t('changing.lines')} />
  return (
    <Form<Draft> name="label" initialValues={draft} layout="horizontal" labelCol={{ flex: '7rem' }} labelWrap className="fact-form" onFinish={(stated) => void save(stated)}>
      <Form.Item name="name" label={t('labels.name')} rules={[{ required: true, whitespace: true, message: t('labels.name') }]}><Input maxLength={40} showCount autoComplete="off" /></Form.Item>
      <Form.Item name="parent" label={t('labels.parent')}><Select showSearch={{ optionFilterProp: 'label' }} options={parents} /></Form.Item>
      <Form.Item name="colour" label={t('labels.colour')}><Select options={LABEL_COLOURS.map((value) => ({ value, label: <><span className={`practice-dot ${labelClass(value)}`} aria-hidden />{t(`labels.colours.${value}`)}</> }))} /></Form.Item>
      <Form.Item name="definition" label={t('changing.definition')}><Input.TextArea rows={3} maxLength={2000} /></Form.Item>
      <Form.Item name="counts" label={t('practices.counts')}>{lines}</Form.Item>
      <Form.Item name="countsNot" label={t('practices.countsNot')}>{lines}</Form.Item>
      <div className="change-foot">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="primary" htmlType="submit">{t('labels.save')}</Button>
      </div>
    </Form>
  )
}

const linesOf = (text: string): string[] => [...new Set(text.split('\n').map((line) => line.trim()).filter((line) => line !== ''))]
