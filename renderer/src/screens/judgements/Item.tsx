/** One thing that people judge differently, with everybody's word; the digits take one over while the focus is in it. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CardFact, CardList, FactJudgement } from '../../../../electron/contract/card.ts'
import type { EntryId } from '../../../../electron/contract/entry.ts'
import type { PracticeTag as Tag } from '../../../../electron/contract/practice-tag.ts'
import { useAdopting } from '../../app/deciding.tsx'
import { useTaxonomy } from '../../app/use-taxonomy.ts'
import { useViewOf } from '../../app/view.ts'
import { PracticeTag } from '../../parts/PracticeTag.tsx'
import { WordList } from '../../parts/WordList.tsx'
import { headOf, readingOf, sentenceOf } from '../library/reader/card/arrange.ts'

export function PracticeItem({ id, tag }: { readonly id: EntryId; readonly tag: Tag }) {
  const { t } = useTranslation()
  const { label } = useTaxonomy()
  const { readAt, read } = useViewOf('readAt', 'read')
  const adopting = useAdopting()
  const [best] = tag.evidence
  const open = (): void => { if (best === undefined) read(id); else readAt(id, best) }
  return (
    <section className="differing-item" tabIndex={0} data-item aria-label={label(tag.id)}>
      <p className="differing-what"><span className="meta">{t('judgements.practice')}</span> <PracticeTag id={tag.id} label={label(tag.id)} strength={tag.strength} state={tag.state} /></p>
      {best !== undefined && <Said text={best.text} onOpen={open} />}
      <WordList name={label(tag.id)} words={tag.judgements} numbered onAdopt={(word) => adopting.practice(id, tag.id, word)} />
    </section>
  )
}

export function FactItem({ id, list, fact }: { readonly id: EntryId; readonly list: CardList; readonly fact: CardFact }) {
  const { t } = useTranslation()
  const { readAt, read } = useViewOf('readAt', 'read')
  const adopting = useAdopting()
  const name = headOf(fact)
  const sentence = sentenceOf(fact)
  return (
    <section className="differing-item" tabIndex={0} data-item aria-label={name}>
      <p className="differing-what"><span className="meta">{t(`fact.list.${list}`)}</span> <strong>{name}</strong>{'measures' in fact && <b className="fact-value">{fact.value}</b>}</p>
      {sentence !== null && <Said text={fact.sentence} onOpen={() => readAt(id, sentence)} />}
      {sentence === null && <Button type="link" size="small" onClick={() => read(id)}>{t('card.byline')}</Button>}
      <WordList<FactJudgement> name={name} words={fact.judgements} numbered reading={readingOf} onAdopt={(word) => adopting.fact(id, fact, word)} />
    </section>
  )
}

const Said = ({ text, onOpen }: { readonly text: string; readonly onOpen: () => void }) => <button type="button" className="sentence-text" data-open onClick={onOpen}><span className="sentence-words">{text}</span></button>
