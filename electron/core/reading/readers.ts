/** One reader for each format, and one file for each reader. */
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
import { readCsv, readXls, readXlsx } from './sheet/index.ts'
import { readText } from './text-file.ts'

const text: Reader = (file, _tools, how) => readText(file, how)

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
  xlsx: readXlsx,
  xls: readXls,
  csv: (file, _tools, how) => readCsv(file, how),
  pptx: readPptx,
  epub: readEpub,
  image: readImage,
}
