/** Whether nothing but white space stands beside the span on its lines of the original. */
export function isWholeLine(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const removed = text.slice(start, end)
  const head = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const tail = removed.endsWith('\n') ? '' : (text.slice(end).split('\n', 1)[0] ?? '')
  return removed.trim() !== '' && (start === 0 || head.trim() === '') && tail.trim() === ''
}
