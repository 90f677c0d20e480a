/** What a rule did, said as a message that travels with the file (vfile's `data`; its own messages are errors, and cost as much). */
import type { VFile } from 'vfile'
import type { NoticeAction, Span } from '../../../contract/entry.ts'

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

declare module 'vfile' {
  interface DataMap {
    reports: Report[]
    /** The format knows its paragraphs, as word processors and web pages do: a break in one is its writer's. */
    paragraphs: boolean
  }
}

/** A rule that only points at things stops here: who has seen this many in one file needs no more. */
const MOST_FLAGS = 200

export function report(file: VFile, message: Report): void {
  const reports = (file.data.reports ??= [])
  reports.push(message)
}

/** Flags as `report` does, up to a number for each rule and file. */
export class Flags {
  private readonly file: VFile
  private count = 0
  constructor(file: VFile) {
    this.file = file
  }

  get full(): boolean {
    return this.count >= MOST_FLAGS
  }

  /** false once there have been enough. */
  add(flag: Omit<Report, 'action' | 'after'>): boolean {
    if (this.count >= MOST_FLAGS) return false
    this.count++
    report(this.file, { ...flag, action: 'flagged', after: null })
    return true
  }
}

const LONGEST_QUOTE = 24

/** Quotes the original inside “”, cut in the middle when long; its own quotation marks become the inner ones. */
export function quote(text: string): string {
  const line = (text.length > 400 ? `${text.slice(0, 200)}${text.slice(-200)}` : text).replaceAll(/\s+/gu, ' ').replaceAll('“', '‘').replaceAll('”', '’')
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE - 10)}…${line.slice(-8)}`
}
