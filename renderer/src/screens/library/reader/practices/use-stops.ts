/** Keys in the list of tags and sentences: arrows walk, letters decide about the tag one stands on. They act only while the focus is in the list. */
import type { KeyboardEvent, RefObject } from 'react'
import type { PracticeId } from '../../../../../../electron/contract/practice-tag.ts'
import { PracticeId as PracticeIdSchema } from '../../../../../../electron/contract/practice-tag.ts'
import { focusOn } from '../../../../app/focus.ts'

interface Deeds {
  readonly turn: (id: PracticeId, open: boolean) => void
  readonly confirm: (id: PracticeId) => void
  readonly reject: (id: PracticeId) => void
  /** Takes over what somebody else says of it. */
  readonly adopt: (id: PracticeId) => void
  readonly drop: (id: PracticeId, passage: string) => void
  readonly leave: () => void
  /** What the letters do while a fact has the focus. */
  readonly fact: (id: string) => { readonly confirm: () => void; readonly reject: () => void; readonly edit: () => void; readonly adopt: () => void } | null
}

const idOf = (value: string | undefined): PracticeId | null => PracticeIdSchema.safeParse(value).data ?? null

/** Where the focus goes when the fact at `at` leaves the card: down it, so that a person judges one after the other; from the last fact, up. */
function nextTo(stops: readonly HTMLElement[], at: number): number {
  const next = stops.findIndex((stop, index) => index > at && stop.dataset['fact'] !== undefined)
  return next < 0 ? at - 1 : next
}

/** Where it goes when a whole practice leaves: to the next one behind it and what stands under it; from the last, up. */
function nextPractice(stops: readonly HTMLElement[], practice: PracticeId): number {
  const at = stops.findIndex((stop) => stop.dataset['practice'] === practice)
  const own = stops[at]?.closest('li') ?? null
  const next = stops.findIndex((stop, index) => index > at && stop.dataset['practice'] !== undefined && own?.contains(stop) !== true)
  return next < 0 ? at - 1 : next
}

/** Wrap it in the composition guard. */
export function useStops(list: RefObject<HTMLElement | null>, deeds: Deeds): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const stops = [...(list.current?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])]
    const active = document.activeElement instanceof HTMLElement ? document.activeElement : null
    const here = active?.closest<HTMLElement>('[data-stop]') ?? active?.closest('li')?.querySelector<HTMLElement>('[data-stop]') ?? null
    const at = here === null ? -1 : stops.indexOf(here)
    const head = idOf(here?.dataset['practice'])
    const tag = head ?? idOf(here?.closest<HTMLElement>('[data-of]')?.dataset['of'])
    const go = (to: number) => (): void => stops[Math.max(0, Math.min(stops.length - 1, to))]?.focus()
    const passage = here?.dataset['passage']
    const fact = deeds.fact(here?.dataset['fact'] ?? '')
    const steps: Readonly<Record<string, (() => void) | null>> = {
      ArrowDown: go(at + 1), ArrowUp: go(at - 1), j: go(at + 1), k: go(at - 1), Home: go(0), End: go(stops.length - 1),
      ArrowRight: head === null ? null : () => deeds.turn(head, true),
      ArrowLeft: head !== null ? () => deeds.turn(head, false) : tag === null ? null : () => list.current?.querySelector<HTMLElement>(`[data-practice="${tag}"]`)?.focus(),
      a: fact ? fact.confirm : tag === null ? null : () => deeds.confirm(tag),
      e: fact ? fact.edit : null,
      d: fact ? fact.adopt : tag === null ? null : () => deeds.adopt(tag),
      x: fact ? () => { go(nextTo(stops, at))(); fact.reject() } : tag === null ? null : () => { go(nextPractice(stops, tag))(); deeds.reject(tag) },
      Delete: tag === null || passage === undefined ? null : () => { go(at - 1)(); deeds.drop(tag, passage) },
      Escape: () => focusOn('reader', deeds.leave),
    }
    const step = steps[event.key] ?? null
    if (step === null) return
    event.preventDefault()
    event.stopPropagation()
    step()
  }
}
