/** How far down the page passages stand, measured again whenever the text is laid out otherwise. */
import { useEffect, useState, type RefObject } from 'react'
import type { Span } from '../../../../../../electron/contract/entry.ts'

export interface Places {
  /** By place in the list; those that are not drawn yet are left out. In pixels from the top of what scrolls. */
  readonly tops: ReadonlyMap<number, number>
  /** There is too little room beside the text for names. */
  readonly narrow: boolean
  readonly rem: number
}

/** Beside the margin the text keeps at least so much. */
const WIDE_REM = 36
const NOWHERE: Places = { tops: new Map(), narrow: false, rem: 16 }

export function usePlaces(pane: RefObject<HTMLElement | null>, spans: readonly Span[]): Places {
  const [places, setPlaces] = useState<Places>(NOWHERE)
  // Not before the page is drawn: what scrolls is known only then.
  useEffect(() => {
    const box = pane.current
    const body = box?.querySelector<HTMLElement>('.body')
    if (box === null || !body) return undefined
    let frame = 0
    const measure = (): void => {
      frame = 0
      // Behind another screen nothing has a place.
      if (!box.checkVisibility()) return
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      const next: Places = { tops: topsOf(box, body, spans), narrow: box.clientWidth < WIDE_REM * rem, rem }
      setPlaces((before) => (same(before, next) ? before : next))
    }
    const soon = (): void => { if (frame === 0) frame = requestAnimationFrame(measure) }
    measure()
    // What is far away gets its true height only when it comes near, which moves all below it.
    const observer = new ResizeObserver(soon)
    observer.observe(box)
    observer.observe(body)
    box.addEventListener('scroll', soon, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      box.removeEventListener('scroll', soon)
    }
  }, [pane, spans])
  return places
}

const same = (a: Places, b: Places): boolean => a.narrow === b.narrow && a.rem === b.rem && a.tops.size === b.tops.size && [...b.tops].every(([index, top]) => Math.abs((a.tops.get(index) ?? -1) - top) < 1)

function topsOf(box: HTMLElement, body: HTMLElement, spans: readonly Span[]): ReadonlyMap<number, number> {
  const zero = box.getBoundingClientRect().top - box.scrollTop
  const blocks = [...body.querySelectorAll<HTMLElement>('[data-start]')].map((element) => ({ element, start: Number(element.dataset['start']) }))
  const tops = new Map<number, number>()
  spans.forEach(({ start }, index) => {
    const at = blocks.findLastIndex((block) => block.start <= start)
    const block = blocks[at]
    // The last that is drawn may not be the one the passage stands in.
    if (block === undefined || start > block.start + (block.element.textContent?.length ?? 0)) return
    tops.set(index, (lineOf(block.element, start - block.start)?.top ?? block.element.getBoundingClientRect().top) - zero)
  })
  return tops
}

/** The line of the character at `offset`. */
function lineOf(block: HTMLElement, offset: number): DOMRect | null {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  let left = offset
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { length } = node.textContent ?? ''
    if (left < length) {
      const range = document.createRange()
      range.setStart(node, left)
      range.setEnd(node, left + 1)
      const rect = range.getBoundingClientRect()
      return rect.height === 0 ? null : rect
    }
    left -= length
  }
  return null
}
