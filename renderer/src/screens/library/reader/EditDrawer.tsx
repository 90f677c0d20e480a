/** Puts an entry right. Empty means 原文未述; spans that cannot be found again after a change are listed, not lost in silence. */
import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { App, Button, Drawer, Form, Input, Select, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AuthorRole, EntryKind, RightsLevel, type Entry } from '../../../../../electron/contract/entry.ts'
import { client } from '../../../api/index.ts'
import { refresh } from '../../../api/hooks.ts'
import { useFaults } from '../../../app/faults.ts'
import { useLost } from '../../../app/lost.tsx'
import { useUndo } from '../../../app/undo.tsx'
import { useViewOf } from '../../../app/view.ts'
import { changeOf, draftOf, type Draft } from './draft.ts'

/** `here`: whether the screen that draws it is the one that is shown; another one may hold a form of its own. */
export function EditDrawer({ entry, here }: { readonly entry: Entry; readonly here: boolean }) {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const tell = useLost()
  const fault = useFaults()
  const undo = useUndo()
  const { dialog, open } = useViewOf('dialog', 'open')
  const [form] = Form.useForm<Draft>()
  const first = useRef<InputRef>(null)
  const shown = dialog === 'edit' && here
  // Filled once: a change from elsewhere must not overwrite what is being typed; saving over it is refused with STALE_REVISION.
  const [opened, setOpened] = useState(entry)
  const [saving, setSaving] = useState(false)
  useEffect(() => {
    if (!shown) return
    setOpened(entry)
    form.setFieldsValue(draftOf(entry))
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shown, entry.id, form])

  const save = async (draft: Draft): Promise<void> => {
    const change = changeOf(opened, draft)
    if (Object.keys(change).length === 0) {
      open(null)
      return
    }
    setSaving(true)
    try {
      const { lost, undo: token } = await client.call('entries.edit', { id: opened.id, revision: opened.revision, change })
      open(null)
      await refresh()
      undo.offer(t('undo.edited'), token)
      tell(lost, t('edit.lost', { count: lost.length }), t('edit.lostHint'))
    } catch (error) {
      fault(error)
    } finally {
      setSaving(false)
    }
  }
  const leave = (): void => {
    if (Object.keys(changeOf(opened, form.getFieldsValue(true))).length === 0) open(null)
    else void modal.confirm({ title: t('edit.unsaved'), content: t('edit.unsavedHint'), okText: t('edit.discard'), cancelText: t('edit.keep'), onOk: () => open(null) })
  }
  const unstated = t('edit.emptyMeans')
  return (
    <Drawer
      open={shown}
      title={t('edit.title')}
      size="45rem"
      onClose={leave}
      afterOpenChange={(now) => { if (now) first.current?.focus() }}
      footer={<div className="drawer-footer"><Button onClick={leave}>{t('common.cancel')}</Button><Button type="primary" loading={saving} onClick={() => form.submit()}>{t('common.save')}</Button></div>}
    >
      <Form form={form} name="edit" layout="vertical" className="edit-form" onFinish={(draft) => void save(draft)}>
        <Form.Item name="title" label={t('edit.name')} rules={[{ required: true, whitespace: true, message: t('edit.titleMissing') }]}><Input ref={first} maxLength={500} /></Form.Item>
        <div className="two">
          <Form.Item name="kicker" label={t('edit.kicker')}><Input placeholder={unstated} maxLength={500} /></Form.Item>
          <Form.Item name="subtitle" label={t('edit.subtitle')}><Input placeholder={unstated} maxLength={500} /></Form.Item>
          <Form.Item name="media" label={t('edit.media')}><Input placeholder={unstated} maxLength={200} /></Form.Item>
          <Form.Item name="date" label={t('edit.date')} rules={[{ pattern: /^\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2})?)?)?$/, message: t('edit.dateBad') }]}><Input placeholder={t('edit.dateHint')} /></Form.Item>
          <Form.Item name="page" label={t('edit.page')}><Input placeholder={unstated} maxLength={50} /></Form.Item>
          <Form.Item name="url" label={t('edit.url')}><Input placeholder={unstated} maxLength={2000} /></Form.Item>
        </div>
        <div className="three">
          <Form.Item name="province" label={t('edit.province')}><Input placeholder={unstated} maxLength={50} /></Form.Item>
          <Form.Item name="city" label={t('edit.city')}><Input placeholder={unstated} maxLength={50} /></Form.Item>
          <Form.Item name="district" label={t('edit.district')}><Input placeholder={unstated} maxLength={50} /></Form.Item>
        </div>
        <div className="two">
          <Form.Item name="kind" label={t('edit.kind')}><Select options={EntryKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))} /></Form.Item>
          <Form.Item name="rightsLevel" label={t('edit.rightsLevel')}><Select options={RightsLevel.options.map((value) => ({ value, label: t(`rights.${value}`) }))} /></Form.Item>
        </div>
        <Form.List name="authors">
          {(rows, { add, remove }) => (
            <fieldset className="authors">
              <legend>{t('edit.authors')}</legend>
              {rows.map((row) => (
                <div key={row.key} className="author">
                  <Form.Item name={[row.name, 'name']} noStyle rules={[{ required: true, whitespace: true, message: t('edit.authorName') }]}><Input aria-label={t('edit.authorName')} maxLength={100} /></Form.Item>
                  <Form.Item name={[row.name, 'role']} noStyle><Select aria-label={t('edit.authorRole')} options={AuthorRole.options.map((value) => ({ value, label: t(`reader.roles.${value}`) }))} /></Form.Item>
                  <Button type="text" icon={<MinusCircleOutlined />} aria-label={t('edit.removeAuthor')} onClick={() => remove(row.name)} />
                </div>
              ))}
              <Button type="dashed" size="small" icon={<PlusOutlined aria-hidden />} onClick={() => add({ name: '', role: 'author', note: null })}>{t('edit.addAuthor')}</Button>
            </fieldset>
          )}
        </Form.List>
        <Form.Item name="editorNote" label={t('edit.editorNote')}><Input.TextArea rows={2} placeholder={unstated} /></Form.Item>
        <Form.Item name="rightsStatement" label={t('edit.rightsStatement')}><Input.TextArea rows={2} placeholder={unstated} /></Form.Item>
        <Form.Item name="body" label={t('edit.body')} extra={t('edit.bodyHint')}><Input.TextArea className="body-input" rows={18} /></Form.Item>
      </Form>
    </Drawer>
  )
}
