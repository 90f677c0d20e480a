/** Letters of symbol fonts, which mean something else in every other face. */

/** Greek and mathematics of the face Symbol, by the code of the letter they stand on. */
const SYMBOL: Readonly<Record<string, string>> = {
  A: 'Α', B: 'Β', C: 'Χ', D: 'Δ', E: 'Ε', F: 'Φ', G: 'Γ', H: 'Η', I: 'Ι', K: 'Κ', L: 'Λ', M: 'Μ', N: 'Ν', O: 'Ο', P: 'Π', Q: 'Θ', R: 'Ρ', S: 'Σ', T: 'Τ', U: 'Υ', W: 'Ω', X: 'Ξ', Y: 'Ψ', Z: 'Ζ',
  a: 'α', b: 'β', c: 'χ', d: 'δ', e: 'ε', f: 'φ', g: 'γ', h: 'η', i: 'ι', k: 'κ', l: 'λ', m: 'μ', n: 'ν', o: 'ο', p: 'π', q: 'θ', r: 'ρ', s: 'σ', t: 'τ', u: 'υ', w: 'ω', x: 'ξ', y: 'ψ', z: 'ζ',
  '\u00A3': '≤', '\u00A5': '∞', '\u00AC': '←', '\u00AD': '↑', '\u00AE': '→', '\u00AF': '↓', '\u00B0': '°', '\u00B1': '±', '\u00B3': '≥', '\u00B4': '×', '\u00B7': '•', '\u00B8': '÷', '\u00B9': '≠', '\u00BB': '≈', '\u00BC': '…', '\u00D6': '√', '\u00D7': '⋅', '\u00E5': '∑',
}
/** Signs of Wingdings that office papers use: boxes to tick, arrows, bullets. */
const WINGDINGS: Readonly<Record<string, string>> = {
  '\u0028': '☎', '\u002A': '✉', '\u0046': '☞', l: '●', m: '○', n: '■', o: '□', p: '□', q: '□', r: '□', s: '◆', t: '◆', u: '◆', v: '❖', w: '◆', '\u009F': '•', '\u00A7': '▪', '\u00A8': '□', '\u00B2': '✧', '\u00D8': '➢', '\u00DF': '←', '\u00E0': '→', '\u00E8': '➔', '\u00F0': '⇨', '\u00FB': '✗', '\u00FC': '✓', '\u00FD': '☒', '\u00FE': '☑', '\u00B7': '•',
}
const WINGDINGS_2: Readonly<Record<string, string>> = { P: '✓', R: '☑', S: '☒', T: '☒', '\u00A3': '□', '\u002A': '□', O: '✗', '\u0097': '•', '\u0096': '•' }

const tableOf = (face: string): Readonly<Record<string, string>> | null => (/^symbol$/i.test(face) ? SYMBOL : /^wingdings 2$/i.test(face) ? WINGDINGS_2 : /^wingdings/i.test(face) ? WINGDINGS : null)

/** `text` with the letters of symbol fonts as what they show. In such a face plain letters are symbols, too; elsewhere only those in the private area are. */
export function shown(text: string, face: string): string {
  const table = tableOf(face)
  if (table === null && !PRIVATE.test(text)) return text
  return [...text].map((sign) => {
    const code = sign.charCodeAt(0)
    const isPrivate = code >= 0xf020 && code <= 0xf0ff
    if (table === null) return isPrivate ? (WINGDINGS[String.fromCharCode(code & 0xff)] ?? sign) : sign
    return isPrivate || code < 0x100 ? (table[String.fromCharCode(code & 0xff)] ?? (isPrivate ? '□' : sign)) : sign
  }).join('')
}
const PRIVATE = /[\uF020-\uF0FF]/
