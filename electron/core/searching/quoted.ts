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
  const pieces: string[] = []
  for (let from = 0; from < text.length; ) {
    let to = text.length
    while (to - from >= SHORTEST_PIECE && !holds(text.slice(from, to))) to--
    if (to - from < SHORTEST_PIECE) return null
    pieces.push(text.slice(from, to))
    from = to
  }
  const written = pieces.join('"')
  return pieces.length > 1 && holds(written) ? written : null
}
