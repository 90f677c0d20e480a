/** Small questions about stretches of a line. */
import type { Inline, PaperBlock } from './paper.ts'

export const textOf = (inlines: readonly Inline[]): string => inlines.map((inline) => (typeof inline === 'string' ? inline : inline.text)).join('')
export const isBlank = (inlines: readonly Inline[]): boolean => inlines.every((inline) => (typeof inline === 'string' ? inline.trim() === '' : inline.text.trim() === '' && inline.picture === undefined))
export const picturesOf = (inlines: readonly Inline[]): readonly string[] => inlines.flatMap((inline) => (typeof inline === 'string' || inline.picture === undefined ? [] : [inline.picture]))

const WIDE_END = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’—…]$/u
const WIDE_START = /^[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’—…]/u

/** Stretches of one line after another: nothing between two Han characters, one blank elsewhere. */
export function joined(lines: readonly (readonly Inline[])[]): Inline[] {
  const result: Inline[] = []
  for (const line of lines) {
    if (isBlank(line)) continue
    const before = textOf(result.slice(-1))
    if (before !== '' && !(WIDE_END.test(before) && WIDE_START.test(textOf(line)))) result.push(' ')
    for (const inline of line) result.push(inline)
  }
  return result
}

/** A cell is a stretch between tabs: it can hold neither tabs nor breaks of its own. */
export const withoutTabs = (inlines: readonly Inline[]): Inline[] => inlines.map((inline) => (typeof inline === 'string' ? inline.replaceAll('\t', ' ') : { ...inline, text: inline.text.replaceAll('\t', ' ') }))

/** How a note's number stands in the line: brackets, that 60% with note 1 does not read as 601%. */
export const marked = (label: string): string => (/^[\u2460-\u24FF\u3251-\u325F\u32B1-\u32BF]$/.test(label) ? label : `[${label}]`)

export function trimmed([first, ...rest]: readonly Inline[]): readonly Inline[] {
  if (first === undefined) return []
  const text = (typeof first === 'string' ? first : first.text).trimStart()
  if (text === '' && (typeof first === 'string' || first.picture === undefined)) return trimmed(rest)
  return [typeof first === 'string' ? text : { ...first, text }, ...rest]
}

/** The lines of blocks, those of tables cell by cell. */
export const linesOf = (blocks: readonly PaperBlock[]): readonly (readonly Inline[])[] => blocks.flatMap((block) => (block.kind === 'paragraph' ? block.lines : block.rows.flat().flatMap(({ blocks }) => linesOf(blocks))))

/** What a running head says, a paragraph in a line. */
export const headsOf = (blocks: readonly PaperBlock[]): readonly string[] => blocks.map((block) => textOf(joined(linesOf([block]))).replaceAll(/\s+/g, ' ').trim())
/** Heads that say something besides the number of the page, each once. */
export const worded = (heads: readonly string[]): readonly string[] => [...new Set(heads)].filter((head) => /\p{L}/u.test(head) && !IS_PAGE.test(head))
const IS_PAGE = /^[-—–\s]*(?:第?\s*\d*\s*页)?(?:\s*[,，/]?\s*共\s*\d*\s*页)?[-—–\s\d]*$/u
