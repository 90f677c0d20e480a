/** Names that people type in one piece and texts write with quotation marks inside: 新时代枫桥经验 for 新时代“枫桥经验”. */

/** Shorter words are exact: not finding them is the answer. */
const TYPED = /^\p{Script=Han}{5,24}$/u
const SHORTEST_PIECE = 2

/**
 * `text` with the quotation marks that stand in it where it is held, both folded; null where it is not held in such a way.
 *
 * @example quotedApart('新时代枫桥经验', (piece) => '新时代"枫桥经验"'.includes(piece)) // '新时代"枫桥经验'
 */
export function quotedApart(text: string, holds: (piece: string) => boolean): string | null {
  if (!TYPED.test(text)) return null
  let written = ''
  for (let from = 0; from < text.length; ) {
    // What holds a piece holds its beginning too, and what is not there takes longest to look for: from the short ones on, it is looked for once.
    let to = from + SHORTEST_PIECE
    if (to > text.length || !holds(text.slice(from, to))) return null
    while (to < text.length && holds(text.slice(from, to + 1))) to++
    if (from === 0 && to === text.length) return null
    written += text.slice(from, to) + (to < text.length ? '"' : '')
    if (!holds(written)) return null
    from = to
  }
  return written
}
