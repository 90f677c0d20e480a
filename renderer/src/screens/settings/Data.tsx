/** Where the data lies: shown, moved, backed up, or another library opened. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../../electron/contract/api.ts'
import type { Grant } from '../../../../electron/contract/library.ts'
import { Row, Section } from './Section.tsx'

type Open = Extract<Output<'library.state'>, { readonly state: 'open' }>

/** Bytes as a person reads them. */
export function size(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'] as const
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(1024)))
  return `${(bytes / 1024 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power] ?? ''}`
}

export function Data({ state, recent, busy, canShow, onShow, onMove, onOpen, onOpenRecent, onBackup }: {
  readonly state: Open
  readonly recent: readonly { readonly grant: Grant; readonly path: string }[]
  readonly busy: 'move' | 'open' | 'backup' | null
  readonly canShow: boolean
  readonly onShow: () => void
  readonly onMove: () => void
  readonly onOpen: () => void
  readonly onOpenRecent: (folder: Grant) => void
  readonly onBackup: () => void
}) {
  const { t } = useTranslation()
  const others = recent.filter(({ path }) => path !== state.folder)
  return (
    <Section title={t('settings.data')}>
      <Row label={t('settings.folder')} hint={t('settings.stats', { entries: state.entries, cases: state.cases, size: size(state.bytes) })}>
        <code className="folder-path">{state.folder}</code>
        {canShow && <Button onClick={onShow}>{t('settings.showFolder')}</Button>}
      </Row>
      <Row label={t('settings.backup')} hint={t('settings.backupHint')}><Button loading={busy === 'backup'} onClick={onBackup}>{t('settings.backupNow')}</Button></Row>
      <Row label={t('settings.move')} hint={t('settings.moveHint')}><Button loading={busy === 'move'} aria-label={t('settings.chooseFolderFor', { what: t('settings.move') })} onClick={onMove}>{t('settings.chooseFolder')}</Button></Row>
      <Row label={t('settings.openOther')} hint={t('settings.openHint')}><Button loading={busy === 'open'} aria-label={t('settings.chooseFolderFor', { what: t('settings.openOther') })} onClick={onOpen}>{t('settings.chooseFolder')}</Button></Row>
      {others.length > 0 && (
        <Row label={t('settings.recent')}>
          <ul className="recent-libraries">{others.map(({ grant, path }) => <li key={grant}><Button type="link" onClick={() => onOpenRecent(grant)}>{path}</Button></li>)}</ul>
        </Row>
      )}
    </Section>
  )
}
