/** One reader for each format, and one file for each reader. */
import { Refusal } from '../../contract/errors.ts'
import type { Format } from '../../contract/format.ts'
import { readDoc } from './doc/index.ts'
import { readDocx } from './docx/index.ts'
import { readEpub } from './epub/index.ts'
import { readHtml } from './html/index.ts'
import { readImage } from './image.ts'
import { readMhtml } from './mhtml/index.ts'
import { readOfd } from './ofd/index.ts'
import { readPdf } from './pdf/index.ts'
import type { Reader } from './reader.ts'
import { readPptx } from './pptx/index.ts'
import { readRtf } from './rtf/index.ts'
import { readText } from './text-file.ts'

const text: Reader = (file, _tools, how) => readText(file, how)
const unread = (format: string): Reader => ({ name }) => {
  throw new Refusal('UNSUPPORTED', { file: name, format })
}

export const readers: Readonly<Record<Format, Reader>> = {
  txt: text,
  md: text,
  html: readHtml,
  mhtml: readMhtml,
  docx: readDocx,
  doc: readDoc,
  rtf: readRtf,
  pdf: readPdf,
  ofd: readOfd,
  xlsx: unread('Excel 表格（.xlsx）'),
  xls: unread('Excel 97–2003 表格（.xls）'),
  csv: text,
  pptx: readPptx,
  epub: readEpub,
  image: readImage,
}
