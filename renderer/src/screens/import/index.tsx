/** 导入: the ways in, what is running, the report of each batch, and the review of what came in. */
import { useTranslation } from 'react-i18next'
import { useCall } from '../../api/hooks.ts'
import { useRunning } from '../../app/ImportWatch.tsx'
import { useImports } from '../../app/imports.tsx'
import { useViewOf } from '../../app/view.ts'
import { BatchList } from './BatchList.tsx'
import { BatchView } from './BatchView.tsx'
import { DropZone } from './DropZone.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import { RecleanCard } from './RecleanCard.tsx'
import { Workbench } from './review/Workbench.tsx'

export default function Import() {
  const { t } = useTranslation()
  const imports = useImports()
  const { batch, showBatch, reviewing, dialog, pasted, open } = useViewOf('batch', 'showBatch', 'reviewing', 'dialog', 'pasted', 'open')
  const running = useRunning((state) => state.running)
  const batches = useCall('import.batches', {}).data ?? []
  const current = batches.find((one) => one.id === batch) ?? batches[0]
  const paste = <PasteDialog open={dialog === 'paste'} pasted={pasted} onClose={() => open(null)} onPaste={imports.paste} />
  if (reviewing !== null && current !== undefined && current.id === reviewing.batch) return <><Workbench key={current.id} batch={current} />{paste}</>
  return (
    <div className="page import-page">
      <h1 className="page-title">{t('screens.import')}</h1>
      <DropZone onFiles={() => imports.pick('files')} onFolder={() => imports.pick('folder')} onPaste={() => open('paste')} />
      <RecleanCard />
      {current !== undefined && (
        <div className="import-columns">
          <aside className="batches" data-pane>
            <h2>{t('import.batches')}</h2>
            <BatchList batches={batches} running={running} selected={current.id} onSelect={showBatch} />
          </aside>
          <BatchView key={current.id} batch={current} progress={running.get(current.id)} />
        </div>
      )}
      {paste}
    </div>
  )
}
