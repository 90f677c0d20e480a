/** The page of a pack: search box, facets, list and reader, and what one does to the others. */
import { composing, isTyping } from '../app/keyboard.ts'
import type { PackData, PackedPractice } from '../../../electron/contract/pack-page.ts'
import { element, fill } from './dom.ts'
import { makeFacet, placeNodes } from './facet.ts'
import { facetsOf, type Chosen } from './filters.ts'
import { makeList } from './list.ts'
import { makeReader } from './reader.ts'
import { openSearch } from './search.ts'
import type { Words } from './words.ts'

export function startPage(root: HTMLElement, data: PackData, t: Words): void {
  const search = openSearch(data)
  const facets = facetsOf(data)
  const practices = new Map<string, PackedPractice>(data.practices.map((practice) => [practice.id, practice]))
  const nameOf = ({ labelEn, label }: PackedPractice): string => (data.language === 'en' ? labelEn : label)
  let chosen: Chosen = { practices: new Set(), places: new Set() }
  let isComposing = false

  const nameOfId = (id: string): string => {
    const practice = practices.get(id)
    return practice === undefined ? id : nameOf(practice)
  }

  /** Where there is room for one pane only: the reader rather than the list. */
  const reading = (is: boolean): void => { layout.classList.toggle('reading', is) }

  const reader = makeReader({ t, nameOf: nameOfId, onBack: () => { reading(false); list.element.focus() } })
  const list = makeList({ t, entries: data.entries, nameOf: nameOfId, onChoose: (hit) => {
    reader.show(data.entries[hit.at] ?? null, found.marked, chosen.practices)
    reading(true)
  } })
  let found = search.run('')

  const box = element('input', { id: 'search', type: 'search', 'aria-label': t('packPage.searchLabel'), placeholder: t('packPage.search'), autocomplete: 'off' })
  const total = element('p', { role: 'status', class: 'total' })
  const hint = element('p', { class: 'hint' })
  const definition = element('p', { class: 'definition', hidden: true })
  const nothing = element('div', { class: 'nothing', hidden: true }, element('p', {}, t('packPage.none')), element('p', { class: 'meta' }, t('packPage.noneHint')), element('button', { type: 'button', on: { click: () => clear() } }, t('packPage.clear')))

  const refresh = (): void => {
    const left = facets.filter(found.hits, chosen)
    practiceFacet.count(left.practices)
    placeFacet.count(left.places)
    const searching = box.value.trim() !== ''
    total.textContent = t(searching ? 'packPage.found' : 'packPage.total', { count: left.hits.length })
    hint.hidden = found.exact
    hint.textContent = found.exact ? '' : t('packPage.loose', { query: box.value.trim(), words: found.marked.join(' ') })
    nothing.hidden = left.hits.length > 0
    // What one practice is stands above its entries; of several, each is named in the facet.
    const [only, ...others] = chosen.practices
    const said = others.length > 0 ? '' : (practices.get(only ?? '')?.definition ?? '')
    definition.hidden = said === ''
    definition.textContent = said
    list.show(left.hits, found.marked, left.hits.length > 0 ? 0 : -1)
    reader.show(data.entries[left.hits[0]?.at ?? -1] ?? null, found.marked, chosen.practices)
    reading(false)
  }
  const run = (): void => {
    found = search.run(box.value)
    refresh()
  }
  const clear = (): void => {
    box.value = ''
    practiceFacet.clear()
    placeFacet.clear()
    chosen = { practices: new Set(), places: new Set() }
    run()
    box.focus()
  }

  const everything = facets.filter(found.hits, chosen)
  const childrenOf = (parent: string | null): readonly { readonly value: string; readonly name: string; readonly children: [] }[] => data.practices.filter((practice) => practice.parent === parent).map((practice) => ({ value: practice.id, name: nameOf(practice), children: [] }))
  const practiceFacet = makeFacet({ t, id: 'practices', title: t('packPage.practices'), nodes: childrenOf(null).map((node) => ({ ...node, children: childrenOf(node.value) })), onChange: (values) => { chosen = { ...chosen, practices: values }; refresh() } })
  const placeFacet = makeFacet({ t, id: 'places', title: t('packPage.places'), nodes: placeNodes(facets.places, everything.places, t('packPage.unstated')), onChange: (values) => { chosen = { ...chosen, places: values }; refresh() } })

  box.addEventListener('compositionstart', () => { isComposing = true })
  box.addEventListener('compositionend', () => {
    isComposing = false
    run()
  })
  box.addEventListener('input', () => { if (!isComposing) run() })

  const [part, of] = data.part
  const layout = element('div', { class: 'layout' },
    element('details', { class: 'filters', id: 'filters' }, element('summary', {}, t('packPage.filters')), practiceFacet.element, placeFacet.element),
    element('section', { class: 'column', 'aria-label': t('packPage.list') }, total, hint, definition, nothing, list.element),
    reader.element)
  fill(root,
    element('header', { class: 'head' }, element('h1', {}, data.title), box, element('p', { class: 'meta' }, [...(of > 1 ? [t('packPage.part', { n: part, of })] : []), t('packPage.about', { count: data.entries.length, made: data.made })].join(' · '))),
    layout,
    element('footer', { class: 'foot' }, t('packPage.keys')))
  // Open where there is room beside the list; a person may close it, or open it elsewhere.
  const wide = window.matchMedia('(min-width: 64rem)')
  const unfold = (): void => { layout.querySelector('.filters')?.toggleAttribute('open', wide.matches) }
  wide.addEventListener('change', unfold)
  unfold()
  // The first search of a page is several times slower than the next: nothing of it is compiled yet. One that nobody sees goes first, when the browser has time.
  if ('requestIdleCallback' in window) window.requestIdleCallback(() => search.run(data.entries[0]?.title ?? ''))
  refresh()

  window.addEventListener('keydown', (event) => {
    if (composing(event) || event.ctrlKey || event.metaKey || event.altKey) return
    if (keyed(event.key, event.target)) event.preventDefault()
  })

  /** Answers whether the key was ours. */
  function keyed(key: string, target: EventTarget | null): boolean {
    const [inBox, inList, inReader] = [target === box, target === list.element, target instanceof Node && reader.element.contains(target)]
    const lines: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 2, PageUp: -2 }
    const by = lines[key]
    if (by !== undefined && (inList || (inBox && Math.abs(by) === 1))) {
      list.step(by)
      if (inBox) list.element.focus()
      return true
    }
    if (key === 'Enter' && (inBox || inList)) {
      reading(true)
      reader.focus()
      return true
    }
    if (key === 'Escape') {
      if (inReader) {
        if (reader.leaveSentence()) return true
        reading(false)
        list.element.focus()
        return true
      }
      if (inBox && box.value !== '') {
        box.value = ''
        run()
        return true
      }
      if (!inBox) box.focus()
      return !inBox
    }
    if (isTyping(target)) return false
    if (key === '/') {
      box.focus()
      box.select()
      return true
    }
    if (key === 'n' || key === 'N' || key === 'p' || key === 'P') {
      reader.step(key.toLowerCase() === 'n' ? 1 : -1)
      return true
    }
    return false
  }
}
