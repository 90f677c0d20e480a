/** Changes the taxonomy: a form for each kind of change, and what it would do to the library before anything is done. */
import { Alert, Button, Form, Input, Modal, Select, Spin, Switch } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Practice } from '../../../electron/contract/practices.ts'
import type { TaxonomyChange } from '../../../electron/contract/taxonomy.ts'
import { CallFault } from '../api/index.ts'
import { useCall } from '../api/hooks.ts'
import { useSentence } from '../app/faults.ts'
import { useTaxonomy } from '../app/use-taxonomy.ts'
import { CHANGE_TYPES, changeOf, draftFor, type ChangeDraft, type ChangeType } from './change-draft.ts'
import { Shifts } from './Shifts.tsx'

export interface Changing {
  readonly type: ChangeType
  readonly practice: Practice
  /** A word of a text that is to count from now on. */
  readonly word?: string
}

export function ChangeDialog({ changing, onChange, onClose, onClosed }: {
  /** null while nothing is changed. */
  readonly changing: Changing | null
  readonly onChange: (change: TaxonomyChange) => void
  readonly onClose: () => void
  readonly onClosed: () => void
}) {
  const { t } = useTranslation()
  return (
    <Modal open={changing !== null} destroyOnHidden title={t('changing.title')} footer={null} onCancel={onClose} width="42rem" afterOpenChange={(open) => { if (!open) onClosed() }}>
      {changing !== null && <ChangeForm key={`${changing.type} ${changing.practice.id}`} changing={changing} onChange={onChange} onClose={onClose} />}
    </Modal>
  )
}

function ChangeForm({ changing, onChange, onClose }: { readonly changing: Changing; readonly onChange: (change: TaxonomyChange) => void; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const say = useSentence()
  const taxonomy = useTaxonomy()
  const [practice, setPractice] = useState(changing.practice)
  const [draft, setDraft] = useState<ChangeDraft>(() => draftFor(changing.type, changing.practice, changing.word))
  const [form] = Form.useForm<ChangeDraft>()
  const change = changeOf(draft, practice)
  const tried = useDeferredValue(change)
  const preview = useCall('taxonomy.preview', { change: tried ?? { type: 'retire', id: practice.id } }, { enabled: tried !== null, keep: true })
  const refused = preview.error instanceof CallFault ? say(preview.error.fault) : null
  const begin = (type: ChangeType, of: Practice): void => {
    const next = draftFor(type, of, changing.word)
    setPractice(of)
    setDraft(next)
    form.resetFields()
    form.setFieldsValue(next)
  }
  const names = taxonomy.practices.map(({ id }) => ({ value: id, label: taxonomy.label(id) }))
  const tops = taxonomy.under(null).filter(({ id }) => id !== practice.id).map(({ id }) => ({ value: id as string, label: taxonomy.label(id) }))
  const list = draft.list ?? 'strong'
  const lines = <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} placeholder={t('changing.lines')} />
  return (
    <Form form={form} initialValues={draft} layout="horizontal" labelCol={{ flex: '7rem' }} labelWrap className="fact-form" onValuesChange={(_, values) => setDraft({ ...draft, ...values })} onFinish={() => { if (change !== null && refused === null) onChange(change) }}>
      <Form.Item label={t('changing.practice')}><Select aria-label={t('changing.practice')} showSearch={{ optionFilterProp: 'label' }} value={practice.id} options={names} onChange={(id) => { const next = taxonomy.get(id); if (next !== undefined) begin(draft.type, next) }} /></Form.Item>
      <Form.Item label={t('changing.what')}><Select aria-label={t('changing.what')} value={draft.type} options={CHANGE_TYPES.map((value) => ({ value, label: t(`changing.type.${value}`) }))} onChange={(type: ChangeType) => begin(type, practice)} /></Form.Item>
      {draft.type === 'add' && <Form.Item name="top" label={t('changing.top')} valuePropName="checked"><Switch /></Form.Item>}
      {(draft.type === 'add' || draft.type === 'rename') && (
        <>
          <Form.Item name="label" label={t('changing.label')}><Input maxLength={8} showCount /></Form.Item>
          <Form.Item name="zh" label={t('changing.zh')}><Input maxLength={40} /></Form.Item>
        </>
      )}
      {(draft.type === 'add' || draft.type === 'define') && <Form.Item name="definition" label={t('changing.definition')}><Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} /></Form.Item>}
      {draft.type === 'define' && (
        <>
          <Form.Item name="counts" label={t('practices.counts')}>{lines}</Form.Item>
          <Form.Item name="countsNot" label={t('practices.countsNot')}>{lines}</Form.Item>
        </>
      )}
      {draft.type === 'add' && (
        <>
          <Form.Item name="strong" label={t('practices.strong')}>{lines}</Form.Item>
          <Form.Item name="weak" label={t('practices.weak')}>{lines}</Form.Item>
        </>
      )}
      {draft.type === 'words' && (
        <>
          <Form.Item name="list" label={t('changing.list')}><Select options={(['strong', 'weak', 'negative'] as const).map((value) => ({ value, label: t(`practices.${value}`) }))} /></Form.Item>
          <Form.Item key={list} name={list} label={t('changing.words')}>{lines}</Form.Item>
        </>
      )}
      {draft.type === 'move' && <Form.Item label={t('changing.to')}><Select aria-label={t('changing.to')} value={draft.to === null ? '' : (draft.to ?? null)} options={[{ value: '', label: t('changing.firstLevel') }, ...tops]} onChange={(to: string) => setDraft({ ...draft, to: to === '' ? null : (taxonomy.practices.find(({ id }) => id === to)?.id ?? null) })} /></Form.Item>}
      {draft.type === 'merge' && <Form.Item label={t('changing.into')}><Select aria-label={t('changing.into')} showSearch={{ optionFilterProp: 'label' }} value={draft.to ?? null} options={names.filter(({ value }) => value !== practice.id)} onChange={(to) => setDraft({ ...draft, to })} /></Form.Item>}
      {draft.type === 'retire' && <p className="hint">{t('changing.retireHint')}</p>}
      <section className="change-preview" aria-label={t('changing.preview')}>
        <h3>{t('changing.preview')}</h3>
        {tried === null && <p className="quiet">{t('changing.incomplete')}</p>}
        {tried !== null && refused !== null && <Alert type="error" showIcon title={refused} />}
        {tried !== null && refused === null && preview.data === undefined && <Spin size="small" />}
        {tried !== null && refused === null && preview.data !== undefined && (
          <>
            <p role="status">{t(preview.data.changed === 0 ? 'changing.nothing' : 'changing.changes', { count: preview.data.changed })}{preview.data.looked < preview.data.candidates && ` ${t('changing.partly', { looked: preview.data.looked, candidates: preview.data.candidates })}`}</p>
            <Shifts shifts={preview.data.shifts} newcomer={tried?.type === 'add' ? tried.label : undefined} />
          </>
        )}
      </section>
      <div className="change-foot">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="primary" htmlType="submit" disabled={change === null || refused !== null}>{t('changing.apply')}</Button>
      </div>
    </Form>
  )
}
