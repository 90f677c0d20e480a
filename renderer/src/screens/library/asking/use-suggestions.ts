/** What a person may be typing: earlier searches, words and titles that go on as the box does, or sound like it. */
import { useEffect, useState } from 'react'
import type { Suggestion } from '../../../../../electron/contract/searching.ts'
import { useCall } from '../../../api/hooks.ts'

/** The list of what is found comes first. */
const PAUSE_MS = 150
const MOST = 8
const NONE: readonly Suggestion[] = []

/** Those of a moment ago stay until the next are there, so that the list does not flicker under the eyes. */
export function useSuggestions(text: string, wanted: boolean): readonly Suggestion[] {
  const [asked, setAsked] = useState('')
  useEffect(() => {
    if (!wanted) return undefined
    const timer = setTimeout(() => setAsked(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, wanted])
  const here = wanted && asked.trim() !== ''
  const { data } = useCall('search.suggest', { text: asked.slice(0, 1000), limit: MOST }, { enabled: here, keep: true })
  return here && text.trim() !== '' ? (data ?? NONE) : NONE
}
