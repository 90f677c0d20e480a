/**
 * The characters of a line out of its runs. What a person sees is the text: letter-spacing is no blank, nor is the air that programs put between Han and Latin letters or around marks,
 * and a gap as wide as a character is one blank, however wide it is.
 */
import type { Inline } from '../projection.ts'
import type { Run } from './run.ts'

const HAN = /[\u2E80-\u303F\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u{20000}-\u{3FFFF}“”‘’…—·]/u
const MARK = /[\u3000-\u303F\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65“”‘’…—·]/
const BLANKS = /[ \t\u00A0\u2000-\u200A\u3000]+/g
/** Parts of the size: a narrower gap beside a Han character is spacing. */
const AIR = 0.45
const WORD_GAP = 0.12

const isHan = (character: string): boolean => HAN.test(character)
const last = (text: string): string => [...text.slice(-2)].at(-1) ?? ''
const first = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 32)

/** A run's text without its letter-spacing. */
export function unspaced(run: Run): string {
  const { text } = run
  if (!text.includes(' ') && !BLANKS.test(text)) return text
  BLANKS.lastIndex = 0
  const spacing = gapOfBlanks(run)
  return text.replace(BLANKS, (blank: string, at: number) => {
    const [before, after] = [text.slice(0, at), text.slice(at + blank.length)]
    if (before === '' || after === '') return ' '
    const [a, b] = [last(before), first(after)]
    if (MARK.test(a) || MARK.test(b)) return isHan(a) && isHan(b) ? '' : ' '
    return (isHan(a) || isHan(b)) && spacing < AIR ? '' : ' '
  })
}

/** How wide the blanks of a run are on average, in parts of the size; 0 where every character has one. */
function gapOfBlanks({ text, width, size }: Run): number {
  const characters = [...text]
  const blanks = characters.filter((character) => /\s/.test(character)).length
  const visible = characters.length - blanks
  if (blanks >= 2 && blanks >= (visible - 1) * 0.6) return 0
  const taken = characters.reduce((sum, character) => sum + (/\s/.test(character) ? 0 : isHan(character) ? 1 : 0.5), 0)
  return (width / size - taken) / Math.max(1, blanks)
}

/** Whether a person sees a blank between these two. */
function parted(before: Run, after: Run): boolean {
  const gap = (after.x - (before.x + before.width)) / Math.min(before.size, after.size)
  if (gap <= WORD_GAP) return false
  const [a, b] = [last(before.text), first(after.text)]
  if (isHan(a) || isHan(b)) return gap > AIR && !(gap < 1 && (MARK.test(a) || MARK.test(b)))
  return true
}

/** The words of runs side by side, links kept; marks of notes become references where `note` says so. */
export function words(runs: readonly Run[], note: (run: Run) => string | null = () => null): readonly Inline[] {
  const found: Inline[] = []
  runs.forEach((run, i) => {
    const before = runs[i - 1]
    const text = unspaced(run)
    const blank = before !== undefined && parted(before, run) && !/\s$/.test(before.text) && !/^\s/.test(text) ? ' ' : ''
    if (blank !== '') append(found, blank, null)
    const label = note(run)
    if (label !== null) found.push({ text: text.trim(), note: label })
    else append(found, text, run.href)
  })
  return trimmed(found)
}

function append(found: Inline[], text: string, href: string | null): void {
  const before = found.at(-1)
  if (typeof before === 'string' && href === null) found[found.length - 1] = before + text
  else if (typeof before === 'object' && before.href !== undefined && before.href === href) found[found.length - 1] = { ...before, text: before.text + text }
  else found.push(href === null ? text : { text, href })
}

const textOf = (inline: Inline): string => (typeof inline === 'string' ? inline : inline.text)
const withText = (inline: Inline, text: string): Inline => (typeof inline === 'string' ? text : { ...inline, text })

function trimmed(inlines: readonly Inline[]): readonly Inline[] {
  const kept = inlines.filter((inline) => textOf(inline) !== '')
  return kept.flatMap((inline, i) => {
    const start = i === 0 ? textOf(inline).trimStart() : textOf(inline)
    const text = i === kept.length - 1 ? start.trimEnd() : start
    return text === '' ? [] : [withText(inline, text)]
  })
}

export const plain = (inlines: readonly Inline[]): string => inlines.map(textOf).join('')
