/** One batch: what became of its files, what waits to be checked, and the way back. */
import { Alert, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Batch, ImportProgress } from '../../../../electron/contract/importing.ts'
import { client } from '../../api/index.ts'
import { refresh, useCall } from '../../api/hooks.ts'
import { useFaults, useSentence } from '../../app/faults.ts'
import { summariesOf, useReplace, useReplaceable } from '../../app/replacing.ts'
import { useUndo } from '../../app/undo.tsx'
import { useViewOf } from '../../app/view.ts'
import { ReplaceOffer } from '../../parts/ReplaceOffer.tsx'
import { ReplaceOffers } from '../../parts/ReplaceOffers.tsx'
import { ProgressCard } from './ProgressCard.tsx'
import { Report } from './Report.tsx'
import { ReportSave } from './ReportSave.tsx'

const PAGE = 50

export function BatchView({ batch, progress }: { readonly batch: Batch; readonly progress: ImportProgress | undefined }) {
  const { t } = useTranslation()
  const fault = useFaults()
  const say = useSentence()
  const undo = useUndo()
  const { read, inspect } = useViewOf('read', 'inspect')
  const [page, setPage] = useState(1)
  const files = useCall('import.files', { id: batch.id, offset: (page - 1) * PAGE, limit: PAGE }, { keep: true }).data
  const { waiting } = batch.totals
  const entries = files?.files.flatMap((one) => one.entries.filter(({ present }) => present)) ?? []
  const originals = useReplaceable(entries.map(({ id }) => id))
  const replace = useReplace()
  const offers = originals.map((one) => ({ key: one.id, text: t('bundled.isOriginalOf', { entry: entries.find(({ id }) => id === one.id)?.title ?? '', title: one.title }), onReplace: () => replace([one]) }))
  const ended = batch.state !== 'running'

  const takeBack = (): void => {
    void client.call('import.undo', { id: batch.id }).then(async ({ removed, undo: token }) => {
      await refresh()
      undo.offer(t('undo.batch', { count: removed }), token)
    }).catch(fault)
  }
  const turn = (how: 'import.pause' | 'import.resume' | 'import.cancel'): Promise<void> => client.call(how, { id: batch.id }).then(() => refresh(['import.'])).catch(fault)
  const check = (n: number): void => {
    const first = files?.files.find((file) => file.n === n)?.entries[0]
    inspect({ batch: batch.id, entry: first?.id ?? null })
  }
  return (
    <section className="batch-report" aria-label={t('import.report')} data-pane>
      <header className="batch-head">
        <h2>{batch.label}</h2>
        <span className="meta">{t('import.summary', { entries: batch.totals.entries, cases: batch.totals.cases })}{batch.totals.entries > 0 && <> · {waiting === 0 ? t('review.nothingWaits') : t('review.waiting', { count: waiting })}</>}</span>
        <span className="spacer" />
        {batch.totals.entries > 0 && <Button size="small" type={waiting > 0 ? 'primary' : 'default'} onClick={() => inspect({ batch: batch.id, entry: null })}>{t('review.start')}</Button>}
        {ended && <ReportSave batch={batch} />}
        {ended && batch.totals.entries > 0 && (
          <Popconfirm title={t('import.undoBatch')} description={t('import.undoBatchHint')} okText={t('common.ok')} cancelText={t('common.cancel')} onConfirm={takeBack}>
            <Button size="small">{t('import.undoBatch')}</Button>
          </Popconfirm>
        )}
      </header>
      {progress !== undefined && !ended && <ProgressCard progress={progress} onPause={() => turn('import.pause')} onCancel={() => turn('import.cancel')} />}
      {batch.state === 'paused' && <Alert type="info" showIcon title={t('import.paused', { count: batch.totals.files - batch.totals.done })} action={<><Button size="small" type="primary" onClick={() => void turn('import.resume')}>{t('import.resume')}</Button> <Button size="small" onClick={() => void turn('import.cancel')}>{t('import.cancel')}</Button></>} />}
      {batch.fault !== null && <Alert type="error" showIcon title={t('import.stopped', { reason: say(batch.fault) })} />}
      {offers.length > 1 ? <ReplaceOffers offers={offers} summaries={summariesOf(originals).length} onReplaceAll={() => replace(originals)} /> : offers.map((offer) => <ReplaceOffer {...offer} key={offer.key} />)}
      {files !== undefined && files.files.length > 0 && <p className="meta">{t('import.reviewHint')}</p>}
      {files !== undefined && (files.files.length > 0 || ended) && <Report files={files.files} total={batch.totals.done} page={page} pageSize={PAGE} onPage={setPage} onSelect={check} onOpen={read} />}
    </section>
  )
}
