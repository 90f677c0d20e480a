/** The tables of a file: one, or a workbook's sheets, each with its first rows and with what its columns hold. */
import { Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadOptions, SheetGuess } from '../../../../../../electron/contract/reviewing.ts'
import { withSheet } from './columns.ts'
import { TableStep } from './TableStep.tsx'

export function SheetsStep({ sheets, given, onChange }: {
  readonly sheets: readonly SheetGuess[]
  /** What a person has said of them. */
  readonly given: ReadOptions['sheets']
  readonly onChange: (sheets: ReadOptions['sheets']) => void
}) {
  const { t } = useTranslation()
  const [active, setActive] = useState('0')
  const step = (sheet: SheetGuess, n: number) => {
    const said = given[n] ?? null
    return <TableStep table={sheet} columns={said ?? sheet.columns} said={said !== null} onChange={(columns) => onChange(withSheet(given, n, columns))} />
  }
  const [first] = sheets
  if (first === undefined) return null
  if (sheets.length === 1) return step(first, 0)
  return (
    <Tabs
      className="sheet-tabs"
      size="small"
      activeKey={active}
      onChange={setActive}
      aria-label={t('reading.sheets', { count: sheets.length })}
      items={sheets.map((sheet, n) => ({
        key: String(n),
        label: <>{sheet.name} <span className="meta">{t((given[n] ?? sheet.columns).as === 'rows' ? 'reading.asRows' : 'reading.asTable')}</span></>,
        children: step(sheet, n),
      }))}
    />
  )
}
