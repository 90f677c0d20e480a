/** How MIME wraps bytes into lines of ASCII, and words of a head. Strings hold one character for each byte. */

const CHUNK = 32_768

/** One character for each byte: what lies between heads is found as text, and stays the bytes it was. */
export function binary(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)))
  return parts.join('')
}

export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}

/** What is not base64 is left out, as RFC 2045 says; a broken end gives what can be read. */
export function fromBase64(text: string): Uint8Array {
  const clean = text.replaceAll(/[^A-Za-z0-9+/]/g, '')
  return bytesOf(atob(clean.slice(0, clean.length - (clean.length % 4 === 1 ? 1 : 0))))
}

export function fromQuotedPrintable(text: string): Uint8Array {
  return bytesOf(text.replaceAll(/[ \t]+(?=\r?\n)/g, '').replaceAll(/=\r?\n/g, '').replaceAll(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))))
}

const WORD = /=\?([\w-]{1,40})(?:\*[\w-]*)?\?([BbQq])\?([^?]*)\?=/g

/** A head's text: encoded words read, bytes that nobody encoded taken for UTF-8, else GB18030. */
export function headerText(raw: string): string {
  const joined = raw.slice(0, 20_000).replaceAll(/\?=\s+(?==\?)/g, '?=')
  let at = 0
  let text = ''
  // Words of one charset are joined before they are read: mailers cut characters in two.
  let pending: { charset: string; bytes: string } | null = null
  const settle = (): void => {
    if (pending) text += read(bytesOf(pending.bytes), pending.charset)
    pending = null
  }
  for (const found of joined.matchAll(WORD)) {
    const [whole, charset = '', kind = '', body = ''] = found
    if (found.index > at) {
      settle()
      text += plain(joined.slice(at, found.index))
    }
    at = found.index + whole.length
    const bytes = binary(kind.toLowerCase() === 'b' ? fromBase64(body) : fromQuotedPrintable(body.replaceAll('_', ' ')))
    if (pending !== null && (pending as { charset: string }).charset !== charset.toLowerCase()) settle()
    pending = { charset: charset.toLowerCase(), bytes: ((pending as { bytes: string } | null)?.bytes ?? '') + bytes }
  }
  settle()
  return (text + plain(joined.slice(at))).replaceAll(/\s+/g, ' ').trim()
}

const plain = (text: string): string => (/[\u0080-\u00FF]/.test(text) ? read(bytesOf(text), 'utf-8') : text)

function read(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
