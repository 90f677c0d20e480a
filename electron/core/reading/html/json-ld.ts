/** What the JSON-LD of a page says of its article. Data from outside: read field by field, never trusted. */
import type { ClaimField } from '../../../contract/claim.ts'

const LONGEST = 200_000
const DEEPEST = 6
const ARTICLE = /^(?:\w*Article|BlogPosting|Report|WebPage)$/

export function articleData(scripts: readonly string[]): readonly { readonly field: ClaimField; readonly value: string }[] {
  return scripts.slice(0, 20).flatMap((script) => {
    const article = articleIn(parsed(script), 0)
    if (article === null) return []
    const found: readonly (readonly [ClaimField, string | null])[] = [
      ['title', textOf(article, 'headline') ?? textOf(article, 'title')],
      ['date', textOf(article, 'datePublished') ?? textOf(article, 'pubDate')],
      ['author', nameOf(article, 'author')],
      ['media', nameOf(article, 'publisher')],
    ]
    return found.flatMap(([field, value]) => (value === null ? [] : [{ field, value }]))
  })
}

function parsed(script: string): unknown {
  if (script.length > LONGEST) return null
  try {
    return JSON.parse(script)
  } catch {
    return null
  }
}

function articleIn(value: unknown, depth: number): object | null {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return null
  if (Array.isArray(value)) return value.slice(0, 50).reduce<object | null>((found, one: unknown) => found ?? articleIn(one, depth + 1), null)
  const type = field(value, '@type')
  if ((Array.isArray(type) ? type : [type]).some((one) => typeof one === 'string' && ARTICLE.test(one)) || textOf(value, 'pubDate') !== null) return value
  return articleIn(field(value, '@graph'), depth + 1)
}

const field = (value: object, name: string): unknown => (Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined)

function textOf(value: object, name: string): string | null {
  const found = field(value, name)
  return typeof found === 'string' && found.trim() !== '' ? found : null
}

function nameOf(value: object, name: string): string | null {
  const found = field(value, name)
  const people = (Array.isArray(found) ? found.slice(0, 10) : [found]).flatMap((one: unknown) => (typeof one === 'string' ? [one] : typeof one === 'object' && one !== null ? [textOf(one, 'name') ?? ''] : [])).filter((one) => one !== '')
  return people.length === 0 ? null : people.join('、')
}
