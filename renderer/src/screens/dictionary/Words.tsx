/** 词: every word with where it comes from, and whether it is on; one's own are added here. */
import { Button, Input, InputNumber, Select, Spin, Switch } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft, Word, WordSource } from '../../../../electron/contract/lexicon.ts'
import { client } from '../../api/index.ts'
import { useCall } from '../../api/hooks.ts'
import { usePaged } from '../../api/paged.ts'
import { Notice } from '../../app/Notice.tsx'
import { useViewOf } from '../../app/view.ts'
import { Badge } from '../../parts/Badge.tsx'
import { NO_FILTERS } from '../../../../electron/contract/searching.ts'
import { EffectsLine } from './EffectsLine.tsx'
import { Failed } from './Failed.tsx'
import { adding, type Changing, NO_DRAFT, useHere, useSettled } from './hooks.ts'
import { List } from './List.tsx'

type Which = 'all' | 'off' | WordSource
const WHICH: readonly Which[] = ['all', 'user', 'mined', 'builtin', 'off']

export function Words({ changing, onDraft }: { readonly changing: Changing; readonly onDraft: (draft: Draft, example: string) => void }) {
  const { t } = useTranslation()
  const here = useHere()
  const [typed, setTyped] = useState('')
  const [which, setWhich] = useState<Which>('all')
  const [at, setAt] = useState(0)
  const query = useSettled(typed.trim())
  const list = usePaged('lexicon.words', { query, source: which === 'all' || which === 'off' ? null : which, on: which === 'off' ? false : null }, ({ words }) => words, here)
  useEffect(() => setAt(0), [query, which])
  const total = list.total ?? 0
  const chosen = Math.min(at, Math.max(0, total - 1))
  const current = list.at(chosen)
  const counts = list.whole?.counts
  return (
    <div className="dictionary-body">
      <aside className="dictionary-side" data-pane>
        <div className="dictionary-tools">
          <Input allowClear data-filter-box value={typed} onChange={({ target }) => setTyped(target.value)} placeholder={t('dictionary.findWord')} aria-label={t('dictionary.findWord')} maxLength={200} />
          <Select popupMatchSelectWidth={false} value={which} onChange={setWhich} aria-label={t('dictionary.which')} options={WHICH.map((value) => ({ value, label: `${t(`dictionary.sources.${value}`)}${counts === undefined ? '' : ` ${String(counts[value])}`}` }))} />
        </div>
        {list.error !== null && <Failed error={list.error} onRetry={list.retry} />}
        {list.total === undefined ? (list.error === null && <div className="opening"><Spin /></div>) : total === 0
          ? <Notice title={t('dictionary.noWord')} text={t(query === '' ? 'dictionary.noOwnWord' : 'dictionary.noWordHint', { word: query })}>{query !== '' && <Button onClick={() => setTyped('')}>{t('dictionary.clearFind')}</Button>}</Notice>
          : <List name="word" count={total} label={t('dictionary.words')} estimate={2.25} chosen={chosen} onChoose={setAt} onShow={list.show} renderRow={(index) => <WordRow word={list.at(index)} />} />}
      </aside>
      <section className="dictionary-detail" data-pane aria-label={t('dictionary.words')}>
        <AddWord suggested={total === 0 ? query : ''} changing={changing} onDraft={onDraft} />
        {current !== undefined && <WordDetail key={current.text} word={current} changing={changing} />}
      </section>
    </div>
  )
}

function WordRow({ word }: { readonly word: Word | undefined }) {
  const { t } = useTranslation()
  if (word === undefined) return <span className="word-text">…</span>
  return (
    <>
      <span className={word.on ? 'word-text' : 'word-text off'}>{word.text}</span>
      {!word.on && <Badge tone="warning">{t('dictionary.off')}</Badge>}
      <span className="meta">{t(`dictionary.sources.${word.source}`)}</span>
    </>
  )
}

