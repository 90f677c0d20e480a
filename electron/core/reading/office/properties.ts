/** What a document states about itself in its properties, where a person has stated it: names that programs fill in are no claims. */
import type { Claim, ClaimField } from '../../../contract/claim.ts'

export interface Properties {
  readonly title?: string | undefined
  readonly author?: string | undefined
  readonly keywords?: string | undefined
  /** ISO 8601, of when the document was made. */
  readonly created?: string | undefined
}

const NO_TITLE = /^(?:文档\s?\d*|新建.*|未命名.*|无标题.*|标题|题目|title|document\s?\d*|untitled.*|normal|microsoft word.*|powerpoint.*|pptxgenjs.*|幻灯片\s?\d*|演示文稿\s?\d*|ppt.*模板.*|slide\s?\d*|\d+|[A-Za-z0-9_.-]+)$|\.(?:docx?|wps|wpt|rtf|pptx?|dotx?|txt|html?)$|模板|[\\/]/iu
const NO_AUTHOR = /^(?:administrator|admin|user|owner|guest|unknown|author|作者|用户|微软用户|microsoft.*|windows.*|lenovo|hp|dell|acer|asus|thinkpad|pc|mac|wps.*|kingsoft|python-(?:docx|pptx)|pptxgenjs.*|openpyxl|apache poi|libreoffice.*|un-named|雨林木风|番茄花园|深度.*|系统之家.*|china|.*[_@\\/].*|[A-Za-z]{1,3}|[\dA-Za-z-]*\d[\dA-Za-z-]*)$/iu
/** Dates that templates and libraries carry along. */
const NO_DATE = /^(?:1601|1899|1900|1970|1980|2006-09-16|2013-12-23T23:15)/
const LONGEST = 200

/** `file` is the document's own name: a title that repeats it says nothing. */
export function claimsOf({ title, author, keywords, created }: Properties, file: string): readonly Claim[] {
  const own = stem(file)
  const claim = (field: ClaimField, value: string | undefined, none: RegExp): readonly Claim[] => {
    const said = (value ?? '').replaceAll(/[\s\0]+/g, ' ').trim()
    return said === '' || said.length > LONGEST || said.includes('\uFFFD') || none.test(said) ? [] : [{ field, value: said, from: 'properties', raw: null }]
  }
  const date = /^(\d{4}-\d{2}-\d{2})/.exec(created ?? '')?.[1]
  return [
    ...(stem(title ?? '') === own ? [] : claim('title', title, NO_TITLE)),
    ...claim('author', author, NO_AUTHOR),
    ...claim('date', date === undefined || NO_DATE.test(created ?? '') ? undefined : date, /^$/),
    ...claim('keywords', keywords, /^$/),
  ]
}

const stem = (name: string): string => name.slice(name.lastIndexOf('/') + 1).replace(/\.\w{1,5}$/, '').trim().toLowerCase()
