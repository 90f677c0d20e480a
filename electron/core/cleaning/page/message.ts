/** What a rule did, said as a message that travels with the file. */
import type { VFile } from 'vfile'
import type { NoticeAction, Span } from '../../../contract/entry.ts'

declare module 'vfile-message' {
  interface VFileMessage {
    /** What cleaning did; set on its own messages only. */
    action?: NoticeAction
    /** Where in the decoded original, in UTF-16 code units. */
    raw?: Span
  }
}

export interface Report {
  readonly rule: string
  readonly action: NoticeAction
  /** What was done, in Chinese. */
  readonly text: string
  /** Why, in Chinese: something a person can check. */
  readonly reason: string
  /** Where in the decoded original. */
  readonly raw: Span
  /** What stands in the text instead; '' when it left the text, null when nothing changed. */
  readonly after: string | null
}

export const SOURCE = 'cleaning'

export function report(file: VFile, { rule, action, text, reason, raw, after }: Report): void {
  const before = String(file.value).slice(raw.start, raw.end)
  const message = file.info(text, { ruleId: rule, source: SOURCE })
  message.note = reason
  message.action = action
  message.raw = raw
  message.actual = before
  message.expected = [after ?? before]
}

const LONGEST_QUOTE = 24

/** Quotes the original in a message, cut in the middle when long. */
export function quote(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ')
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE - 10)}…${line.slice(-8)}`
}
