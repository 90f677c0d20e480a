/** A date as people type it, in the form it is kept in. */
const TYPED = /^(\d{4})(?:年|[-./]|$)(?:(\d{1,2})(?:月|[-./]|$)(?:(\d{1,2})日?)?)?(?:[T\s]+(\d{1,2})[:：](\d{2}))?$/u

/** 2022年9月7日, 2022/9/7 or 2022.9 as 2022-09-07 or 2022-09; null for what is no date. */
export function typedDate(typed: string): string | null {
  const found = TYPED.exec(typed.trim())
  if (found === null) return null
  const [, year = '', month, day, hour, minute] = found
  if (hour !== undefined && day === undefined) return null
  const parts = [month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'))
  const [m = '01', d = '01'] = parts
  const real = new Date(`${year}-${m}-${d}T00:00:00Z`)
  if (Number.isNaN(real.getTime()) || real.getUTCDate() !== Number(d) || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59) return null
  return [year, ...parts].join('-') + (hour === undefined ? '' : `T${hour.padStart(2, '0')}:${minute ?? ''}`)
}
