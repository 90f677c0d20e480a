/**
 * How Chinese is read (拼音): of titles and of names of things, never of bodies, where readings would find by sound what nobody meant.
 * pinyin-pro, because its own dictionary reads characters of several readings by their words and surnames as surnames (decision 0580).
 */
import { isAlphanumeric } from './characters.ts'
import { READINGS } from './readings.ts'

/** One part for each character of `text` that sounds: a syllable without tone (ü is v), a letter or a digit. Signs and blanks are ''. */
export type Reader = (text: string, what: 'words' | 'name') => string[]

let reading: Promise<Reader> | null = null

/** Its dictionary takes a tenth of a second to load, so nobody loads it before anything is to be read. */
export const loadReader = (): Promise<Reader> => (reading ??= load())

async function load(): Promise<Reader> {
  const { customPinyin, pinyin } = await import('pinyin-pro')
  customPinyin(READINGS)
  return (text, what) => {
    const characters = [...text]
    const read = pinyin(text, { toneType: 'none', type: 'array', v: true, surname: what === 'name' ? 'head' : 'off' })
    // What it does not know comes back as it is; should it ever come back in other pieces, each character is read by itself.
    const parts = read.length === characters.length ? read : characters.map((character) => pinyin(character, { toneType: 'none', v: true }))
    return parts.map(soundOf)
  }
}

const soundOf = (part: string): string => {
  const sound = part.toLowerCase()
  return /^[a-z]+$/.test(sound) || (sound.length === 1 && isAlphanumeric(sound.charCodeAt(0))) ? sound : ''
}

/** What a person typed as letters, in the form readings are kept in; null when it is none: at least two letters, blanks and apostrophes between. */
export function lettersOf(folded: string): string | null {
  if (!/^[a-zü](?:[\s'’"-]?[a-zü])+$/u.test(folded)) return null
  return folded.replaceAll(/[^a-zü]/gu, '').replaceAll('ü', 'v')
}
