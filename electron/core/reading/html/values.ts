/** Values as pages print them: dates, lists of names. */

const DATE = /(?<!\d)((?:19|20)\d{2})\s?(?:[-./]|年)\s?(\d{1,2})\s?(?:[-./]|月)\s?(\d{1,2})(?:\s?日)?(?:(?:T|\s*)([01]?\d|2[0-3])[:：时](\d{2}))?/u
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2})(?:\d{2})?)?$/

/** The first date in `text` as 2020-01-31 or 2020-01-31T09:05, or null. An hour given in UTC is left out: the page meant Beijing's. */
export function dateIn(text: string): string | null {
  const found = COMPACT.exec(text.trim()) ?? DATE.exec(text)
  if (!found) return null
  const [, year = '', month = '', day = '', hour, minute] = found
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day))
  const date = new Date(time)
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null
  const daily = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (hour === undefined || minute === undefined || Number(minute) > 59) return daily
  if (/:\d{2}(?:\.\d+)?Z$/.test(text.trim())) return new Date(time + (Number(hour) + 8) * 3_600_000).toISOString().slice(0, 10)
  return Number(hour) === 0 && minute === '00' ? daily : `${daily}T${hour.padStart(2, '0')}:${minute}`
}

/** Names with one sign between them: an id behind a name and brackets round it go. */
export function nameList(text: string): string {
  return text
    .replaceAll(/_?(?:NN|HN|NB|N[A-Z]|PN|NT|UN|BJ|CN|HF|SN|[A-Z]{1,3})\d{2,}/gu, '')
    .replaceAll(/^[\s（(【[]+|[\s）)】\]]+$/gu, '')
    .replaceAll(/\s*(?:[、，,;；|/]|\s{2,})\s*/gu, '、')
    .replace(/^、+|、+$/gu, '')
    .trim()
}

const NAME = /^(?:[\p{Script=Han}·]{2,12}|[\p{Script=Han}·]{2,4}(?:\s[\p{Script=Han}·]{2,4}){1,4}|[A-Za-z][A-Za-z.'’-]*(?:\s[A-Za-z.'’-]+){0,4})$/u
const NO_NAME = /^(?:admin|administrator|root|user|editor|system|unknown|null|undefined|none|author|webmaster|管理员|系统管理员|编辑部?|佚名|匿名|未知|无|网站|来源|时间|日期|本站|原创)$/iu

/** Names of people, or of one desk; no numbers, no sentences. */
export function isNameList(names: string): boolean {
  const parts = names.split('、')
  return names.length <= 60 && parts.length <= 12 && parts.every((name) => NAME.test(name) && !NO_NAME.test(name))
}

/** What is left of a text for comparing: no blanks, no signs. */
export const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase()
