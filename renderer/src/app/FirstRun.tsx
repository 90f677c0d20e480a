/** Before anything else: unclassified material only, nothing leaves this computer. */
import { Button, Modal } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '../api/hooks.ts'

export function FirstRun() {
  const { t } = useTranslation()
  const accept = useAction('settings.set')
  const button = useRef<HTMLButtonElement>(null)
  const lines = t('firstRun.lines', { returnObjects: true }) as readonly string[]
  return (
    <Modal
      open
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      title={t('firstRun.title')}
      afterOpenChange={(open) => { if (open) button.current?.focus() }}
      footer={<Button ref={button} type="primary" loading={accept.isPending} onClick={() => accept.mutate({ noticeAccepted: true })}>{t('firstRun.accept')}</Button>}
    >
      <p className="first-run-head">{t('firstRun.unclassified')}</p>
      <ul className="plain-list">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </Modal>
  )
}
