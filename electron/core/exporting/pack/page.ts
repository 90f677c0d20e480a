/** The built page and its data as one file. Whatever a text holds, it stays data: nothing of it can end the element it stands in. */

/** What the built page holds where this pack's own parts go. `form` is 'gzip' (base64) or 'json'. */
const PLACES = { title: '__PACK_TITLE__', form: '__PACK_FORM__', data: '__PACK_DATA__' } as const

export interface PageParts {
  readonly title: string
  readonly form: 'gzip' | 'json'
  readonly data: string
}

/** Fills the page. Throws when the page is not the one that the build makes. */
export function filledPage(page: string, parts: PageParts): string {
  const values: Readonly<Record<string, string>> = { [PLACES.title]: textInMarkup(parts.title), [PLACES.form]: parts.form, [PLACES.data]: parts.data }
  for (const place of Object.values(PLACES)) if (page.split(place).length !== 2) throw new Error(`the page of the pack has no single ${place}`)
  return page.replace(/__PACK_(TITLE|FORM|DATA)__/g, (place) => values[place] ?? place)
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text for an element's content. Control characters and line ends, which no name needs, become blanks. */
const textInMarkup = (text: string): string => text.toWellFormed().replace(/[\u0000-\u001f\u007f\u2028\u2029]/g, ' ').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

/** JSON for inside a script element: no `<` (`</script>`, `<!--`), and no line ends that are none in JSON. */
export const jsonInMarkup = (json: string): string => json.replace(/[<\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
