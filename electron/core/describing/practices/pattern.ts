/**
 * Patterns (样式) of a practice: regular expressions that cannot run away.
 * A pattern may repeat a bounded number of times only, may not repeat what itself repeats, and may not refer back: whatever the text,
 * the work at one position is bounded, so that the work for a text grows with its length.
 */

/** How often one sign or group may repeat, and in how many ways one pattern may read the same place. */
const MOST_REPEATS = 40
const MOST_WAYS = 1000

/** Why a pattern may not be used, in Chinese, or null. */
export function patternFault(source: string): string | null {
  try {
    compilePattern(source)
  } catch {
    return '不是正确的正则表达式'
  }
  if (compilePattern(source).test('')) return '连空文字也会命中'
  const ways = new Walk(source).sequence()
  if (typeof ways === 'string') return ways
  return ways > MOST_WAYS ? `同一处的读法多达 ${ways} 种（上限 ${MOST_WAYS}），请缩小重复的次数` : null
}

export const compilePattern = (source: string): RegExp => new RegExp(source, 'gu')

/** Walks a pattern that is known to be valid and multiplies the choices its repetitions leave; a string says what is not allowed. */
class Walk {
  private at = 0
  private readonly source: string

  constructor(source: string) {
    this.source = source
  }

  /** Alternatives up to the closing bracket or the end. */
  sequence(): number | string {
    let [most, ways] = [1, 1]
    while (this.at < this.source.length && this.source[this.at] !== ')') {
      if (this.source[this.at] === '|') {
        this.at++
        ways = 1
        continue
      }
      const inner = this.atom()
      if (typeof inner === 'string') return inner
      const choices = this.quantifier(inner)
      if (typeof choices === 'string') return choices
      ways *= choices
      most = Math.max(most, ways)
    }
    return most
  }

  /** One sign, class, escape or group; the ways in which it can be read. */
  private atom(): number | string {
    const sign = this.source[this.at++]
    if (sign === '\\') return this.escape()
    if (sign === '[') {
      while (this.source[this.at] !== ']') this.at += this.source[this.at] === '\\' ? 2 : 1
      this.at++
      return 1
    }
    if (sign !== '(') return 1
    const head = /^\?(?:<[A-Za-z_$][\w$]*>|<?[:=!])/.exec(this.source.slice(this.at))?.[0] ?? ''
    this.at += head.length
    const ways = this.sequence()
    this.at++
    return ways
  }

  private escape(): number | string {
    const rest = this.source.slice(this.at)
    if (/^(?:[1-9]|k<)/.test(rest)) return '不能回指前面的分组'
    this.at += /^(?:[pPu]\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|.)/su.exec(rest)?.[0].length ?? 1
    return 1
  }

  private quantifier(inner: number): number | string {
    const found = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(this.source.slice(this.at))
    if (found === null) return inner
    this.at += found[0].length
    const [text, from = '', comma = '', to = ''] = found
    if (/^[*+]/.test(text) || (comma !== '' && to === '')) return '重复次数没有上限，请写成 {0,20} 这样'
    if (text.startsWith('?')) return inner + 1
    const [least, most] = [Number(from), comma === '' ? Number(from) : Number(to)]
    if (most > MOST_REPEATS) return `重复次数超过 ${MOST_REPEATS}`
    if (inner > 1 && most > 1) return '重复之中又有重复'
    return inner * (most - least + 1)
  }
}
