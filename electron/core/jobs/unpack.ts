/** An archive of an import becomes files of the same batch: staged under names of our own, shown under theirs. */
import { fault, Refusal, type Fault } from '../../contract/errors.ts'
import { MAX_MEMBERS, MAX_TOTAL } from '../reading/index.ts'
import type { Staging } from '../staging.ts'
import type { Allowance, ReaderPool } from './reader-pool.ts'
import type { SourceFile } from './scan.ts'

/** Archives within archives: one in another is opened, one in that is not. */
export const MAX_NESTING = 2

export interface Unpacked {
  readonly members: readonly SourceFile[]
  /** By the name a person sees, with its archive before it. */
  readonly refused: readonly { readonly name: string; readonly fault: Fault }[]
}

/** Throws Refusal: TOO_DEEP, EMPTY, what the helper refuses, DISK_FULL. Nothing stays staged then. */
export async function unpack(source: SourceFile, allowance: Allowance, { pool, staging }: { readonly pool: ReaderPool; readonly staging: Staging }, signal: AbortSignal): Promise<Unpacked> {
  const { name, path, bytes } = source
  if (source.nesting >= MAX_NESTING) throw new Refusal('TOO_DEEP', { file: name, limit: String(MAX_NESTING) })
  const members: SourceFile[] = []
  const refused: { readonly name: string; readonly fault: Fault }[] = []
  let taken = 0
  try {
    for (let from: number | null = 0; from !== null; ) {
      const outcome = await pool.unpack({ name, path, bytes }, from, signal, allowance)
      if (!outcome.ok) throw new Refusal(outcome.fault.code, outcome.fault.details)
      const { portion } = outcome
      for (const member of portion.members) {
        taken += member.bytes.length
        if (taken > MAX_TOTAL || members.length >= MAX_MEMBERS) throw new Refusal('READER_CRASHED', { file: name })
        members.push({ name: `${name}/${member.name}`, path: stage(staging, member.bytes), bytes: null, temporary: true, fault: null, nesting: source.nesting + 1 })
      }
      refused.push(...portion.refused.map((one) => ({ name: `${name}/${one.name}`, fault: named(one.fault, `${name}/${one.name}`) })))
      from = portion.next
    }
  } catch (error) {
    for (const { path: staged } of members) if (staged !== null) staging.remove(staged)
    throw error
  }
  if (members.length + refused.length === 0) throw new Refusal('EMPTY', { file: name })
  return { members, refused }
}

const named = ({ code, details }: Fault, file: string): Fault => fault(code, { ...details, file })

function stage(staging: Staging, bytes: Uint8Array): string {
  try {
    return staging.put(bytes)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new Refusal('DISK_FULL', { folder: staging.parent })
    throw error
  }
}
