/** 导入意见: a file is chosen, what it would bring is told, and then it comes in as one step. */
import { Alert, Button, Modal } from 'antd'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventValue } from '../../../../electron/contract/api.ts'
import type { Difference, JudgementPreview } from '../../../../electron/contract/judgements.ts'
import type { Grant } from '../../../../electron/contract/library.ts'
import { CallFault, client } from '../../api/index.ts'
import { refresh, useEvent } from '../../api/hooks.ts'
import { useFaults, useSentence } from '../../app/faults.ts'
import { useUndo } from '../../app/undo.tsx'
import { useTaxonomy } from '../../app/use-taxonomy.ts'
import { useViewOf } from '../../app/view.ts'

interface Chosen {
  readonly grant: Grant
  readonly preview: JudgementPreview
}

export function ImportDialog() {
  const { t } = useTranslation()
  const fault = useFaults()
  const say = useSentence()
  const undo = useUndo()
  const { dialog, open } = useViewOf('dialog', 'open')
  const input = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [progress, setProgress] = useState<EventValue<'judgements.progress'> | null>(null)
  useEvent('judgements.progress', useCallback((now) => setProgress(now), []))
  const told = chosen?.preview
  const added = told === undefined ? 0 : told.judgements.fresh + told.judgements.agree + told.judgements.differ

  const during = async (work: () => Promise<void>, failed: (error: unknown) => void): Promise<void> => {
    setBusy(true)
    try {
      await work()
    } catch (error) {
      failed(error)
    } finally {
      setProgress(null)
      setBusy(false)
    }
  }
  const look = (file: File): void => void during(async () => {
    setChosen(null)
    setRefused(null)
    const { grant } = await client.call('files.stage', { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    setChosen({ grant, preview: await client.call('judgements.preview', { file: grant }) })
  }, (error) => { if (error instanceof CallFault) setRefused(say(error.fault)); else fault(error) })
  const take = (): void => void during(async () => {
    if (chosen === null) return
    const done = await client.call('judgements.import', { file: chosen.grant })
    open(null)
    await refresh()
    if (done.undo !== '') undo.offer(t('judgements.imported', { count: done.added }), done.undo)
  }, fault)
  return (
    <Modal
      open={dialog === 'import-judgements'} title={t('judgements.importTitle')} width="42rem" cancelText={t('common.cancel')}
      okText={t(told !== undefined && added === 0 ? 'judgements.nothingNew' : 'judgements.importOk', { count: added })} okButtonProps={{ disabled: added === 0, loading: busy }}
      onOk={take} onCancel={() => open(null)} afterOpenChange={(now) => { if (now) button.current?.focus(); else { setChosen(null); setRefused(null) } }}
    >
      <p className="meta">{t('judgements.importWhat')}</p>
      <p className="import-file">
        <Button ref={button} disabled={busy} onClick={() => input.current?.click()}>{t('judgements.choose')}</Button>
        <input ref={input} type="file" accept=".judgements" hidden onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file !== undefined) look(file)
          // The same file can be chosen again.
          target.value = ''
        }} />
      </p>
      <div role="status">
        {refused !== null && <Alert type="error" showIcon title={refused} />}
        {told !== undefined && <Told told={told} />}
        {busy && progress !== null && <p className="meta">{t('judgements.progress', progress)}</p>}
      </div>
    </Modal>
  )
}

function Told({ told: { file, made, signers, entries, judgements, differences, newLabels, unmatched } }: { readonly told: JudgementPreview }) {
  const { t, i18n } = useTranslation()
  const lines: readonly (readonly [string, number])[] = [
    [t('judgements.fresh', { count: judgements.fresh }), judgements.fresh], [t('judgements.agree', { count: judgements.agree }), judgements.agree], [t('judgements.differs', { count: judgements.differ }), judgements.differ],
    [t('judgements.known', { count: judgements.known }), judgements.known], [t('judgements.older', { count: judgements.older }), judgements.older], [t('judgements.foreign', { count: judgements.foreign }), judgements.foreign],
  ]
  return (
    <div className="judgements-told">
      <p>{t('judgements.made', { file, at: new Date(made).toLocaleString(i18n.language) })}</p>
      <p>{t('judgements.from', { signers: signers.map(({ by, judgements: count }) => t('judgements.signed', { by, count })).join(t('practice.comma')) })}</p>
      <p>{t('judgements.entries', entries)}</p>
      <ul className="plain-list">{lines.filter(([, count]) => count > 0).map(([line]) => <li key={line}>{line}</li>)}</ul>
      {newLabels.length > 0 && <p>{t('judgements.newLabels', { names: newLabels.join(t('practice.comma')) })}</p>}
      {differences.length > 0 && (
        <details open>
          <summary>{t('judgements.differences', { count: differences.length })}</summary>
          <ul className="plain-list">{differences.map((difference, n) => <li key={n}><DifferenceLine difference={difference} /></li>)}</ul>
        </details>
      )}
      {unmatched.length > 0 && (
        <details>
          <summary>{t('judgements.unmatched', { count: unmatched.length })}</summary>
          <p className="meta">{t('judgements.unmatchedHint')}</p>
          <ul className="plain-list">{unmatched.map((title, n) => <li key={n}>{title}</li>)}</ul>
        </details>
      )}
    </div>
  )
}

function DifferenceLine({ difference: { title, practice, fact, ours, theirs } }: { readonly difference: Difference }) {
  const { t } = useTranslation()
  const { label } = useTaxonomy()
  const word = ({ by, at, decision }: Difference['ours']): string => `${by} ${t(`judgement.verdict.${decision}`)} ${at.slice(0, 10)}`
  return <><strong>{practice === null ? (fact?.name ?? '') : label(practice)}</strong> <span className="meta">{title}</span><br />{t('judgements.theirs', { ours: word(ours), theirs: word(theirs) })}</>
}
