/** An imported text is the original of a bundled summary: it can take its place. */
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Hint } from './Hint.tsx'

interface Offer {
  readonly text: string
  readonly onReplace: () => void
  /** What the button says where it replaces more than one. */
  readonly button?: string
  /** More to see under the line. */
  readonly children?: ReactNode
}

export function ReplaceOffer({ text, onReplace, button, children }: Offer) {
  const { t } = useTranslation()
  return (
    <Alert
      type="info"
      showIcon
      className="replace-offer"
      title={text}
      description={children}
      action={<Hint title={t('bundled.replaceHint')}><Button size="small" type="primary" onClick={onReplace}>{button ?? t('bundled.replace')}</Button></Hint>}
    />
  )
}
