/** What became of each file of a batch; failures come first and say what to do. */
import { CheckCircleOutlined, CloseCircleOutlined, CopyOutlined, FolderOpenOutlined, MinusCircleOutlined } from '@ant-design/icons'
import { Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BatchFile } from '../../../../electron/contract/importing.ts'
import type { EntryId } from '../../../../electron/contract/entry.ts'
import { useSentence } from '../../app/faults.ts'
import { Badge } from '../../parts/Badge.tsx'
import { encodingName } from '../../parts/encoding-name.ts'

const ICONS = {
  imported: <CheckCircleOutlined className="ok" aria-hidden />,
  duplicate: <CopyOutlined className="quiet" aria-hidden />,
  failed: <CloseCircleOutlined className="danger" aria-hidden />,
  skipped: <MinusCircleOutlined className="quiet" aria-hidden />,
  unpacked: <FolderOpenOutlined className="quiet" aria-hidden />,
} as const

export function Report({ files, total, page, pageSize, onPage, onSelect, onOpen }: {
  readonly files: readonly BatchFile[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly onPage: (page: number) => void
  readonly onSelect: (n: number) => void
  readonly onOpen: (id: EntryId) => void
}) {
  const { t } = useTranslation()
  const say = useSentence()
  return (
    <Table<BatchFile>
      className="report"
      size="small"
      rowKey="n"
      dataSource={[...files]}
      pagination={total > pageSize ? { current: page, pageSize, total, onChange: onPage, showSizeChanger: false } : false}
      columns={[
        {
          title: t('import.file'),
          key: 'file',
          render: (_, file) => (
            <div className="report-file">
              {ICONS[file.outcome]}
              <div>
                {file.outcome === 'imported'
                  ? <Button type="link" size="small" onClick={() => onSelect(file.n)}>{file.file}</Button>
                  : <span className="report-name">{file.file}</span>}
                {file.members !== null && <p className="hint">{t('import.members', { count: file.members })}</p>}
                {file.fault !== null && <p className="report-fault">{say(file.fault)}</p>}
              </div>
            </div>
          ),
        },
        { title: t('import.outcome'), key: 'outcome', width: '6.875rem', render: (_, file) => t(`import.outcomes.${file.outcome}`) },
        {
          title: t('import.entries'),
          key: 'entries',
          width: '9.375rem',
          render: (_, file) => {
            if (file.duplicateOf !== null) {
              const id = file.duplicateOf
              return <Button type="link" size="small" onClick={() => onOpen(id)}>{t('import.showExisting')}</Button>
            }
            const cases = file.entries.filter((entry) => entry.kind === 'case').length
            return file.entries.length === 0 ? null : (
              <span className="badges">
                {cases > 0 && <Badge tone="info">{t('import.cases', { count: cases })}</Badge>}
                {file.entries.length > cases && <Badge tone="quiet">{t('import.others', { count: file.entries.length - cases })}</Badge>}
              </span>
            )
          },
        },
        { title: t('import.encoding'), dataIndex: 'encoding', key: 'encoding', width: '6.875rem', render: (value: string | null) => (value === null ? '' : encodingName(value)) },
      ]}
    />
  )
}
