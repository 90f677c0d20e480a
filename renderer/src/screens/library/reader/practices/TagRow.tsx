/** 做法 of the entry in one line above the text; each leads to its sentences. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { CARD_LISTS } from '../../../../../../electron/contract/card.ts'
import type { Entry } from '../../../../../../electron/contract/entry.ts'
import type { PracticeId } from '../../../../../../electron/contract/practice-tag.ts'
import type { Taxonomy } from '../../../../app/taxonomy.ts'
import { PracticeTag } from '../../../../parts/PracticeTag.tsx'
import { arrange, sentencesOf } from './arrange.ts'

export function TagRow({ entry, taxonomy, onOpen, onPanel }: { readonly entry: Entry; readonly taxonomy: Taxonomy; readonly onOpen: (practice: PracticeId) => void; readonly onPanel: () => void }) {
  const { t } = useTranslation()
  const { groups, rejected } = arrange(entry.practices)
  const differing = entry.practices.filter(({ differ }) => differ).length + CARD_LISTS.reduce((sum, list) => sum + entry.facts[list].filter(({ differ }) => differ).length, 0)
  return (
    <section className="tag-row" aria-label={t('practice.row')}>
      <span className="tag-row-name">{t('practice.row')}</span>
      {groups.map(({ tag }) => (
        <button key={tag.id} type="button" className="tag-button" onClick={() => onOpen(tag.id)}>
          <PracticeTag id={tag.id} label={taxonomy.label(tag.id)} strength={tag.strength} state={tag.state} />
          <span className="tag-count" aria-hidden>{sentencesOf(tag)}</span>
          <span className="unseen">{t('practice.sentences', { count: sentencesOf(tag) })}</span>
        </button>
      ))}
      {groups.length === 0 && <span className="quiet">{t('practice.none')}</span>}
      {differing > 0 && <button type="button" className="tag-button differing" onClick={onPanel}>{t('judgement.differing', { count: differing })}</button>}
      {rejected.length > 0 && <Button size="small" type="link" onClick={onPanel}>{t('practice.rejected', { count: rejected.length })}</Button>}
    </section>
  )
}
