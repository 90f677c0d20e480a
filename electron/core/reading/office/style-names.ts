/** What the names of styles say, in the languages of the programs that write them. */
import type { PaperParagraph } from './paper.ts'

/** From 1; null for a style that is no heading. */
export function headingOf(name: string): number | null {
  const found = /^(?:heading|标题|標題|überschrift|titre)\s*([1-9])(?!\d)/i.exec(name)?.[1]
  return found === undefined ? null : Number(found)
}

export function roleOf(name: string): PaperParagraph['role'] {
  if (/^(?:title|标题|標題|大标题|公文标题|文章标题|文件标题|主标题)$/i.test(name)) return 'title'
  if (/^(?:subtitle|副标题|副標題)$/i.test(name)) return 'subtitle'
  if (/^(?:caption|题注|image caption|table caption|图注|图题)$/i.test(name)) return 'caption'
  if (/^(?:toc\s?\d|toc heading|目录\s?\d?|目錄\s?\d?|contents\s?\d?|table of figures)$/i.test(name)) return 'contents'
  return /^(?:(?:intense |block )?quote|block text|引用|明显引用)$/i.test(name) ? 'quote' : null
}
