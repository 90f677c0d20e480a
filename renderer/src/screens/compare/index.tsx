/** 对照: the board's name, its columns and rows, the matrix, and beside it what the chosen cell rests on. */
import { Alert, Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_UNITS, type Column, type Unit } from '../../../../electron/contract/comparing.ts'
import type { PracticeId } from '../../../../electron/contract/practice-tag.ts'
import { CallFault } from '../../api/index.ts'
import { useCall } from '../../api/hooks.ts'
import { knownRows, unitKey, useBoard } from '../../app/board.ts'
import { useCopying } from '../../app/copying.ts'
import { useDecide } from '../../app/deciding.tsx'
import { useSentence } from '../../app/faults.ts'
import { useViewOf } from '../../app/view.ts'
import { NO_FILTERS } from '../../../../electron/contract/searching.ts'
import { Begin, Further } from './Begin.tsx'
import { BoardBar } from './BoardBar.tsx'
import { CellState, STATES } from './CellState.tsx'
import { EvidencePane } from './EvidencePane.tsx'
import { nameOf, useBoardActions, useCell, useMatrix } from './hooks.tsx'
import { Matrix, type ChosenCell } from './Matrix.tsx'
import { RowPicker } from './RowPicker.tsx'
import { UnitPicker } from './UnitPicker.tsx'

export default function Compare() {
  const { t, i18n } = useTranslation()
  const say = useSentence()
  const board = useBoard()
  const { readAt, read, filter, search, show } = useViewOf('readAt', 'read', 'filter', 'search', 'show')
  const boards = useCall('boards.list', {}).data ?? []
  const taxonomy = useCall('practices.list', {}).data
  const { practices = [], former = [] } = taxonomy ?? {}
  const { known: rows, gone } = knownRows(board.rows, { practices, former })
  const matrix = useMatrix(taxonomy === undefined && board.rows !== null ? undefined : rows)
  const actions = useBoardActions()
  const copying = useCopying()
  const decide = useDecide()
  const [chosen, setChosen] = useState<ChosenCell | null>(null)
  const cell = useCell(chosen)

  const columns: readonly Column[] = board.units.length === 0 ? [] : (matrix.data?.columns ?? [])
  const practiceName = (id: PracticeId, label = ''): string => {
    const practice = practices.find((one) => one.id === id)
    return practice === undefined ? label : i18n.language === 'en' ? practice.labelEn : practice.label
  }
  const title = nameOf(columns.map(({ label }) => label))
  const onBoard = new Set(board.units.map(unitKey))
  // A column or row that left the board takes its evidence along.
  const present = chosen !== null && onBoard.has(unitKey(chosen.unit)) && (rows === null || rows.includes(chosen.practice))
  useEffect(() => { if (chosen !== null && !present) setChosen(null) }, [chosen, present])

  const showUnit = (unit: Unit): void => {
    if (unit.kind === 'entry') return read(unit.id)
    search('')
    filter({ ...NO_FILTERS, place: [unit.path] })
    show('library')
  }
  const close = (): void => {
    setChosen(null)
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.matrix [data-cell][tabindex="0"]')?.focus())
  }
  const shown = present && cell.data !== undefined && cell.data.cell.row === chosen.practice && cell.data.cell.column === chosen.column ? cell.data : null

  return (
    <div className="compare-screen">
      <div className="compare-main" data-pane>
        <h1 className="unseen">{t('screens.compare')}</h1>
        <BoardBar
          boards={boards}
          board={{ id: board.id, title: board.title, changed: board.changed || board.damaged, empty: board.units.length === 0 }}
          placeholder={title === '' ? t('compare.untitled') : title}
          onRename={board.rename}
          onSave={() => actions.save(title === '' ? t('compare.untitled') : title)}
          onOpen={actions.open}
          onNew={actions.begin}
          onRemove={actions.remove}
        />
        <div className="compare-tools">
          <UnitPicker chosen={onBoard} onAdd={board.add} />
          <RowPicker practices={practices} rows={rows} name={({ id, label }) => practiceName(id, label)} onShow={board.show} />
          <ul className="compare-legend" aria-label={t('compare.legend')}>{STATES.map((state) => <li key={state} title={t(`compare.why.${state}`)}><CellState state={state} confirmed={null} /></li>)}</ul>
        </div>
        {board.units.length === 1 && <Further chosen={onBoard} onAdd={board.add} />}
        {board.units.length >= MOST_UNITS && <p className="hint">{t('compare.full', { count: MOST_UNITS })}</p>}
        {board.damaged && <Alert type="warning" showIcon title={t('compare.damaged')} />}
        {taxonomy !== undefined && gone.length > 0 && <Alert type="warning" showIcon title={t('compare.goneRows', { names: gone.map(({ id, label }) => (label === null ? id : t('compare.goneRow', { name: label }))).join(t('library.comma')) })} />}
        {matrix.error instanceof CallFault && <Alert type="error" showIcon title={t('compare.failed')} description={say(matrix.error.fault)} action={<Button size="small" onClick={() => void matrix.refetch()}>{t('common.retry')}</Button>} />}
        {board.units.length === 0 ? <Begin boards={boards} onAdd={board.add} onOpen={actions.open} />
          : matrix.data !== undefined && <Matrix matrix={matrix.data} chosen={present ? chosen : null} rowName={practiceName} onChoose={setChosen} onClose={() => setChosen(null)} onMove={board.move} onRemove={board.remove} onShow={showUnit} gone={gone.flatMap(({ id, label }) => (label === null ? [] : [{ id, label }]))} />}
      </div>
      {shown !== null && chosen !== null && (
        <EvidencePane
          view={shown}
          practice={practiceName(chosen.practice)}
          column={columns.find(({ id }) => id === chosen.column)?.label ?? ''}
          onRead={(id, span) => (span === null ? read(id) : readAt(id, span))}
          onCopy={copying.byId}
          onDecide={(entry, verdict) => decide(entry.id, chosen.practice, verdict)}
          onClose={close}
        />
      )}
    </div>
  )
}
