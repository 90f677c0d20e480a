/** Encodings that a page states about itself. Browsers save pages as UTF-8 under the old label, and servers and editors lie. */
import { decode, isLabel, type Decoded, type Label } from './decode.ts'

const HEAD = 4096
const XML = /^\s*<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']?([\w.:-]{1,40})/i
const META = /<meta\s[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i

/** The charset that `<?xml encoding>` or `<meta charset>` in the first 4 kB names, as it stands there; null where there is none. */
export function declaredIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD)).replace(/^\u00EF\u00BB\u00BF/, '')
  const shown = head.replaceAll(/<!--[^]*?(?:-->|$)/g, '')
  return (XML.exec(head) ?? META.exec(shown))?.[1] ?? null
}

/**
 * `decode` with one voice more: what the file states (`declaredIn`, or the head of a MIME part). A mark, strict UTF-8, and whatever
 * reads as Chinese where the declaration does not, win over it; `overruled` then says what was stated, and a warning shows it.
 */
export function decodeDeclared(bytes: Uint8Array, declared: string | null, file = '', given?: Label): Decoded {
  const label = declared === null ? null : labelOf(declared)
  const found = decode(bytes, given, file, label)
  const believed = declared === null || given !== undefined || found.decoding.label === label || isAscii(bytes)
  return believed ? found : { ...found, overruled: declared }
}

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80)

/** By the names of the web: gb2312 and gbk are GB18030, big5-hkscs is Big5. null for what this program does not read; a head of single bytes is no UTF-16. */
function labelOf(declared: string): Label | null {
  try {
    const { encoding } = new TextDecoder(declared)
    const label = encoding === 'gbk' ? 'gb18030' : encoding
    return isLabel(label) && !label.startsWith('utf-16') ? label : null
  } catch {
    return null
  }
}
