import type { AbsentField, Absence, EntryKind, Inference, Place, RightsLevel } from '../../contract/entry.ts'

/** What rules conclude about a clean article. Nothing here changes the text. */
export interface Description {
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
