import { useState } from 'react'

/** false until `wanted` was true for the first time: what nobody has opened yet need not be drawn. */
export function useOnce(wanted: boolean): boolean {
  const [was, setWas] = useState(wanted)
  if (wanted && !was) setWas(true)
  return was || wanted
}
