/** What newer rules would make of files that are here: field by field, line by line, a few files at a time. */
import { Button, Modal, Pagination, Spin } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeptField } from '../../../../electron/contract/rereading.ts'
import type { RecleanedEntry } from '../../../../electron/contract/recleaning.ts'
import { CallFault } from '../../api/index.ts'
import { useCall } from '../../api/hooks.ts'
import { useSentence } from '../../app/faults.ts'
import { Badge } from '../../parts/Badge.tsx'

const PAGE = 5
const TONES = { same: 'quiet', changed: 'info', added: 'info', gone: 'warning' } as const

export function RecleanDialog({ open, onClose, onApply }: { readonly open: boolean; readonly onClose: () => void; readonly onApply: () => void }) {
  const { t } = useTranslation()
  const say = useSentence()
  const [page, setPage] = useState(1)
  const { data, error } = useCall('reclean.preview', { ids: null, offset: (page - 1) * PAGE, limit: PAGE }, { enabled: open, keep: true })
  return (
    <Modal open={open} title={t('reclean.differences')} width="56rem" onCancel={onClose} footer={<><Button onClick={onClose}>{t('common.cancel')}</Button><Button type="primary" disabled={data === undefined} onClick={onApply}>{t('reclean.apply')}</Button></>}>
      {error instanceof CallFault && <p className="danger">{say(error.fault)}</p>}
      {data === undefined ? error === null && <div className="opening"><Spin /></div> : (
        <>
          <div className="reclean-files" tabIndex={0} role="region" aria-label={t('reclean.differences')}>
            {data.files.map(({ file, fault, entries }) => (
              <section key={file} className="reclean-file">
                <h3>{file}</h3>
                {fault !== null && <p className="danger">{say(fault)}</p>}
                {entries.map((entry) => <Difference key={entry.id ?? entry.title} entry={entry} />)}
              </section>
            ))}
          </div>
          {data.total > PAGE && <Pagination size="small" current={page} pageSize={PAGE} total={data.total} showSizeChanger={false} onChange={setPage} />}
        </>
      )}
    </Modal>
  )
}

function Difference({ entry: { title, becomes, changes, body, notices, kept } }: { readonly entry: RecleanedEntry }) {
  const { t } = useTranslation()
  const names: Readonly<Record<KeptField, string>> = { kind: t('edit.kind'), title: t('edit.name'), kicker: t('edit.kicker'), subtitle: t('edit.subtitle'), authors: t('edit.authors'), media: t('edit.media'), page: t('edit.page'), url: t('edit.url'), date: t('edit.date'), place: t('reader.place'), rightsLevel: t('edit.rightsLevel'), rightsStatement: t('edit.rightsStatement'), editorNote: t('edit.editorNote'), body: t('edit.body') }
  const or = (value: string): string => (value === '' ? t('common.none') : value)
  return (
    <div className="reclean-entry">
      <p><Badge tone={TONES[becomes]}>{t(`reclean.becomes.${becomes}`)}</Badge> {title}</p>
      <dl className="reclean-changes">
        {changes.map(({ field, before, after }) => <div key={field}><dt>{names[field]}</dt><dd><del>{or(before)}</del> → <ins>{or(after)}</ins></dd></div>)}
        {body !== null && <div><dt>{t('edit.body')}</dt><dd>{t('reclean.body', { added: body.added, removed: body.removed })}{body.lines.map(({ before, after }) => <p key={before + after}><del>{before}</del> → <ins>{after}</ins></p>)}</dd></div>}
        {(notices.added > 0 || notices.gone > 0) && <div><dt>{t('reader.notices')}</dt><dd>{t('reclean.notices', notices)}</dd></div>}
        {kept.map(({ field, own }) => <div key={`kept-${field}`}><dt>{names[field]}</dt><dd>{t('reclean.kept', { own: own.slice(0, 60) })}</dd></div>)}
      </dl>
    </div>
  )
}
