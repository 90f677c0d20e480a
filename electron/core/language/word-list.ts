/**
 * Words and synonyms as text, for people to pass on: `词<TAB>词频<TAB>标签<TAB>备注` as the shipped dictionary writes them, `a = b = c` for words that
 * mean the same, `宽词 > 窄词、窄词` for kinds, and ! before what is switched off. Every line that is wrong is told; none stops the others from being read.
 */
import { checkWord } from './dictionary.ts'
import { faultIn, type Relation } from './synonyms.ts'

export interface ListedWord {
  readonly text: string
  readonly frequency: number | null
  readonly note: string
}
export interface ListedGroup {
  readonly relation: Relation
  readonly words: readonly string[]
  readonly on: boolean
}
export interface WordList {
  readonly words: readonly ListedWord[]
  readonly off: readonly string[]
  readonly groups: readonly ListedGroup[]
  readonly errors: readonly { readonly line: number; readonly reason: string }[]
}

const MOST_ERRORS = 200
const LONGEST_NOTE = 200

export function parseWordList(text: string): WordList {
  const words: ListedWord[] = []
  const off: string[] = []
  const groups: ListedGroup[] = []
  const errors: { line: number; reason: string }[] = []
  const seen = new Map<string, number>()
  text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/).forEach((raw, index) => {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) return
    const wrong = (reason: string): void => {
      if (errors.length < MOST_ERRORS) errors.push({ line: index + 1, reason })
    }
    const isOff = /^[!！]/.test(line)
    const content = isOff ? line.slice(1).trim() : line
    const group = groupOf(content)
    if (group !== null) {
      const reason = faultIn(group.words)
      if (reason === null) groups.push({ ...group, on: !isOff })
      else wrong(reason.replace('，以制表符分隔', ''))
      return
    }
    const [word = '', frequency = '', , note = '', ...rest] = content.split('\t').map((column) => column.trim())
    const before = seen.get(word)
    const reason = rest.length > 0 ? '一行最多四栏（词、词频、标签、备注），以制表符分隔'
      : (checkWord(word)
        ?? ([...word].length < 2 ? `“${word}”只有一个字，不必收进词典`
          : frequency !== '' && !/^[1-9]\d{0,8}$/.test(frequency) ? `词频“${frequency}”不是正整数`
            : note.length > LONGEST_NOTE ? `备注超过 ${LONGEST_NOTE} 个字`
              : before !== undefined ? `词“${word}”已在第 ${before} 行` : null))
    if (reason !== null) return wrong(reason)
    seen.set(word, index + 1)
    if (isOff) off.push(word)
    else words.push({ text: word, frequency: frequency === '' ? null : Number(frequency), note })
  })
  return { words, off, groups, errors }
}

function groupOf(line: string): Omit<ListedGroup, 'on'> | null {
  const parts = (text: string, by: RegExp): string[] => text.split(by).map((word) => word.trim())
  const [relation = '', ...shipped] = parts(line, /\t/)
  // As the shipped files write them.
  if ((relation === 'same' || relation === 'narrower') && shipped.length > 0) return { relation, words: shipped }
  if (/[=＝]/.test(line)) return { relation: 'same', words: parts(line, /[=＝]/) }
  if (!/[>＞]/.test(line)) return null
  const [wide = '', ...kinds] = parts(line, /[>＞、，,]/)
  return { relation: 'narrower', words: [wide, ...kinds] }
}

/** What `parseWordList` reads; words that hold a sign of their own are written with tabs. */
export function formatWordList({ words, off, groups }: Omit<WordList, 'errors'>): string {
  const wordLine = ({ text, frequency, note }: ListedWord): string => [text, frequency === null ? '' : String(frequency), '', note].join('\t').trimEnd()
  const groupLine = ({ relation, words: own, on }: ListedGroup): string => {
    const plain = own.every((word) => !/[=＝>＞、，,]/.test(word))
    const written = !plain ? [relation, ...own].join('\t') : relation === 'same' ? own.join(' = ') : `${own[0] ?? ''} > ${own.slice(1).join('、')}`
    return on ? written : `!${written}`
  }
  const part = (head: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [`# ${head}`, ...lines, ''])
  return [
    ...part('自己的词：词、词频、标签、备注，以制表符分隔', words.map(wordLine)),
    ...part('关掉的词', off.map((word) => `!${word}`)),
    ...part('同义词：a = b；宽词 > 窄词、窄词', groups.map(groupLine)),
  ].join('\n')
}
