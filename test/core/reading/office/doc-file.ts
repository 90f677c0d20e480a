/** Writes Word 97–2003 documents for tests: every stretch of the text gets a page of its own for its look. */
import CFB from 'cfb'

export interface DocRun {
  readonly text: string
  readonly sprms?: readonly number[]
}
export interface DocParagraph {
  readonly runs: readonly DocRun[]
  /** '\r' unless it ends a cell. */
  readonly mark?: string
  readonly style?: number
  readonly sprms?: readonly number[]
}
export interface DocStyle {
  readonly builtIn: number
  readonly name: string
  readonly paragraph?: readonly number[]
  readonly run?: readonly number[]
}
export interface DocLevel {
  readonly code: number
  readonly text: string
}
export interface DocParts {
  readonly main: readonly DocParagraph[]
  /** One for each character 0x02 of the main text. */
  readonly footnotes?: readonly (readonly DocParagraph[])[]
  readonly heads?: readonly DocParagraph[]
  readonly styles?: readonly DocStyle[]
  readonly levels?: readonly DocLevel[]
  /** ASCII in one byte a character, as Word keeps text without Han. */
  readonly single?: boolean
  readonly flags?: number
  readonly ident?: number
  readonly summary?: Uint8Array
}

const u16 = (...values: readonly number[]): Buffer => Buffer.concat(values.map((value) => Buffer.from([value & 255, (value >> 8) & 255])))
const u32 = (...values: readonly number[]): Buffer => Buffer.concat(values.map((value) => u16(value & 0xffff, Math.floor(value / 65536) & 0xffff)))
/** A code and its operand. */
export const sprm = (code: number, ...operand: readonly number[]): readonly number[] => [code & 255, code >> 8, ...operand]
export const para = (text: string, rest: Omit<DocParagraph, 'runs'> = {}): DocParagraph => ({ runs: [{ text }], ...rest })
/** The end of a row with cells of these widths. */
export const rowEnd = (edges: readonly number[], kinds: readonly number[] = []): DocParagraph => {
  const cells = edges.length - 1
  const inside = Buffer.concat([Buffer.from([cells]), ...edges.map((edge) => u16(edge)), ...Array.from({ length: cells }, (_, i) => Buffer.concat([u16(kinds[i] ?? 0), Buffer.alloc(18)]))])
  return { runs: [], mark: '\u0007', sprms: [...sprm(0x2416, 1), ...sprm(0x2417, 1), ...sprm(0xd608), ...u16(inside.length + 1), ...inside] }
}
export const inCell = (text: string): DocParagraph => para(text, { mark: '\u0007', sprms: sprm(0x2416, 1) })

