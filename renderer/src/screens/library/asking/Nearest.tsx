/** Nearest wording: another way to write what nothing holds, and how many entries it finds. */
import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { SearchHelp } from '../../../../../electron/contract/searching.ts'
import { useViewOf } from '../../../app/view.ts'

export function Nearest({ one, onSearch }: { readonly one: SearchHelp['nearest'][number]; readonly onSearch: (query: string) => void }) {
  const { t } = useTranslation()
  return (
    <Button type="primary" ghost onClick={() => onSearch(one.query)}>
      {t('library.nearest', { text: one.text, count: one.total })} <span className="nearest-from">{t(`library.from.${one.from}`)}</span>
    </Button>
  )
}

/** Above hits: what of the query nothing holds, and what may have been meant. */
export function NearestLine({ help }: { readonly help: SearchHelp }) {
  const { t } = useTranslation()
  const { search } = useViewOf('search')
  return (
    <p className="hint nearest-line">
      {t('library.failing', { words: quotedWords(t, help.failing) })}
      {help.nearest.map((one) => <Nearest key={`${one.word}-${one.text}`} one={one} onSearch={search} />)}
    </p>
  )
}

/** Words of a query between quotation marks, which they may bear already. */
export const quotedWords = (t: TFunction, words: readonly string[]): string => words.map((word) => t('library.quoted', { word: word.replace(/^["“「『](.*)["”」』]$/u, '$1') })).join(t('library.comma'))
