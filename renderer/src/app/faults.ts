import { App } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { sentence, type Fault } from '../../../electron/contract/errors.ts'
import { CallFault } from '../api/index.ts'

/** A fault as a sentence in the person's language. */
export function useSentence(): (fault: Fault) => string {
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  return useCallback(({ code, details }) => sentence(code, details, language), [language])
}

/** Shows a fault as its sentence in the person's language; it stays until closed when there is something to read and do. */
export function useFaults(): (error: unknown) => void {
  const { notification } = App.useApp()
  const { t } = useTranslation()
  const say = useSentence()
  return (error) => {
    const known = error instanceof CallFault ? error.fault : null
    notification.error({
      key: known?.code ?? 'unknown',
      title: known === null ? t('app.crashed') : say(known),
      ...(known === null ? {} : { description: known.code }),
      duration: 0,
      placement: 'bottomLeft',
    })
  }
}
