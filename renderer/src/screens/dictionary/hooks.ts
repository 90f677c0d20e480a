/** Changes of the dictionary, each of which can be taken back, and what a draft of one would do. */
import { useEffect, useState } from 'react'
import type { Output } from '../../../../electron/contract/api.ts'
import type { Draft } from '../../../../electron/contract/lexicon.ts'
import { useCall, refresh } from '../../api/hooks.ts'
import { useFaults } from '../../app/faults.ts'
import { useUndo, type Undo } from '../../app/undo.tsx'
import { useView } from '../../app/view.ts'

export const NO_DRAFT: Draft = { add: [], remove: [], off: [] }
export const isEmpty = ({ add, remove, off }: Draft): boolean => add.length + remove.length + off.length === 0
export const adding = (text: string, frequency: number | null = null): Draft => ({ ...NO_DRAFT, add: [{ text, frequency, note: '' }] })

/** Behind another screen nothing is asked for. */
export const useHere = (): boolean => useView((view) => view.screen === 'dictionary')

/** Making a segmenter for a draft takes a quarter of a second: it waits until the typing pauses. */
const PAUSE_MS = 350

export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  const key = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
    // The same value in another object is no change.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key])
  return settled
}

/** What `draft` would do, once it stands still; undefined until then. */
export function useEffects(draft: Draft): Output<'lexicon.effects'> | undefined {
  const settled = useSettled(draft)
  const same = JSON.stringify(settled) === JSON.stringify(draft)
  const here = useHere()
  const { data } = useCall('lexicon.effects', { draft: settled }, { enabled: here && !isEmpty(settled) })
  return same ? data : undefined
}

export interface Changing extends Undo {
  /** Does it, keeps the way back under `label`, and asks for everything anew. Answers whether it was done. */
  readonly make: (label: string, work: () => Promise<{ readonly undo: string }>) => Promise<boolean>
}

export function useChanging(): Changing {
  const fault = useFaults()
  const undo = useUndo()
  return {
    ...undo,
    make: async (label, work) => {
      try {
        const done = await work()
        if (done.undo !== '') undo.keep(label, done.undo)
        await refresh(['lexicon.'])
        return true
      } catch (error) {
        fault(error)
        return false
      }
    },
  }
}
