/** 新词: what was found in the library and is in no dictionary; one key each, and every example leads to its sentence. */
import { Button, Progress, Spin } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Candidate, Draft, Mining } from '../../../../electron/contract/lexicon.ts'
import { client } from '../../api/index.ts'
import { useCall, useEvent, refresh } from '../../api/hooks.ts'
import { usePaged } from '../../api/paged.ts'
import { guarded, isTyping, openDialog } from '../../app/keyboard.ts'
import { Notice } from '../../app/Notice.tsx'
import { DICTIONARY_KEYS } from '../../app/shortcuts.ts'
import { useViewOf } from '../../app/view.ts'
import { marked } from '../../parts/marked.tsx'
import { EffectsLine } from './EffectsLine.tsx'
import { Failed } from './Failed.tsx'
import { adding, type Changing, NO_DRAFT, useHere } from './hooks.ts'
import { List } from './List.tsx'
import { Rejected } from './Rejected.tsx'

type Act = keyof typeof DICTIONARY_KEYS
const ACT_OF = new Map(Object.entries(DICTIONARY_KEYS).map(([act, key]) => [key.toLowerCase(), act as Act]))

export function Candidates({ changing, onDraft }: { readonly changing: Changing; readonly onDraft: (draft: Draft, example: string) => void }) {
  const { t } = useTranslation()
  const here = useHere()
  const { readAt, show } = useViewOf('readAt', 'show')
  const [at, setAt] = useState(0)
  const [busy, setBusy] = useState(false)
  const pane = useRef<HTMLDivElement>(null)
  const list = usePaged('lexicon.candidates', {}, ({ candidates }) => candidates, here)
  const mining = useMining(here, list.whole?.found === null)
  const total = list.total ?? 0
  const chosen = Math.min(at, Math.max(0, total - 1))
  const current = list.at(chosen)
  const word = current?.text
  const example = current?.examples[0]?.text ?? ''
  useEffect(() => { onDraft(word === undefined ? NO_DRAFT : adding(word), example) }, [word, example, onDraft])
  const any = total > 0
  // The keys belong to this view from the start, and still do when the last word is gone: it can be taken back.
  useEffect(() => (any ? pane.current?.querySelector<HTMLElement>('[data-word-list]') : pane.current)?.focus(), [any])

  const decide = (taken: boolean): void => {
    if (current === undefined || busy) return
    setBusy(true)
    void changing.make(t(taken ? 'dictionary.accepted' : 'dictionary.turnedDown', { word: current.text }), () => client.call(taken ? 'lexicon.accept' : 'lexicon.reject', { texts: [current.text] })).finally(() => setBusy(false))
  }
  const open = (): void => {
    const [first] = current?.examples ?? []
    if (first !== undefined) readAt(first.id, spanOf(first))
  }
  const acts: Readonly<Record<Act, () => void>> = {
    next: () => setAt(Math.min(total - 1, chosen + 1)),
    previous: () => setAt(Math.max(0, chosen - 1)),
    accept: () => decide(true),
    reject: () => decide(false),
    undo: changing.last,
    open,
  }
  const press = guarded<HTMLDivElement>((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target) || openDialog() !== null) return
    const act = ACT_OF.get(event.key.toLowerCase())
    if (act === undefined || !event.currentTarget.contains(event.target as Node)) return
    event.preventDefault()
    acts[act]()
  })
  const found = list.whole?.found ?? null
  return (
    <div className="dictionary-body" ref={pane} tabIndex={-1} onKeyDown={press}>
      <aside className="dictionary-side" data-pane>
        <div className="dictionary-tools">
          {mining.running
            ? <><Progress className="mining-progress" size="small" percent={Math.floor(mining.share * 100)} aria-label={t('dictionary.mining')} /><Button size="small" onClick={mining.stop}>{t('common.cancel')}</Button></>
            : <><span className="meta">{found === null ? '' : t('dictionary.foundIn', { count: found.entries, at: found.at.slice(0, 10) })}</span><span className="spacer" /><Button size="small" onClick={mining.start}>{t('dictionary.mineAgain')}</Button></>}
        </div>
        {list.error !== null && <Failed error={list.error} onRetry={list.retry} />}
        {any
          ? <List name="candidate" count={total} label={t('dictionary.candidates')} estimate={2.5} chosen={chosen} onChoose={setAt} onEnter={open} onShow={list.show} renderRow={(index) => <CandidateRow candidate={list.at(index)} />} />
          : mining.running ? <Notice title={t('dictionary.mining')} text={t('dictionary.miningHint')} /> : list.total === undefined ? (list.error === null && <div className="opening"><Spin /></div>) : <Notice title={t('dictionary.noCandidates')} text={t(found?.entries === 0 ? 'dictionary.emptyLibrary' : 'dictionary.noCandidatesHint')}>{found?.entries === 0 && <Button onClick={() => show('import')}>{t('library.emptyAction')}</Button>}</Notice>}
        <Rejected changing={changing} />
      </aside>
      <section className="dictionary-detail" data-pane aria-label={t('dictionary.candidate')}>
        <div className="decide-bar">
          <Button type="primary" disabled={current === undefined} onClick={acts.accept}>{t('dictionary.accept')} <kbd>{DICTIONARY_KEYS.accept}</kbd></Button>
          <Button disabled={current === undefined} onClick={acts.reject}>{t('dictionary.reject')} <kbd>{DICTIONARY_KEYS.reject}</kbd></Button>
          <Button disabled={!changing.canUndo} onClick={acts.undo}>{t('common.undo')} <kbd>{DICTIONARY_KEYS.undo}</kbd></Button>
          <span className="meta" role="status">{changing.lastLabel}</span>
        </div>
        {current !== undefined && <Detail candidate={current} />}
      </section>
    </div>
  )
}

