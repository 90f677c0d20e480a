/** The shapes of Chinese personal names. */
import { COMMON_WORDS } from '../../../language/common-words.ts'
import { COMPOUND_SURNAMES, NO_NAMES, NOT_GIVEN, SURE_SURNAMES, SURNAMES } from './surnames.ts'

const COMMON: ReadonlySet<string> = new Set(COMMON_WORDS.flatMap((line) => line.split(' ')))
export const isCommon = (word: string): boolean => COMMON.has(word) || NO_NAMES.has(word)

/** Whether what begins like a name is a word instead. Among the common words of news are names, too: those with a sure family name, and of three characters those that no shorter word is part of. */
export const isWord = (text: string): boolean => NO_NAMES.has(text) || (COMMON.has(text) && !SURE_SURNAMES.has(text.charAt(0)) && (text.length !== 3 || isCommon(text.slice(0, 2)) || isCommon(text.slice(1))))

/** Whether a given name can hold a character, and whether a family name can begin with it: asked of every one of a text. */
const IS_GIVEN = new Uint8Array(0x1_0000).fill(1, 0x4e00, 0xa000)
for (const sign of NOT_GIVEN) IS_GIVEN[sign.charCodeAt(0)] = 0
const BEGINS_NAME = new Uint8Array(0x1_0000)
for (const name of [...SURNAMES, ...COMPOUND_SURNAMES]) BEGINS_NAME[name.charCodeAt(0)] = 1

export const isGiven = (sign: string): boolean => sign.length === 1 && IS_GIVEN[sign.charCodeAt(0)] === 1

/** Whether a family name may begin at `at`, with a character of a given one behind it: a look at two characters, before anything is cut. */
export const mayBegin = (text: string, at: number): boolean => BEGINS_NAME[text.charCodeAt(at)] === 1 && IS_GIVEN[text.charCodeAt(at + 1)] === 1

/** The length of the family name at `at`; 0 where none stands. */
export function surnameLength(text: string, at: number): number {
  if (BEGINS_NAME[text.charCodeAt(at)] !== 1) return 0
  if (COMPOUND_SURNAMES.has(text.slice(at, at + 2))) return 2
  return SURNAMES.has(text.charAt(at)) ? 1 : 0
}

/** How one is spoken to is no given name. */
const ADDRESS = /^(?:女士|先生|老师|大爷|大妈|大娘|大姐|大哥|大叔|大伯|大嫂|阿姨|师傅|法官|律师|警官|医生|教授|老汉|老伯|奶奶|爷爷|小姐|同学|同志)$/u

/** Whether all of `text` is shaped like a family name with a given one, and is no everyday word, nor begins with one. */
export const isPlainName = (text: string): boolean => isPersonName(text) && !NO_NAMES.has(text.slice(0, 2))

/** Whether all of `text` is shaped like a family name with a given one, and is no everyday word. */
export function isPersonName(text: string): boolean {
  const surname = surnameLength(text, 0)
  const given = text.slice(surname)
  return surname > 0 && given.length >= 1 && given.length <= 2 && [...given].every(isGiven) && !ADDRESS.test(given) && !isWord(text)
}

const KIN = '大姐|大妈|大娘|大嫂|大叔|大哥|大爷|大伯|阿姨|老师|法官|警官|律师|书记|妈妈|奶奶|爷爷|嫂子|姐|哥|嫂|婶|叔|伯|姨|妈|娘'
const NICKNAME = new RegExp(`^(?:[老小阿][\\u4e00-\\u9fff]{1,2}|[\\u4e00-\\u9fff](?:${KIN}))$`, 'u')

/** Whether `text` is how neighbours call someone: 老马, 谢大姐. */
export function isNickname(text: string): boolean {
  if (!NICKNAME.test(text)) return false
  return /^[老小阿]/u.test(text) ? text.length === 2 && SURNAMES.has(text.charAt(1)) : SURNAMES.has(text.charAt(0))
}
