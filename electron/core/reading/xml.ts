/** XML of office files, read as events; what could reach outside the file or overflow whoever reads it is refused. */
import { SaxesParser } from 'saxes'
import { Refusal } from '../../contract/errors.ts'

export interface XmlTag {
  /** As written: `w:p`. */
  readonly name: string
  /** Without its prefix: `p`. */
  readonly local: string
  /** By name as written. Without prototype: no name is taken for something else. */
  readonly attributes: Readonly<Record<string, string>>
  /** Its place below the root, which is 1. */
  readonly depth: number
}
export interface XmlHandler {
  readonly open?: (tag: XmlTag) => void
  readonly close?: (tag: XmlTag) => void
  /** Character data and CDATA between two tags, in one or several pieces; blanks as they stand. */
  readonly text?: (text: string) => void
}

export const MAX_XML_DEPTH = 256
const MAX_XML = 64 * 1024 * 1024
const DECLARED = /^<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/

/**
 * Throws DOCTYPE (nothing an office writes has one), TOO_DEEP below 256 levels, BOMB above 64 MB, CORRUPT for what is not well formed.
 * `file` is the name of the file that a person knows.
 */
export function parseXml(source: Uint8Array | string, file: string, handler: XmlHandler): void {
  if (source.length > MAX_XML) throw new Refusal('BOMB', { file, reason: '内部的 XML 超过 64 MB' })
  const parser = new SaxesParser()
  const path: XmlTag[] = []
  const text = (found: string): void => { if (path.length > 0) handler.text?.(found) }
  parser.on('error', () => { throw new Refusal('CORRUPT', { file, reason: `内部的 XML 第 ${parser.line} 行有误` }) })
  parser.on('doctype', () => { throw new Refusal('DOCTYPE', { file }) })
  parser.on('opentag', ({ name, attributes }) => {
    if (path.length >= MAX_XML_DEPTH) throw new Refusal('TOO_DEEP', { file, limit: String(MAX_XML_DEPTH) })
    const tag: XmlTag = { name, local: localName(name), attributes, depth: path.length + 1 }
    path.push(tag)
    handler.open?.(tag)
  })
  parser.on('closetag', () => {
    const tag = path.pop()
    if (tag) handler.close?.(tag)
  })
  parser.on('text', text)
  parser.on('cdata', text)
  parser.write((typeof source === 'string' ? source : decodeXml(source)).replace(/^\uFEFF?\s*/, '')).close()
}

/** The value of the first attribute called `local`, whatever its prefix. */
export function attribute({ attributes }: XmlTag, local: string): string | undefined {
  if (Object.hasOwn(attributes, local)) return attributes[local]
  const name = Object.keys(attributes).find((key) => localName(key) === local)
  return name === undefined ? undefined : attributes[name]
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** By its byte-order mark, else by what it declares; UTF-8 where it declares nothing or what nobody knows. */
function decodeXml(bytes: Uint8Array): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  const unmarked = bytes[0] === 0x3c && bytes[1] === 0 ? 'utf-16le' : bytes[0] === 0 && bytes[1] === 0x3c ? 'utf-16be' : null
  const declared = DECLARED.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200)).trimStart())?.[1]
  return decodeAs(bytes, marked ?? unmarked ?? declared ?? 'utf-8')
}

function decodeAs(bytes: Uint8Array, label: string): string {
  try {
    // Bytes that have arrived as single ones are no UTF-16, whatever they declare.
    return new TextDecoder(/^utf-?16$/i.test(label) ? 'utf-8' : label).decode(bytes)
  } catch {
    return new TextDecoder('utf-8').decode(bytes)
  }
}
