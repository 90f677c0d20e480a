/** Follows the groups of an RTF file and makes a paper of their words. */
import { Counts } from '../office/counts.ts'
import { Fields } from '../office/fields.ts'
import { Notes } from '../office/notes.ts'
import { bullet, numeral } from '../office/numbers.ts'
import type { PaperBlock, PaperNote } from '../office/paper.ts'
import { Album } from '../office/pictures.ts'
import { shown } from '../office/symbols.ts'
import { headsOf, linesOf, marked } from '../office/words.ts'
import { decode, labelOfCharset, labelOfPage } from './charsets.ts'
import type { Signs } from './scan.ts'
import { NEW_PARAGRAPH, Row, START, type State, withWord } from './state.ts'
import { Stories } from './stories.ts'
import { CHARACTERS, HEADS, KNOWN_NEW, SKIPPED } from './words.ts'

interface Face {
  charset: string | null
  name: string
}
const PRIVATE = /[\uF020-\uF0FF]/
const INVISIBLE = /[\0-\u0008\u000B-\u001F\u007F]/g

export class Interpreter implements Signs {
  readonly album = new Album()
  readonly counts = new Counts()
  readonly properties = new Map<string, string>()
  readonly heads: string[] = []
  readonly notes: PaperNote[] = []
  private readonly known = new Notes((kind, nth) => numeral(nth, kind === 'footnote' ? 'decimal' : 'lower-roman'))
  private readonly fields = new Fields()
  private readonly faces = new Map<number, Face>()
  private readonly stories = new Stories()
  private readonly groups: State[] = []
  private state: State = START
  private page = 'windows-1252'
  private usualFace: number | null = null
  private bytes: number[] = []
  private skip = 0
  /** The character \u gave, while what stands for it in other programs may follow. */
  private lastUnicode = ''
  private lastFallback: number | null = null
  private fresh = false
  private property = ''
  private words = ''
  private hex: string[] = []
  private binaries: Uint8Array[] = []
  private readonly row = new Row()
  private readonly nestedRow = new Row()
  private inNestedRow = false

  blocks(): readonly PaperBlock[] {
    this.flush()
    this.endParagraph()
    return this.stories.end()
  }

  open(): void {
    this.flush()
    this.skip = 0
    this.fresh = false
    this.groups.push(this.state)
    this.state = { ...this.state, ends: null }
  }

  close(): void {
    this.flush()
    this.skip = 0
    this.fresh = false
    this.ended(this.state)
    this.state = this.groups.pop() ?? START
  }

  plain(bytes: Uint8Array): void {
    this.fresh = false
    if (this.state.destination === 'picture') this.hex.push(Buffer.from(bytes).toString('latin1'))
    else if (this.skip === 0 && this.bytes.length === 0 && bytes.every((byte) => byte < 0x80) && this.charset() !== 'symbol') this.write(Buffer.from(bytes).toString('latin1'))
    else for (const byte of bytes) this.escaped(byte)
  }

  escaped(byte: number): void {
    if (this.skip > 0) {
      this.skip--
      this.lastFallback = byte
      return
    }
    // Some programs count a Han character's two bytes as one.
    if (this.lastFallback !== null) {
      const before = this.lastFallback
      this.lastFallback = null
      if (byte >= 0x40 && before >= 0x81 && decode([before, byte], this.charset(), this.page) === this.lastUnicode) return
    }
    if (this.state.destination !== 'skip') this.bytes.push(byte)
  }

  binary(bytes: Uint8Array): void {
    if (this.skip > 0) this.skip--
    else if (this.state.destination === 'picture') this.binaries.push(bytes)
  }

  symbol(character: string): void {
    if (character === '*') {
      this.fresh = true
      return
    }
    this.fresh = false
    if (this.skip > 0) {
      this.skip--
      return
    }
    if (character === '\\' || character === '{' || character === '}') this.bytes.push(character.charCodeAt(0))
    else if (character === '~') this.write('\u00A0')
    else if (character === '_') this.write('-')
    else if (character === '\n' || character === '\r') this.word('par', null)
  }

