/** The formats that reading knows, by what the bytes are and not by the name; 文档 .wps is one of doc and docx. */
import { z } from 'zod'

export const Format = z.enum(['txt', 'md', 'html', 'mhtml', 'docx', 'doc', 'rtf', 'pdf', 'ofd', 'xlsx', 'xls', 'csv', 'pptx', 'epub', 'image'])
export type Format = z.infer<typeof Format>

/** Encodings of text files, as WHATWG labels. */
export const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'])
export type Encoding = z.infer<typeof Encoding>

/** Endings that file dialogs offer, by kind; what a file is shows in its bytes, so any other can be chosen, too. */
export const ENDINGS = {
  documents: ['docx', 'doc', 'wps', 'rtf', 'pdf', 'ofd', 'txt', 'text', 'md', 'markdown', 'pptx', 'epub'],
  pages: ['html', 'htm', 'mht', 'mhtml'],
  tables: ['xlsx', 'xls', 'et', 'csv', 'tsv'],
  archives: ['zip', 'casepack'],
  pictures: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'bmp', 'tif', 'tiff'],
} as const
