/** Which practices are the rows: the eleven, or any of them and of their sub-practices. */
import { DownOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PracticeId } from '../../../../electron/contract/practice-tag.ts'
import type { Practice } from '../../../../electron/contract/practices.ts'

interface RowPickerProps {
  readonly practices: readonly Practice[]
  /** null: all of the first level. */
  readonly rows: readonly PracticeId[] | null
  readonly name: (practice: Practice) => string
  readonly onShow: (rows: readonly PracticeId[] | null) => void
}

export function RowPicker({ practices, rows, name, onShow }: RowPickerProps) {
  const { t } = useTranslation()
  const tops = practices.filter(({ parent }) => parent === null)
  const shown = new Set(rows ?? tops.map(({ id }) => id))
  const toggle = (id: PracticeId, on: boolean): void => {
    const next = practices.map((practice) => practice.id).filter((one) => (one === id ? on : shown.has(one)))
    const plain = next.length === tops.length && tops.every((top) => next.includes(top.id))
    onShow(plain ? null : next)
  }
  const box = (practice: Practice) => <Checkbox checked={shown.has(practice.id)} onChange={(event) => toggle(practice.id, event.target.checked)}>{name(practice)}</Checkbox>
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      title={<span className="row-picker-head">{t('compare.rows')}<Button size="small" type="link" disabled={rows === null} onClick={() => onShow(null)}>{t('compare.allRows')}</Button></span>}
      content={
        <ul className="row-picker">
          {tops.map((top) => (
            <li key={top.id}>
              {box(top)}
              <ul>{practices.filter(({ parent }) => parent === top.id).map((practice) => <li key={practice.id}>{box(practice)}</li>)}</ul>
            </li>
          ))}
        </ul>
      }
    >
      <Button>{t('compare.rowCount', { count: shown.size })} <DownOutlined aria-hidden /></Button>
    </Popover>
  )
}
