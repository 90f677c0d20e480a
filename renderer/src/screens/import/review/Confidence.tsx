import { useTranslation } from 'react-i18next'

/** From here on nobody needs to be told what speaks against it. */
export const SURE = 0.9
const FAIR = 0.7

/** How sure reading was, in words and as a share; colour is never the only sign. */
export function Confidence({ value }: { readonly value: number }) {
  const { t } = useTranslation()
  const level = value >= SURE ? 'sure' : value >= FAIR ? 'fair' : 'unsure'
  return <span className={`confidence confidence-${level}`}>{t(`review.sure.${level}`)} {Math.floor(value * 100)}%</span>
}
