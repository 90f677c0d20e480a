/** The question that the list has been answered. */
import { useState } from 'react'
import { useView, type View } from '../../../app/view.ts'

type Question = Pick<View, 'query' | 'filters'>

/**
 * What was asked last, once its list is there; until then what was asked before it. The text that is read belongs to the former list,
 * and hits of the new question in it would be looked for, and drawn, ahead of the list that a person waits for.
 */
export function useAnswered(): Question {
  const [answered] = useState(() => {
    let last: Question = useView.getState()
    return (view: View): Question => {
      if (!view.following && (last.query !== view.query || last.filters !== view.filters)) last = { query: view.query, filters: view.filters }
      return last
    }
  })
  return useView(answered)
}
