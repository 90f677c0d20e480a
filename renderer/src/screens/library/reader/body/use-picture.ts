import { useEffect, useState, type RefObject } from 'react'
import type { EntryId, Picture } from '../../../../../../electron/contract/entry.ts'
import { useCall } from '../../../../api/hooks.ts'

/** true from the moment the element is nearly in sight. */
export function useSeen(element: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (seen || element.current === null) return undefined
    const watch = new IntersectionObserver((entries) => { if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true) }, { rootMargin: '400px' })
    watch.observe(element.current)
    return () => watch.disconnect()
  }, [seen, element])
  return seen
}

/** An address inside the page for the bytes of a picture; null until they are there. It is given up with the element that shows it. */
export function usePicture(entry: EntryId, { id, mime }: Picture, wanted: boolean): { readonly url: string | null; readonly failed: boolean } {
  const { data, isError } = useCall('entries.picture', { id: entry, picture: id }, { enabled: wanted })
  const [url, setUrl] = useState<string | null>(null)
  const base64 = data?.base64
  useEffect(() => {
    if (base64 === undefined) return undefined
    const made = URL.createObjectURL(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: mime }))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [base64, mime])
  return { url, failed: isError }
}
