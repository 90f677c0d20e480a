/** Several imported texts are originals of bundled summaries: one line offers to let all of them take their places, and opens to each. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ReplaceOffer } from './ReplaceOffer.tsx'

export interface ReplaceOffered {
  readonly key: string
  readonly text: string
  readonly onReplace: () => void
}

/** `summaries`: how many there are to be replaced; two texts may be originals of one. */
export function ReplaceOffers({ offers, summaries, onReplaceAll }: { readonly offers: readonly ReplaceOffered[]; readonly summaries: number; readonly onReplaceAll: () => void }) {
  const { t } = useTranslation()
  return (
    <ReplaceOffer text={t('bundled.areOriginals', { count: offers.length })} button={t('bundled.replaceAll', { count: summaries })} onReplace={onReplaceAll}>
      <details>
        <summary>{t('bundled.oneByOne')}</summary>
        <ul>{offers.map(({ key, text, onReplace }) => <li key={key}>{text} <Button type="link" size="small" onClick={onReplace}>{t('bundled.replace')}</Button></li>)}</ul>
      </details>
    </ReplaceOffer>
  )
}
