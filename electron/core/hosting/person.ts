import { outline } from '../trouble.ts'
import type { Home } from './home.ts'
import { hostFile } from './host-file.ts'

/** 署名, written beside every decision: asked once, kept on this computer. */
export interface Person {
  /** null until it was given. */
  readonly name: () => string | null
  readonly rename: (name: string | null) => void
}

export function personOf(home: Home): Person {
  const file = hostFile(home)
  let session: string | null | undefined
  return {
    name: () => (session === undefined ? file.read().person : session),
    rename: (person) => {
      session = person
      try {
        file.change({ person })
      } catch (error) {
        // Decisions can be signed all the same; only the next start will ask again.
        console.error(`host.json: ${outline(error)}`)
      }
    },
  }
}
