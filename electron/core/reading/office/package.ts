/** The parts of an Office Open XML file and how they name each other (ECMA-376 part 2). Links that lead out of the file are told, never followed. */
import { Refusal } from '../../../contract/errors.ts'
import { openArchive } from '../archive/index.ts'
import type { NamedBytes } from '../reader.ts'
import { below } from './elements.ts'

export interface Relation {
  readonly id: string
  /** The last word of its type: image, footnotes, hyperlink. */
  readonly type: string
  /** The name of a member, or an address when it is `external`. */
  readonly target: string
  readonly external: boolean
}
export interface Package {
  readonly file: string
  readonly main: string
  readonly relations: (part: string) => Promise<ReadonlyMap<string, Relation>>
  /** null where there is no such part. */
  readonly read: (part: string) => Promise<Uint8Array | null>
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0]

/** `usual` is where the main part lies when nothing says so. Rejects with CORRUPT where there is none, ENCRYPTED for a file behind a password. */
export async function openPackage(file: NamedBytes, usual: string): Promise<Package> {
  if (OLE.every((byte, i) => file.bytes[i] === byte)) throw new Refusal('ENCRYPTED', { file: file.name })
  const archive = await openArchive(file)
  return packageOf(file.name, usual, async (part) => (await archive.member(part)?.read()) ?? null, (part) => archive.member(part) !== undefined)
}

/** `holds` is asked where reading would be dear. Rejects with CORRUPT. */
export async function packageOf(file: string, usual: string, read: Package['read'], holds?: (part: string) => boolean): Promise<Package> {
  const relations = async (part: string): Promise<ReadonlyMap<string, Relation>> => {
    const slash = part.lastIndexOf('/') + 1
    const bytes = await read(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`)
    return bytes === null ? new Map() : relationsIn(bytes, part.slice(0, slash), file)
  }
  const told = [...(await relations('')).values()].find(({ type, external }) => type === 'officeDocument' && !external)?.target
  for (const main of told === undefined ? [usual] : [told, usual]) if (holds === undefined ? (await read(main)) !== null : holds(main)) return { file, main, relations, read }
  throw new Refusal('CORRUPT', { file, reason: `里面没有 ${usual}` })
}

function relationsIn(bytes: Uint8Array, folder: string, file: string): ReadonlyMap<string, Relation> {
  const found = new Map<string, Relation>()
  for (const { attributes } of below(bytes, file, 'rel:Relationships')) {
    const { Id: id = '', Type: type = '', Target: target = '' } = attributes
    const external = attributes['TargetMode'] === 'External'
    found.set(id, { id, type: type.slice(type.lastIndexOf('/') + 1), target: external ? target : resolve(folder, target), external })
  }
  return found
}

/** Targets are relative to the folder of the part that names them, or begin at the root. */
function resolve(folder: string, target: string): string {
  const parts: string[] = []
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}
