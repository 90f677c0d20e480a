/** An imported text is the original of a bundled summary: it can take its place. */
import { Alert, Button, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'

export function ReplaceOffer({ text, onReplace }: { readonly text: string; readonly onReplace: () => void }) {
  const { t } = useTranslation()
  return (
    <Alert
      type="info"
      showIcon
      className="replace-offer"
      title={text}
      action={<Tooltip title={t('bundled.replaceHint')}><Button size="small" type="primary" onClick={onReplace}>{t('bundled.replace')}</Button></Tooltip>}
    />
  )
}
