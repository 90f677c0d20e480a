/** One reader for each format, and one folder or file for each reader: loaded when the first file of its format comes, for most processes never read one. */
import type { Format } from '../../contract/format.ts'
import { readImage } from './image.ts'
import type { Reader } from './reader.ts'
import { readText } from './text-file.ts'

const text: Reader = (file, _tools, how) => readText(file, how)
const later = (load: () => Promise<Reader>): Reader => async (file, tools, how) => (await load())(file, tools, how)

export const readers: Readonly<Record<Format, Reader>> = {
  txt: text,
  md: text,
  html: later(async () => (await import('./html/index.ts')).readHtml),
  mhtml: later(async () => (await import('./mhtml/index.ts')).readMhtml),
  docx: later(async () => (await import('./docx/index.ts')).readDocx),
  doc: later(async () => (await import('./doc/index.ts')).readDoc),
  rtf: later(async () => (await import('./rtf/index.ts')).readRtf),
  pdf: later(async () => (await import('./pdf/index.ts')).readPdf),
  ofd: later(async () => (await import('./ofd/index.ts')).readOfd),
  xlsx: later(async () => (await import('./sheet/index.ts')).readXlsx),
  xls: later(async () => (await import('./sheet/index.ts')).readXls),
  csv: later(async () => {
    const { readCsv } = await import('./sheet/index.ts')
    return (file, _tools, how) => readCsv(file, how)
  }),
  pptx: later(async () => (await import('./pptx/index.ts')).readPptx),
  epub: later(async () => (await import('./epub/index.ts')).readEpub),
  image: readImage,
}