  word(word: string, number: number | null): void {
    const isNew = this.fresh
    this.fresh = false
    if (word === 'u' && number !== null) {
      this.flush()
      this.lastUnicode = String.fromCharCode(number < 0 ? number + 65536 : number & 0xffff)
      this.write(this.lastUnicode)
      this.skip = this.state.fallback
      this.lastFallback = null
      return
    }
    if (this.skip > 0) {
      this.skip--
      return
    }
    this.flush()
    if (this.destination(word, isNew)) return
    if (this.state.destination === 'skip') return
    if (this.state.destination === 'faces') this.faceWord(word, number)
    else if (this.state.destination === 'created') this.words += `${word}${number ?? ''} `
    else if (CHARACTERS[word] !== undefined) this.write(CHARACTERS[word])
    else {
      const changed = withWord(this.state, word, number)
      if (changed === null) this.bodyWord(word, number)
      else this.state = changed
    }
  }

  /** Whether `word` says where the words of its group go. */
  private destination(word: string, isNew: boolean): boolean {
    const to = (change: Partial<State>): true => {
      this.state = { ...this.state, ...change }
      return true
    }
    if (this.state.destination === 'skip') return false
    // Of two ways to write the same the one for newer programs is read.
    if (word === 'ud') return to({ destination: this.groups.at(-2)?.destination ?? 'text' })
    if (this.state.destination === 'upright' || SKIPPED.has(word) || (isNew && !KNOWN_NEW.has(word))) {
      if (word === 'annotation') this.counts.comments++
      return to({ destination: 'skip' })
    }
    if (HEADS.has(word)) return this.begin('head')
    switch (word) {
      case 'upr':
        return to({ destination: 'upright' })
      case 'fonttbl':
        return to({ destination: 'faces' })
      case 'stylesheet':
        this.words = ''
        return to({ destination: 'styles' })
      case 'info':
        return to({ destination: 'property' })
      case 'title':
      case 'author':
      case 'keywords':
        if (this.state.destination !== 'property') return false
        this.property = word
        this.words = ''
        return true
      case 'creatim':
        this.words = ''
        return to({ destination: 'created' })
      case 'listtext':
      case 'pntext':
        this.words = ''
        return to({ destination: 'label' })
      case 'footnote':
        return this.begin('note')
      case 'shptxt':
      case 'dptxbxtext':
        return this.begin('box')
      case 'shpinst':
      case 'do':
        // Of a shape its box of text and its picture are read, not its measures.
        return to({ destination: 'shape' })
      case 'field':
        this.fields.begin()
        return to({ ends: 'field' })
      case 'fldinst':
        return to({ destination: 'code' })
      case 'fldrslt':
        this.fields.separate()
        return true
      case 'pict':
        this.hex = []
        this.binaries = []
        return to({ destination: 'picture', ends: 'picture' })
      case 'object':
        this.counts.objects++
        return true
      default:
        return false
    }
  }

  private begin(ends: 'note' | 'head' | 'box'): true {
    this.state = this.stories.begin() ? { ...this.state, destination: 'text', ends, paragraph: NEW_PARAGRAPH } : { ...this.state, destination: 'skip' }
    return true
  }

  private ended({ ends, destination }: State): void {
    const outer = this.groups.at(-1)
    if (destination === 'created' && outer?.destination === 'property') this.properties.set('created', this.words)
    if (destination === 'property' && outer?.destination === 'property' && this.property !== '') {
      this.properties.set(this.property, this.words)
      this.property = ''
    }
    if (destination === 'styles' && outer?.destination === 'styles') {
      this.stories.style(this.state.paragraph, this.words)
      this.words = ''
    }
    if (destination === 'label') this.stories.last.label = bullet(this.words.trim())
    if (ends === 'field') this.write(this.fields.end())
    if (ends === 'picture') this.picture()
    if (ends === 'note' || ends === 'endnote' || ends === 'head' || ends === 'box') this.endStory(ends)
  }

  private endStory(ends: 'note' | 'endnote' | 'head' | 'box'): void {
    this.endParagraph()
    const blocks = this.stories.end()
    if (ends === 'head') for (const head of headsOf(blocks)) this.heads.push(head)
    else if (ends === 'box') for (const block of blocks) this.stories.last.boxes.push(block)
    else {
      const label = this.known.refer(ends === 'note' ? 'footnote' : 'endnote', String(this.notes.length), null)
      this.notes.push({ label, paragraphs: linesOf(blocks) })
      this.stories.last.lines.note(label, marked(label))
    }
  }

