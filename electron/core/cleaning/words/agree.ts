/** Whether two sources say the same thing in different words. */
import type { ClaimField } from '../../../contract/claim.ts'

/** Letters and digits alone, in one width and case: marks and blanks say nothing about which title this is. */
export const bare = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Two dates agree on the day, whatever the hour, or one only says less; a page's title holds its article's, and a column's name its paper's. */
export function agree(field: ClaimField, a: string, b: string): boolean {
  if (field === 'date') return a.startsWith(b.slice(0, 10)) || b.startsWith(a.slice(0, 10))
  const [one, other] = [bare(a), bare(b)]
  if (one === other) return true
  if (field === 'title') return shares(one, other, 6)
  return (field === 'media' || field === 'place' || field === 'kicker' || field === 'subtitle') && shares(one, other, 2)
}

const shares = (a: string, b: string, least: number): boolean => Math.min(a.length, b.length) >= least && (a.includes(b) || b.includes(a))
