/** Whether words begin and end where a piece of text does: 南市 in 淮南市 is the middle of a word. */

/** Characters on either side that the cut looks at. */
const AROUND = 20

/** The runtime's own segmenter: it is there at once, while ours takes a quarter of a second to load. */
let segmenter: Intl.Segmenter | null = null

export function standsAlone(text: string, start: number, end: number): boolean {
  segmenter ??= new Intl.Segmenter('zh-Hans', { granularity: 'word' })
  const from = Math.max(0, start - AROUND)
  let [begins, ends] = [start === from, end >= text.length]
  for (const { index } of segmenter.segment(text.slice(from, end + AROUND))) {
    if (from + index === start) begins = true
    if (from + index === end) ends = true
  }
  return begins && ends
}
