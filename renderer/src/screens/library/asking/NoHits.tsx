/** Nothing was found: which word is to blame, what is written instead, and what filters stand in the way. Every line is a way on. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { NO_FILTERS, type SearchHelp } from '../../../../../electron/contract/searching.ts'
import { Notice } from '../../../app/Notice.tsx'
import { useViewOf } from '../../../app/view.ts'
import { Nearest, quotedWords } from './Nearest.tsx'

export function NoHits({ help }: { readonly help: SearchHelp | null }) {
  const { t } = useTranslation()
  const { query, search, filter, clearSearch } = useViewOf('query', 'search', 'filter', 'clearSearch')
  const failing = help?.failing ?? []
  const nearest = help?.nearest ?? []
  const without = help?.withoutFilters ?? 0
  /** The query without a part that nothing holds. */
  const rest = failing.reduce((left, word) => left.replace(word, ' '), query).replaceAll(/\s+/g, ' ').trim()
  const drops = failing.length > 0 && rest !== '' && /[\p{L}\p{N}]/u.test(rest)
  return (
    <Notice title={t('library.noHits')} text={failing.length > 0 ? t('library.failing', { words: quotedWords(t, failing) }) : help !== null && query.trim() !== '' ? t('library.failingTogether') : t('library.noHitsHint')}>
      {nearest.map((one) => <Nearest key={`${one.word}-${one.text}`} one={one} onSearch={search} />)}
      {drops && <Button onClick={() => search(rest)}>{t('library.dropFailing', { query: rest })}</Button>}
      {without > 0 && <Button onClick={() => filter(NO_FILTERS)}>{t('library.withoutFilters', { count: without })}</Button>}
      <Button onClick={clearSearch}>{t('library.noHitsAction')}</Button>
    </Notice>
  )
}
