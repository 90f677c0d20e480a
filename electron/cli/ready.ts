import type { Progress } from './progress.ts'
import type { Session } from './session.ts'

/** Waits until every text has been read for facts. */
export async function factsReady(session: Session, progress: Progress): Promise<void> {
  let wake = (): void => undefined
  session.on('facts.extracting', ({ state, done, total }) => {
    progress.show(done, total, '提取事实')
    if (state === 'ready') wake()
  })
  while ((await session.call('facts.extracting', {})).state !== 'ready') await new Promise<void>((resolve) => (wake = resolve))
}

/** Waits until every text is read for practices and the index is level with the library: after a crash or an upgrade both follow in the background. */
export async function ready(session: Session, progress: Progress): Promise<void> {
  let wake = (): void => undefined
  session.on('index.state', ({ state }) => {
    if (state === 'ready') wake()
  })
  session.on('practices.tagging', ({ state, done, total }) => {
    progress.show(done, total, '按新规则识别做法')
    if (state === 'ready') wake()
  })
  while ((await session.call('practices.tagging', {})).state !== 'ready') await new Promise<void>((resolve) => (wake = resolve))
  while ((await session.call('search.indexState', {})).state !== 'ready') await new Promise<void>((resolve) => (wake = resolve))
}
