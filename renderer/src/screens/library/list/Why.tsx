/** 为什么在这里: what a hit's place in the list is made of, part by part, in sentences. */
import { Spin } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryId } from '../../../../../electron/contract/entry.ts'
import { CallFault } from '../../../api/index.ts'
import { useCall } from '../../../api/hooks.ts'
import { useSentence } from '../../../app/faults.ts'
import { guarded } from '../../../app/keyboard.ts'
import { useViewOf } from '../../../app/view.ts'
import { useSort } from '../results.ts'

export function Why({ id, title, onClose }: { readonly id: EntryId; readonly title: string; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const say = useSentence()
  const { query, filters } = useViewOf('query', 'filters')
  const sort = useSort()
  const { data, error } = useCall('search.explain', { id, query, filters })
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => { card.current?.focus() }, [])
  const most = Math.max(1, ...(data?.parts ?? []).map(({ value }) => Math.abs(value)))
  return (
    // What is clicked and pressed in the card is not meant for the row under it.
    <div className="why" ref={card} tabIndex={-1} role="dialog" aria-label={t('library.whyOf', { title })} onClick={(event) => event.stopPropagation()} onKeyDown={guarded((event) => { event.stopPropagation(); if (event.key === 'Escape') onClose() })}>
      <h2>{t('library.whyTitle')}</h2>
      {error instanceof CallFault && <p>{say(error.fault)}</p>}
      {data === undefined && error === null && <Spin size="small" />}
      {data?.parts.length === 0 && <p>{t('library.whyNothing')}</p>}
      <ol>
        {data?.parts.map(({ part, value, detail }) => (
          <li key={part}>
            <span>{detail === '' ? t(`library.why.${part}`) : t('library.whyDetail', { why: t(`library.why.${part}`), detail })}</span>
            <span className="why-bar" aria-hidden><span style={{ inlineSize: `${String(Math.round((Math.abs(value) / most) * 100))}%` }} className={value < 0 ? 'less' : ''} /></span>
            <span className="why-value">{value > 0 ? '+' : ''}{value.toFixed(1)}</span>
          </li>
        ))}
      </ol>
      {sort !== 'relevance' && <p className="meta">{t('library.whyOrder', { order: t(`library.sort.${sort}`) })}</p>}
    </div>
  )
}
