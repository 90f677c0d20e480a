/** Does `work` once what has been drawn so far is on the screen, and `restMs` have passed since; what it returns calls that off. A page nobody sees paints nothing and waits until it is seen. */
export function afterPaint(work: () => void, restMs = 0): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => { timer = setTimeout(work, restMs) })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
