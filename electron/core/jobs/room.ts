/** Room in memory for files in hand: small ones many at once, large ones few. */
export interface Room {
  /** Resolves once there is room for so many bytes, in the order of asking; what it answers with gives the room back. */
  readonly take: (bytes: number) => Promise<() => void>
}

/** `few` files are let in whatever they weigh; more than that only while all together weigh no more than `limit` bytes. */
export function createRoom(limit: number, few: number): Room {
  const waiting: { readonly bytes: number; readonly enter: () => void }[] = []
  let held = 0
  let inside = 0

  function letIn(): void {
    for (let first = waiting[0]; first !== undefined && (inside < few || held + first.bytes <= limit); first = waiting[0]) {
      waiting.shift()
      inside++
      held += first.bytes
      first.enter()
    }
  }

  return {
    take: (bytes) => new Promise((resolve) => {
      const leave = (): void => {
        inside--
        held -= bytes
        letIn()
      }
      waiting.push({ bytes, enter: () => { resolve(leave) } })
      letIn()
    }),
  }
}
