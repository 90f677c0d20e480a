/** Widths on a terminal: Chinese characters and full-width signs take two columns. */
const WIDE = /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u
const NONE = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u

const widthOf = (character: string): number => (NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1)

export function width(text: string): number {
  let sum = 0
  for (const character of text) sum += widthOf(character)
  return sum
}

/** Cut to at most `columns`, with an ellipsis in place of what went. */
export function clip(text: string, columns: number): string {
  if (width(text) <= columns) return text
  let kept = ''
  let used = 0
  for (const character of text) {
    if (used + widthOf(character) > columns - 1) break
    kept += character
    used += widthOf(character)
  }
  return `${kept}…`
}

export const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)))

/** Text from outside must not steer the terminal: control characters become a visible sign. */
export const safe = (text: string): string => text.replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : '·'))
