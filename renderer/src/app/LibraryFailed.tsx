/** The library could not be opened: what happened, and the ways on. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../electron/contract/errors.ts'
import type { Grant } from '../../../electron/contract/library.ts'
import { useAction, useCall } from '../api/hooks.ts'
import { useFaults, useSentence } from './faults.ts'
import { Notice } from './Notice.tsx'
import { useFolderChoice } from './folder-choice.tsx'

export function LibraryFailed({ folder, fault }: { readonly folder: string; readonly fault: Fault }) {
  const { t } = useTranslation()
  const say = useSentence()
  const retry = useAction('library.retry')
  const open = useAction('library.open')
  const recent = useCall('library.recent', {})
  const choice = useFolderChoice()
  const complain = useFaults()
  const go = (chosen: Grant): void => open.mutate({ folder: chosen }, { onError: complain })
  return (
    <main className="failed">
      <Notice title={t('failed.title')} text={say(fault)} level={1}>
        <Button type="primary" loading={retry.isPending} onClick={() => retry.mutate({})}>{t('common.retry')}</Button>
        <Button onClick={() => choice.choose(go)}>{t('failed.other')}</Button>
      </Notice>
      <p className="meta">{t('failed.folder', { folder })} · {fault.code}</p>
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
