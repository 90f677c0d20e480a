/** 加入对照: a place or an entry goes onto the board that is being put together. */
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Unit } from '../../../electron/contract/comparing.ts'
import type { PracticeId } from '../../../electron/contract/practice-tag.ts'
import { unitKey, useBoard } from './board.ts'
import type { Taxonomy } from './taxonomy.ts'

export function useAdding(): (units: readonly Unit[]) => void {
  const { t } = useTranslation()
  const { message } = App.useApp()
  return (units) => {
    const { add } = useBoard.getState()
    const added = units.filter((unit) => add(unit)).length
    const on = useBoard.getState().units
    const there = units.every((unit) => on.some((one) => unitKey(one) === unitKey(unit)))
    if (added > 0) void message.success(t('adding.added', { count: on.length }))
    else if (there) void message.info(t('adding.there', { count: on.length }))
    if (!there) void message.warning(t('adding.full', { count: on.length }))
  }
}

/** A practice becomes a row of it, after those that are there. */
export function useAddingRow(taxonomy: Taxonomy): (practice: PracticeId) => void {
  const { t } = useTranslation()
  const { message } = App.useApp()
  return (practice) => {
    const { rows, show } = useBoard.getState()
    const now = rows ?? taxonomy.under(null).map(({ id }) => id)
    if (now.includes(practice)) {
      void message.info(t('adding.rowThere', { practice: taxonomy.label(practice) }))
      return
    }
    // In the order of the taxonomy, as everywhere.
    show(taxonomy.practices.map(({ id }) => id).filter((id) => id === practice || now.includes(id)))
    void message.success(t('adding.rowAdded', { practice: taxonomy.label(practice) }))
  }
}
