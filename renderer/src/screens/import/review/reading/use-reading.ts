/** The file whose reading is being put right. How it is read is asked for each time it is opened: an answer from before a step was taken back would pass for a change of the person's own. */
import { useState } from 'react'
import type { BatchId, Review } from '../../../../../../electron/contract/importing.ts'
import { client } from '../../../../api/index.ts'
import { useFaults } from '../../../../app/faults.ts'

export interface Reading {
  readonly n: number
  /** How the file is read now. */
  readonly review: Review
  /** Where in the original to begin looking. */
  readonly start: number
}

export function useReading(batch: BatchId): { readonly reading: Reading | null; readonly opening: boolean; readonly open: (n: number, start: number) => void; readonly close: () => void } {
  const fault = useFaults()
  const [reading, setReading] = useState<Reading | null>(null)
  const [opening, setOpening] = useState(false)
  const open = (n: number, start: number): void => {
    setOpening(true)
    void client.call('import.review', { id: batch, n }).then((review) => setReading({ n, review, start }), fault).finally(() => setOpening(false))
  }
  return { reading, opening, open, close: () => setReading(null) }
}
