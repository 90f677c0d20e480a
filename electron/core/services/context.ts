/** What every service needs: the open library, the host's ports, and the two ways to say that something changed. */
import type { Method } from '../../contract/api.ts'
import type { Table } from '../dispatch.ts'
import type { CorePorts, GrantedPaths } from '../host.ts'
import type { KeywordsOf, Library } from '../library/index.ts'

export interface Context {
  readonly library: Library
  readonly ports: CorePorts
  /** Says that these entries changed; null says: too many to name. */
  readonly changed: (ids: readonly string[] | null) => void
  readonly keywordsOf: KeywordsOf
}

/** The handlers of one domain's methods. */
export type Service<M extends Method> = Table<M, GrantedPaths>
