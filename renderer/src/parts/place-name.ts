import type { Place } from '../../../electron/contract/entry.ts'

/** The place as one reads it: city and district, or the province alone; null when the text states none. */
export function placeName({ province, city, district }: Place): string | null {
  if (city === null && district === null) return province
  return [city === province ? null : city, district].filter((part) => part !== null).join('') || province
}
