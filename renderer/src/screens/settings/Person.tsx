/** 署名: who decides at this computer. */
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST_NAME } from '../../app/person.tsx'
import { Row, Section } from './Section.tsx'

/** `onKeep` gets null when the name is to be forgotten. */
export function Person({ name, onKeep }: { readonly name: string | null; readonly onKeep: (name: string | null) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(name ?? '')
  const wanted = typed.trim()
  return (
    <Section title={t('person.section')}>
      <Row label={t('person.name')} hint={t('person.hint')}>
        <Form className="person-form" onFinish={() => onKeep(wanted === '' ? null : wanted)}>
          <Input value={typed} maxLength={LONGEST_NAME} autoComplete="off" aria-label={t('person.name')} onChange={(event) => setTyped(event.target.value)} />
          <Button htmlType="submit" disabled={wanted === (name ?? '')}>{t('common.save')}</Button>
        </Form>
      </Row>
    </Section>
  )
}
