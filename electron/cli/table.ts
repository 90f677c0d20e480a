import { clip, pad, safe, width } from './width.ts'

/** Rows in aligned columns under a head; no column is wider than `widest`. The last column is not padded. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], widest = 60): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => clip(safe(cell).replaceAll(/\s+/g, ' '), widest)))
  const widths = head.map((_, column) => Math.max(...cells.map((row) => width(row[column] ?? ''))))
  return cells.map((row) => row.map((cell, column) => (column === row.length - 1 ? cell : pad(cell, widths[column] ?? 0))).join('  ').trimEnd()).join('\n')
}

export const placeName = (place: { readonly province: string | null; readonly city: string | null; readonly district: string | null }): string =>
  [place.province, place.city === place.province ? null : place.city, place.district].filter((part) => part !== null).join('') || '—'

/** A date as one writes it: 2022-09-28 17:07. */
export const dateText = (value: string | null): string | null => value?.replace('T', ' ') ?? null

export const KINDS = { case: '案例', other: '其他' } as const

/** Our own summaries are called so wherever they stand. */
export const BUNDLED = '内置摘要·非原文'
export const kindName = ({ kind, origin }: { readonly kind: keyof typeof KINDS; readonly origin: 'imported' | 'bundled' | 'written' }): string => (origin === 'bundled' ? BUNDLED : KINDS[kind])
