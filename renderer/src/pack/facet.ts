/** One facet: a tree of values with boxes to tick. It is built once; searching changes only its numbers, so that nothing loses the focus. */
import { element } from './dom.ts'
import type { Counts } from './filters.ts'
import type { Words } from './words.ts'

export interface FacetNode {
  readonly value: string
  readonly name: string
  readonly children: readonly FacetNode[]
}

export interface Facet {
  readonly element: HTMLElement
  /** Shows how many entries each value would leave. */
  readonly count: (counts: Counts) => void
  readonly clear: () => void
}

export function makeFacet({ t, id, title, nodes, onChange }: { readonly t: Words; readonly id: string; readonly title: string; readonly nodes: readonly FacetNode[]; readonly onChange: (chosen: ReadonlySet<string>) => void }): Facet {
  const chosen = new Set<string>()
  const boxes: HTMLInputElement[] = []
  const rows: { readonly value: string; readonly row: HTMLElement; readonly number: HTMLElement }[] = []
  let made = 0

  const rowOf = ({ value, name, children }: FacetNode): HTMLElement => {
    const number = element('span', { class: 'count' })
    const box = element('input', { type: 'checkbox', on: { change: () => {
      if (box.checked) chosen.add(value)
      else chosen.delete(value)
      onChange(new Set(chosen))
    } } })
    boxes.push(box)
    const below = children.length === 0 ? null : element('ul', { id: `${id}-${String(made++)}`, hidden: true }, ...children.map(rowOf))
    const opener = below === null ? null : element('button', { type: 'button', class: 'opener', 'aria-expanded': false, 'aria-controls': below.id, 'aria-label': t('packPage.open', { name }) })
    opener?.addEventListener('click', () => {
      if (below === null) return
      below.hidden = !below.hidden
      opener.setAttribute('aria-expanded', String(!below.hidden))
      opener.setAttribute('aria-label', t(below.hidden ? 'packPage.open' : 'packPage.close', { name }))
    })
    const row = element('li', {}, element('div', { class: 'facet-row' }, element('label', {}, box, element('span', { class: 'facet-name' }, name), number), opener), below)
    rows.push({ value, row, number })
    return row
  }
  const list = element('ul', {}, ...nodes.map(rowOf))
  return {
    element: element('section', { class: 'facet', 'aria-labelledby': `${id}-title`, hidden: nodes.length === 0 }, element('h2', { id: `${id}-title` }, title), list),
    count: (counts) => {
      for (const { value, row, number } of rows) {
        const left = counts.get(value) ?? 0
        number.textContent = String(left)
        row.hidden = left === 0 && !chosen.has(value)
      }
    },
    clear: () => {
      chosen.clear()
      for (const box of boxes) box.checked = false
    },
  }
}

/** Paths ('省/市') as a tree, those with most entries first, '' last. */
export function placeNodes(paths: readonly string[], counts: Counts, unstated: string): readonly FacetNode[] {
  const below = (parent: string): FacetNode[] =>
    paths
      .filter((path) => path !== '' && path.slice(0, Math.max(0, path.lastIndexOf('/'))) === parent)
      .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1))
      .map((path) => ({ value: path, name: path.slice(path.lastIndexOf('/') + 1), children: below(path) }))
  return [...below(''), ...(paths.includes('') ? [{ value: '', name: unstated, children: [] }] : [])]
}
