/** Search box, what the query was understood as, what narrows the list, and the list of hits or what to do when there are none. */
import { FilterOutlined } from '@ant-design/icons'
import { Alert, Badge, Button } from 'antd'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { ShelfStatus } from '../../../../electron/contract/entry.ts'
import { CallFault } from '../../api/index.ts'
import { refresh, useCall, useEvent } from '../../api/hooks.ts'
import { runCommand } from '../../app/commands.ts'
import { useSentence } from '../../app/faults.ts'
import { Notice } from '../../app/Notice.tsx'
import { isAsked, useView, useViewOf } from '../../app/view.ts'
import { FilterChips } from './asking/FilterChips.tsx'
import { ListLine } from './asking/ListLine.tsx'
import { NearestLine } from './asking/Nearest.tsx'
import { NoHits } from './asking/NoHits.tsx'
import { QueryChips } from './asking/QueryChips.tsx'
import { SearchLine } from './asking/SearchLine.tsx'
import { BundledButton } from './BundledButton.tsx'
import { chosenIn } from './facets/filtering.ts'
import type { Results } from './results.ts'
import { ResultList } from './list/ResultList.tsx'

const onIndex = (): void => { void refresh(['search.']) }

/** `onFacets` opens the facets where they have no pane of their own. */
export const ListPane = memo(function ListPane({ results, onFacets }: { readonly results: Results; readonly onFacets: (() => void) | null }) {
  const { t } = useTranslation()
  const say = useSentence()
  const { filters, filter } = useViewOf('filters', 'filter')
  const asked = useView(isAsked)
  const index = useCall('search.indexState', {})
  useEvent('index.state', onIndex)
  const { first, count, error } = results
  const narrowedBy = chosenIn(filters)
  /** Found, but out of use: they are left out until somebody asks for a state. */
  const retired = filters.status.length > 0 || filters.not.status.length > 0 ? 0 : (first?.facets.status.find(({ value }) => value === 'retired')?.count ?? 0)
  const searching = asked || narrowedBy > 0

  return (
    <div className="list-column" data-pane>
      <div className="list-tools">
        <div className="search-line">
          {onFacets !== null && (
            <Badge count={narrowedBy} size="small">
              <Button icon={<FilterOutlined />} aria-label={t('library.facets')} onClick={onFacets} />
            </Badge>
          )}
          <SearchLine />
        </div>
        {asked && <QueryChips chips={first?.chips ?? []} />}
        <FilterChips />
        <ListLine result={first} searching={searching} />
        {first?.hints.map((one) => <p key={one.hint} className="hint">{t(`library.hints.${one.hint}`, { detail: one.detail })}</p>)}
        {count > 0 && first?.help && <NearestLine help={first.help} />}
        {retired > 0 && <p className="aside-line">{t('library.retired', { count: retired })} <Button type="link" size="small" onClick={() => filter({ ...filters, status: [...ShelfStatus.options] })}>{t('library.showRetired')}</Button></p>}
        {index.data?.state === 'building' && <p className="hint">{t('library.indexing', { done: index.data.done, total: index.data.total })}</p>}
      </div>
      {error !== null && <Alert type="error" showIcon title={t('library.failed')} description={error instanceof CallFault ? say(error.fault) : ''} />}
      <div className="list-body">
        {first !== undefined && count === 0 && error === null && (searching ? <NoHits help={first.help} />
          : <Notice title={t('library.emptyTitle')} text={t('library.emptyHint')}><Button type="primary" onClick={() => runCommand('import.files')}>{t('library.emptyAction')}</Button>{' '}<BundledButton /></Notice>)}
        <ResultList results={results} />
      </div>
    </div>
  )
})
