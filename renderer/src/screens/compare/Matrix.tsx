/** Practice × unit as a table: arrows go from cell to cell, Enter opens the evidence of one. */
import { ArrowLeftOutlined, ArrowRightOutlined, CloseOutlined, MoreOutlined, ReadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cell, Column, Matrix as Board, Unit } from '../../../../electron/contract/comparing.ts'
import type { PracticeId } from '../../../../electron/contract/practice-tag.ts'
import { guarded } from '../../app/keyboard.ts'
import { CellState } from './CellState.tsx'

/** In rem. A table of fixed layout takes its columns' widths from its own: what two columns leave is theirs, not the row heads'. */
const ROW_HEAD = 8.5
const COLUMN = 12.5

export interface ChosenCell {
  readonly unit: Unit
  readonly column: string
  readonly practice: PracticeId
}

interface MatrixProps {
  readonly matrix: Board
  readonly chosen: ChosenCell | null
  readonly rowName: (id: PracticeId, label: string) => string
  readonly onChoose: (cell: ChosenCell) => void
  /** Closes the evidence of the chosen cell. */
  readonly onClose: () => void
  readonly onMove: (unit: Unit, by: -1 | 1) => void
  readonly onRemove: (unit: Unit) => void
  readonly onShow: (unit: Unit) => void
  /** Rows of the board that people retired, as they were called. */
  readonly gone: readonly { readonly id: string; readonly label: string }[]
}

export function Matrix({ matrix: { columns, rows, cells }, chosen, gone, rowName, onChoose, onClose, onMove, onRemove, onShow }: MatrixProps) {
  const { t } = useTranslation()
  const grid = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState({ row: 0, column: 0 })
  const byPlace = new Map(cells.map((cell) => [`${cell.row}\n${cell.column}`, cell]))
  const here = { row: Math.min(at.row, rows.length - 1), column: Math.min(at.column, columns.length - 1) }

  const go = (row: number, column: number): void => {
    const to = { row: Math.max(0, Math.min(rows.length - 1, row)), column: Math.max(0, Math.min(columns.length - 1, column)) }
    setAt(to)
    grid.current?.querySelector<HTMLElement>(`[data-cell="${String(to.row)}-${String(to.column)}"]`)?.focus()
  }
  const press = guarded<HTMLButtonElement>((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const steps: Readonly<Record<string, () => void>> = {
      ArrowUp: () => go(here.row - 1, here.column), ArrowDown: () => go(here.row + 1, here.column), ArrowLeft: () => go(here.row, here.column - 1), ArrowRight: () => go(here.row, here.column + 1),
      Home: () => go(here.row, 0), End: () => go(here.row, columns.length - 1), Escape: onClose,
    }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    step()
  })

  return (
    <div className="matrix-scroll">
      <table className="matrix" style={{ width: `max(100%, ${String(ROW_HEAD + columns.length * COLUMN)}rem)` }} aria-label={t('compare.matrix')} ref={grid}>
        <thead>
          <tr>
            <th scope="col" className="matrix-corner">{t('compare.corner')}</th>
            {columns.map((column, index) => (
              <th key={column.id} scope="col">
                <ColumnHead column={column} first={index === 0} last={index === columns.length - 1} onMove={onMove} onRemove={onRemove} onShow={onShow} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={row.id}>
              <th scope="row">{rowName(row.id, row.label)}</th>
              {columns.map((column, columnIndex) => {
                const cell = byPlace.get(`${row.id}\n${column.id}`)
                const selected = chosen?.practice === row.id && chosen.column === column.id
                return (
                  <td key={column.id} className={selected ? 'selected' : undefined}>
                    {cell !== undefined && (
                      <button
                        type="button"
                        className="cell"
                        data-cell={`${String(rowIndex)}-${String(columnIndex)}`}
                        aria-expanded={selected}
                        onKeyDown={press}
                        tabIndex={here.row === rowIndex && here.column === columnIndex ? 0 : -1}
                        onFocus={() => setAt({ row: rowIndex, column: columnIndex })}
                        onClick={() => onChoose({ unit: column.unit, column: column.id, practice: row.id })}
                      >
                        <CellWords cell={cell} />
                      </button>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
          {gone.map(({ id, label }) => (
            <tr key={id} className="gone-row">
              <th scope="row">{label}</th>
              <td colSpan={columns.length}>{t('compare.goneCells')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CellWords({ cell }: { readonly cell: Cell }) {
  const { t } = useTranslation()
  return (
    <>
      <span className="cell-head">
        <CellState state={cell.state} confirmed={cell.confirmed} />
        {cell.total > 1 && <span className="cell-total">{t('compare.sentences', { count: cell.total })}</span>}
      </span>
      {cell.lead !== null ? <span className="cell-lead">{cell.lead}</span> : cell.titles[0] !== undefined && <span className="cell-lead">{t('compare.byTitle', { title: cell.titles[0].text })}</span>}
      {/* Looked through by 查找, and shown where it finds something. */}
      {cell.sentences.length > 1 && <span className="cell-behind" data-behind>{cell.sentences.filter(({ text }) => text !== cell.lead).map(({ entryId, start, text }) => <span key={`${entryId}-${String(start)}`}>{text}</span>)}</span>}
    </>
  )
}

interface ColumnHeadProps extends Pick<MatrixProps, 'onMove' | 'onRemove' | 'onShow'> {
  readonly column: Column
  readonly first: boolean
  readonly last: boolean
}

function ColumnHead({ column, first, last, onMove, onRemove, onShow }: ColumnHeadProps) {
  const { t } = useTranslation()
  const { unit, label, mergedInto } = column
  const basis = column.missing ? t('compare.missing') : column.entries > 0 ? t('compare.cases', { count: column.entries }) : column.bundled > 0 ? t('compare.onlyBundled') : t('compare.noCases')
  const others = column.others > 0 ? ` · ${t('compare.others', { count: column.others })}` : ''
  return (
    <div className="column-head">
      <div>
        <span className="column-label" title={label}>{label}</span>
        <span className="meta">{mergedInto !== null ? t('compare.mergedInto', { title: mergedInto.title }) : unit.kind === 'entry' ? t(column.missing ? 'compare.missing' : 'compare.oneEntry') : `${t(`compare.level.${column.level}`)} · ${basis}${others}`}</span>
      </div>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'show', icon: <ReadOutlined aria-hidden />, label: t(unit.kind === 'entry' ? 'compare.openEntry' : 'compare.showPlace'), disabled: column.missing, onClick: () => onShow(mergedInto === null ? unit : { kind: 'entry', id: mergedInto.id }) },
            { key: 'left', icon: <ArrowLeftOutlined aria-hidden />, label: t('compare.moveLeft'), disabled: first, onClick: () => onMove(unit, -1) },
            { key: 'right', icon: <ArrowRightOutlined aria-hidden />, label: t('compare.moveRight'), disabled: last, onClick: () => onMove(unit, 1) },
            { key: 'remove', icon: <CloseOutlined aria-hidden />, label: t('compare.removeUnit'), onClick: () => onRemove(unit) },
          ],
        }}
      >
        <Button type="text" size="small" icon={<MoreOutlined aria-hidden />} aria-label={t('compare.columnMenu', { label })} />
      </Dropdown>
    </div>
  )
}
