/** The governance dictionary (`content/dictionary/*.txt`): one word a line, `word<TAB>frequency<TAB>tag`, `#` begins a comment. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../contract/errors.ts'

export interface DictionaryWord {
  readonly word: string
  readonly frequency?: number
  readonly tag?: string
}

const MOST_CHARACTERS = 20

/** Why `word` can't be a word of a dictionary; null when it can. */
export function checkWord(word: string): string | null {
  if (word === '') return '缺少词'
  if (/\s/u.test(word)) return `词“${word}”里有空白`
  // One with a NUL breaks jieba's own dictionary: no text could be cut any more.
  if (/\p{Cc}/u.test(word)) return `词“${word.replaceAll(/\p{Cc}/gu, '·')}”里有控制字符`
  if ([...word].length > MOST_CHARACTERS) return `词“${word}”超过 ${MOST_CHARACTERS} 个字`
  return /[\p{L}\p{N}]/u.test(word) ? null : `“${word}”里没有文字`
}

/** Every file of `<contentFolder>/dictionary`, in the order of their names. Throws MALFORMED with file and line. */
export function loadDictionary(contentFolder: string): DictionaryWord[] {
  const folder = join(contentFolder, 'dictionary')
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
  const seen = new Map<string, string>()
  return names.flatMap((name) => parseDictionary(name, readFileSync(join(folder, name), 'utf8'), seen))
}

/** `seen` holds the words of the files before and where they stand: a word may stand only once. */
export function parseDictionary(name: string, text: string, seen: Map<string, string> = new Map()): DictionaryWord[] {
  const words: DictionaryWord[] = []
  text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .forEach((line, index) => {
      if (line.trim() === '' || line.startsWith('#')) return
      const refuse = (reason: string): never => {
        throw new Refusal('MALFORMED', { file: name, line: String(index + 1), reason })
      }
      const [word = '', frequency = '', tag = '', ...rest] = line.split('\t')
      if (rest.length > 0) refuse('一行最多三栏（词、词频、标签），以制表符分隔')
      const wrong = checkWord(word)
      if (wrong !== null) refuse(wrong)
      if (frequency !== '' && !/^[1-9]\d{0,8}$/.test(frequency)) refuse(`词频“${frequency}”不是正整数`)
      if (tag !== '' && !/^[\w-]{1,30}$/.test(tag)) refuse(`标签“${tag}”只能用字母、数字、- 和 _`)
      const before = seen.get(word)
      if (before !== undefined) refuse(`词“${word}”已在 ${before} 出现`)
      seen.set(word, `${name} 第 ${index + 1} 行`)
      words.push({ word, ...(frequency === '' ? {} : { frequency: Number(frequency) }), ...(tag === '' ? {} : { tag }) })
    })
  return words
}
