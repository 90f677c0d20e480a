/**
 * The two kinds of characters of folded text that index, matching and folding must agree on.
 * A Han character stands for itself; latin letters and digits stand together as a run that no match may cut.
 */

/** `code` is a code point. Includes 々 and 〇, which are written inside words. */
export const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007 || code === 0x3005 || (code >= 0x20000 && code <= 0x3ffff) || (code >= 0xf900 && code <= 0xfaff)

export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57

/** A letter or digit of folded (lower-case) text: a–z, 0–9, accented Latin, Greek, Cyrillic. `unit` is a UTF-16 code unit. */
export const isAlphanumeric = (unit: number): boolean =>
  unit < 128 ? isDigit(unit) || (unit >= 97 && unit <= 122) : (unit >= 0xdf && unit <= 0x24f && unit !== 0xf7) || (unit >= 0x370 && unit <= 0x52f && unit !== 0x37e && unit !== 0x387 && unit !== 0x482)

const FULL_STOP = 46

/** true when `at` stands inside a run of `text`: between two letters or digits, or beside the decimal point between two digits. */
export function insideRun(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  if (isAlphanumeric(before)) return isAlphanumeric(after) || (after === FULL_STOP && isDigit(before) && isDigit(text.charCodeAt(at + 1)))
  return before === FULL_STOP && isDigit(after) && at > 1 && isDigit(text.charCodeAt(at - 2))
}
