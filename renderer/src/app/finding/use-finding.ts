/** Every place on a part of the page that holds what was typed, marked; stepping from one to the next. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { client } from '../../api/index.ts'
import { calmly } from '../../api/calmly.ts'
import { useFaults } from '../faults.ts'
import { blocksIn, rangeIn } from './blocks.ts'

interface Place {
  readonly range: Range
  readonly element: Element
}
export interface Finding {
  /** null until one is gone to. */
  readonly at: number | null
  readonly count: number
  /** What was typed has been looked for. */
  readonly settled: boolean
  readonly go: (step: 1 | -1) => void
}

/** More than these are counted, but not drawn. */
const MOST_MARKED = 5000
const ALL = 'found'
const NOW = 'found-now'
const NONE: readonly Place[] = []

export function useFinding(root: () => Element | null, only: string | null, text: string): Finding {
  const fault = useFaults()
  const [{ places, of }, setFound] = useState<{ readonly places: readonly Place[]; readonly of: string }>({ places: NONE, of: '' })
  const [at, setAt] = useState<number | null>(null)
  const [version, setVersion] = useState(0)
  const element = useRef(root)
  useEffect(() => { element.current = root })

  // What is shown changes under the bar: a text that goes on being laid out, evidence that opens.
  useEffect(() => {
    const pane = element.current()
    if (pane === null) return undefined
    const changed = calmly(() => setVersion((before) => before + 1), 200)
    const observer = new MutationObserver((records) => { if (records.some(({ target }) => !(target instanceof Element ? target : target.parentElement)?.closest('.find-bar'))) changed() })
    observer.observe(pane, { childList: true, characterData: true, subtree: true })
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    let latest = true
    const pane = element.current()
    if (text.trim() === '' || pane === null) {
      setFound({ places: NONE, of: text })
      return undefined
    }
    const blocks = blocksIn(pane, only)
    client.call('search.find', { texts: blocks.map((block) => block.text), text }).then(({ marks }) => {
      if (latest) setFound({ of: text, places: marks.flatMap((found, index) => {
        const block = blocks[index]
        return block === undefined ? [] : found.map(([from, to]) => ({ element: block.element, range: rangeIn(block, from, to) }))
      }) })
    }).catch(fault)
    return () => { latest = false }
    // What a fault is told by changes with every draw.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text, version, only])

  // Another text begins at the first place in sight; the same text on a changed page stays where it was.
  const looked = useRef('')
  useEffect(() => {
    if (looked.current === of) return setAt((before) => (before === null || places.length === 0 ? null : Math.min(before, places.length - 1)))
    looked.current = of
    setAt(places.length === 0 ? null : firstInSight(places))
  }, [places, of])
  useEffect(() => mark(places, at), [places, at])
  const current = at === null ? undefined : places[at]
  useEffect(() => {
    if (current === undefined) return undefined
    const show = (): void => current.range.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' })
    if (!inSight(current)) show()
    // What was far away is laid out only now, which may have moved the place.
    const frame = requestAnimationFrame(() => { if (!inSight(current)) show() })
    return () => cancelAnimationFrame(frame)
  }, [current])
  const count = places.length
  const go = useCallback((step: 1 | -1) => setAt((before) => (count === 0 ? null : before === null ? (step > 0 ? 0 : count - 1) : (before + step + count) % count)), [count])
  return { at, count, settled: of === text, go }
}

function inSight({ range }: Place): boolean {
  const { top, bottom, width } = range.getBoundingClientRect()
  return width > 0 && top >= 96 && bottom <= innerHeight - 24
}

const firstInSight = (places: readonly Place[]): number => Math.max(0, places.slice(0, MOST_MARKED).findIndex(({ range }) => range.getBoundingClientRect().top >= 0))

/** Draws the marks beside the page's own elements, which stay as they are but for one attribute. */
function mark(places: readonly Place[], at: number | null): () => void {
  const now = at === null ? undefined : places[at]
  const blocks = new Set(places.map(({ element }) => element))
  for (const block of blocks) block.setAttribute('data-found', block === now?.element ? 'now' : '')
  CSS.highlights.set(ALL, new Highlight(...places.slice(0, MOST_MARKED).map(({ range }) => range)))
  CSS.highlights.set(NOW, new Highlight(...(now === undefined ? [] : [now.range])))
  return () => {
    for (const block of blocks) block.removeAttribute('data-found')
    CSS.highlights.delete(ALL)
    CSS.highlights.delete(NOW)
  }
}
