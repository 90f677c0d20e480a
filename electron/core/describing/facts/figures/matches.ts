/** Every match of a pattern, as `matchAll` gives them, without the copy of the pattern that it makes each time. */

const NONE: readonly RegExpExecArray[] = []

/** `pattern` is global, and nobody else is in the middle of using it. */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (match === null) return NONE
  const found: RegExpExecArray[] = []
  for (; match !== null; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return found
}
