/** 核对: the articles of a batch, one after another, each beside its original; the whole of it by keyboard. */
import { ArrowLeftOutlined } from '@ant-design/icons'
import { App, Button, Progress, Spin } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryId } from '../../../../../electron/contract/entry.ts'
import type { Batch } from '../../../../../electron/contract/importing.ts'
import { CallFault } from '../../../api/index.ts'
import { useCall } from '../../../api/hooks.ts'
import { useSentence } from '../../../app/faults.ts'
import { guarded, isTyping, openDialog } from '../../../app/keyboard.ts'
import { Notice } from '../../../app/Notice.tsx'
import { REVIEW_KEYS } from '../../../app/shortcuts.ts'
import { useViewOf } from '../../../app/view.ts'
import { HalfOffer } from '../../../parts/HalfOffer.tsx'
import { StoryOffers } from '../../../parts/StoryOffers.tsx'
import { EditDrawer } from '../../library/reader/EditDrawer.tsx'
import { AboveBar } from './AboveBar.tsx'
import { Actions, type Act } from './Actions.tsx'
import { ArticlePane } from './ArticlePane.tsx'
import { SURE } from './Confidence.tsx'
import { ItemList } from './ItemList.tsx'
import { waits } from './queue.ts'
import { ReadingView } from './reading/ReadingView.tsx'
import { useReading } from './reading/use-reading.ts'
import { useJudging } from './use-judging.ts'
import { useQueue } from './use-queue.ts'
import { useWalking } from './use-walking.ts'

const ACT_OF = new Map(Object.entries(REVIEW_KEYS).map(([act, key]) => [key.toLowerCase(), act as Act]))

