/** The bytes of a judgements file → what it holds. Whatever is wrong with it is refused as a whole, with a sentence that says what. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '../../../contract/errors.ts'
import { countOf, FileEnd, FileEntry, FileHead, JUDGEMENTS_FORMAT, JUDGEMENTS_VERSION, MOST_JUDGED_ENTRIES, MOST_JUDGEMENT_BYTES } from '../../../contract/judgement-file.ts'

export interface JudgementFile {
  readonly head: FileHead
  readonly entries: readonly FileEntry[]
}

/** A head is a hundred bytes; what is longer is no head of ours. */
const LONGEST_HEAD = 2000
/** Lines that are read between two breaths. */
const GROUP = 200
const LINE_BREAK = 0x0a
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]

export function refuseTooBig(file: string, bytes: number): void {
  if (bytes > MOST_JUDGEMENT_BYTES) throw new Refusal('TOO_BIG', { file, size: megabytes(bytes), limit: megabytes(MOST_JUDGEMENT_BYTES) })
}

/** Throws EMPTY, TOO_BIG, NOT_JUDGEMENTS, JUDGEMENTS_NEWER, TOO_MANY, CORRUPT, MALFORMED. */
export async function readJudgements(file: string, given: Uint8Array): Promise<JudgementFile> {
  // Editors put a mark in front when they save; it is no part of what the sum was made of.
  const bytes = BYTE_ORDER_MARK.every((byte, at) => given[at] === byte) ? given.subarray(BYTE_ORDER_MARK.length) : given
  if (bytes.byteLength === 0) throw new Refusal('EMPTY', { file })
  refuseTooBig(file, bytes.byteLength)
  const head = headOf(file, bytes)
  const content = bytes.subarray(0, endOf(file, bytes))
  const text = decoded(content)
  if (text === null) throw damaged(file, '有不是 UTF-8 的字节')
  const lines = text.split('\n').slice(1, -1)
  const entries: FileEntry[] = []
  for (const [index, line] of lines.entries()) {
    entries.push(entryOf(file, line, index + 2))
    if (index % GROUP === GROUP - 1) await new Promise<void>((resume) => setImmediate(resume))
  }
  if (entries.length !== head.entries || entries.reduce((sum, entry) => sum + countOf(entry), 0) !== head.judgements) throw damaged(file, '条数与文件开头写的不符')
  return { head, entries }
}

function headOf(file: string, bytes: Uint8Array): FileHead {
  const first = parsed(decoded(bytes.subarray(0, Math.max(0, bytes.subarray(0, LONGEST_HEAD).indexOf(LINE_BREAK)))))
  const loose = z.looseObject({ format: z.literal(JUDGEMENTS_FORMAT), version: z.int().min(1) }).safeParse(first)
  if (!loose.success) throw new Refusal('NOT_JUDGEMENTS', { file })
  if (loose.data.version > JUDGEMENTS_VERSION) throw new Refusal('JUDGEMENTS_NEWER', { file, found: String(loose.data.version), known: String(JUDGEMENTS_VERSION) })
  if (typeof loose.data['entries'] === 'number' && loose.data['entries'] > MOST_JUDGED_ENTRIES) throw new Refusal('TOO_MANY', { file, count: String(loose.data['entries']), limit: String(MOST_JUDGED_ENTRIES) })
  const head = FileHead.safeParse(first)
  if (!head.success) throw new Refusal('MALFORMED', { file, line: '1', reason: reasonOf(head.error) })
  return head.data
}

/** Where the last line begins; it tells whether everything before it is as it was written. */
function endOf(file: string, bytes: Uint8Array): number {
  const at = bytes.lastIndexOf(LINE_BREAK, bytes.byteLength - 2) + 1
  const end = FileEnd.safeParse(parsed(decoded(bytes.subarray(at))))
  if (bytes.at(-1) !== LINE_BREAK || !end.success) throw damaged(file, '没有结尾一行，可能没有复制完')
  if (createHash('sha256').update(bytes.subarray(0, at)).digest('hex') !== end.data.end) throw damaged(file, '内容与校验和不符，可能被改动过')
  return at
}

function entryOf(file: string, line: string, n: number): FileEntry {
  const entry = FileEntry.safeParse(parsed(line))
  if (!entry.success) throw new Refusal('MALFORMED', { file, line: String(n), reason: reasonOf(entry.error) })
  return entry.data
}

/** Names the field, never its content. */
const reasonOf = ({ issues }: z.ZodError): string => `${issues[0]?.path.map(String).join('.') || '这一行'}不符合意见文件的格式`

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

const damaged = (file: string, reason: string): Refusal => new Refusal('CORRUPT', { file, reason })
const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`
