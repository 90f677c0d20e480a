/** 页边: beside the text, at the height of its passage, the name of each practice and label that somebody gave it. */
import { EyeOutlined, TagOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry, Span } from '../../../../../../electron/contract/entry.ts'
import { useCall } from '../../../../api/hooks.ts'
import { usePassages } from '../../../../app/deciding.tsx'
import { focusOn } from '../../../../app/focus.ts'
import { guarded } from '../../../../app/keyboard.ts'
import { labelClass, useLabelling, useLabels } from '../../../../app/labels.ts'
import { practiceClass } from '../../../../app/practice-colours.ts'
import type { Taxonomy } from '../../../../app/taxonomy.ts'
import { useViewOf } from '../../../../app/view.ts'
import { notesOf, type Note } from './notes.ts'
import { piled, stacked, type Pile } from './stack.ts'
import { usePlaces } from './use-places.ts'

const HEIGHT_REM = 1.75
const GAP_REM = 0.25
const LONGEST = 24

export function Margin({ entry, taxonomy, pane, spot }: { readonly entry: Entry; readonly taxonomy: Taxonomy; readonly pane: RefObject<HTMLElement | null>; readonly spot: Span | null }) {
  const { t } = useTranslation()
  const { ruleNotes, toggleRuleNotes, readAt } = useViewOf('ruleNotes', 'toggleRuleNotes', 'readAt')
  const labelled = useCall('labels.ofEntry', { id: entry.id }).data
  const labels = useLabels()
  const { take } = useLabelling()
  const passages = usePassages()
  const notes = useMemo(() => notesOf(entry.practices, labelled ?? [], ruleNotes), [entry.practices, labelled, ruleNotes])
  const { tops, narrow, rem } = usePlaces(pane, notes)
  const [open, setOpen] = useState<number | null>(null)
  const [at, setAt] = useState(0)
  const list = useRef<HTMLElement>(null)
  if (notes.length === 0) return null

  const name = ({ of }: Note): string => (of.kind === 'practice' ? taxonomy.label(of.id) : (labels.get(of.id)?.name ?? ''))
  const looks = ({ of }: Note): string => (of.kind === 'practice' ? practiceClass(of.id) : labelClass(labels.get(of.id)?.colour ?? 'grey'))
  const shown = notes.map((note, index) => ({ note, top: tops.get(index) })).filter((one): one is { readonly note: Note; readonly top: number } => one.top !== undefined)
  const drop = ({ of, passage }: Note): void => {
    if (passage === null) return
    if (of.kind === 'practice') passages.remove(entry.id, of.id, passage)
    else take(entry.id, { name: labels.get(of.id)?.name ?? '' }, passage)
  }
  const stops = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[data-note]') ?? [])]
  const press = guarded<HTMLElement>((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const all = stops()
    const here = all.findIndex((one) => one === document.activeElement)
    const note = notes.find(({ key }) => key === all[here]?.dataset['note'])
    const go = (to: number) => (): void => all[Math.max(0, Math.min(all.length - 1, to))]?.focus()
    const steps: Readonly<Record<string, (() => void) | null>> = {
      ArrowDown: go(here + 1), ArrowUp: go(here - 1), Home: go(0), End: go(all.length - 1),
      Delete: note === undefined || note.passage === null ? null : () => { go(here - 1)(); drop(note) },
      Escape: () => focusOn('reader', () => setOpen(null)),
    }
    const step = steps[event.key] ?? null
    if (step === null) return
    event.preventDefault()
    event.stopPropagation()
    step()
  })
  const button = (note: Note, index: number, top: number | null) => (
    <button
      key={note.key}
      type="button"
      data-note={note.key}
      tabIndex={index === Math.min(at, notes.length - 1) ? 0 : -1}
      className={`margin-note ${looks(note)}${note.by === null ? ' by-rules' : ''}`}
      {...(top === null ? {} : { style: { top } })}
      aria-current={spot !== null && spot.start === note.start && spot.end === note.end ? 'location' : undefined}
      title={[name(note), note.by ?? t('labels.byRules'), note.text].join(' · ')}
      onFocus={() => setAt(index)}
      onClick={() => readAt(entry.id, note)}
    >
      {note.of.kind === 'label' && <TagOutlined aria-hidden />}
      <span className="margin-name">{name(note)}</span>
      <span className="unseen">{t('labels.noteOf', { by: note.by ?? t('labels.byRules'), text: note.text.slice(0, LONGEST) })}</span>
    </button>
  )
  const indexOf = (note: Note): number => notes.indexOf(note)
  const whole = stacked(shown.map(({ top }) => top), HEIGHT_REM * rem, GAP_REM * rem)
  const piles = piled(shown.map(({ note }) => note), shown.map(({ top }) => top), HEIGHT_REM * rem, GAP_REM * rem)
  const pile = ({ top, items }: Pile<Note>, n: number) => (
    <div key={top} className="margin-pile" style={{ top }}>
      <button type="button" className="margin-count" aria-expanded={open === n} aria-label={t('labels.pile', { count: items.length, names: items.map(name).join('、') })} onClick={() => setOpen(open === n ? null : n)}>{items.length}</button>
      {open === n && <div className="margin-open">{items.map((note) => button(note, indexOf(note), null))}</div>}
    </div>
  )
  return (
    <section ref={list} className={narrow ? 'margin narrow' : 'margin'} aria-label={t('labels.margin')} onKeyDown={press}>
      {ruleNotes && <Button size="small" type="text" className="margin-rules" icon={<EyeOutlined aria-hidden />} aria-pressed onClick={toggleRuleNotes} title={t('labels.hideRules')}>{narrow ? '' : t('labels.rules')}<span className="unseen">{t('labels.hideRules')}</span></Button>}
      {narrow ? piles.map(pile) : shown.map(({ note }, index) => button(note, indexOf(note), whole[index] ?? 0))}
    </section>
  )
}
