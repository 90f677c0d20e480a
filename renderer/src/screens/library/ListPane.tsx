/** Search box, what the query was understood as, order, and the list of hits or what to do when there are none. */
import { ExportOutlined, FilterOutlined, QuestionCircleOutlined, SaveOutlined } from '@ant-design/icons'
import { Alert, Badge, Button, Popover, Select, Tag, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { SortOrder } from '../../../../electron/contract/searching.ts'
import { NO_FILTERS } from '../../../../electron/contract/searching.ts'
import { CallFault } from '../../api/index.ts'
import { refresh, useAction, useCall, useEvent } from '../../api/hooks.ts'
import { runCommand } from '../../app/commands.ts'
import { useSentence } from '../../app/faults.ts'
import { focusOn } from '../../app/focus.ts'
import { Notice } from '../../app/Notice.tsx'
import { useViewOf } from '../../app/view.ts'
import { BundledButton } from './BundledButton.tsx'
import { chosenIn } from './FacetPane.tsx'
import { useSort, type Results } from './results.ts'
import { ResultList } from './ResultList.tsx'
import { SearchBar } from './SearchBar.tsx'

const onIndex = (): void => { void refresh(['search.']) }
const focusList = (): void => focusOn('list')

/** `onFacets` opens the facets where they have no pane of their own. */
export function ListPane({ results, onFacets }: { readonly results: Results; readonly onFacets: (() => void) | null }) {
  const { t } = useTranslation()
  const say = useSentence()
  const { query, filters, search, filter, order, clearSearch } = useViewOf('query', 'filters', 'search', 'filter', 'order', 'clearSearch')
  const sort = useSort()
  const recent = useCall('searches.recent', {})
  const saved = useCall('searches.saved', {})
  const index = useCall('search.indexState', {})
  const remember = useAction('searches.remember')
  const forget = useAction('searches.forget')
  useEvent('index.state', onIndex)
  const { first, count, error } = results
  const searching = query.trim() !== '' || chosenIn(filters) > 0
  const help = t('library.help', { returnObjects: true }) as readonly string[]
  const removeChip = (start: number, end: number): void => search(`${query.slice(0, start)} ${query.slice(end)}`.replace(/\s+/g, ' ').trim())

  return (
    <div className="list-column" data-pane>
      <div className="list-tools">
        <div className="search-line">
          {onFacets !== null && (
            <Badge count={chosenIn(filters)} size="small">
              <Button icon={<FilterOutlined />} aria-label={t('library.facets')} onClick={onFacets} />
            </Badge>
          )}
          <SearchBar
            query={query}
            recent={recent.data?.map((one) => one.query) ?? []}
            saved={saved.data ?? []}
            onSearch={search}
            onSaved={(one) => { search(one.query); filter(one.filters); order(one.sort) }}
            onRemember={(text) => remember.mutate({ query: text }, { onSuccess: () => void refresh(['searches.recent']) })}
            onForget={() => forget.mutate({}, { onSuccess: () => void refresh(['searches.recent']) })}
            onDown={focusList}
          />
          <Popover trigger="click" placement="bottomRight" title={t('library.helpTitle')} content={<ul className="plain-list">{help.map((line) => <li key={line}>{line}</li>)}</ul>}>
            <Button type="text" icon={<QuestionCircleOutlined />} aria-label={t('library.helpTitle')} />
          </Popover>
        </div>
        {(first?.chips.length ?? 0) > 0 && query.trim().length > 0 && (
          <div className="chips">
            {first?.chips.map((chip) => (
              <Tag key={`${String(chip.start)}-${chip.label}`} variant="filled" closable closeIcon={<span aria-label={t('library.chipRemove', { label: chip.label })}>×</span>} onClose={(event) => { event.preventDefault(); removeChip(chip.start, chip.end) }}><span>{chip.label}</span></Tag>
            ))}
          </div>
        )}
        <div className="list-line">
          <span role="status" className="total">{first === undefined ? '' : t(first.exact ? 'library.total' : 'library.totalAbout', { count: first.total })}</span>
          <span className="spacer" />
          {searching && <Tooltip title={t('library.saveSearch')}><Button type="text" size="small" icon={<SaveOutlined />} aria-label={t('library.saveSearch')} onClick={() => runCommand('search.save')} /></Tooltip>}
          {count > 0 && <Tooltip title={t('pack.button')}><Button type="text" size="small" icon={<ExportOutlined />} aria-label={t('pack.button')} onClick={() => runCommand('pack.export')} /></Tooltip>}
          <Select<SortOrder> size="small" variant="borderless" className="sort" aria-label={t('library.sortLabel')} value={sort} onChange={order} popupMatchSelectWidth={false} options={SortOrder.options.map((value) => ({ value, label: t(`library.sort.${value}`) }))} />
        </div>
        {first?.hints.map((one) => <p key={one.hint} className="hint">{t(`library.hints.${one.hint}`, { detail: one.detail })}</p>)}
        {index.data?.state === 'building' && <p className="hint">{t('library.indexing', { done: index.data.done, total: index.data.total })}</p>}
      </div>
      {error !== null && <Alert type="error" showIcon title={t('library.failed')} description={error instanceof CallFault ? say(error.fault) : ''} />}
      <div className="list-body">
        {first !== undefined && count === 0 && error === null && (searching
          ? <Notice title={t('library.noHits')} text={t('library.noHitsHint')}><Button onClick={() => { clearSearch(); filter(NO_FILTERS) }}>{t('library.noHitsAction')}</Button></Notice>
          : <Notice title={t('library.emptyTitle')} text={t('library.emptyHint')}><Button type="primary" onClick={() => runCommand('import.files')}>{t('library.emptyAction')}</Button>{' '}<BundledButton /></Notice>)}
        <ResultList results={results} />
      </div>
    </div>
  )
}
