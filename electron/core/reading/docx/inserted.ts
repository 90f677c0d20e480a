/** Another file that stands whole inside a Word document (altChunk): programs that join documents write them so. */
import type { Nodes, RootContent } from 'mdast'
import { Refusal } from '../../../contract/errors.ts'
import type { ReadDocument } from '../document.ts'
import { readHtml } from '../html/index.ts'
import { readMhtml } from '../mhtml/index.ts'
import { type LeftOut, type PaperBlock, type PaperParagraph, PLAIN } from '../office/paper.ts'
import type { NamedBytes } from '../reader.ts'
import { readRtf } from '../rtf/index.ts'
import { sniff } from '../sniff.ts'
import { readText } from '../text-file.ts'

export interface Inserted {
  readonly blocks: readonly PaperBlock[]
  readonly leftOut: readonly LeftOut[]
}

/** null for a kind that is not read there, and for what would be refused by itself; a file that means harm is refused with all around it. */
export async function readInserted(file: NamedBytes, readWord: ((file: NamedBytes) => Promise<ReadDocument>) | null): Promise<Inserted | null> {
  try {
    const document = await read(file, readWord)
    return document === null ? null : { blocks: document.tree.children.flatMap((node) => blocksOf(node, document.text)), leftOut: leftOut(document) }
  } catch (error) {
    if (error instanceof Refusal && !HARM.has(error.code)) return null
    throw error
  }
}

/** Of the inserted file: what its own reading leaves out, and its pictures, for only its words are taken over. */
function leftOut({ warnings, pictures }: ReadDocument): readonly LeftOut[] {
  const own = warnings.filter(({ rule }) => rule === 'reading.left-out').map(({ text, reason }) => ({ text: `插入的文件：${text}`, reason }))
  return pictures.length === 0 ? own : [...own, { text: `插入的文件里有 ${pictures.length} 张图片没有读入`, reason: '插在文档里的另一个文件只读文字；需要图片时请把它单独导入' }]
}

const HARM = new Set(['BOMB', 'TOO_DEEP', 'DOCTYPE', 'TOO_MANY'])
const NO_TOOLS = { characterMap: () => null }
const BY_RULES = {}

function read(file: NamedBytes, readWord: ((file: NamedBytes) => Promise<ReadDocument>) | null): ReadDocument | null | Promise<ReadDocument> {
  switch (sniff(file.bytes, file.name).kind) {
    case 'html':
      return readHtml(file, NO_TOOLS, BY_RULES)
    case 'mhtml':
      return readMhtml(file, NO_TOOLS, BY_RULES)
    case 'rtf':
      return readRtf(file)
    case 'txt':
      return readText(file)
    case 'docx':
      return readWord === null ? null : readWord(file)
    default:
      return null
  }
}

function blocksOf(node: RootContent, text: string): readonly PaperBlock[] {
  switch (node.type) {
    case 'heading':
      return [paragraph(words(node, text), { level: node.depth })]
    case 'blockquote':
      return node.children.map((one) => paragraph(words(one, text), { role: 'quote' }))
    case 'list':
      return node.children.map((item) => paragraph(words(item, text), { listed: true }))
    case 'table':
      return [{ kind: 'table', rows: node.children.map((row) => row.children.map((cell) => ({ columns: 1, blocks: [paragraph(words(cell, text), {})] }))) }]
    default:
      return [paragraph(words(node, text), node.data?.aside?.rule === 'contents' ? { role: 'contents' } : {})]
  }
}

const words = ({ position }: Nodes, text: string): string => text.slice(position?.start.offset, position?.end.offset)
const paragraph = (text: string, rest: Partial<PaperParagraph>): PaperParagraph => ({ kind: 'paragraph', lines: text.split('\n').map((line) => [line]), label: '', listed: false, level: null, role: null, look: PLAIN, ...rest })
