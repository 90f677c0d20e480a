/** 调整读法: how a file was read, put right by a person: its encoding, where articles begin, its columns, the rules. Nothing changes before 应用. */
import { ArrowLeftOutlined } from '@ant-design/icons'
import { Alert, App, Button, Select, Spin } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Encoding, type Format } from '../../../../../../electron/contract/format.ts'
import type { ReadOptions } from '../../../../../../electron/contract/reviewing.ts'
import { CallFault, client } from '../../../../api/index.ts'
import { refresh, useCall } from '../../../../api/hooks.ts'
import { useFaults, useSentence } from '../../../../app/faults.ts'
import { guarded, openDialog } from '../../../../app/keyboard.ts'
import { useLost } from '../../../../app/lost.tsx'
import { useUndo } from '../../../../app/undo.tsx'
import type { BatchId } from '../../../../../../electron/contract/importing.ts'
import { encodingName } from '../../../../parts/encoding-name.ts'
import { CutStep } from './CutStep.tsx'
import { Outcome } from './Outcome.tsx'
import { RulesButton } from './RulesButton.tsx'
import { SheetsStep } from './SheetsStep.tsx'
import type { Reading } from './use-reading.ts'

const TABLES = new Set<Format>(['xlsx', 'xls', 'csv'])
const AUTO = 'auto'

const same = (a: ReadOptions, b: ReadOptions): boolean => JSON.stringify(a) === JSON.stringify(b)

export function ReadingView({ batch, n, review, start, onDone }: Reading & { readonly batch: BatchId; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const tell = useLost()
  const fault = useFaults()
  const say = useSentence()
  const undo = useUndo()
  const [options, setOptions] = useState<ReadOptions>(review.options)
  const [busy, setBusy] = useState(false)
  const screen = useRef<HTMLDivElement>(null)
  const { data: preview, error, isFetching } = useCall('import.preview', { id: batch, n, options }, { keep: true })
  // What the rules say of the same text: beginnings that a person has moved away are offered again, the others keep their reason.
  const byRules = useCall('import.preview', { id: batch, n, options: { ...options, boundaries: null } }, { enabled: options.boundaries !== null, keep: true }).data
  const table = TABLES.has(review.format) && preview?.sheets.length !== 0
  const dirty = !same(options, review.options)
  const change = (part: Partial<ReadOptions>): void => setOptions({ ...options, ...part })

  const apply = async (): Promise<void> => {
    setBusy(true)
    try {
      const { added, changed, gone, lost, undo: token } = await client.call('import.reread', { id: batch, n, options })
      await refresh()
      if (token !== '') undo.keep(t('reading.applied', { added: added.length, changed: changed.length, gone: gone.length }), token)
      tell(lost, t('edit.lost', { count: lost.length }), t('reclean.lostHint'))
      onDone()
    } catch (problem) {
      fault(problem)
    } finally {
      setBusy(false)
    }
  }
  /** What was changed and not applied is given up only by somebody who says so. */
  const leave = async (): Promise<void> => {
    const sure = !dirty || (await modal.confirm({ title: t('reading.unsaved'), content: t('reading.unsavedHint'), okText: t('reading.discard'), cancelText: t('reading.keep') }))
    if (sure) onDone()
  }
  const press = guarded<HTMLDivElement>((event) => {
    // An open list or a message above the screen takes Escape for itself.
    if (event.key !== 'Escape' || event.defaultPrevented || busy || openDialog() !== null || !(event.target instanceof Element)) return
    if (!event.currentTarget.contains(event.target) || event.target.closest('[aria-expanded="true"]') !== null) return
    event.preventDefault()
    // The question that opens listens at the window, and would take this very key for an answer.
    event.stopPropagation()
    void leave()
  })
  useEffect(() => { screen.current?.focus() }, [])
  const encoded = review.encoding !== null
  return (
    <div className="reading" ref={screen} tabIndex={-1} onKeyDown={press}>
      <header className="review-bar reading-head">
        <Button size="small" icon={<ArrowLeftOutlined aria-hidden />} onClick={() => void leave()}>{t('reading.back')}</Button>
        <h2>{review.file}</h2>
        {encoded && (
          <label>
            {t('import.encoding')}{' '}
            <Select
              size="small"
              className="encoding-select"
              aria-label={t('import.encoding')}
              value={options.encoding ?? AUTO}
              options={[{ value: AUTO, label: t('reading.auto', { encoding: encodingName(review.options.encoding === null ? review.encoding ?? '' : '') }) }, ...Encoding.options.map((value) => ({ value, label: encodingName(value) }))]}
              // Other characters stand elsewhere: what was said of places and columns no longer holds.
              onChange={(value) => change({ encoding: value === AUTO ? null : Encoding.parse(value), boundaries: null })}
            />
          </label>
        )}
        {preview !== undefined && <RulesButton rules={preview.rules} onSwitch={(id, on) => change({ off: on ? options.off.filter((one) => one !== id) : [...options.off, id] })} />}
        <span className="spacer" />
        <span className="meta" role="status">{isFetching ? t('reading.trying') : preview === undefined ? '' : t('reading.result', { count: preview.articles.length })}</span>
        <Button size="small" disabled={!dirty} onClick={() => setOptions(review.options)}>{t('reading.reset')}</Button>
        <Button size="small" type="primary" disabled={!dirty || preview === undefined || error !== null} loading={busy} onClick={() => void apply()}>{t('reading.apply')}</Button>
      </header>
      {error instanceof CallFault && <Alert type="error" showIcon title={say(error.fault)} />}
      {preview === undefined
        ? error === null && <div className="opening"><Spin /></div>
        : (
          <div className="reading-split">
            <section className="reading-how" aria-label={t('reading.how')} data-pane>
              {table
                ? <SheetsStep sheets={preview.sheets} given={options.sheets} onChange={(sheets) => change({ sheets, boundaries: null })} />
                : <CutStep key={preview.encoding} preview={preview} offered={byRules?.text === preview.text ? byRules.boundaries : []} given={options.boundaries} start={start} onChange={(boundaries) => change({ boundaries: boundaries === null ? null : [...boundaries] })} />}
            </section>
            <section className="reading-outcome" aria-label={t('reading.outcome')} data-pane>
              <Outcome preview={preview} />
            </section>
          </div>
        )}
    </div>
  )
}
