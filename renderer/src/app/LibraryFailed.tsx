/** The library could not be opened: what happened, and the ways on. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../electron/contract/errors.ts'
import type { Grant } from '../../../electron/contract/library.ts'
import { useAction, useCall } from '../api/hooks.ts'
import { useFaults, useSentence } from './faults.ts'
import { useFolderChoice } from './folder-choice.tsx'

export function LibraryFailed({ folder, fault }: { readonly folder: string; readonly fault: Fault }) {
  const { t } = useTranslation()
  const say = useSentence()
  const steps = t('failed.steps', { returnObjects: true }) as readonly string[]
  const retry = useAction('library.retry')
  const open = useAction('library.open')
  const recent = useCall('library.recent', {})
  const choice = useFolderChoice()
  const complain = useFaults()
  const go = (chosen: Grant): void => open.mutate({ folder: chosen }, { onError: complain })
  return (
    <main className="failed">
      <h1>{t('failed.title')}</h1>
      <dl>
        <dt>{t('failed.what')}</dt><dd>{say(fault)}</dd>
        <dt>{t('failed.where')}</dt><dd className="folder-path">{folder}</dd>
        <dt>{t('failed.next')}</dt><dd><ol>{steps.map((step) => <li key={step}>{step}</li>)}</ol></dd>
      </dl>
      <p className="failed-actions">
        <Button type="primary" loading={retry.isPending} onClick={() => retry.mutate({})}>{t('common.retry')}</Button>
        <Button onClick={() => choice.choose(go)}>{t('failed.other')}</Button>
      </p>
      <p className="meta">{t('failed.code', { code: fault.code })}</p>
      {(recent.data?.length ?? 0) > 0 && (
        <section aria-label={t('failed.recent')}>
          <h2>{t('failed.recent')}</h2>
          <ul className="recent-libraries">
            {recent.data?.map(({ grant, path }) => <li key={grant}><Button type="link" onClick={() => go(grant)}>{path}</Button></li>)}
          </ul>
        </section>
      )}
      {choice.dialog}
    </main>
  )
}
