import type { AbsentField, Absence, EntryKind, Inference, Place, RightsLevel } from '../../contract/entry.ts'
import type { FoundTag } from './practices/index.ts'

/** What rules conclude about a clean article. Nothing here changes the text. */
export interface Description {
  /** The practices it shows, in the order of the taxonomy, with the sentences that show them. */
  readonly practices: readonly FoundTag[]
  /** The stated title, or a provisional one (shown as 暂拟). */
  readonly title: string
  readonly titleIsProvisional: boolean
  readonly kind: EntryKind
  /** One Chinese sentence a person can check: why this is a case, or why not. */
  readonly kindReason: string
  readonly place: Place
  readonly rightsLevel: RightsLevel
  readonly inferences: readonly Inference[]
  readonly absent: Readonly<Partial<Record<AbsentField, Absence>>>
  /** Up to 20 words, best first. */
  readonly keywords: readonly string[]
}
