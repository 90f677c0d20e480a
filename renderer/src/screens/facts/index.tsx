/** 数据: facts of one kind across the library, narrowed and sorted; each leads to its sentence. */
import { Alert, Button, Checkbox, Input, Select, Spin } from 'antd'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input as InputOf } from '../../../../electron/contract/api.ts'
import type { FactKind } from '../../../../electron/contract/fact.ts'
import type { PracticeId } from '../../../../electron/contract/practice-tag.ts'
import { NO_FILTERS } from '../../../../electron/contract/searching.ts'
import { CallFault } from '../../api/index.ts'
import { useCall } from '../../api/hooks.ts'
import { usePaged } from '../../api/paged.ts'
import { useSentence } from '../../app/faults.ts'
import { Notice } from '../../app/Notice.tsx'
import { useTaxonomy } from '../../app/use-taxonomy.ts'
import { useView, useViewOf } from '../../app/view.ts'
import { VirtualRows } from '../../parts/VirtualRows.tsx'
import { CARD_GROUPS, KIND_OF } from '../library/reader/card/arrange.ts'
import { Changes } from './Changes.tsx'
import { Row } from './Row.tsx'

type Sort = InputOf<'facts.list'>['sort']

export default function FactsScreen() {
  const { t } = useTranslation()
  const say = useSentence()
  const taxonomy = useTaxonomy()
  const here = useView((view) => view.screen === 'facts')
  const { readAt, read } = useViewOf('readAt', 'read')
  const page = useRef<HTMLDivElement>(null)
  const [kind, setKind] = useState<FactKind>('indicator')
  const [changes, setChanges] = useState(false)
  const [typed, setTyped] = useState('')
  const [name, setName] = useState<string | null>(null)
  const [unit, setUnit] = useState<string | null>(null)
  const [place, setPlace] = useState<string | null>(null)
  const [practice, setPractice] = useState<PracticeId | null>(null)
  const [state, setState] = useState<'draft' | 'confirmed' | 'rejected' | null>(null)
  const [onlyCases, setOnlyCases] = useState(true)
  const [order, setOrder] = useState<{ readonly sort: Sort; readonly descending: boolean }>({ sort: 'entry', descending: false })
  const text = useDeferredValue(typed.trim())
  const query = { kind, text, name, unit, place, practice, state, of: onlyCases ? 'case' as const : null }
  const places = useCall('search.run', { query: '', filters: NO_FILTERS, sort: 'imported', offset: 0, limit: 1 }, { enabled: here }).data?.facets.place ?? []
  const extracting = useCall('facts.extracting', {}, { enabled: here }).data
  const unseen = useCall('facts.shifts', { seen: false, offset: 0, limit: 1 }, { enabled: here }).data
  const list = usePaged('facts.list', { query, ...order }, ({ rows }) => rows, here && !changes)
  const { total, whole, error } = list
  const numbers = kind === 'indicator'
  const comparable = whole !== undefined && whole.comparability !== 'different'
  // What was sorted by its numbers and measures several things now goes back to the order of entries.
  useEffect(() => {
    if (order.sort === 'number' && error instanceof CallFault && error.fault.code === 'NOT_COMPARABLE') setOrder({ sort: 'entry', descending: false })
  }, [order.sort, error])
  useEffect(() => { page.current?.scrollTo({ top: 0 }) }, [kind, text, name, unit, place, practice, state, onlyCases, order, changes])
  const choose = (next: FactKind): void => {
    setChanges(false)
    setKind(next)
    setName(null)
    setUnit(null)
    setOrder({ sort: 'entry', descending: false })
  }
  const narrowed = typed !== '' || [name, unit, place, practice, state].some((one) => one !== null)
  const clear = (): void => {
    setTyped('')
    for (const set of [setName, setUnit, setPlace]) set(null)
    setPractice(null)
    setState(null)
  }
  const sorts: readonly (readonly [string, string, boolean])[] = [
    ['entry', t('facts.sort.entry'), true], ['date desc', t('facts.sort.dateNew'), true], ['date', t('facts.sort.dateOld'), true], ['name', t('facts.sort.name'), true],
    ...(numbers ? [['number desc', t('facts.sort.largest'), comparable], ['number', t('facts.sort.smallest'), comparable]] as const : []),
  ]
  return (
    <div className="facts-screen">
      <nav className="facts-kinds" aria-label={t('facts.kinds')} data-pane>
        {CARD_GROUPS.map(({ id, lists }) => (
          <div key={id} className="facts-kind-group">
            {lists.map((one) => <button key={one} type="button" className="facts-kind" aria-pressed={!changes && KIND_OF[one] === kind} onClick={() => choose(KIND_OF[one])}>{t(`fact.list.${one}`)}</button>)}
          </div>
        ))}
        <div className="facts-kind-group">
          <button type="button" className="facts-kind" aria-pressed={changes} onClick={() => setChanges(true)}>{t('facts.changes.title')}{unseen !== undefined && unseen.total > 0 && <span className="facet-count"> {unseen.total}</span>}</button>
        </div>
      </nav>
      <div className="facts-page" ref={page} data-pane tabIndex={0} role="region" aria-label={t('screens.facts')}>
        {changes ? <Changes page={page} here={here} /> : (
          <>
            {unseen !== undefined && unseen.total > 0 && <p className="facts-changed" role="status">{t('facts.changes.some', { count: unseen.total, entries: unseen.entries })} <Button size="small" onClick={() => setChanges(true)}>{t('facts.changes.show')}</Button></p>}
            <div className="facts-tools">
              <Input allowClear data-filter-box className="facts-text" value={typed} onChange={({ target }) => setTyped(target.value)} placeholder={t(numbers ? 'facts.findMeasure' : 'facts.findName')} aria-label={t(numbers ? 'facts.findMeasure' : 'facts.findName')} />
              <Select allowClear showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false} value={place} onChange={(value: string | undefined) => setPlace(value ?? null)} placeholder={t('library.facet.place')} aria-label={t('library.facet.place')} options={places.map(({ value }) => ({ value, label: value === '' ? t('common.none') : value.replaceAll('/', ' ') }))} />
              <Select allowClear showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false} value={practice} onChange={(value: PracticeId | undefined) => setPractice(value ?? null)} placeholder={t('library.facet.practice')} aria-label={t('library.facet.practice')} options={taxonomy.practices.map(({ id }) => ({ value: id, label: taxonomy.label(id) }))} />
              {numbers && <Select allowClear popupMatchSelectWidth={false} value={unit} onChange={(value: string | undefined) => setUnit(value ?? null)} placeholder={t('fact.field.unit')} aria-label={t('fact.field.unit')} options={(whole?.units ?? []).map(({ unit: value, count }) => ({ value, label: `${value === '' ? t('facts.noUnit') : value}  ${String(count)}` }))} />}
              <Select allowClear popupMatchSelectWidth={false} value={state} onChange={(value: typeof state | undefined) => setState(value ?? null)} placeholder={t('facts.state')} aria-label={t('facts.state')} options={(['draft', 'confirmed', 'rejected'] as const).map((value) => ({ value, label: t(`practice.state.${value}`) }))} />
              <Checkbox className="facts-cases" checked={onlyCases} onChange={({ target }) => setOnlyCases(target.checked)}>{t('facts.onlyCases')}</Checkbox>
              <Select popupMatchSelectWidth={false} variant="borderless" aria-label={t('library.sortLabel')} value={order.descending ? `${order.sort} desc` : order.sort} onChange={(value: string) => setOrder({ sort: sortOf(value), descending: value.endsWith(' desc') })} options={sorts.map(([value, label, can]) => ({ value, label: can ? label : t('facts.sort.not', { label }), disabled: !can }))} />
            </div>
            <p className="facts-status" role="status">
              {total !== undefined && <span>{t('facts.found', { count: total, entries: whole?.entries ?? 0 })}</span>}
              {name !== null && <Button size="small" onClick={() => setName(null)} aria-label={t('facts.anyName', { name })}>{name} ×</Button>}
              {numbers && whole !== undefined && total !== undefined && total > 1 && <span className={`facts-basis basis-${whole.comparability}`}>{t(`facts.basis.${whole.comparability}`)}</span>}
              {narrowed && <Button type="link" size="small" onClick={clear}>{t('library.clearFilters')}</Button>}
            </p>
            {extracting?.state === 'running' && extracting.total > 0 && <p className="hint" role="status">{t('facts.extracting', { done: extracting.done, total: extracting.total })}</p>}
            {error !== null && <Alert className="page-alert" type="error" showIcon title={t('facts.failed')} description={error instanceof CallFault ? say(error.fault) : ''} />}
            {total === undefined && error === null && <div className="opening"><Spin /></div>}
            {total === 0 && <Notice title={t('common.none')} text={t(narrowed ? 'facts.noneFound' : 'facts.noneYet')}>{narrowed && <Button onClick={clear}>{t('library.clearFilters')}</Button>}</Notice>}
            {total !== undefined && total > 0 && (
              <VirtualRows key={JSON.stringify([query, order])} count={total} label={t('screens.facts')} page={page} estimate={4.5} here={here} onShow={list.show} renderRow={(index) => {
                const row = list.at(index)
                return row === undefined ? <div className="waiting-row" aria-hidden /> : <Row row={row} onName={numbers && name === null ? setName : null} onShow={(span) => { if (span === null) read(row.entry.id); else readAt(row.entry.id, span) }} />
              }} />
            )}
          </>
        )}
      </div>
    </div>
  )
}

function sortOf(value: string): Sort {
  const [sort] = value.split(' ')
  return sort === 'date' || sort === 'name' || sort === 'number' ? sort : 'entry'
}