  private faceWord(word: string, number: number | null): void {
    if (word === 'f' && number !== null) {
      this.state = { ...this.state, face: number }
      this.faces.set(number, { charset: null, name: '' })
      return
    }
    const face = this.faces.get(this.state.face ?? -1)
    if (face === undefined || number === null) return
    if (word === 'fcharset') face.charset = labelOfCharset(number)
    else if (word === 'cpg') face.charset = labelOfPage(number)
  }

  private bodyWord(word: string, number: number | null): void {
    const row = this.inNestedRow ? this.nestedRow : this.row
    switch (word) {
      case 'ansicpg':
        this.page = labelOfPage(number ?? 1252)
        break
      case 'mac':
        this.page = 'macintosh'
        break
      case 'deff':
        this.usualFace = number
        break
      case 'par':
      case 'sect':
        if (this.state.destination === 'text') this.endParagraph()
        break
      case 'line':
      case 'page':
      case 'column':
        if (this.state.destination === 'text') this.stories.last.lines.break()
        break
      case 'ftnalt':
        if (this.state.ends === 'note') this.state = { ...this.state, ends: 'endnote' }
        break
      case 'trowd':
        this.inNestedRow = this.state.paragraph.depth > 1
        ;(this.inNestedRow ? this.nestedRow : this.row).begin()
        break
      case 'trleft':
        row.left(number ?? 0)
        break
      case 'clvmrg':
      case 'clmrg':
        row.goOn()
        break
      case 'cellx':
        row.edge(number ?? 0)
        break
      case 'cell':
        return this.endCell(1)
      case 'nestcell':
        return this.endCell(Math.max(2, this.state.paragraph.depth))
      case 'row':
        this.stories.last.tables.to(1)
        this.stories.last.tables.endRow(this.row.shape)
        break
      case 'nestrow':
        this.stories.last.tables.to(Math.max(2, this.state.paragraph.depth))
        this.stories.last.tables.endRow(this.nestedRow.shape)
        break
      default:
    }
  }

  private charset(): string | null {
    return this.faces.get(this.state.face ?? this.usualFace ?? -1)?.charset ?? null
  }

  private flush(): void {
    if (this.bytes.length === 0) return
    const bytes = this.bytes
    this.bytes = []
    this.write(decode(bytes, this.charset(), this.page))
  }

  private write(text: string): void {
    const { destination, hidden, deleted, bold, size, face } = this.state
    switch (destination) {
      case 'text': {
        const name = this.faces.get(face ?? this.usualFace ?? -1)?.name ?? ''
        const words = shown(text.replaceAll(INVISIBLE, ''), PRIVATE.test(text) ? name : '')
        if (words === '' || this.fields.inCode) return
        if (deleted || hidden) {
          if (words.trim() !== '') deleted ? this.counts.deleted++ : this.counts.hidden++
          return
        }
        this.fields.used()
        return this.stories.last.lines.text(words, { bold, size, face: name, href: this.fields.address })
      }
      case 'code':
        return this.fields.code(text)
      case 'faces': {
        const found = this.faces.get(this.state.face ?? -1)
        if (found !== undefined && found.name.length < 100) found.name += text.replace(/;\s*$/, '')
        return
      }
      case 'styles':
      case 'label':
      case 'property':
        if (this.words.length < 10_000) this.words += text
        return
      case 'picture':
        this.hex.push(text)
        return
      default:
    }
  }

  private endCell(depth: number): void {
    this.endParagraph(depth)
    this.stories.last.tables.to(depth)
    this.stories.last.tables.endCell()
  }

  private endParagraph(depth?: number): void {
    this.flush()
    this.stories.endParagraph(this.state.paragraph, this.fields.inContents, depth)
  }

  private picture(): void {
    const bytes = this.binaries.length > 0 ? Buffer.concat(this.binaries) : Buffer.from(this.hex.join('').replaceAll(/[^0-9a-f]/gi, ''), 'hex')
    this.hex = []
    this.binaries = []
    const id = bytes.length === 0 ? null : this.album.add(`图片 ${this.album.pictures.length + 1}`, Uint8Array.from(bytes))
    if (id !== null) this.stories.last.lines.picture(id, '')
  }
}
