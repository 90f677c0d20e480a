import type { Session } from './session.ts'

/** Waits until the index is level with the library: after a crash or an upgrade it follows in the background. */
export async function ready(session: Session): Promise<void> {
  let wake = (): void => undefined
  session.on('index.state', ({ state }) => {
    if (state === 'ready') wake()
  })
  while ((await session.call('search.indexState', {})).state !== 'ready') await new Promise<void>((resolve) => (wake = resolve))
}
