/** 保存报告: the account of a batch as a file, for whoever has to show what was kept and what was dropped. */
import { App, Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../../electron/contract/importing.ts'
import { ReportFormat } from '../../../../electron/contract/reporting.ts'
import { useAction } from '../../api/hooks.ts'
import { useFaults } from '../../app/faults.ts'
import { useFolderChoice } from '../../app/folder-choice.tsx'

/** HHMM tells two reports of one day apart. */
const stamp = (at: Date): string => `${at.toLocaleDateString('sv-SE')} ${at.toLocaleTimeString('sv-SE').slice(0, 5).replace(':', '')}`

export function ReportSave({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation()
  const { notification } = App.useApp()
  const fault = useFaults()
  const folders = useFolderChoice()
  const write = useAction('import.report')
  const tell = (file: string): void => notification.success({ key: 'written', title: t('import.reportSaved'), description: <span className="written-files">{file}</span>, role: 'status', duration: 0, placement: 'bottomLeft' })
  const save = (format: ReportFormat): void => folders.choose((folder) => write.mutate({ id: batch.id, format, folder, name: t('import.reportName', { stamp: stamp(new Date()) }) }, {
    onSuccess: ({ file }) => tell(file),
    onError: fault,
  }))
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items: ReportFormat.options.map((format) => ({ key: format, label: t(`import.reportFormats.${format}`), onClick: () => save(format) })) }}>
        <Button size="small" loading={write.isPending}>{t('import.saveReport')}</Button>
      </Dropdown>
      {folders.dialog}
    </>
  )
}
