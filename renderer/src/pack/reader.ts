/** One entry: what it is and where it comes from, its practices with their sentences, its text. */
import type { PackedEntry, PackedSentence, PackedTag } from '../../../electron/contract/pack-page.ts'
import { bodyOf } from './body.ts'
import { element, fill, type Child } from './dom.ts'
import { placesOf } from './filters.ts'
import { badgesOf } from './list.ts'
import { marked } from './marked.ts'
import { marksIn } from './occurrences.ts'
import type { Words } from './words.ts'

export interface Reader {
  readonly element: HTMLElement
  /** `wanted` are the practices that were filtered for. */
  readonly show: (entry: PackedEntry | null, terms: readonly string[], wanted: ReadonlySet<string>) => void
  /** To the next hit, or the one before. */
  readonly step: (by: 1 | -1) => void
  /** Goes back from a lit sentence to where it was chosen; false when none is lit. */
  readonly leaveSentence: () => boolean
  readonly focus: () => void
}

export interface ReaderParts {
  readonly t: Words
  /** The name of a practice. */
  readonly nameOf: (practice: string) => string
  readonly onBack: () => void
}

/** So many practices are shown with their sentences; of more only the first and those that were filtered for, so that the text is not far away. */
const FEW = 3

const above = (id: string): string | null => (id.includes('.') ? id.slice(0, id.indexOf('.')) : null)

