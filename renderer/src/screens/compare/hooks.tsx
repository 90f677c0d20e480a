/** The board's matrix, one cell with everything behind it, and the boards that were kept. */
import { App, Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../../electron/contract/api.ts'
import type { Board, Unit } from '../../../../electron/contract/comparing.ts'
import type { PracticeId } from '../../../../electron/contract/practice-tag.ts'
import { client } from '../../api/index.ts'
import { refresh, useCall } from '../../api/hooks.ts'
import { isUnsaved, useBoard } from '../../app/board.ts'
import { useFaults } from '../../app/faults.ts'
import { useView } from '../../app/view.ts'

/** The sentence in the cell is enough here; the others come when a cell is opened. */
const IN_CELL = 1
/** While somebody looks for words on the board, as many as can be looked through. */
const LOOKED_THROUGH = 30

export type CellView = Output<'compare.cell'>

/** The board stays where it is behind other screens; nobody asks for what they do not see. */
const useHere = (): boolean => useView((view) => view.screen === 'compare')

/** `rows` are those of the board that the taxonomy has; undefined while it is not known which. */
export function useMatrix(rows: readonly PracticeId[] | null | undefined) {
  const units = useBoard((board) => board.units)
  const here = useHere()
  const finding = useView((view) => view.finding === 'screen')
  return useCall('compare.run', { units: [...units], rows: rows == null ? null : [...rows], sentences: here && finding ? LOOKED_THROUGH : IN_CELL }, { enabled: here && units.length > 0 && rows !== undefined, keep: true })
}

export function useCell(chosen: { readonly unit: Unit; readonly practice: PracticeId } | null) {
  const here = useHere()
  return useCall('compare.cell', { unit: chosen?.unit ?? { kind: 'place', path: '-' }, practice: chosen?.practice as PracticeId }, { enabled: here && chosen !== null, keep: true })
}

/** What a board is called until somebody names it: its columns. */
export const nameOf = (labels: readonly string[]): string => labels.slice(0, 6).join(' · ').slice(0, 200)

export interface BoardActions {
  readonly save: (fallback: string) => void
  readonly open: (board: Board) => void
  readonly begin: () => void
  readonly remove: (board: Board) => void
}

export function useBoardActions(): BoardActions {
  const { t } = useTranslation()
  const { message, modal, notification } = App.useApp()
  const fault = useFaults()
  const load = useBoard((board) => board.load)
  const clear = useBoard((board) => board.clear)
  const saving = useRef(false)

  /** Changes that nobody has kept are given up only by somebody who says so. */
  const leaving = async (by: 'leaving' | 'deleting' = 'leaving'): Promise<boolean> => {
    if (!isUnsaved(useBoard.getState())) return true
    const asked = by === 'leaving' ? { content: t('compare.unsavedHint'), okText: t('compare.discard') } : { content: t('compare.unsavedDelete'), okText: t('compare.deleteAnyway') }
    return await modal.confirm({ title: t('compare.unsaved'), ...asked, cancelText: t('compare.keep') })
  }
  const bringBack = (board: Board): void => {
    notification.destroy(board.id)
    void client.call('boards.restore', { board }).then(async (back) => {
      useBoard.getState().bringBack(back)
      await refresh(['boards.'])
    }).catch(fault)
  }
  const removed = async (board: Board): Promise<void> => {
    const open = useBoard.getState().id === board.id
    if (open && !(await leaving('deleting'))) return
    await client.call('boards.remove', { id: board.id })
    if (open) clear()
    await refresh(['boards.'])
    notification.open({
      key: board.id, title: t('compare.removed', { title: board.title }), role: 'status', duration: 10, placement: 'bottomLeft', showProgress: true, pauseOnHover: true,
      actions: <Button size="small" type="primary" onClick={() => bringBack(board)}>{t('common.undo')}</Button>,
    })
  }
  return {
    save: (fallback) => {
      // A double click keeps one board: until the first answer its number is not known, and a second call would make another.
      if (saving.current) return
      saving.current = true
      const { id, title, units, rows } = useBoard.getState()
      void client.call('boards.save', { id, title: title.trim() || fallback, units: [...units], rows: rows === null ? null : [...rows] }).then(async (board) => {
        const now = useBoard.getState()
        // What was added while it was being written stays on the board, and is not kept yet.
        if (now.units === units && now.rows === rows && now.title === title) load(board)
        else useBoard.setState({ id: board.id, damaged: false })
        await refresh(['boards.'])
        void message.success(t('compare.saved', { title: board.title }))
      }).catch(fault).finally(() => { saving.current = false })
    },
    open: (board) => void leaving().then((sure) => { if (sure) load(board) }),
    begin: () => void leaving().then((sure) => { if (sure) clear() }),
    remove: (board) => void removed(board).catch(fault),
  }
}
