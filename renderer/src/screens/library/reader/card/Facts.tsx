/** The facts of the case card in their groups. What the text does not say reads 原文未述. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardFact, CardList } from '../../../../../../electron/contract/card.ts'
import type { Entry, Span } from '../../../../../../electron/contract/entry.ts'
import { useAdopting, useFacts, useMine } from '../../../../app/deciding.tsx'
import { Badge } from '../../../../parts/Badge.tsx'
import { WordList } from '../../../../parts/WordList.tsx'
import { CARD_GROUPS, headOf, linesOf, readingOf, rejectedOf, sentenceOf, withoutPeriod } from './arrange.ts'
import { FactLine } from './FactLine.tsx'

export function Facts({ entry, spot, onShow, onEdit }: { readonly entry: Entry; readonly spot: Span | null; readonly onShow: (span: Span) => void; readonly onEdit: (fact: CardFact) => void }) {
  const { t } = useTranslation()
  const { decide } = useFacts()
  const mine = useMine()
  const adopting = useAdopting()
  const [folded, setFolded] = useState(true)
  const rejected = rejectedOf(entry.facts)
  const show = (fact: CardFact): void => {
    const sentence = sentenceOf(fact)
    if (sentence !== null) onShow(sentence)
  }
  return (
    <div className="facts">
      {CARD_GROUPS.map(({ id, lists }) => (
        <section key={id} className="fact-group" aria-labelledby={`card-${id}`}>
          <h3 id={`card-${id}`}>{t(`card.group.${id}`)}</h3>
          {lists.map((list) => {
            const { lines } = linesOf(entry.facts, list)
            const period = withoutPeriod({ list, lines })
            // What a group does not say at all stands in one line below it.
            if (lines.length === 0) return null
            return (
              <div key={list} className="fact-list">
                {lists.length > 1 && <h4>{t(`fact.list.${list}`)}</h4>}
                {period !== null && <p className="quiet">{t(period === 'all' ? 'card.noPeriod' : 'card.noPeriodElse')}</p>}
                <ul>
                  {lines.map(({ fact, more }) => (
                    <FactLine key={fact.id} fact={fact} more={more} periodSaid={period !== null} mine={mine(fact) !== null} current={spot !== null && spot.start === fact.sentenceStart && fact.sentence !== ''} onShow={() => show(fact)} onDecide={(decision) => decide(entry.id, fact, decision)} onEdit={() => onEdit(fact)} onAdopt={(word) => adopting.fact(entry.id, fact, word)} />
                  ))}
                </ul>
              </div>
            )
          })}
          <Unsaid lists={lists.filter((list) => linesOf(entry.facts, list).lines.length === 0)} named={lists.length > 1} />
        </section>
      ))}
      {rejected.length > 0 && (
        <div className="rejected-tags">
          <Button size="small" type="link" data-stop aria-expanded={!folded} onClick={() => setFolded(!folded)}>{t('card.rejected', { count: rejected.length })}</Button>
          {(!folded || rejected.some(({ fact }) => fact.differ)) && (
            <ul>
              {rejected.filter(({ fact }) => !folded || fact.differ).map(({ list, fact }) => (
                <li key={`${list} ${fact.id}`} className="tag-head">
                  <span className="fact-head">{t(`fact.list.${list}`)} · {headOf(fact)}</span>
                  {fact.differ ? <Badge tone="warning">{t('judgement.differ')}</Badge> : <span className="meta">{fact.decided?.by}</span>}
                  {mine(fact) === 'rejected'
                    ? <Button size="small" type="link" data-stop onClick={() => decide(entry.id, fact, null)}>{t('practice.takeBack', { practice: headOf(fact) })}</Button>
                    : <Button size="small" type="link" data-stop onClick={() => decide(entry.id, fact, 'confirmed')}>{t('practice.confirm', { practice: headOf(fact) })}</Button>}
                  {fact.differ && <WordList name={headOf(fact)} words={fact.judgements} reading={readingOf} onAdopt={(word) => adopting.fact(entry.id, fact, word)} />}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  )
}

/** What the text does not say, by name where a group has several lists. */
function Unsaid({ lists, named }: { readonly lists: readonly CardList[]; readonly named: boolean }) {
  const { t } = useTranslation()
  if (lists.length === 0) return null
  return <p className="unsaid quiet">{named && <span>{lists.map((list) => t(`fact.list.${list}`)).join(t('card.and'))}{t('card.colon')}</span>}{t('common.none')}</p>
}
