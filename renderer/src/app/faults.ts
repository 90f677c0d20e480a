import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { sentence } from '../../../electron/contract/errors.ts'
import { CallFault } from '../api/index.ts'

/** Shows a fault as its sentence in the person's language; it stays until closed when there is something to read and do. */
export function useFaults(): (error: unknown) => void {
  const { notification } = App.useApp()
  const { i18n, t } = useTranslation()
  return (error) => {
    const known = error instanceof CallFault ? error.fault : null
    notification.error({
      key: known?.code ?? 'unknown',
      title: known === null ? t('app.crashed') : sentence(known.code, known.details, i18n.language === 'en' ? 'en' : 'zh'),
      ...(known === null ? {} : { description: known.code }),
      duration: 0,
      placement: 'bottomLeft',
    })
  }
}
