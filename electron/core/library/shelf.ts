/** What the operations of this room share. */
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import type { FileLayer } from './files.ts'
import type { Originals } from './originals.ts'
import type { Reads, Writes } from './repositories/index.ts'
import type { FactRules } from './extracting.ts'
import type { PracticeRules } from './tagging.ts'

export interface Shelf {
  readonly folder: string
  readonly connection: Connection
  readonly clock: Clock
  readonly files: FileLayer
  readonly originals: Originals
  readonly reads: Reads
  readonly writes: Writes
  /** The rules that texts are read under; loaded when first asked for. */
  readonly rules: () => PracticeRules
  /** The rules that find facts; loaded when first asked for. */
  readonly facts: () => FactRules
}