export function makeReader({ t, nameOf, onBack }: ReaderParts): Reader {
  let shown: PackedEntry | null = null
  let terms: readonly string[] = []
  let wanted: ReadonlySet<string> = new Set()
  let hitCount = 0
  let firstBodyHit = 0
  let hit = -1
  let chosenSentence: HTMLElement | null = null
  let body: HTMLElement | null = null

  /** With the practice above it: 网格化治理 · 警网融合. */
  const label = (id: string): string => [above(id), id].flatMap((one) => (one === null ? [] : [nameOf(one)])).join(' · ')

  /** A text with its hits, which are counted on. */
  const counted = (text: string): Child[] => marked(text, marksIn(text, terms), (piece) => element('mark', { 'data-hit': hitCount++ }, piece))

  const steps = element('span', { class: 'hit-steps' })
  const drawSteps = (): void => {
    const button = (text: string, sign: string, by: 1 | -1): Child => element('button', { type: 'button', 'aria-label': text, title: text, on: { click: () => step(by) } }, sign)
    fill(steps, ...(hitCount === 0 ? [] : [button(t('packPage.previous'), '↑', -1), element('span', { role: 'status' }, hit < 0 ? t('packPage.hitsTotal', { count: hitCount }) : t('packPage.hits', { n: hit + 1, count: hitCount })), button(t('packPage.next'), '↓', 1)]))
  }
  const number = (): void => {
    const status = steps.querySelector('[role="status"]')
    if (status !== null) status.textContent = t('packPage.hits', { n: hit + 1, count: hitCount })
  }
  const step = (by: 1 | -1): void => {
    if (hitCount === 0) return
    hit = hit < 0 ? (by === 1 ? 0 : hitCount - 1) : (hit + by + hitCount) % hitCount
    point()
    number()
  }
  const point = (): void => {
    text.querySelectorAll('mark.now').forEach((mark) => mark.classList.remove('now'))
    const now = text.querySelectorAll(`mark[data-hit="${String(hit)}"]`)
    now.forEach((mark) => mark.classList.add('now'))
    now[0]?.scrollIntoView({ block: 'center' })
  }

  const drawBody = (entry: PackedEntry, lit: PackedSentence | null): HTMLElement =>
    bodyOf({ entry, hits: marksIn(entry.body ?? '', terms), firstHit: firstBodyHit, lit, figure: (n) => source(entry, entry.figures[n]?.citation), table: (count) => t('packPage.table', { count }) })

  /** Lights the sentence up in the text, and goes there; the button that was pressed is where Escape leads back to. */
  const light = (entry: PackedEntry, sentence: PackedSentence, from: HTMLElement): void => {
    const fresh = drawBody(entry, sentence)
    body?.replaceWith(fresh)
    body = fresh
    point()
    chosenSentence?.removeAttribute('aria-pressed')
    chosenSentence = from
    from.setAttribute('aria-pressed', 'true')
    const lit = fresh.querySelector<HTMLElement>('.lit')
    lit?.setAttribute('tabindex', '-1')
    lit?.focus({ preventScroll: true })
    lit?.scrollIntoView({ block: 'center' })
  }

  const sentences = (entry: PackedEntry, tag: PackedTag): Child[] => [
    ...tag.title.map(({ span, marks }) => {
      const words = marks.map(([start, end]): readonly [number, number] => [start - span[0], end - span[0]])
      return element('li', {}, element('p', { class: 'sentence' }, element('span', { class: 'meta' }, `${t('packPage.inTitle')} `), ...marked(entry.title.slice(...span), words, (piece) => element('span', { class: 'word' }, piece))))
    }),
    ...tag.body.map((sentence) => {
      const { span, marks } = sentence
      const words = marks.map(([start, end]): readonly [number, number] => [start - span[0], end - span[0]])
      const button = element('button', { type: 'button', class: 'sentence', on: { click: () => light(entry, sentence, button) } }, ...marked((entry.body ?? '').slice(...span), words, (piece) => element('span', { class: 'word' }, piece)))
      return element('li', {}, button)
    }),
  ]

  const practiceSection = (entry: PackedEntry): Child => {
    if (entry.tags.length === 0) return null
    // A summary of ours shows nothing; it mentions.
    const ours = entry.origin === 'bundled'
    // The sentences of a sub-practice are sentences of its practice, too: it stands folded below them.
    const practices = new Set(entry.tags.map(({ practice }) => practice))
    const tops = entry.tags.filter(({ practice }) => !practices.has(above(practice) ?? ''))
    const rowOf = (tag: PackedTag, name: string, open: boolean): Child => {
      const found = sentences(entry, tag)
      const below = entry.tags.filter(({ practice }) => above(practice) === tag.practice)
      const about = [t(`packPage.strength.${ours ? 'mention' : tag.strength}`), ...(tag.confirmed ? [t('packPage.confirmed')] : []), ...(found.length === 0 ? [] : [t('packPage.sentences', { count: found.length })])].join(' · ')
      const head = [element('span', { class: 'label' }, name), ' ', element('span', { class: 'meta' }, about)]
      const subs = below.length === 0 ? null : element('ul', { class: 'below' }, ...below.map((sub) => rowOf(sub, nameOf(sub.practice), wanted.has(sub.practice))))
      if (found.length === 0 && subs === null) return element('li', {}, element('p', {}, ...head))
      return element('li', {}, element('details', { open: open || below.some(({ practice }) => wanted.has(practice)) }, element('summary', {}, ...head), element('ul', {}, ...found), subs))
    }
    const rows = tops.map((tag, n) => rowOf(tag, label(tag.practice), tops.length <= FEW || n === 0 || wanted.has(tag.practice)))
    const hint = ours ? t('packPage.tellsHint') : entry.body === null ? null : t('packPage.showsHint')
    return element('section', { class: 'shows', 'aria-labelledby': 'shows-title' }, element('h3', { id: 'shows-title' }, t(ours ? 'packPage.tells' : 'packPage.shows')), hint === null ? null : element('p', { class: 'meta' }, hint), element('ul', {}, ...rows))
  }

  const unstated = (value: string | null): Child => (value === null || value === '' ? element('span', { class: 'unstated' }, t('packPage.unstated')) : value)
  const fields = (entry: PackedEntry): Child => {
    const authors = entry.authors.map(({ name, role }) => (role === 'author' ? name : `${t(`packPage.roles.${role}`)} ${name}`)).join('　')
    const rows: readonly (readonly [string, Child])[] = [
      [t('packPage.source'), unstated(entry.media)],
      [t('packPage.date'), unstated(entry.date?.replace('T', ' ') ?? null)],
      [t('packPage.place'), unstated(placesOf(entry).slice(-1)[0]?.split('/').join(' ') ?? null)],
      [t('packPage.authors'), unstated(authors)],
      ...(entry.page === null ? [] : [[t('packPage.page'), entry.page] as const]),
      ...(entry.url === null ? [] : [[t('packPage.url'), entry.url] as const]),
      [t('packPage.rightsLabel'), [t(`packPage.rights.${entry.rights.level}`), entry.rights.statement].filter((part) => part !== null).join('：')],
    ]
    return element('dl', { class: 'fields' }, ...rows.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))))
  }

  /** A figure's number leads to its citation, which stands below the text. */
  const source = (entry: PackedEntry, citation: string | undefined): Child => {
    const n = entry.citations.findIndex(({ id }) => id === citation) + 1
    if (n === 0) return null
    return element('button', { type: 'button', class: 'source', 'aria-label': t('packPage.figure', { n }), on: { click: () => text.querySelector<HTMLElement>(`#citation-${String(n)}`)?.focus() } }, `[${String(n)}]`)
  }
  const citations = (entry: PackedEntry): Child =>
    entry.citations.length === 0 ? null : element('section', { class: 'citations', 'aria-labelledby': 'citations-title' },
      element('h3', { id: 'citations-title' }, t('packPage.citations')),
      element('ol', {}, ...entry.citations.map((citation, n) => element('li', { id: `citation-${String(n + 1)}`, tabindex: -1 }, cited(citation)))))
  const cited = ({ title, media, date, page, authors }: PackedEntry['citations'][number]): string =>
    ([['packPage.authors', authors.join('、')], ['packPage.citationTitle', title], ['packPage.source', media], ['packPage.date', date], ['packPage.page', page]] as const)
      .flatMap(([name, value]) => (name === 'packPage.page' && value === null ? [] : `${t(name)}：${value === null || value === '' ? t('packPage.unstated') : value}`))
      .join('；')

  const text = element('div', { class: 'reader-text', tabindex: 0, role: 'region', 'aria-label': t('packPage.reader') })
  const tools = element('div', { class: 'reader-tools' },
    element('button', { type: 'button', class: 'back', on: { click: onBack } }, t('packPage.back')), steps, element('span', { class: 'spacer' }),
    element('button', { type: 'button', on: { click: () => window.print() } }, t('packPage.print')))

  window.addEventListener('beforeprint', () => text.querySelectorAll('details').forEach((details) => { details.open = true }))
  return {
    element: element('main', { class: 'reader' }, tools, text),
    show: (entry, marked, practicesWanted) => {
      wanted = practicesWanted
      shown = entry
      terms = marked
      hitCount = 0
      hit = -1
      chosenSentence = null
      tools.hidden = entry === null
      if (entry === null) return fill(text)
      const head = element('header', {},
        entry.kicker === null ? null : element('p', { class: 'kicker' }, ...counted(entry.kicker)),
        element('h2', { id: 'title', tabindex: -1 }, ...counted(entry.title)),
        entry.subtitle === null ? null : element('p', { class: 'subtitle' }, ...counted(entry.subtitle)),
        element('p', { class: 'badges' }, ...badgesOf(entry, t)), fields(entry),
        entry.editorNote === null ? null : element('aside', { class: 'editor-note' }, element('strong', {}, t('packPage.editorNote')), ' ', ...counted(entry.editorNote)))
      firstBodyHit = hitCount
      hitCount += marksIn(entry.body ?? '', terms).length
      body = drawBody(entry, null)
      fill(text, head, practiceSection(entry), entry.body === null ? element('p', { class: 'withheld' }, t('packPage.withheldText')) : body, citations(entry))
      text.scrollTop = 0
      drawSteps()
      if (hitCount > 0 && terms.length > 0) step(1)
    },
    step,
    leaveSentence: () => {
      if (chosenSentence === null || shown === null) return false
      const from = chosenSentence
      chosenSentence = null
      from.removeAttribute('aria-pressed')
      const fresh = drawBody(shown, null)
      body?.replaceWith(fresh)
      body = fresh
      from.focus()
      return true
    },
    focus: () => text.querySelector<HTMLElement>('#title')?.focus({ preventScroll: true }),
  }
}
