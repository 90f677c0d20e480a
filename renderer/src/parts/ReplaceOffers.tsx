/** Several imported texts are originals of bundled summaries: one line offers to let all of them take their places, and opens to each. */
import { Alert, Button, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'

export interface ReplaceOffered {
  readonly key: string
  readonly text: string
  readonly onReplace: () => void
}

export function ReplaceOffers({ offers, onReplaceAll }: { readonly offers: readonly ReplaceOffered[]; readonly onReplaceAll: () => void }) {
  const { t } = useTranslation()
  return (
    <Alert
      type="info"
      showIcon
      className="replace-offer"
      title={t('bundled.areOriginals', { count: offers.length })}
      description={
        <details>
          <summary>{t('bundled.oneByOne')}</summary>
          <ul>{offers.map(({ key, text, onReplace }) => <li key={key}>{text} <Button type="link" size="small" onClick={onReplace}>{t('bundled.replace')}</Button></li>)}</ul>
        </details>
      }
      action={<Tooltip title={t('bundled.replaceHint')}><Button size="small" type="primary" onClick={onReplaceAll}>{t('bundled.replaceAll', { count: offers.length })}</Button></Tooltip>}
    />
  )
}
