/** The state of a cell, by sign and word; a colour is never the only sign. */
import { CheckCircleFilled, ClockCircleOutlined, MinusCircleOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CellState as State } from '../../../../electron/contract/comparing.ts'

const SIGN: { readonly [S in State]: ReactNode } = {
  evidence: <CheckCircleFilled aria-hidden />,
  mention: <ClockCircleOutlined aria-hidden />,
  'not-stated': <MinusCircleOutlined aria-hidden />,
  'not-checked': <QuestionCircleOutlined aria-hidden />,
}

export const STATES: readonly State[] = ['evidence', 'mention', 'not-stated', 'not-checked']

/** `confirmed` null says nothing about whether a person has looked. */
export function CellState({ state, confirmed }: { readonly state: State; readonly confirmed: boolean | null }) {
  const { t } = useTranslation()
  const judged = state === 'evidence' || state === 'not-stated'
  return (
    <span className={`cell-state cell-${state}`}>
      {SIGN[state]} <span>{t(`compare.state.${state}`)}</span>
      {confirmed !== null && judged && <span className="cell-judged">{t(confirmed ? 'compare.confirmed' : 'compare.unconfirmed')}</span>}
    </span>
  )
}
