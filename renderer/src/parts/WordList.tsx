/** Everybody's word on one thing, side by side: who said what and when, which counts, and a press to take one over (以此为准). */
import { CheckOutlined, CloseOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from './Badge.tsx'

export interface Word {
  readonly by: string
  readonly at: string
  readonly came: boolean
  readonly counts: boolean
  readonly settles: boolean
  readonly decision: 'confirmed' | 'rejected' | 'changed' | 'added'
}

const SIGNS: Readonly<Record<Word['decision'], ReactNode>> = { confirmed: <CheckOutlined aria-hidden />, rejected: <CloseOutlined aria-hidden />, changed: <EditOutlined aria-hidden />, added: <PlusOutlined aria-hidden /> }

export function WordList<W extends Word>({ name, words, numbered = false, reading, onAdopt }: {
  readonly name: string
  readonly words: readonly W[]
  /** Each shows the digit that takes it over. */
  readonly numbered?: boolean
  /** How a person reads it, where they put it right or added it. */
  readonly reading?: (word: W) => string | null
  readonly onAdopt: (word: W) => void
}) {
  const { t, i18n } = useTranslation()
  return (
    <ul className="said-words" aria-label={t('judgement.words', { name })}>
      {words.map((word, n) => {
        const read = reading?.(word) ?? null
        const verdict = t(`judgement.verdict.${word.decision}`)
        return (
          <li key={`${word.by} ${word.at} ${String(word.came)}`} className="word" aria-current={word.counts}>
            <span className="word-said">{numbered && n < 9 && <kbd>{n + 1}</kbd>} <strong>{word.by}</strong> {SIGNS[word.decision]} {verdict}{read !== null && <span className="word-read">{read}</span>}</span>
            <span className="meta">{new Date(word.at).toLocaleDateString(i18n.language)}{word.came && ` · ${t('judgement.came')}`}</span>
            {word.counts && <Badge tone="info">{t(word.settles ? 'judgement.settles' : 'judgement.counts')}</Badge>}
            <Button size="small" type="link" aria-label={t('judgement.adoptOf', { by: word.by, verdict, name })} onClick={() => onAdopt(word)}>{t('judgement.adopt')}</Button>
          </li>
        )
      })}
    </ul>
  )
}

/** The word that one press takes over: the newest that says otherwise than what counts. */
export const otherWord = <W extends Word>(words: readonly W[]): W | undefined => words.find((word) => !word.counts && (word.decision !== words[0]?.decision || word.decision === 'changed'))
