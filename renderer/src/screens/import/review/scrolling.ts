/** Scrolling the original along with the result. */

/** Where the text that is at the top of the pane begins in the body. */
export function topOf(pane: HTMLElement): number | null {
  const top = pane.getBoundingClientRect().top
  const block = [...pane.querySelectorAll<HTMLElement>('[data-start]')].find((one) => one.getBoundingClientRect().bottom > top + 8)
  if (block === undefined) return null
  const box = block.getBoundingClientRect()
  const begins = Number(block.dataset['start'])
  const length = block.textContent?.length ?? 0
  const share = box.height === 0 ? 0 : Math.max(0, Math.min(1, (top - box.top) / box.height))
  return begins + Math.floor(share * length)
}

/** Brings place `raw` of the original to the top of its pane. */
export function scrollToRaw(pane: HTMLElement, raw: number): void {
  const runs = [...pane.querySelectorAll<HTMLElement>('[data-raw]')]
  const run = runs.findLast((one) => Number(one.dataset['raw']) <= raw)
  const text = run === undefined ? null : document.createTreeWalker(run, NodeFilter.SHOW_TEXT).nextNode()
  if (run === undefined || text === null) return
  const into = Math.max(0, Math.min(raw - Number(run.dataset['raw']), text.textContent?.length ?? 0))
  const range = document.createRange()
  range.setStart(text, into)
  range.setEnd(text, Math.min(into + 1, text.textContent?.length ?? 0))
  pane.scrollTop += range.getBoundingClientRect().top - pane.getBoundingClientRect().top - 24
}