const spanOf = ({ start, mark }: Candidate['examples'][number]) => ({ start: start + mark[0], end: start + mark[1] })

function CandidateRow({ candidate }: { readonly candidate: Candidate | undefined }) {
  const { t } = useTranslation()
  if (candidate === undefined) return <span className="word-text">…</span>
  return <><span className="word-text">{candidate.text}</span><span className="meta">{t('dictionary.times', { count: candidate.count, entries: candidate.entries })}</span></>
}

function Detail({ candidate }: { readonly candidate: Candidate }) {
  const { t } = useTranslation()
  const { readAt } = useViewOf('readAt')
  const { text, count, entries, quoted, examples } = candidate
  return (
    <>
      <h2 className="word-head">{text}</h2>
      <p className="meta">{t('dictionary.times', { count, entries })}{quoted > 0 && ` · ${t('dictionary.quoted', { count: quoted })}`}</p>
      <EffectsLine draft={adding(text)} />
      <h3>{t('dictionary.examples')}</h3>
      {examples.length === 0 && <p className="hint">{t('dictionary.noExample')}</p>}
      <ul className="example-list">
        {examples.map((example) => (
          <li key={`${example.id} ${String(example.start)} ${String(example.mark[0])}`}>
            <button type="button" className="sentence-text" onClick={() => readAt(example.id, spanOf(example))}>
              <span className="sentence-words">{marked(example.text, [example.mark])}</span>
              <span className="sentence-where">{example.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

interface MiningShown {
  readonly running: boolean
  readonly share: number
  readonly start: () => void
  readonly stop: () => void
}

/** A search of a few texts is over before anyone could have seen it run. */
const onMining = ({ state }: Mining): void => { void refresh(state === 'ready' ? ['lexicon.state', 'lexicon.candidates'] : ['lexicon.state']) }

/** Looks for new words by itself where nobody has looked before. */
function useMining(here: boolean, never: boolean): MiningShown {
  const state = useCall('lexicon.state', {}, { enabled: here }).data?.mining
  const running = state?.state === 'running'
  useEvent('lexicon.mining', onMining)
  const start = (): void => void client.call('lexicon.mine', {}).then(onMining)
  useEffect(() => { if (never) void client.call('lexicon.mine', {}).then(onMining) }, [never])
  return { running, share: state?.share ?? 0, start, stop: () => void client.call('lexicon.stopMining', {}).then(onMining) }
}
