/** The reader: one entry, its hits, what cleaning did, its original, and what can be done with it. */
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CallFault } from '../../../api/index.ts'
import { useCall } from '../../../api/hooks.ts'
import { useAdding } from '../../../app/adding.ts'
import { useChanging } from '../../../app/changing.ts'
import { useCommand } from '../../../app/commands.ts'
import { useSentence } from '../../../app/faults.ts'
import { FindBar } from '../../../app/finding/FindBar.tsx'
import { closeFind, openFind } from '../../../app/finding/open.ts'
import { focusOn } from '../../../app/focus.ts'
import { guarded } from '../../../app/keyboard.ts'
import { Notice } from '../../../app/Notice.tsx'
import { useReplace, useReplaceable } from '../../../app/replacing.ts'
import { useTaxonomy } from '../../../app/use-taxonomy.ts'
import { useOnce } from '../../../app/use-once.ts'
import { useView, useViewOf } from '../../../app/view.ts'
import { useAnswered } from './use-answered.ts'
import { ChangeDialog, type Changing } from '../../../parts/ChangeDialog.tsx'
import { ReplaceOffer } from '../../../parts/ReplaceOffer.tsx'
import { useEntry, useEntryActions } from '../hooks.ts'
import { Body } from './body/Body.tsx'
import { EditDrawer } from './EditDrawer.tsx'
import { countOf } from './card/arrange.ts'
import { FactDialog } from './card/FactDialog.tsx'
import { useStating } from './card/use-stating.ts'
import { Head } from './Head.tsx'
import { Margin } from './margin/Margin.tsx'
import { NoticePanel } from './NoticePanel.tsx'
import { OriginalPane } from './OriginalPane.tsx'
import { Similar } from './Similar.tsx'
import { StatusDialog } from './StatusDialog.tsx'
import { ReaderMenu } from './ReaderMenu.tsx'
import { StoryPart } from './StoryPart.tsx'
import { TrailBar } from './TrailBar.tsx'
import { useSetStatus } from './use-status.ts'
import { Toolbar } from './Toolbar.tsx'
import { arrange } from './practices/arrange.ts'
import { PassageBar } from './practices/PassageBar.tsx'
import { PassageDialog } from './practices/PassageDialog.tsx'
import { CardPanel } from './practices/Panel.tsx'
import { TagRow } from './practices/TagRow.tsx'
import { usePractising } from './practices/use-practising.ts'

const NO_MARKS = { title: [], body: [] }
/** What of the reader is the text one looks through. */
const TEXT = '.reader-head h1, .kicker, .subtitle, .editor-note, .reader-text .body, .unplaced, .original-text'

