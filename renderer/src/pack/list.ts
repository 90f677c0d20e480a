/** The list of entries: a listbox of which as many rows are drawn as have been scrolled to. */
import type { PackedEntry } from '../../../electron/contract/pack-page.ts'
import { element, fill, type Child } from './dom.ts'
import { placesOf } from './filters.ts'
import { marked } from './marked.ts'
import { marksIn } from './occurrences.ts'
import type { Hit } from './search.ts'
import { snippetOf } from './snippet.ts'
import type { Words } from './words.ts'

const ROWS = 40
const MOST_LABELS = 4
/** Rows that PageUp and PageDown go. */
const PAGE = 8

export interface List {
  readonly element: HTMLElement
  /** Shows these hits and chooses the one at `chosen` in them, or none. */
  readonly show: (hits: readonly Hit[], terms: readonly string[], chosen: number) => void
  /** Goes as many rows down (or up), and says so to `onChoose`. */
  readonly step: (by: number) => void
}

export interface ListParts {
  readonly t: Words
  readonly entries: readonly PackedEntry[]
  /** The name of a practice. */
  readonly nameOf: (practice: string) => string
  readonly onChoose: (hit: Hit) => void
}

/** The labels of an entry: what kind of text it is, and what is missing of it. */
export function badgesOf(entry: PackedEntry, t: Words): Child[] {
  const badge = (tone: 'warning' | 'quiet', text: string): Child => element('span', { class: `badge badge-${tone}` }, text)
  return [
    entry.origin === 'bundled' ? badge('warning', t('packPage.bundled')) : null,
    entry.origin === 'written' ? badge('quiet', t('packPage.written')) : null,
    entry.provisional ? badge('warning', t('packPage.provisional')) : null,
    entry.incomplete ? badge('warning', t('packPage.incomplete')) : null,
    entry.body === null ? badge('warning', t('packPage.withheld')) : null,
  ]
}

export function makeList({ t, entries, nameOf, onChoose }: ListParts): List {
  let hits: readonly Hit[] = []
  let terms: readonly string[] = []
  let chosen = -1
  let drawn = 0

  const row = (hit: Hit, n: number): HTMLElement => {
    const entry = entries[hit.at]
    if (entry === undefined) return element('li', {})
    const place = placesOf(entry).slice(-1)[0]?.split('/').join('') ?? ''
    const about = [place, entry.date?.replace('T', ' ') ?? null, entry.media].map((part) => (part === null || part === '' ? t('packPage.unstated') : part)).join(' · ')
    const labels = entry.tags.filter(({ strength, confirmed }) => strength !== 'mention' || confirmed).slice(0, MOST_LABELS).map(({ practice }) => element('span', { class: 'label' }, nameOf(practice)))
    const body = entry.body ?? ''
    const snippet = snippetOf(body, marksIn(body, terms))
    return element('li', { role: 'option', id: `row-${String(n)}`, class: 'row', 'aria-selected': n === chosen, on: { click: () => choose(n) } },
      element('p', { class: 'row-title' }, ...marked(entry.title, marksIn(entry.title, terms)), ' ', ...badgesOf(entry, t)),
      element('p', { class: 'meta' }, about),
      snippet.text === '' ? null : element('p', { class: 'snippet' }, ...marked(snippet.text, snippet.marks)),
      labels.length === 0 ? null : element('p', { class: 'labels' }, ...labels),
      hit.missing.length === 0 ? null : element('p', { class: 'meta' }, t('packPage.missing', { words: hit.missing.join(' ') })),
    )
  }

  const draw = (upTo: number): void => {
    for (; drawn < Math.min(upTo, hits.length); drawn++) {
      const hit = hits[drawn]
      if (hit !== undefined) box.append(row(hit, drawn))
    }
  }
  const select = (n: number): void => {
    box.querySelector('[aria-selected="true"]')?.setAttribute('aria-selected', 'false')
    chosen = n
    draw(n + 1)
    const now = box.querySelector(`#row-${String(n)}`)
    now?.setAttribute('aria-selected', 'true')
    if (now === null) box.removeAttribute('aria-activedescendant')
    else box.setAttribute('aria-activedescendant', now.id)
    // Looking where a row is costs a layout of its own; a new list begins at its top anyway.
    if (n > 0) now?.scrollIntoView({ block: 'nearest' })
    else box.scrollTop = 0
  }
  const choose = (n: number): void => {
    const hit = hits[n]
    if (hit === undefined) return
    select(n)
    onChoose(hit)
  }
  const box = element('ul', { id: 'list', role: 'listbox', tabindex: 0, 'aria-label': t('packPage.list') })
  box.addEventListener('scroll', () => {
    if (box.scrollTop + box.clientHeight * 2 > box.scrollHeight) draw(drawn + ROWS)
  })

  return {
    element: box,
    show: (next, marked, start) => {
      hits = next
      terms = marked
      drawn = 0
      fill(box)
      box.scrollTop = 0
      box.hidden = hits.length === 0
      draw(ROWS)
      select(start)
    },
    step: (by) => {
      const to = Math.min(hits.length - 1, Math.max(0, chosen + (Math.abs(by) === 1 ? by : by * PAGE)))
      if (to !== chosen) choose(to)
    },
  }
}
