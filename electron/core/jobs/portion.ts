/** Inside a reading helper: an archive taken apart, a portion at a time, so that no message holds more than a few members. */
import { fault, Refusal, type Fault } from '../../contract/errors.ts'
import { openArchive } from '../reading/index.ts'
import { isPartOfPage, pageFolders } from './page-folders.ts'
import { isLeftBehind } from './scan.ts'

export interface Portion {
  readonly members: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  /** Members that may not be read or cannot be, each with its own reason. */
  readonly refused: readonly { readonly name: string; readonly fault: Fault }[]
  /** The member to go on from; null when nothing is left. */
  readonly next: number | null
}

export const PORTION_BYTES = 16 * 1024 * 1024

/**
 * Members from the `from`-th on, until 16 MB are together. Files that systems leave behind are passed over, as in folders.
 * Rejects with what `openArchive` refuses, and with BOMB as soon as one member is larger than it says: nobody else lies about that.
 */
export async function takePortion(file: { readonly name: string; readonly bytes: Uint8Array }, from: number): Promise<Portion> {
  const archive = await openArchive(file, { partly: true })
  const parts = pageFolders(archive.members.map(({ name }) => name))
  const members: { readonly name: string; readonly bytes: Uint8Array }[] = []
  const refused = from === 0 ? [...archive.refused] : []
  let together = 0
  let at = from
  for (; at < archive.members.length && together < PORTION_BYTES; at++) {
    const member = archive.members[at]
    if (!member || isLeftBehind(member.name) || isPartOfPage(member.name, parts)) continue
    try {
      const bytes = await member.read()
      together += bytes.length
      members.push({ name: member.name, bytes })
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'BOMB') throw error
      refused.push({ name: member.name, fault: fault(error.code, { ...error.fault.details, file: member.name }) })
    }
  }
  return { members, refused, next: at < archive.members.length ? at : null }
}