export function Workbench({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation()
  const say = useSentence()
  const { notification } = App.useApp()
  const judging = useJudging()
  const { reviewing, inspect, read, open } = useViewOf('reviewing', 'inspect', 'read', 'open')
  const screen = useRef<HTMLDivElement>(null)
  const [fieldsAsked, askFields] = useState(0)
  const toList = useCallback((): void => screen.current?.querySelector<HTMLElement>('[data-review-list]')?.focus(), [])
  const asked = reviewing?.entry ?? null
  const select = useCallback((id: EntryId | null): void => inspect({ batch: batch.id, entry: id }), [inspect, batch.id])
  const queue = useQueue(batch.id, asked)
  const { current, counts, loading, count: total } = queue
  const { goTo, judge } = useWalking(batch.id, queue, asked, select)
  const { reading, opening, open: adjust, close } = useReading(batch.id)
  const { data: fetched, error } = useCall('entries.get', { id: asked as EntryId }, { enabled: asked !== null && current?.entry.present === true, keep: true })
  const original = useCall('entries.original', { id: asked as EntryId }, { enabled: current?.entry.present === true }).data ?? null
  const stories = useCall('stories.of', { id: asked as EntryId }, { enabled: current?.entry.present === true }).data
  const entry = fetched?.id === asked ? fetched : undefined
  const halves = useCall('import.continued', { id: null, entry: asked }, { enabled: entry?.incomplete === true }).data

  useEffect(toList, [loading, toList])
  // That it has come in is known to whoever checks it; the message would lie over the list.
  useEffect(() => notification.destroy(batch.id), [notification, batch.id])
  // What had the focus may have gone with the article; the keys still belong to the review.
  useEffect(() => { if (document.activeElement === document.body) toList() }, [asked, toList])

  const acts: Readonly<Record<Act, () => void>> = {
    next: () => goTo(queue.at + 1),
    previous: () => goTo(queue.at - 1),
    accept: () => { if (current !== null && waits(current)) judge(judging.accept) },
    skip: () => { if (current?.entry.present === true) judge(judging.skip) },
    undo: judging.undo,
    fields: () => { if (entry !== undefined) askFields(fieldsAsked + 1) },
    edit: () => { if (entry !== undefined) open('edit') },
    open: () => { if (current?.entry.present === true) read(current.entry.id) },
    case: () => { if (current?.entry.kind === 'other') judging.setKind(current.entry.id, 'case') },
    other: () => { if (current?.entry.kind === 'case') judging.setKind(current.entry.id, 'other') },
  }
  const press = guarded<HTMLDivElement>((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target) || openDialog() !== null) return
    const inList = event.target instanceof Element && event.target.closest('[data-review-list]') !== null
    const steps: Readonly<Record<string, () => void>> = inList ? { ArrowDown: acts.next, ArrowUp: acts.previous, PageDown: () => goTo(queue.at + 10), PageUp: () => goTo(queue.at - 10), Home: () => goTo(0), End: () => goTo(total - 1) } : {}
    const named = ACT_OF.get(event.key.toLowerCase())
    const act = steps[event.key] ?? (named === undefined ? undefined : acts[named])
    if (act === undefined || !event.currentTarget.contains(event.target as Node)) return
    event.preventDefault()
    act()
  })
  const leaveReading = (): void => {
    close()
    requestAnimationFrame(toList)
  }
  if (reading !== null) {
    return <div className="review-screen"><ReadingView batch={batch.id} {...reading} onDone={leaveReading} /></div>
  }
  return (
    <div className="review-screen" ref={screen} tabIndex={-1} onKeyDown={press}>
      <header className="review-head">
        <Button size="small" icon={<ArrowLeftOutlined aria-hidden />} onClick={() => inspect(null)}>{t('review.back')}</Button>
        <h1>{t('review.title', { label: batch.label })}</h1>
        <Progress className="review-progress" size="small" showInfo={false} percent={total === 0 ? 0 : Math.floor(((total - counts.waiting) / total) * 100)} aria-label={t('review.progress')} />
        <span className="meta" role="status">{t('review.counts', counts)}</span>
        <span className="spacer" />
        <AboveBar batch={batch.id} onAccept={(confidence) => judging.acceptAbove(batch.id, confidence)} />
      </header>
      <div className="review-body">
        <aside className="review-side" data-pane>
          {current !== null && total > 1 && <p className="review-place meta"><span>{t('review.place', { at: queue.at + 1, total })}</span>{current.of > 1 && current.of < total && <span className="review-place-file" title={current.file}>{current.file}</span>}</p>}
          {total === 0 ? (loading ? <div className="opening"><Spin /></div> : <Notice title={t('review.nothing')} text={t('review.nothingHint')} />) : <ItemList queue={queue} onSelect={select} />}
        </aside>
        {current !== null && (
          <div className="review-article">
            <div className="review-over">
              <h2>{current.of > 1 ? `${String(current.entry.ordinal)}. ` : ''}{current.entry.title}</h2>
              <Actions entry={current.entry} canUndo={judging.canUndo} lastStep={judging.lastStep} onAct={(act) => acts[act]()} />
              <p className="meta review-boundary">
                <span className={current.of > 1 && current.entry.boundary.confidence < SURE ? 'warning-words' : ''}>{current.of > 1 ? t('review.boundary', { reason: current.entry.boundary.reason, percent: Math.floor(current.entry.boundary.confidence * 100) }) : current.file}</span>
                <Button size="small" loading={opening} onClick={() => adjust(current.n, current.entry.boundary.at)}>{t('reading.open')}</Button>
              </p>
            </div>
            {!current.entry.present
              ? <Notice title={t('review.inTrash')} text={t('review.inTrashHint')} />
              : error instanceof CallFault
                ? <Notice title={t('reader.failed')} text={say(error.fault)} />
                : entry === undefined
                  ? <div className="opening"><Spin /></div>
                  : (
                    <ArticlePane
                      entry={entry}
                      original={original}
                      begins={current.of > 1 ? current.entry.boundary.reason : null}
                      judging={judging}
                      fieldsAsked={fieldsAsked}
                      onLeaveFields={toList}
                      offers={<>{entry.incomplete && <HalfOffer id={entry.id} pairs={halves ?? []} onOpen={read} onJoin={judging.join} />}<StoryOffers others={stories?.others ?? []} onOpen={read} onSkip={acts.skip} onSeparate={(other) => judging.separate(entry.id, other)} onMerge={(other, keep) => (keep === 'this' ? judging.merge(entry.id, other) : judging.merge(other, entry.id))} /></>}
                    />
                  )}
          </div>
        )}
      </div>
      {entry !== undefined && <EditDrawer entry={entry} here />}
    </div>
  )
}
