/** What can be done with the entry that is open. */
import { ArrowLeftOutlined, CopyOutlined, DownOutlined, EditOutlined, FileSearchOutlined, MoreOutlined, UnorderedListOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Dropdown, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../../electron/contract/entry.ts'
import { READER_KEYS } from '../../../app/shortcuts.ts'

export function Toolbar({ entry, original, notices, hits, onBack, onHit, onOriginal, onNotices, onEdit, onCopy, onPrint, onKind, onRemove }: {
  readonly entry: Entry
  readonly original: boolean
  readonly notices: boolean
  readonly hits: { readonly at: number | null; readonly count: number }
  readonly onBack: (() => void) | null
  readonly onHit: (step: 1 | -1) => void
  readonly onOriginal: () => void
  readonly onNotices: () => void
  readonly onEdit: () => void
  readonly onCopy: () => void
  readonly onPrint: () => void
  readonly onKind: () => void
  readonly onRemove: () => void
}) {
  const { t } = useTranslation()
  return (
    <div className="reader-tools" role="toolbar" aria-label={t('reader.tools')}>
      {onBack !== null && <Button size="small" icon={<ArrowLeftOutlined />} aria-label={t('reader.back')} onClick={onBack} />}
      <Tooltip title={READER_KEYS.original}><Button size="small" icon={<FileSearchOutlined aria-hidden />} disabled={entry.original === null} aria-pressed={original} onClick={onOriginal}>{t(original ? 'reader.cleaned' : 'reader.original')}</Button></Tooltip>
      <Tooltip title={READER_KEYS.notices}><Button size="small" icon={<UnorderedListOutlined aria-hidden />} aria-pressed={notices} onClick={onNotices}>{t('reader.noticesCount', { count: entry.notices.length })}</Button></Tooltip>
      <Button size="small" icon={<EditOutlined aria-hidden />} onClick={onEdit}>{t('reader.edit')}</Button>
      <Button size="small" icon={<CopyOutlined aria-hidden />} onClick={onCopy}>{t('reader.copy')}</Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'print', label: t('reader.print'), onClick: onPrint },
            { key: 'kind', label: t(entry.kind === 'case' ? 'entry.makeOther' : 'entry.makeCase'), onClick: onKind },
            { type: 'divider' },
            { key: 'remove', label: t('reader.remove'), danger: true, onClick: onRemove },
          ],
        }}
      >
        <Button size="small" icon={<MoreOutlined />} aria-label={t('reader.more')} />
      </Dropdown>
      <span className="spacer" />
      {hits.count > 0 && !original && (
        <span className="hit-steps">
          <span role="status">{hits.at === null ? t('reader.hitCount', { count: hits.count }) : t('reader.hits', { at: hits.at + 1, count: hits.count })}</span>
          <Tooltip title={READER_KEYS.previous}><Button size="small" type="text" icon={<UpOutlined />} aria-label={t('reader.previousHit')} onClick={() => onHit(-1)} /></Tooltip>
          <Tooltip title={READER_KEYS.next}><Button size="small" type="text" icon={<DownOutlined />} aria-label={t('reader.nextHit')} onClick={() => onHit(1)} /></Tooltip>
        </span>
      )}
    </div>
  )
}