function WordDetail({ word, changing }: { readonly word: Word; readonly changing: Changing }) {
  const { t } = useTranslation()
  const here = useHere()
  const { search, filter, show } = useViewOf('search', 'filter', 'show')
  const { text, on, source, frequency, note } = word
  const told = useCall('lexicon.word', { text }, { enabled: here }).data
  const turn = (next: boolean): void => void changing.make(t(next ? 'dictionary.switchedOn' : 'dictionary.switchedOff', { word: text }), () => client.call('lexicon.switch', { texts: [text], on: next }))
  const inLibrary = (): void => {
    filter(NO_FILTERS)
    search(`“${text}”`)
    show('library')
  }
  return (
    <div className="word-detail">
      <h2 className="word-head">{text}</h2>
      <dl className="word-facts">
        <div><dt>{t('dictionary.source')}</dt><dd>{t(`dictionary.sources.${source}`)}</dd></div>
        <div><dt>{t('dictionary.frequency')}</dt><dd>{frequency ?? t('dictionary.ownFrequency')}</dd></div>
        {note !== '' && <div><dt>{t('dictionary.note')}</dt><dd>{note}</dd></div>}
        <div><dt>{t('dictionary.enabled')}</dt><dd><Switch checked={on} onChange={turn} aria-label={t('dictionary.enabledWord', { word: text })} /></dd></div>
        {told !== undefined && (
          <>
            <div><dt>{t('dictionary.cutNow')}</dt><dd>{told.cut.join(' / ')}</dd></div>
            <div><dt>{t('dictionary.alternatives')}</dt><dd>{told.alternatives.length === 0 ? t('dictionary.noAlternatives') : told.alternatives.join(t('dictionary.comma'))}</dd></div>
            <div><dt>{t('dictionary.standsIn')}</dt><dd>{t('dictionary.standsInCount', { entries: told.entries, titles: told.titles })}{told.entries > 0 && <Button type="link" size="small" onClick={inLibrary}>{t('dictionary.show')}</Button>}</dd></div>
          </>
        )}
      </dl>
      <h3>{t(on ? 'dictionary.ifOff' : 'dictionary.ifOn')}</h3>
      <EffectsLine draft={on ? { ...NO_DRAFT, off: [text] } : adding(text, frequency)} />
      {source !== 'builtin' && <Button danger onClick={() => void changing.make(t('dictionary.removed', { word: text }), () => client.call('lexicon.remove', { texts: [text] }))}>{t('dictionary.remove')}</Button>}
    </div>
  )
}

function AddWord({ suggested, changing, onDraft }: { readonly suggested: string; readonly changing: Changing; readonly onDraft: (draft: Draft, example: string) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const [frequency, setFrequency] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const word = (typed ?? suggested).trim()
  // A single character, blanks or a sentence are no word yet: nothing is asked about them.
  const fit = /^\S{2,20}$/u.test(word)
  const draft = fit ? adding(word, frequency) : NO_DRAFT
  const key = JSON.stringify(draft)
  useEffect(() => {
    onDraft(draft, '')
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, onDraft])
  const clear = (): void => {
    setTyped(null)
    setFrequency(null)
    setNote('')
  }
  const add = async (): Promise<void> => {
    if (await changing.make(t('dictionary.added', { word }), () => client.call('lexicon.put', { words: [{ text: word, frequency, note }] }))) clear()
  }
  return (
    <form className="add-word" aria-label={t('dictionary.addWord')} onSubmit={(event) => { event.preventDefault(); if (fit) void add() }}>
      <div className="add-fields">
        <Input value={typed ?? suggested} onChange={({ target }) => setTyped(target.value)} placeholder={t('dictionary.newWord')} aria-label={t('dictionary.newWord')} maxLength={20} />
        <InputNumber min={1} max={999_999_999} precision={0} value={frequency} onChange={setFrequency} placeholder={t('dictionary.frequencyHint')} aria-label={t('dictionary.frequency')} />
        <Input value={note} onChange={({ target }) => setNote(target.value)} placeholder={t('dictionary.note')} aria-label={t('dictionary.note')} maxLength={200} />
        <Button type="primary" htmlType="submit" disabled={!fit}>{t('dictionary.add')}</Button>
      </div>
      <EffectsLine draft={draft} />
    </form>
  )
}
