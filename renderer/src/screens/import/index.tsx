/** 导入: the ways in, what is running, and the report of each batch down to the characters of a file. */
import { Alert, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/index.ts'
import { refresh, useCall } from '../../api/hooks.ts'
import { useFaults, useSentence } from '../../app/faults.ts'
import { useRunning } from '../../app/ImportWatch.tsx'
import { useImports } from '../../app/imports.tsx'
import { useReplace, useReplaceable } from '../../app/replacing.ts'
import { useSetKind } from '../../app/set-kind.ts'
import { useUndo } from '../../app/undo.tsx'
import { useViewOf } from '../../app/view.ts'
import { ReplaceOffer } from '../../parts/ReplaceOffer.tsx'
import { BatchList } from './BatchList.tsx'
import { DropZone } from './DropZone.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import { ProgressCard } from './ProgressCard.tsx'
import { Report } from './Report.tsx'
import { ReviewPane } from './ReviewPane.tsx'

const PAGE = 50

export default function Import() {
  const { t } = useTranslation()
  const fault = useFaults()
  const say = useSentence()
  const undo = useUndo()
  const setKind = useSetKind()
  const imports = useImports()
  const { batch, showBatch, dialog, pasted, open, read } = useViewOf('batch', 'showBatch', 'dialog', 'pasted', 'open', 'read')
  const running = useRunning((state) => state.running)
  const batches = useCall('import.batches', {}).data ?? []
  const current = batches.find((one) => one.id === batch) ?? batches[0]
  const [page, setPage] = useState(1)
  const [file, setFile] = useState<number | null>(null)
  const files = useCall('import.files', { id: current?.id ?? ('none' as NonNullable<typeof batch>), offset: (page - 1) * PAGE, limit: PAGE }, { enabled: current !== undefined, keep: true })
  const review = useCall('import.review', { id: current?.id ?? ('none' as NonNullable<typeof batch>), n: file ?? 0 }, { enabled: current !== undefined && file !== null })
  const entries = files.data?.files.flatMap((one) => one.entries.filter(({ present }) => present)) ?? []
  const originals = useReplaceable(entries.map(({ id }) => id))
  const replace = useReplace()
  const progress = current === undefined ? undefined : running.get(current.id)

  const takeBack = (): void => {
    if (current === undefined) return
    void client.call('import.undo', { id: current.id }).then(async ({ removed, undo: token }) => {
      await refresh()
      undo.offer(t('undo.batch', { count: removed }), token)
    }).catch(fault)
  }
  return (
    <div className="page import-page">
      <h1 className="page-title">{t('screens.import')}</h1>
      <DropZone onFiles={() => imports.pick('files')} onFolder={() => imports.pick('folder')} onPaste={() => open('paste')} />
      {current !== undefined && (
        <div className="import-columns">
          <aside className="batches" data-pane>
            <h2>{t('import.batches')}</h2>
            <BatchList batches={batches} running={running} selected={current.id} onSelect={(id) => { showBatch(id); setFile(null); setPage(1) }} />
          </aside>
          <section className="batch-report" aria-label={t('import.report')} data-pane>
            <header className="batch-head">
              <h2>{current.label}</h2>
              <span className="meta">{t('import.summary', { entries: current.totals.entries, cases: current.totals.cases })}</span>
              <span className="spacer" />
              {current.state !== 'running' && current.totals.entries > 0 && (
                <Popconfirm title={t('import.undoBatch')} description={t('import.undoBatchHint')} okText={t('common.ok')} cancelText={t('common.cancel')} onConfirm={takeBack}>
                  <Button size="small">{t('import.undoBatch')}</Button>
                </Popconfirm>
              )}
            </header>
            {progress !== undefined && current.state === 'running' && <ProgressCard progress={progress} onCancel={() => void client.call('import.cancel', { id: current.id }).catch(fault)} />}
            {current.fault !== null && <Alert type="error" showIcon title={t('import.stopped', { reason: say(current.fault) })} />}
            {originals.map((one) => <ReplaceOffer key={one.id} text={t('bundled.isOriginalOf', { entry: entries.find(({ id }) => id === one.id)?.title ?? '', title: one.title })} onReplace={() => replace(one)} />)}
            <p className="meta">{t('import.reviewHint')}</p>
            {files.data !== undefined && (
              <Report files={files.data.files} total={current.totals.done} page={page} pageSize={PAGE} onPage={setPage} selected={file} onSelect={setFile} onOpen={read} />
            )}
            {file !== null && review.data !== undefined && <ReviewPane key={`${current.id}-${String(file)}`} review={review.data} onKind={setKind} onOpen={read} />}
          </section>
        </div>
      )}
      <PasteDialog open={dialog === 'paste'} pasted={pasted} onClose={() => open(null)} onPaste={imports.paste} />
    </div>
  )
}
