import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evidence } from '../../../../../../electron/contract/practice-tag.ts'
import { Badge } from '../../../../parts/Badge.tsx'
import { marked } from '../../../../parts/marked.tsx'

/** One sentence with what fired marked in it; choosing it shows it in its place. `where` says where that is. */
export function Sentence({ evidence, where, current, onShow, children }: {
  readonly evidence: Evidence
  readonly where: string
  /** Whether it is the one that is lit up in the text. */
  readonly current: boolean
  readonly onShow: () => void
  readonly children?: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <li className="sentence">
      <button type="button" className="sentence-text" data-stop {...(evidence.passage === null ? {} : { 'data-passage': evidence.passage })} aria-current={current ? 'location' : undefined} onClick={onShow}>
        <span className="sentence-where">{where}{evidence.passage !== null && <> <Badge tone="quiet">{t('practice.byHand')}</Badge></>}</span>
        <span className="sentence-words">{marked(evidence.text, evidence.marks.map(({ start, end }) => [start, end]), evidence.start)}</span>
      </button>
      {children}
    </li>
  )
}
