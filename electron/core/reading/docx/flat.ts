/**
 * Word documents that are one XML file, as office systems export them under the name .doc: the parts of a .docx one after the other
 * (Flat OPC, ECMA-376), or the older Word 2003 XML, whose body and styles stand together.
 */
import { Refusal } from '../../../contract/errors.ts'
import { below, textIn } from '../office/elements.ts'
import { type Package, packageOf } from '../office/package.ts'
import type { Properties } from '../office/properties.ts'
import type { NamedBytes } from '../reader.ts'
import { parseXml } from '../xml.ts'

const MOST_PARTS = 5000
const OLDER = 'word-2003.xml'

export const isFlat = ({ bytes }: NamedBytes): boolean => !(bytes[0] === 0x50 && bytes[1] === 0x4b) && !(bytes[0] === 0xd0 && bytes[1] === 0xcf)

/** Throws CORRUPT, DOCTYPE, TOO_DEEP, BOMB. */
export async function openFlat({ name: file, bytes }: NamedBytes): Promise<Package> {
  // Parts are cut out of the text below: first the whole must be sound.
  parseXml(bytes, file, {})
  const text = new TextDecoder().decode(bytes)
  const parts = new Map<string, Uint8Array>()
  for (const part of text.split('</pkg:part>')) {
    const inside = part.slice(Math.max(0, part.indexOf('<pkg:part ')))
    const name = /^<pkg:part [^>]{0,1000}?\bpkg:name="\/?([^"]*)"/.exec(inside)?.[1]
    if (name !== undefined && parts.size < MOST_PARTS) parts.set(name, contentOf(inside))
  }
  if (parts.size > 0) return packageOf(file, 'word/document.xml', (part) => Promise.resolve(parts.get(part) ?? null))
  if (!/<w:wordDocument\b/.test(text.slice(0, 20_000))) throw new Refusal('CORRUPT', { file, reason: '里面没有正文' })
  return older(file, bytes)
}

function contentOf(inside: string): Uint8Array {
  const binary = /<pkg:binaryData\b[^>]*>([^<]*)/.exec(inside)?.[1]
  if (binary !== undefined) return Uint8Array.from(Buffer.from(binary, 'base64'))
  const start = inside.indexOf('>', inside.indexOf('<pkg:xmlData')) + 1
  const end = inside.lastIndexOf('</pkg:xmlData>')
  return new TextEncoder().encode(end > start ? inside.slice(start, end) : '')
}

/** The styles are looked for in the same file. */
function older(file: string, bytes: Uint8Array): Package {
  const styles = { id: 'styles', type: 'styles', target: 'styles.xml', external: false }
  return {
    file,
    main: OLDER,
    relations: (part) => Promise.resolve(new Map(part === OLDER ? [[styles.id, styles]] : [])),
    read: (part) => Promise.resolve(part === OLDER || part === styles.target ? bytes : null),
  }
}

/** What Word 2003 states in the file itself; null for a file of parts. */
export function olderProperties(bytes: Uint8Array, { file, main }: Package): Properties | null {
  if (main !== OLDER) return null
  const all = below(bytes, file, 'o:DocumentProperties')
  const said = (name: string): string | undefined => {
    const found = all.find((element) => element.name === name)
    return found === undefined ? undefined : textIn(found)
  }
  return { title: said('o:Title'), author: said('o:Author'), keywords: said('o:Keywords'), created: said('o:Created') }
}
