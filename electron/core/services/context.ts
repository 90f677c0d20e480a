/** What every service needs: the open library, the host's ports, the index beside it, and the way to say that something changed. */
import type { Method } from '../../contract/api.ts'
import type { Table } from '../dispatch.ts'
import type { BundledCase } from '../describing/cases/index.ts'
import type { CorePorts, GrantedPaths } from '../host.ts'
import type { KeywordsOf, Library } from '../library/index.ts'
import type { Indexing } from './indexing.ts'
import type { OwnLexicon } from './lexicon.ts'
import type { Practices } from './taxonomy.ts'

export interface Context {
  readonly library: Library
  readonly ports: CorePorts
  /** These entries changed: the index follows, and the window is told. */
  readonly changed: (ids: readonly string[]) => void
  readonly keywordsOf: KeywordsOf
  /** The words in force; asked anew each time. */
  readonly lexicon: OwnLexicon
  readonly practices: Practices
  readonly indexing: Indexing
  /** The shipped summaries. */
  readonly cases: () => readonly BundledCase[]
}

/** The handlers of one domain's methods. */
export type Service<M extends Method> = Table<M, GrantedPaths>
