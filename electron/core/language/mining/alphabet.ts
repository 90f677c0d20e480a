/** Han characters as small numbers: variants that fold to one character are one number, everything else is 0 and parts runs. */
import { isHan } from '../characters.ts'
import { foldText } from '../fold.ts'

/** More characters than any library holds; further ones part runs. */
export const MOST_LETTERS = 1 << 13
const UNSEEN = 0xffff

export interface Alphabet {
  /** The number of each UTF-16 unit of `text`; valid until the next call, and longer than the text. */
  readonly encode: (text: string) => Uint16Array
  readonly letter: (number: number) => string
}

export function createAlphabet(): Alphabet {
  const numbers = new Uint16Array(0x10000).fill(UNSEEN)
  const letters = ['']
  let codes = new Uint16Array(1 << 14)
  const learn = (unit: number): number => {
    const folded = isHan(unit) ? foldText(String.fromCharCode(unit)) : ''
    const code = folded.length === 1 && isHan(folded.charCodeAt(0)) ? folded.charCodeAt(0) : 0
    if (code === 0 || (code === unit && letters.length === MOST_LETTERS)) return (numbers[unit] = 0)
    if (code !== unit) return (numbers[unit] = numberOf(code))
    letters.push(folded)
    return (numbers[unit] = letters.length - 1)
  }
  const numberOf = (unit: number): number => {
    const known = numbers[unit] ?? 0
    return known === UNSEEN ? learn(unit) : known
  }
  return {
    encode: (text) => {
      if (text.length > codes.length) codes = new Uint16Array(text.length * 2)
      for (let at = 0; at < text.length; at++) codes[at] = numberOf(text.charCodeAt(at))
      return codes
    },
    letter: (number) => letters[number] ?? '',
  }
}
