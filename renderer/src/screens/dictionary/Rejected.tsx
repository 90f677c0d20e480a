/** Words that were turned down, to be offered again. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/index.ts'
import { useCall } from '../../api/hooks.ts'
import { type Changing, useHere } from './hooks.ts'

const SHOWN = 200

export function Rejected({ changing }: { readonly changing: Changing }) {
  const { t } = useTranslation()
  const here = useHere()
  const [open, setOpen] = useState(false)
  const rejected = useCall('lexicon.rejected', { offset: 0, limit: SHOWN }, { enabled: here }).data
  if (rejected === undefined || rejected.total === 0) return null
  return (
    <details className="rejected-words" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('dictionary.rejected', { count: rejected.total })}</summary>
      {open && (
        <ul className="plain-list">
          {rejected.words.map(({ text }) => (
            <li key={text}>{text} <Button type="link" size="small" onClick={() => void changing.make(t('dictionary.reconsidered', { word: text }), () => client.call('lexicon.reconsider', { texts: [text] }))} aria-label={t('dictionary.reconsiderWord', { word: text })}>{t('dictionary.reconsider')}</Button></li>
          ))}
        </ul>
      )}
    </details>
  )
}
