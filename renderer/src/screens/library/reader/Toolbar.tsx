/** What can be done with the entry that is open. */
import { ArrowLeftOutlined, CopyOutlined, DownOutlined, EditOutlined, FileSearchOutlined, SearchOutlined, TableOutlined, TagsOutlined, UnorderedListOutlined, UpOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '../../../../../electron/contract/commands.ts'
import type { Entry } from '../../../../../electron/contract/entry.ts'
import { shown } from '../../../app/keyboard.ts'
import { hostKind } from '../../../app/page.ts'
import { READER_KEYS, shortcutOf } from '../../../app/shortcuts.ts'
import type { View } from '../../../app/view.ts'
import { Hint } from '../../../parts/Hint.tsx'
import { ToolRow } from './ToolRow.tsx'

const keyOf = (command: CommandId): string => shown(shortcutOf(command, hostKind) ?? '')

export function Toolbar({ entry, original, panel, practices, hits, evidence, onBack, onHit, onCopyHit, onEvidence, onFind, onOriginal, onPanel, onCompare, onEdit, onCopy, onPrint, onKind, onStatus, ruleNotes, onRuleNotes, onRemove }: {
  readonly entry: Entry
  readonly original: boolean
  readonly panel: View['panel']
  /** How many practices it shows. */
  readonly practices: number
  readonly hits: { readonly at: number | null; readonly count: number }
  /** The sentence that is lit up among those that show a practice. */
  readonly evidence: { readonly at: number | null; readonly count: number; readonly practices: string }
  readonly onBack: (() => void) | null
  readonly onHit: (step: 1 | -1) => void
  readonly onCopyHit: () => void
  readonly onEvidence: (step: 1 | -1) => void
  readonly onFind: () => void
  readonly onOriginal: () => void
  readonly onPanel: (panel: 'notices' | 'practices') => void
  readonly onCompare: () => void
  readonly onEdit: () => void
  readonly onCopy: () => void
  readonly onPrint: () => void
  readonly onKind: () => void
  readonly onStatus: () => void
  /** What rules found stands in the margin, too. */
  readonly ruleNotes: boolean
  readonly onRuleNotes: () => void
  readonly onRemove: () => void
}) {
  const { t } = useTranslation()
  return (
    <div className="reader-tools" role="toolbar" aria-label={t('reader.tools')}>
      {onBack !== null && <Button size="small" icon={<ArrowLeftOutlined />} aria-label={t('reader.back')} onClick={onBack} />}
      <ToolRow
        tools={[
          { key: 'original', icon: <FileSearchOutlined aria-hidden />, name: t(original ? 'reader.cleaned' : 'reader.original'), hint: READER_KEYS.original, pressed: original, disabled: entry.original === null, run: onOriginal },
          { key: 'practices', icon: <TagsOutlined aria-hidden />, name: t('practice.count', { count: practices }), hint: READER_KEYS.practices, pressed: panel === 'practices', run: () => onPanel('practices') },
          { key: 'edit', icon: <EditOutlined aria-hidden />, name: t('reader.edit'), hint: READER_KEYS.edit, run: onEdit },
          { key: 'copy', icon: <CopyOutlined aria-hidden />, name: t('reader.copy'), hint: keyOf('entry.copyCitation'), run: onCopy },
          { key: 'compare', icon: <TableOutlined aria-hidden />, name: t('adding.short'), said: t('adding.entry'), hint: keyOf('compare.add'), run: onCompare },
          { key: 'notices', icon: <UnorderedListOutlined aria-hidden />, name: t('reader.noticesCount', { count: entry.notices.length }), hint: READER_KEYS.notices, pressed: panel === 'notices', run: () => onPanel('notices') },
          { key: 'find', icon: <SearchOutlined aria-hidden />, name: t('find.button'), hint: keyOf('find.open'), run: onFind },
        ]}
        menu={[
          { key: 'print', label: t('reader.print'), onClick: onPrint },
          { key: 'kind', label: t(entry.kind === 'case' ? 'entry.makeOther' : 'entry.makeCase'), onClick: onKind },
          { key: 'status', label: t('status.set'), onClick: onStatus },
          { key: 'margin', label: t(ruleNotes ? 'labels.hideRules' : 'labels.showRules'), onClick: onRuleNotes },
          { type: 'divider' },
          { key: 'remove', label: t('reader.remove'), danger: true, onClick: onRemove },
        ]}
      >
        <span className="spacer" />
        {evidence.at !== null && !original && (
          <span className="hit-steps evidence-steps">
            <span role="status" className="evidence-at"><span className="evidence-count">{t('practice.at', { at: evidence.at + 1, count: evidence.count })}</span><span className="evidence-of" title={evidence.practices}> · {evidence.practices}</span></span>
            <Hint title={READER_KEYS.previousEvidence}><Button size="small" type="text" icon={<UpOutlined />} aria-label={t('practice.previous')} onClick={() => onEvidence(-1)} /></Hint>
            <Hint title={READER_KEYS.nextEvidence}><Button size="small" type="text" icon={<DownOutlined />} aria-label={t('practice.next')} onClick={() => onEvidence(1)} /></Hint>
          </span>
        )}
        {hits.count > 0 && !original && (
          <span className="hit-steps">
            <span role="status">{hits.at === null ? t('reader.hitCount', { count: hits.count }) : t('reader.hits', { at: hits.at + 1, count: hits.count })}</span>
            <Hint title={READER_KEYS.previous}><Button size="small" type="text" icon={<UpOutlined />} aria-label={t('reader.previousHit')} onClick={() => onHit(-1)} /></Hint>
            <Hint title={READER_KEYS.next}><Button size="small" type="text" icon={<DownOutlined />} aria-label={t('reader.nextHit')} onClick={() => onHit(1)} /></Hint>
            <Hint title={t('reader.copyHit')}><Button size="small" type="text" icon={<CopyOutlined />} aria-label={t('reader.copyHit')} onClick={onCopyHit} /></Hint>
          </span>
        )}
      </ToolRow>
    </div>
  )
}