/** `onBack` returns to the list where the reader has taken its place. */
export function Reader({ onBack }: { readonly onBack: (() => void) | null }) {
  const { t } = useTranslation()
  const say = useSentence()
  const { screen, selected, finding, original, panel, toggleOriginal, togglePanel, open, search, readAt, ruleNotes, toggleRuleNotes } = useViewOf('screen', 'selected', 'finding', 'original', 'panel', 'toggleOriginal', 'togglePanel', 'open', 'search', 'readAt', 'ruleNotes', 'toggleRuleNotes')
  const { query, filters } = useAnswered()
  const editing = useOnce(useView((view) => view.dialog === 'edit'))
  const { entry: fetched, error } = useEntry(selected)
  // With an empty box the list is what the last of the earlier searches found.
  const asked = query.trim() === '' ? (filters.within.at(-1) ?? '') : query
  const found = useCall('search.marks', { id: selected as NonNullable<typeof selected>, query: asked, literal: filters.literal }, { enabled: selected !== null && asked.trim() !== '' })
  // Marks belong to one text: while the former entry is still shown, those of the next are not laid over it.
  const fetchedMarks = asked.trim() === '' || fetched?.id !== selected ? NO_MARKS : found.data ?? NO_MARKS
  const page = useMemo(() => ({ entry: fetched, marks: fetchedMarks }), [fetched, fetchedMarks])
  // The list goes on at once; the text, which takes longer to lay out, follows as soon as it can without holding up a key.
  const { entry, marks } = useDeferredValue(page)
  const actions = useEntryActions()
  const [offer] = useReplaceable(entry?.origin === 'imported' ? [entry.id] : [])
  const replace = useReplace()
  const pane = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  const columns = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<number | null>(null)
  const count = marks.title.length + marks.body.length

  useEffect(() => {
    setAt(null)
    // Asking a text that stands at its top to go there would have the page laid out for every key.
    if (moved.current) pane.current?.scrollTo({ top: 0 })
  }, [selected, asked])
  const goTo = useCallback((n: number) => {
    if (count === 0) return
    const next = (n + count) % count
    setAt(next)
    requestAnimationFrame(() => pane.current?.querySelector(`[data-mark="${String(next)}"]`)?.scrollIntoView({ block: 'center' }))
  }, [count])
  const practising = usePractising(entry, pane)
  const { span, steps } = practising
  const stating = useStating(entry)
  const [changing, setChanging] = useState<Changing | null>(null)
  const taxonomy = useTaxonomy()
  const setStatus = useSetStatus()
  const [judging, setJudging] = useState(false)
  const judged = useOnce(judging)
  const { change } = useChanging(taxonomy)
  const add = useAdding()

  const passage = (): string | undefined => {
    const selection = getSelection()
    const text = selection?.toString().trim() ?? ''
    return text !== '' && selection?.anchorNode && pane.current?.contains(selection.anchorNode) ? text : undefined
  }
  /** The hit one has stepped to, or else the first, with the sentence it stands in. */
  const copyHit = (n: number): void => {
    if (entry === undefined) return
    const mark = marks.body[n - marks.title.length]
    if (mark === undefined) actions.copy(entry, entry.title)
    else actions.copySentences(entry.id, [{ start: mark[0], end: mark[1] }])
  }
  // The screen stays mounted behind the others; nobody deletes or prints what they do not see.
  const here = entry !== undefined && screen === 'library'
  useCommand('entry.edit', () => open('edit'), here)
  useCommand('entry.remove', () => { if (entry) actions.remove([entry.id]) }, here)
  useCommand('entry.print', () => window.print(), here)
  useCommand('compare.add', () => { if (entry) add([{ kind: 'entry', id: entry.id }]) }, here)
  useCommand('entry.copyCitation', () => {
    const words = passage()
    if (words === undefined && at !== null) copyHit(at)
    else if (entry) actions.copy(entry, words)
  }, here)
  useCommand('reader.original', toggleOriginal, here && entry.original !== null)

  if (error instanceof CallFault) return <Notice title={t('reader.failed')} text={say(error.fault)} />
  if (entry === undefined) return <Notice title={t('reader.nothing')} text={t('reader.nothingHint')} />
  const press = guarded<HTMLDivElement>((event) => {
    if (event.altKey && event.key === 'ArrowLeft' && useView.getState().trail.length > 0) {
      event.preventDefault()
      useView.getState().goBack()
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const keys: Readonly<Record<string, () => void>> = {
      n: () => goTo((at ?? -1) + 1), p: () => goTo((at ?? 0) - 1), o: toggleOriginal, l: () => togglePanel('notices'), e: () => open('edit'), g: toggleRuleNotes,
      t: () => togglePanel('practices'), m: () => practising.mark(), f: () => { const chosen = practising.selected(); if (chosen !== null) stating.add(chosen) }, ']': () => practising.go(1), '[': () => practising.go(-1),
      Escape: () => focusOn('list', onBack ?? undefined),
    }
    const step = practising.keyOf(event.key, event.shiftKey) ?? keys[event.key]
    if (!step) return
    event.preventDefault()
    step()
  })
  return (
    <div className="reader" data-pane>
      <Toolbar
        entry={entry}
        original={original}
        onBack={onBack}
        panel={panel}
        practices={arrange(entry.practices).groups.length + countOf(entry.facts)}
        evidence={{ at: practising.at, count: steps.length, practices: (steps[practising.at ?? -1]?.practices ?? []).map(taxonomy.label).join(' · ') }}
        onEvidence={practising.go}
        hits={{ at, count }}
        onCopyHit={() => copyHit(at ?? Math.min(marks.title.length, count - 1))}
        onHit={(step) => goTo(at === null ? (step > 0 ? 0 : -1) : at + step)}
        onOriginal={toggleOriginal}
        onPanel={togglePanel}
        onFind={() => { pane.current?.focus(); openFind() }}
        onCompare={() => add([{ kind: 'entry', id: entry.id }])}
        onEdit={() => open('edit')}
        onCopy={() => actions.copy(entry, passage())}
        onPrint={() => window.print()}
        onKind={() => actions.setKind(entry, entry.kind === 'case' ? 'other' : 'case')}
        onStatus={() => setJudging(true)}
        ruleNotes={ruleNotes}
        onRuleNotes={toggleRuleNotes}
        onRemove={() => actions.remove([entry.id])}
      />
      <TrailBar />
      {finding === 'reader' && screen === 'library' && <FindBar root={() => columns.current} only={TEXT} label={t('find.inText')} onClose={closeFind} />}
      <div ref={columns} className={`reader-columns${original && entry.original !== null ? ' with-original' : ''}${panel === 'practices' ? ' with-practices' : ''}`}>
        <ReaderMenu
          passage={passage}
          onMark={() => {
            const chosen = practising.selected()
            return chosen === null ? null : () => practising.mark(chosen)
          }}
          onCopyText={actions.copyText}
          onCopy={(text) => actions.copy(entry, text)}
          onSearch={search}
          onEdit={() => open('edit')}
          onOriginal={entry.original === null ? null : toggleOriginal}
          onPrint={() => window.print()}
        >
          <article className="reader-text" ref={pane} data-reader onScroll={({ currentTarget }) => { moved.current = currentTarget.scrollTop !== 0 }} tabIndex={0} aria-label={t('reader.label')} onKeyDown={press}>
            <Head entry={entry} marks={marks.title} current={at} spot={practising.inTitle} />
            {offer !== undefined && <ReplaceOffer text={t('bundled.isOriginal', { title: offer.title })} onReplace={() => replace([offer])} />}
            {entry.origin === 'imported' && <StoryPart id={entry.id} incomplete={entry.incomplete} />}
            <TagRow entry={entry} taxonomy={taxonomy} onOpen={practising.ask} onPanel={() => togglePanel('practices')} />
            <Body entry={entry} marks={marks.body} first={marks.title.length} current={at} spotlight={span} />
            <Margin entry={entry} taxonomy={taxonomy} pane={pane} spot={span} />
            {entry.id === selected && <Similar id={entry.id} taxonomy={taxonomy} />}
            <PassageBar pane={pane} entry={entry} onMark={practising.mark} onFact={stating.add} onCounts={(word) => { const practice = taxonomy.practices.find(({ id }) => entry.practices.some((tag) => tag.id === id && tag.state !== 'rejected')) ?? taxonomy.practices[0]; if (practice !== undefined) setChanging({ type: 'words', practice, word }) }} onCopy={(text) => actions.copy(entry, text)} />
            {practising.picking && <p className="picking" role="status">{t('practice.picking')}</p>}
          </article>
        </ReaderMenu>
        {original && entry.original !== null && <OriginalPane entry={entry} />}
        {panel === 'practices' && <CardPanel key={entry.id} entry={entry} asked={practising.asked} spot={span} inTitle={practising.inTitle !== null} onShow={(place, part) => readAt(entry.id, place, part)} onEdit={stating.edit} onClose={() => togglePanel('practices')} />}
        {panel === 'notices' && <NoticePanel entry={entry} onShow={(place) => readAt(entry.id, place)} />}
      </div>
      <PassageDialog
        text={practising.marking === null ? null : entry.body.slice(practising.marking.start, practising.marking.end)}
        taxonomy={taxonomy}
        onChoose={practising.choose}
        onLabel={practising.chooseLabel}
        onNewLabel={practising.chooseNewLabel}
        onClose={practising.leave}
        onClosed={() => { if (document.activeElement === document.body) focusOn('reader') }}
      />
      <FactDialog stating={stating.stating} body={entry.body} onState={stating.state} onClose={stating.leave} onClosed={() => { if (document.activeElement === document.body) focusOn('reader') }} />
      {judged && <StatusDialog key={entry.id} entry={entry} open={judging} onClose={() => setJudging(false)} onSet={(change) => { setJudging(false); setStatus(entry, change) }} />}
      <ChangeDialog changing={changing} onChange={(made) => void change(made).then((done) => { if (done) setChanging(null) })} onClose={() => setChanging(null)} onClosed={() => { if (document.activeElement === document.body) focusOn('reader') }} />
      {editing && <EditDrawer entry={entry} here={screen === 'library'} />}
    </div>
  )
}
