/** What one table is: one article, or one in each row; and what each of its columns holds. */
import { Button, InputNumber, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { RowField, type ColumnGuess, type Columns, type RowField as Field } from '../../../../../../electron/contract/reviewing.ts'
import { byRows, widthOf, withField } from './columns.ts'

const NOTHING = 'none'

export function TableStep({ table, columns, said, onChange }: {
  readonly table: ColumnGuess
  /** How it is read. */
  readonly columns: Columns
  /** Whether a person has said so. */
  readonly said: boolean
  /** Null leaves it to the rules again. */
  readonly onChange: (columns: Columns | null) => void
}) {
  const { t } = useTranslation()
  const labels = Object.fromEntries(RowField.options.map((field) => [field, t(`reading.columns.${field}`)])) as Readonly<Record<Field, string>>
  const { rows } = table
  const { as } = columns
  const byRow = byRows(columns, table)
  const width = Math.max(widthOf(rows), as === 'rows' ? byRow.fields.length : 0)
  const options = [{ value: NOTHING, label: t('reading.columnNone') }, ...RowField.options.map((value) => ({ value, label: labels[value] }))]
  const choose = (n: number, value: string): void => onChange({ ...byRow, fields: withField(byRow.fields, n, value === NOTHING ? null : (value as Field)) })
  return (
    <div className="columns-step">
      <div className="reading-tools">
        <Segmented size="small" aria-label={t('reading.tableAs')} value={as} options={[{ value: 'rows', label: t('reading.asRows') }, { value: 'table', label: t('reading.asTable') }]} onChange={(next) => onChange(next === 'table' ? { as: next } : byRow)} />
        {as === 'rows' && (
          <label>
            {t('reading.header')}{' '}
            <InputNumber size="small" className="above-number" min={0} max={Math.max(1, rows.length)} precision={0} value={byRow.header === null ? 0 : byRow.header + 1} aria-label={t('reading.headerLabel')} onChange={(value) => onChange({ ...byRow, header: value === null || value === 0 ? null : value - 1 })} />
          </label>
        )}
        <span className="spacer" />
        {said && <Button size="small" onClick={() => onChange(null)}>{t('reading.columnsByRules')}</Button>}
      </div>
      <p className="meta">{t(as === 'table' ? 'reading.asTableHint' : 'reading.asRowsHint')}</p>
      <div className="table-scroll" role="region" tabIndex={0} aria-label={t('reading.sample', { count: rows.length })}>
        <table>
          {as === 'rows' && (
            <thead>
              <tr>
                {byRow.fields.map((field, n) => (
                  <th key={`${String(n)}-${String(width)}`} scope="col">
                    <Select size="small" className="column-field" aria-label={t('reading.column', { n: n + 1 })} value={field ?? NOTHING} options={options} onChange={(value) => choose(n, value)} popupMatchSelectWidth={false} />
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {rows.map((row, at) => (
              <tr key={`${String(at)}-${row[0] ?? ''}`} className={as === 'rows' && byRow.header !== null && at <= byRow.header ? 'header-row' : ''}>
                {Array.from({ length: width }, (_, n) => <td key={`${String(n)}-cell`}><span className="sample-cell" title={row[n] ?? ''}>{row[n] ?? ''}</span></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
