/** 案例卡: the practices of the entry with the sentences they rest on, and its facts, to look at, confirm and reject. */
import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CARD_LISTS, type CardFact } from '../../../../../../electron/contract/card.ts'
import type { Entry, Span } from '../../../../../../electron/contract/entry.ts'
import type { Evidence, PracticeId, PracticeTag } from '../../../../../../electron/contract/practice-tag.ts'
import { useAdopting, useDecide, useFacts, useMine, usePassages } from '../../../../app/deciding.tsx'
import { guarded } from '../../../../app/keyboard.ts'
import { topOf } from '../../../../app/practice-colours.ts'
import { useTaxonomy } from '../../../../app/use-taxonomy.ts'
import { Badge } from '../../../../parts/Badge.tsx'
import { PracticeTag as Tag } from '../../../../parts/PracticeTag.tsx'
import { otherWord, WordList } from '../../../../parts/WordList.tsx'
import { Facts } from '../card/Facts.tsx'
import { arrange } from './arrange.ts'
import { Sentence } from './Sentence.tsx'
import { TagHead } from './TagHead.tsx'
import { useStops } from './use-stops.ts'

/** A long report can hold hundreds; the first show what is meant. */
const MOST = 30

export interface Asked {
  readonly practice: PracticeId
}

export function CardPanel({ entry, asked, spot, inTitle, onShow, onEdit, onClose }: {
  readonly entry: Entry
  /** The tag to open and go to; asking again is a new object. */
  readonly asked: Asked | null
  readonly spot: Span | null
  /** The title is lit up. */
  readonly inTitle: boolean
  readonly onShow: (span: Span, part: 'body' | 'title') => void
  readonly onEdit: (fact: CardFact) => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const taxonomy = useTaxonomy()
  const decide = useDecide()
  const passages = usePassages()
  const mine = useMine()
  const adopting = useAdopting()
  const facts = useFacts()
  const panel = useRef<HTMLElement>(null)
  const [turned, setTurned] = useState<ReadonlyMap<PracticeId, boolean>>(new Map())
  const [whole, setWhole] = useState<ReadonlySet<PracticeId>>(new Set())
  const [folded, setFolded] = useState(true)
  const { groups, rejected } = arrange(entry.practices)

  const openAt = (tag: PracticeTag, nested: boolean): boolean => turned.get(tag.id) ?? (nested || groups.length <= 2 || tag.id === asked?.practice)
  const turn = (id: PracticeId, open: boolean): void => setTurned((before) => new Map(before).set(id, open))
  const decideOn = (id: PracticeId, decision: 'confirmed' | 'rejected' | null): void => decide(entry.id, id, decision)
  const find = (id: PracticeId): PracticeTag | undefined => entry.practices.find((tag) => tag.id === id)

  // First it is opened, with the practice it lies under; once it stands in the page the focus goes to it.
  const sought = useRef<Asked | null>(null)
  useEffect(() => {
    if (asked === null) return
    sought.current = asked
    turn(topOf(asked.practice) as PracticeId, true)
    turn(asked.practice, true)
  }, [asked])
  useEffect(() => {
    const head = sought.current === null ? null : panel.current?.querySelector<HTMLElement>(`[data-practice="${sought.current.practice}"]`)
    if (!head) return
    sought.current = null
    head.focus()
  }, [turned, entry.practices])

  const press = useStops(panel, {
    turn: (id, open) => turn(id, open),
    confirm: (id) => {
      const tag = find(id)
      decideOn(id, tag?.state === 'confirmed' && mine(tag) === 'confirmed' ? null : 'confirmed')
    },
    reject: (id) => decideOn(id, 'rejected'),
    adopt: (id) => {
      const tag = find(id)
      const word = tag?.differ === true ? otherWord(tag.judgements) : undefined
      if (word !== undefined) adopting.practice(entry.id, id, word)
    },
    drop: (id, passage) => passages.remove(entry.id, id, passage),
    leave: onClose,
    fact: (id) => {
      const fact = CARD_LISTS.flatMap((list): readonly CardFact[] => entry.facts[list]).find((one) => one.id === id)
      return fact === undefined ? null : { confirm: () => facts.decide(entry.id, fact, fact.state === 'confirmed' && mine(fact) !== null ? null : 'confirmed'), reject: () => facts.decide(entry.id, fact, 'rejected'), edit: () => onEdit(fact), adopt: () => { const word = fact.differ ? otherWord(fact.judgements) : undefined; if (word !== undefined) adopting.fact(entry.id, fact, word) } }
    },
  })

  const where = ({ start }: Evidence): string => {
    const paragraph = entry.paragraphs.find(({ end }) => end >= start)
    return paragraph === undefined ? '' : t('practice.paragraph', { n: paragraph.n })
  }
  const sentences = (tag: PracticeTag, body: readonly Evidence[]) => (
    <ul className="sentences" data-of={tag.id}>
      {tag.inTitle.map((one) => <Sentence key={`title-${String(one.start)}`} evidence={one} where={t('practice.inTitle')} current={inTitle} onShow={() => onShow(one, 'title')} />)}
      {(whole.has(tag.id) ? body : body.slice(0, MOST)).map((one) => (
        <Sentence key={one.passage ?? `${String(one.start)}-${String(one.end)}`} evidence={one} where={where(one)} current={spot?.start === one.start && spot.end === one.end} onShow={() => onShow(one, 'body')}>
          {one.passage !== null && <Button size="small" type="link" onClick={() => passages.remove(entry.id, tag.id, one.passage ?? '')}>{t('practice.dropPassage')}</Button>}
        </Sentence>
      ))}
      {body.length > MOST && !whole.has(tag.id) && <li><Button size="small" type="link" data-stop onClick={() => setWhole(new Set(whole).add(tag.id))}>{t('practice.more', { count: body.length - MOST })}</Button></li>}
      {tag.lost.map(({ passage, quote }) => (
        <li key={passage} className="sentence lost-passage">
          <p>{t('practice.lost')}</p>
          <blockquote>{quote}</blockquote>
          <Button size="small" type="link" onClick={() => passages.remove(entry.id, tag.id, passage)}>{t('practice.dropPassage')}</Button>
        </li>
      ))}
    </ul>
  )
  const item = (tag: PracticeTag, body: readonly Evidence[], subs: readonly PracticeTag[], nested: boolean) => {
    const open = openAt(tag, nested)
    return (
      <li key={tag.id} className="tag-item">
        <TagHead tag={tag} label={taxonomy.label(tag.id)} mine={mine(tag)} open={open} onToggle={() => turn(tag.id, !open)} onDecide={(decision) => decideOn(tag.id, decision)} onAdopt={(word) => adopting.practice(entry.id, tag.id, word)} />
        {open && (body.length + tag.inTitle.length + tag.lost.length > 0) && sentences(tag, body)}
        {open && subs.length > 0 && <ul className="sub-tags">{subs.map((sub) => item(sub, sub.evidence, [], true))}</ul>}
      </li>
    )
  }
  return (
    <aside className="practice-panel" aria-label={t('practice.panel')} data-pane ref={panel} onKeyDown={guarded(press)}>
      <header className="panel-head">
        <h2>{t('practice.panel')}</h2>
        <Button size="small" type="text" icon={<CloseOutlined />} aria-label={t('practice.close')} onClick={onClose} />
      </header>
      <h3 className="card-practices">{t('card.practices')}</h3>
      <p className="meta">{t(groups.length === 0 ? 'practice.none' : 'practice.hint')}</p>
      <ul className="tag-list">{groups.map(({ tag, own, subs }) => item(tag, own, subs, false))}</ul>
      {rejected.length > 0 && (
        <div className="rejected-tags">
          <Button size="small" type="link" data-stop aria-expanded={!folded} onClick={() => setFolded(!folded)}>{t('practice.rejected', { count: rejected.length })}</Button>
          {(!folded || rejected.some(({ differ }) => differ)) && (
            <ul>
              {rejected.filter(({ differ }) => !folded || differ).map((tag) => (
                <li key={tag.id} className="tag-head">
                  <Tag id={tag.id} label={taxonomy.label(tag.id)} state={tag.state} />
                  {tag.differ ? <Badge tone="warning">{t('judgement.differ')}</Badge> : <span className="meta">{tag.decided?.by}</span>}
                  {mine(tag) === 'rejected'
                    ? <Button size="small" type="link" data-stop onClick={() => decideOn(tag.id, null)}>{t('practice.takeBack', { practice: taxonomy.label(tag.id) })}</Button>
                    : <Button size="small" type="link" data-stop onClick={() => decideOn(tag.id, 'confirmed')}>{t('practice.confirm', { practice: taxonomy.label(tag.id) })}</Button>}
                  {tag.differ && <WordList name={taxonomy.label(tag.id)} words={tag.judgements} onAdopt={(word) => adopting.practice(entry.id, tag.id, word)} />}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <Facts entry={entry} spot={spot} onShow={(span) => onShow(span, 'body')} onEdit={onEdit} />
    </aside>
  )
}
