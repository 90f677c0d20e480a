/** What may be written down about an unexpected error: its kind and where it happened, never its message, which may quote a text. */
export function outline(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12)
  return [`${error.name}${code}`, ...frames].join('\n')
}
