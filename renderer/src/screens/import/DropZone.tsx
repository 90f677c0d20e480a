/** The ways in: drop, choose, paste. The whole window takes drops; this is where it says so. */
import { CopyOutlined, FolderOpenOutlined, InboxOutlined, FileAddOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

export function DropZone({ onFiles, onFolder, onPaste }: { readonly onFiles: () => void; readonly onFolder: () => void; readonly onPaste: () => void }) {
  const { t } = useTranslation()
  return (
    <section className="drop-zone" aria-label={t('import.dropTitle')}>
      <InboxOutlined className="drop-icon" aria-hidden />
      <div className="drop-words">
        <h2>{t('import.dropTitle')}</h2>
        <p>{t('import.dropHint')}</p>
        <p className="warning-text">{t('import.unclassifiedOnly')}</p>
      </div>
      <div className="drop-actions">
        <Button type="primary" icon={<FileAddOutlined aria-hidden />} onClick={onFiles}>{t('import.chooseFiles')}</Button>
        <Button icon={<FolderOpenOutlined aria-hidden />} onClick={onFolder}>{t('import.chooseFolder')}</Button>
        <Button icon={<CopyOutlined aria-hidden />} onClick={onPaste}>{t('import.paste')}</Button>
      </div>
    </section>
  )
}
