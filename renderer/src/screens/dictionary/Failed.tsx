/** A list of the dictionary that could not be read: why, and once more. */
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { CallFault } from '../../api/index.ts'
import { useSentence } from '../../app/faults.ts'

export function Failed({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation()
  const say = useSentence()
  return <Alert className="page-alert" type="error" showIcon title={t('dictionary.failed')} description={error instanceof CallFault ? say(error.fault) : ''} action={<Button size="small" onClick={onRetry}>{t('common.retry')}</Button>} />
}
