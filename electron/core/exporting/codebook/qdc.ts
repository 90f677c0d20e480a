/** REFI-QDA codebooks (.qdc): what NVivo, MAXQDA, ATLAS.ti and others hand to each other; written with hierarchy and descriptions, read from whoever wrote it. */
import { Refusal } from '../../../contract/errors.ts'
import { attribute, parseXml } from '../../reading/xml.ts'
import { colourNear, guidIn, hexOf, MOST_CODES, type Code } from './code.ts'
import { describe, undescribe } from './description.ts'

const NAMESPACE = 'urn:QDA-XML:codebook:1.0'
const ORIGIN = '善治案例库'
/** XML has no way to write these. */
// eslint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;', '\n': '&#10;', '\t': '&#9;' }

/** As XML can carry it. */
export const writable = (text: string): string => text.replace(UNWRITABLE, '').toWellFormed()
const inText = (text: string): string => writable(text).replace(/[&<>\r]/g, (sign) => NAMED[sign] ?? sign)
const inAttribute = (text: string): string => writable(text).replace(/[&<>"\r\n\t]/g, (sign) => NAMED[sign] ?? sign)

export function qdcOf(codes: readonly Code[]): string {
  const element = (code: Code, depth: number): string => {
    const indent = '  '.repeat(depth)
    const colour = code.colour === null ? '' : ` color="${hexOf(code.colour)}"`
    const said = describe(code)
    const inner = [
      ...(said === '' ? [] : [`${indent}  <Description>${inText(said)}</Description>`]),
      ...code.children.map((child) => element(child, depth + 1)),
    ]
    const head = `${indent}<Code guid="${code.guid ?? ''}" name="${inAttribute(code.name)}" isCodable="true"${colour}`
    return inner.length === 0 ? `${head}/>` : `${head}>\n${inner.join('\n')}\n${indent}</Code>`
  }
  return `<?xml version="1.0" encoding="utf-8"?>\n<CodeBook xmlns="${NAMESPACE}" origin="${ORIGIN}">\n  <Codes>\n${codes.map((code) => element(code, 2)).join('\n')}\n  </Codes>\n</CodeBook>\n`
}

interface Open {
  readonly guid: string | null
  readonly name: string
  readonly colour: Code['colour']
  description: string
  readonly children: Code[]
}

/** Names of the sets that a file puts its codes into, beside their hierarchy: there is nothing like them here. */
export function setsOf(bytes: Uint8Array, file: string): readonly string[] {
  const names = new Set<string>()
  let name = ''
  parseXml(bytes, file, { open: (tag) => {
    if (tag.local === 'Set') name = (attribute(tag, 'name') ?? '').trim()
    else if (tag.local === 'MemberCode' && name !== '') names.add(name)
  } })
  return [...names]
}

/** Names of codes that a file keeps as headings alone, to which no passage may be given (isCodable="false"): every label here can be given to one. */
export function headingsOf(bytes: Uint8Array, file: string): readonly string[] {
  const names = new Set<string>()
  parseXml(bytes, file, { open: (tag) => {
    const name = (attribute(tag, 'name') ?? '').trim()
    if (tag.local === 'Code' && name !== '' && /^(?:false|0)$/i.test((attribute(tag, 'isCodable') ?? '').trim())) names.add(name)
  } })
  return [...names]
}

/** Sets of codes and notes beside them are passed over. Throws NOT_A_CODEBOOK, TOO_MANY, and what broken or hostile XML throws. */
export function codesOf(bytes: Uint8Array, file: string): readonly Code[] {
  const roots: Code[] = []
  const path: Open[] = []
  let root: string | null = null
  let describing = 0
  let aside = 0
  let count = 0
  parseXml(bytes, file, {
    open: (tag) => {
      if (root === null) {
        root = tag.local
        if (root !== 'CodeBook' && root !== 'Project') throw new Refusal('NOT_A_CODEBOOK', { file, reason: `最外层是 ${root.slice(0, 40)}` })
      } else if (tag.local === 'Sets' || aside > 0) aside++
      else if (tag.local === 'Code') {
        if (++count > MOST_CODES) throw new Refusal('TOO_MANY', { file, count: `${MOST_CODES} 以上`, limit: String(MOST_CODES) })
        path.push({ guid: guidIn(attribute(tag, 'guid') ?? ''), name: (attribute(tag, 'name') ?? '').trim(), colour: colourNear(attribute(tag, 'color') ?? ''), description: '', children: [] })
      } else if (tag.local === 'Description' && path.length > 0) describing++
    },
    close: (tag) => {
      if (aside > 0) aside--
      else if (tag.local === 'Description' && describing > 0) describing--
      else if (tag.local === 'Code') {
        const done = path.pop()
        if (done === undefined) return
        const { guid, name, colour, description, children } = done
        const siblings = path.at(-1)?.children ?? roots
        // What has no name cannot be shown; those under it take its place.
        if (name === '') siblings.push(...children)
        else siblings.push({ guid, name, colour, ...undescribe(description), children })
      }
    },
    text: (text) => {
      const open = path.at(-1)
      if (describing > 0 && aside === 0 && open !== undefined) open.description += text
    },
  })
  if (roots.length === 0) throw new Refusal('NOT_A_CODEBOOK', { file, reason: '里面没有类目' })
  return roots
}
