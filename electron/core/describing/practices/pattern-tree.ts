/** The parts of a regular expression that is known to be valid: just enough to bound its work and to know which words it needs. */

export type Part =
  | { readonly kind: 'sign'; readonly text: string; readonly least: number; readonly most: number }
  /** A class, an escape or a point: one sign that is not known. */
  | { readonly kind: 'any'; readonly least: number; readonly most: number }
  | { readonly kind: 'group'; readonly options: readonly (readonly Part[])[]; readonly around: boolean; readonly least: number; readonly most: number }
  | { readonly kind: 'back'; readonly least: number; readonly most: number }

const GROUP_HEAD = /^\?(?:<[A-Za-z_$][\w$]*>|<?[:=!])/
const ESCAPE = /^(?:[pPu]\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|[\s\S])/u
const QUANTIFIER = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/

/** The alternatives of `source`, each a row of parts. `most` is Infinity where no bound is written. */
export function patternTree(source: string): readonly (readonly Part[])[] {
  let at = 0

  function options(): Part[][] {
    const rows: Part[][] = [[]]
    while (at < source.length && source[at] !== ')') {
      if (source[at] === '|') {
        at++
        rows.push([])
      } else rows.at(-1)?.push(part())
    }
    return rows
  }

  function part(): Part {
    const code = source.codePointAt(at) ?? 0
    const sign = String.fromCodePoint(code)
    at += sign.length
    if (sign === '\\') return escape()
    if (sign === '[') {
      while (source[at] !== ']') at += source[at] === '\\' ? 2 : 1
      at++
      return { kind: 'any', ...times() }
    }
    if (sign === '(') {
      const head = GROUP_HEAD.exec(source.slice(at))?.[0] ?? ''
      at += head.length
      const inside = options()
      at++
      return { kind: 'group', options: inside, around: /[=!]$/.test(head), ...times() }
    }
    return sign === '.' || sign === '^' || sign === '$' ? { kind: 'any', ...times() } : { kind: 'sign', text: sign, ...times() }
  }

  function escape(): Part {
    const escaped = ESCAPE.exec(source.slice(at))?.[0] ?? ''
    at += escaped.length
    if (/^[1-9k]/.test(escaped)) return { kind: 'back', ...times() }
    return /^[A-Za-z0-9]/.test(escaped) ? { kind: 'any', ...times() } : { kind: 'sign', text: escaped, ...times() }
  }

  function times(): { readonly least: number; readonly most: number } {
    const found = QUANTIFIER.exec(source.slice(at))
    if (found === null) return { least: 1, most: 1 }
    at += found[0].length
    const [text, from = '', comma = '', to = ''] = found
    if (text.startsWith('?')) return { least: 0, most: 1 }
    if (/^[*+]/.test(text)) return { least: text.startsWith('+') ? 1 : 0, most: Infinity }
    return { least: Number(from), most: comma === '' ? Number(from) : to === '' ? Infinity : Number(to) }
  }

  return options()
}
