/** Chinese punctuation: what ends a sentence, what opens and closes, and where pairs do not meet. */

const CLOSER = '”’」』）)》〉】\\]'
/** Ends with the end of a sentence, or of what introduces the next line. */
const FINISHED = new RegExp(`[。！？!?；;：:…][${CLOSER}]*$`, 'u')
const LATIN_STOP = /[A-Za-z]\.["”’)]*$/
/** A line that begins so goes on with the line before it. */
const CONTINUES = new RegExp(`^[，。、；：！？,.;:!?%％℃‰·${CLOSER}]`, 'u')
const COMMA_END = /[，、,《〈“‘「『（(【+＋—-]$/u

export const isFinished = (text: string): boolean => FINISHED.test(text.slice(-8)) || LATIN_STOP.test(text.slice(-8))
export const continuesLine = (text: string): boolean => CONTINUES.test(text) && !/^[.]{2,}|^[-·•]\s/.test(text)
export const expectsMore = (text: string): boolean => COMMA_END.test(text)
/** A sentence ends inside, and more follows: no headline does that. */
export const holdsSentenceEnd = (text: string): boolean => /[。！？；][^”’」』）)》】]/u.test(text)

const PAIRS: ReadonlyMap<string, string> = new Map([['“', '”'], ['‘', '’'], ['「', '」'], ['『', '』'], ['《', '》'], ['（', '）'], ['(', ')'], ['【', '】'], ['〈', '〉']])
const CLOSERS: ReadonlySet<string> = new Set(PAIRS.values())
const MARK = /[“”‘’「」『』《》（）()【】〈〉]/gu
/** Brackets are written in either width, one of each. */
const same = (a: string, b: string): boolean => a === b || (/[）)]/.test(a) && /[）)]/.test(b))

export interface Balance {
  /** Offsets of marks that are never closed. */
  readonly open: readonly number[]
  /** Offsets of closing marks that nothing opened. */
  readonly stray: readonly number[]
}

/** Finds pairs that do not meet. A mark that closes an outer pair leaves the inner one open. */
export function balance(text: string, marks: ReadonlySet<string> | null = null): Balance {
  const stack: { closer: string; at: number }[] = []
  const open: number[] = []
  const stray: number[] = []
  for (const { index: at, 0: character } of text.matchAll(MARK)) {
    if (marks && !marks.has(character)) continue
    const closer = PAIRS.get(character)
    if (closer !== undefined) stack.push({ closer, at })
    else if (CLOSERS.has(character)) {
      if (isApostrophe(text, at) || isEnumeration(text, at)) continue
      const depth = Math.max(0, stack.length - 8)
      const found = stack.findLastIndex((pair, index) => index >= depth && same(pair.closer, character))
      if (found < 0) stray.push(at)
      else open.push(...stack.splice(found).slice(1).map((pair) => pair.at))
    }
  }
  return { open: [...open, ...stack.map((pair) => pair.at)].sort((a, b) => a - b), stray }
}

const isApostrophe = (text: string, at: number): boolean => text.charAt(at) === '’' && /[A-Za-z]/.test(text.charAt(at - 1))
const isEnumeration = (text: string, at: number): boolean => /[）)]/.test(text.charAt(at)) && /(?:^|[\s。；：，])[\dA-Za-z一二三四五六七八九十]{1,3}$/u.test(text.slice(Math.max(0, at - 4), at))
