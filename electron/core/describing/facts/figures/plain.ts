/** The text as the rules of this room read it: every sign at its place, full-width digits and letters as plain ones, commas and brackets as Chinese ones. */

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57
const SIGNS: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）', '!': '！', '?': '？', '％': '%', '﹪': '%', '［': '〔', '］': '〕', '[': '〔', ']': '〕', '﹣': '-', '－': '-', '–': '—', '─': '—', '～': '~', '∼': '~', '＂': '"', '．': '.', '＋': '+', '﹢': '+', '　': ' ', '\u00a0': ' ', '0': '0' }
/** By code unit; 0 where a sign stays as it is. */
const table = new Uint16Array(0x10000)
for (const [from, to] of Object.entries(SIGNS)) table[from.charCodeAt(0)] = to.charCodeAt(0)
for (let unit = 0xff10; unit <= 0xff5a; unit++) if ((unit <= 0xff19) || (unit >= 0xff21 && unit <= 0xff3a) || unit >= 0xff41) table[unit] = unit - 0xfee0

const COMMA = '，'.charCodeAt(0)
const COLON = '：'.charCodeAt(0)

/** As long as `text`, sign by sign. A comma between thousands and a colon between hours and minutes stay plain. */
export function plainText(text: string): string {
  const units = new Uint16Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const to = table[unit] ?? 0
    units[at] = to === 0 ? unit : to
  }
  for (let at = 1; at < units.length - 1; at++) {
    const [before, unit, after] = [units[at - 1] ?? 0, units[at] ?? 0, units[at + 1] ?? 0]
    if ((unit === COMMA || unit === COLON) && isDigit(before) && isDigit(after) && isPlainSign(text.charCodeAt(at))) {
      const thousands = isDigit(units[at + 2] ?? 0) && isDigit(units[at + 3] ?? 0) && !isDigit(units[at + 4] ?? 0)
      if (unit === COMMA ? thousands : isDigit(units[at + 2] ?? 0)) units[at] = unit === COMMA ? 44 : 58
    }
  }
  return decode(units)
}

const isPlainSign = (unit: number): boolean => unit === 44 || unit === 58 || unit === COMMA || unit === COLON

/** In portions: an argument list is bounded. */
function decode(units: Uint16Array): string {
  const parts: string[] = []
  for (let at = 0; at < units.length; at += 8192) parts.push(Reflect.apply(String.fromCharCode, null, units.subarray(at, at + 8192)))
  return parts.join('')
}
