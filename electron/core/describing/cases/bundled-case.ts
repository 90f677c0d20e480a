/** One bundled summary (内置摘要) as `content/cases/<key>.md` states it. */
import type { Summary } from '../../../contract/bundled.ts'
import type { Paragraph } from '../../../contract/entry.ts'

export interface BundledCase {
  /** Names the summary for ever, whatever its title becomes. */
  readonly key: string
  readonly title: string
  readonly place: { readonly province: string; readonly city: string; readonly district: string | null }
  /** Best first. */
  readonly keywords: readonly string[]
  readonly body: string
  readonly paragraphs: readonly Paragraph[]
  /** At least one; each is the source of some figure. */
  readonly citations: Summary['citations']
  /** In the order of the body, none overlapping another. */
  readonly figures: Summary['figures']
  /** Facts by which the original is recognised: a text of the same place that holds `enough` of them is it. */
  readonly original: { readonly enough: number; readonly facts: readonly string[] }
}
