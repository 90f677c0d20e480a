/** What properties state of a page-set file, as far as its pages bear it out: programs fill them with names of files, templates and typists. */
import type { Claim } from '../../../contract/claim.ts'
import { claimsOf, type Properties } from '../office/properties.ts'

const OFFICE = /(?:局|厅|委|部|处|科|股|室|办|院|所|中心|公司|政府|人大|政协|委员会|办公室|协会|学会|集团|出版社|日报社|报社)$/
const PERSONS = /^\p{Script=Han}{2,4}(?:[、,，;；\s·]+\p{Script=Han}{2,4}){0,5}$/u
/** How far from the beginning a title, and from either end an author, is looked for. */
const NEAR = 3000

const bare = (text: string): string => text.replaceAll(/[\s\p{P}]/gu, '')

export function statedBy(properties: Properties, { file, text }: { readonly file: string; readonly text: string }): readonly Claim[] {
  const [head, foot] = [bare(text.slice(0, NEAR)), bare(text.slice(-NEAR))]
  return claimsOf(properties, file).filter(({ field, value }) => {
    const words = bare(value)
    if (field === 'title') return words.length >= 4 && !OFFICE.test(words) && head.includes(words)
    // When the file was made says nothing of when its text came out.
    return field === 'keywords' || (field === 'author' && PERSONS.test(value) && (head.includes(words) || foot.includes(words)))
  })
}
