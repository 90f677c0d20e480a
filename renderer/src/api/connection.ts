/** Whether the program behind the page answers. Only the loopback can break; the preload is always there. */
import { create } from 'zustand'

/** `lost`: nobody answers. `stranger`: this tab was opened without the token of the launch. */
export type Connection = 'open' | 'lost' | 'stranger'

export const useConnection = create<{ readonly connection: Connection }>()(() => ({ connection: 'open' }))

export function report(connection: Connection): void {
  if (useConnection.getState().connection !== connection) useConnection.setState({ connection })
}

/** Runs `work` each time the connection is back: what happened meanwhile was not heard. */
export const onReturn = (work: () => void): (() => void) =>
  useConnection.subscribe(({ connection }, before) => {
    if (connection === 'open' && before.connection === 'lost') work()
  })