export function doc({ main, footnotes = [], heads = [], styles = [], levels = [], single = false, flags = 0x0200, ident = 0xa5ec, summary }: DocParts): Uint8Array {
  const stories = [main, footnotes.flat(), heads]
  const paragraphs = [...stories.flat(), para('')]
  const textOf = (all: readonly DocParagraph[]): string => all.map(({ runs, mark = '\r' }) => runs.map(({ text }) => text).join('') + mark).join('')
  const text = textOf(paragraphs)
  const width = single ? 1 : 2
  const start = 1024
  const pages: Buffer[] = []
  const first = Math.ceil((start + text.length * width) / 512)
  const looks: { readonly runs: (readonly [number, number])[]; readonly paragraphs: (readonly [number, number])[] } = { runs: [], paragraphs: [] }
  const page = (kind: 'runs' | 'paragraphs', from: number, to: number, look: Buffer): void => {
    const found = Buffer.alloc(512)
    u32(from, to).copy(found)
    const at = 512 - 2 - look.length - (look.length % 2)
    found[8] = at / 2
    look.copy(found, at)
    found[511] = 1
    looks[kind].push([from, first + pages.length])
    pages.push(found)
  }
  let at = start
  for (const { runs, mark = '\r', style = 0, sprms = [] } of paragraphs) {
    const from = at
    for (const { text, sprms = [] } of [...runs, { text: mark }]) {
      if (text !== '') page('runs', at, at + text.length * width, Buffer.from([sprms.length, ...sprms]))
      at += text.length * width
    }
    const inside = Buffer.from([...u16(style), ...sprms])
    page('paragraphs', from, at, inside.length % 2 === 0 ? Buffer.from([0, inside.length / 2, ...inside]) : Buffer.from([(inside.length + 1) / 2, ...inside]))
  }
  const table: Buffer[] = []
  const parts = new Map<number, readonly [number, number]>()
  const put = (index: number, ...inside: readonly Buffer[]): void => {
    parts.set(index, [table.reduce((sum, one) => sum + one.length, 0), inside.reduce((sum, one) => sum + one.length, 0)])
    table.push(...inside)
  }
  for (const [index, list] of [[12, looks.runs], [13, looks.paragraphs]] as const) put(index, u32(...list.map(([from]) => from), start + text.length * width), u32(...list.map(([, place]) => place)))
  put(33, Buffer.from([2]), u32(16), u32(0, text.length), u16(0), u32(single ? start * 2 + 0x40000000 : start), u16(0))
  if (styles.length > 0) put(1, sheet(styles))
  const marks = [...textOf(main)].flatMap((sign, i) => (sign === '\u0002' ? [i] : []))
  if (marks.length > 0) {
    put(2, u32(...marks, textOf(main).length), u16(...marks.map(() => 1)))
    put(3, u32(0, ...footnotes.map((_, i) => textOf(footnotes.slice(0, i + 1).flat()).length)))
  }
  if (heads.length > 0) put(11, u32(0, 0, 0, 0, 0, 0, 0, textOf(heads).length))
  if (levels.length > 0) lists(levels, put, table)
  const fib = Buffer.alloc(start)
  u16(ident, 0xc1, 0, 0, 0, flags).copy(fib)
  u16(14).copy(fib, 32)
  u16(22).copy(fib, 62)
  u32(...stories.map((story) => textOf(story).length)).copy(fib, 64 + 12)
  u16(93).copy(fib, 152)
  for (const [index, [offset, length]] of parts) u32(offset, length).copy(fib, 154 + index * 8)
  const words = Buffer.alloc((first * 512) - start)
  Buffer.from(text, single ? 'latin1' : 'utf16le').copy(words)
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, '/WordDocument', Buffer.concat([fib, words, ...pages]))
  CFB.utils.cfb_add(file, '/1Table', Buffer.concat(table))
  if (summary !== undefined) CFB.utils.cfb_add(file, '/\u0005SummaryInformation', Buffer.from(summary))
  return Uint8Array.from(CFB.write(file, { type: 'buffer' }))
}

function sheet(styles: readonly DocStyle[]): Buffer {
  const padded = (inside: Buffer): Buffer => Buffer.concat([u16(inside.length), inside, Buffer.alloc(inside.length % 2)])
  const all = styles.map(({ builtIn, name, paragraph = [], run = [] }, i) => {
    const inside = Buffer.concat([u16(builtIn, 1 | 0xfff0, 2, 0, 0), u16(name.length), Buffer.from(name, 'utf16le'), u16(0), padded(Buffer.from([...u16(i), ...paragraph])), padded(Buffer.from(run))])
    return padded(inside)
  })
  return Buffer.concat([u16(4), u16(styles.length, 10), ...all])
}

/** One list with these levels, used once. */
function lists(levels: readonly DocLevel[], put: (index: number, ...inside: readonly Buffer[]) => void, table: Buffer[]): void {
  put(73, u16(1), u32(77, 0), Buffer.alloc(20))
  for (let i = 0; i < 9; i++) {
    const { code, text } = levels[i] ?? { code: 0, text: '' }
    table.push(u32(1), Buffer.from([code, 0, ...Buffer.alloc(22)]), u16(text.length), Buffer.from(text, 'utf16le'))
  }
  put(74, u32(1), u32(77, 0, 0), Buffer.alloc(4), u32(0xffffffff))
}

/** A property set with these strings, in the code page of China. */
export function summary(strings: Readonly<Record<number, Uint8Array>>): Uint8Array {
  const all = [[1, Buffer.concat([u32(2), u16(936, 0)])] as const, ...Object.entries(strings).map(([id, value]) => [Number(id), Buffer.concat([u32(30, value.length), Buffer.from(value), Buffer.alloc((4 - (value.length % 4)) % 4)])] as const)]
  let at = 8 + all.length * 8
  const index = all.map(([id, value]) => {
    const entry = u32(id, at)
    at += value.length
    return entry
  })
  return Buffer.concat([u16(0xfffe, 0), u32(0), Buffer.alloc(16), u32(1), Buffer.alloc(16), u32(48), u32(at, all.length), ...index, ...all.map(([, value]) => value)])
}
