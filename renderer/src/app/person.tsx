/** 署名: asked once, at the first decision; kept on this computer by the host. */
import { Form, Input, Modal, type InputRef } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import { client } from '../api/index.ts'
import { queries, refresh } from '../api/hooks.ts'
import { useFaults } from './faults.ts'

export const LONGEST_NAME = 50

/** Whoever waits for the answer; null while nobody is asked. */
const useAsked = create<{ readonly answer: ((name: string | null) => void) | null }>()(() => ({ answer: null }))

/** The person's name, asked for when it is not known yet; null when the person did not want to give one. */
export async function signature(): Promise<string | null> {
  const known = await client.call('person.get', {})
  // Another window may have changed it.
  queries.setQueryData(['person.get', {}], known)
  if (known.name !== null) return known.name
  useAsked.getState().answer?.(null)
  return new Promise((resolve) => { useAsked.setState({ answer: resolve }) })
}

export function PersonDialog() {
  const { t } = useTranslation()
  const fault = useFaults()
  const answer = useAsked((asked) => asked.answer)
  const [form] = Form.useForm<{ readonly name: string }>()
  const first = useRef<InputRef>(null)
  const close = (name: string | null): void => {
    useAsked.setState({ answer: null })
    answer?.(name)
  }
  const keep = async ({ name }: { readonly name: string }): Promise<void> => {
    try {
      const kept = await client.call('person.set', { name })
      await refresh(['person.'])
      close(kept.name)
    } catch (error) {
      fault(error)
    }
  }
  return (
    <Modal open={answer !== null} title={t('person.title')} okText={t('person.ok')} cancelText={t('common.cancel')} onCancel={() => close(null)} onOk={() => form.submit()} afterOpenChange={(shown) => { if (shown) first.current?.focus(); else form.resetFields() }}>
      <p className="person-why">{t('person.why')}</p>
      <Form form={form} name="person" layout="vertical" initialValues={{ name: '' }} onFinish={(draft) => void keep(draft)}>
        <Form.Item name="name" label={t('person.name')} extra={t('person.kept')} rules={[{ required: true, whitespace: true, message: t('person.missing') }]}><Input ref={first} maxLength={LONGEST_NAME} autoComplete="off" /></Form.Item>
      </Form>
    </Modal>
  )
}
