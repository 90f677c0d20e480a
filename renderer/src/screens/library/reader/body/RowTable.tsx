/** Rows that follow each other as one table. It scrolls sideways by itself, also by keyboard; every cell knows where its text begins in the body. */
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cellsOf, namesColumns } from '../../../../parts/rows.ts'
import { sameBlock, type BlockProps } from './block.ts'
import { Words } from './Words.tsx'

/** Whether a row names the columns shows in the first two already, however many there are. */
const DECIDE = 2

export function RowTable({ rows }: { readonly rows: readonly BlockProps[] }) {
  const { t } = useTranslation()
  const head = namesColumns(rows.slice(0, DECIDE).map(({ paragraph }) => cellsOf(paragraph.text, paragraph.start)))
  const row = (props: BlockProps, heads: boolean): ReactNode => <Row key={props.paragraph.n} {...props} heads={heads} />
  return (
    <div className="table-scroll" role="region" tabIndex={0} aria-label={t('reader.table', { count: rows.length })}>
      <table>
        {head && <thead>{rows.slice(0, 1).map((props) => row(props, true))}</thead>}
        <tbody>{rows.slice(head ? 1 : 0).map((props) => row(props, false))}</tbody>
      </table>
    </div>
  )
}

interface RowProps extends BlockProps {
  readonly heads: boolean
}

const Row = memo(function Row({ heads, ...props }: RowProps) {
  const { paragraph, spot } = props
  return (
    <tr {...(spot === null ? {} : { className: 'spotlight' })}>
      {cellsOf(paragraph.text, paragraph.start).map(({ start, text }) => {
        const words = <Words {...props} text={text} start={start} />
        return heads ? <th key={start} scope="col" data-start={start}>{words}</th> : <td key={start} data-start={start}>{words}</td>
      })}
    </tr>
  )
}, (a, b) => a.heads === b.heads && sameBlock(a, b))
