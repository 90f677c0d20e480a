/** Fields of word processors: their results are read, their codes only where they say where a result leads or hold the words themselves. */

/** The address in a HYPERLINK code; undefined for places inside the document. */
export function addressIn(code: string): string | undefined {
  const found = /^\s*HYPERLINK\s+(?:\\[a-z]\s+)*(?:"([^"]*)"|([^\s"\\]+))/iu.exec(code.slice(0, 4000))
  return linkOf(found?.[1] ?? found?.[2])
}

/** Addresses that a person may open: of the web and of mail. */
export const linkOf = (address: string | undefined): string | undefined => {
  const clean = (address ?? '').trim()
  return clean.length <= 2000 && /^(?:https?:\/\/|mailto:)[^\s<>"]+$/iu.test(clean) ? clean : undefined
}

export const isContents = (code: string): boolean => /^\s*TOC\b/i.test(code)
/** Numbers of pages change with the paper: they are no part of what the text says. */
export const isPageNumber = (code: string): boolean => /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i.test(code)

/** 带圈字符, 拼音指南 and 合并字符 have no result: the words stand in the code, EQ \o\ac(○,印) or EQ \o\ad(\s\up 9(yìn),印). */
export function equationWords(code: string): string {
  if (!/^\s*EQ\b/i.test(code)) return ''
  const inner = /[,，]([^,，()]{1,40})\)\s*$/.exec(code.slice(0, 1000))?.[1]
  return inner?.trim() ?? ''
}
