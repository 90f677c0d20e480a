/** A story of a Word document: the main text, a box, a cell, a note; its paragraphs and tables in order. */
import { child, descendants, elements, type Element, number, value } from '../office/elements.ts'
import { Fields } from '../office/fields.ts'
import { bullet } from '../office/numbers.ts'
import type { PaperBlock, PaperCell, PaperParagraph, PaperTable } from '../office/paper.ts'
import { isBlank } from '../office/words.ts'
import { Runs } from './runs.ts'
import type { Part, Setting } from './setting.ts'
import { paragraphLook, spoken } from './styles.ts'

export class Story {
  readonly blocks: PaperBlock[] = []
  private readonly setting: Setting
  private readonly part: Part
  private readonly fields: Fields
  private readonly contents: boolean
  /** A paragraph whose end was deleted in a revision: the next goes on in it. */
  private unended: PaperParagraph | null = null
  /** A first letter set large over several lines (首字下沉) is a paragraph of its own to Word. */
  private capital: PaperParagraph['lines'] = []

  constructor(setting: Setting, part: Part, fields = new Fields(), contents = false) {
    this.setting = setting
    this.part = part
    this.fields = fields
    this.contents = contents
  }

  add(element: Element): void {
    switch (element.name) {
      case 'w:p':
        this.paragraph(element)
        break
      case 'w:tbl':
        this.blocks.push(this.table(element))
        break
      case 'w:sdt': {
        const gallery = value(descendants(child(element, 'w:sdtPr') ?? element, 'w:docPartGallery')[0])
        const inner = new Story(this.setting, this.part, this.fields, this.contents || gallery === 'Table of Contents')
        inner.all(child(element, 'w:sdtContent'))
        this.take(inner.blocks)
        break
      }
      case 'w:customXml':
      case 'wx:sect':
      case 'wx:sub-section':
      case 'w:ins':
      case 'w:moveTo':
        this.all(element)
        break
      case 'mc:AlternateContent':
        this.all(elements(element)[0])
        break
      case 'w:altChunk': {
        const blocks = this.part.inserted.get(this.part.relations.get(value(element, 'r:id') ?? '')?.target ?? '')
        if (blocks === undefined) this.setting.counts.inserted++
        else this.take(blocks)
        break
      }
      case 'w:del':
      case 'w:moveFrom':
        this.setting.counts.deleted++
        break
      default:
    }
  }

  all(parent: Element | undefined): void {
    for (const element of parent === undefined ? [] : elements(parent)) this.add(element)
  }

  private take(blocks: readonly PaperBlock[]): void {
    for (const block of blocks) this.blocks.push(block)
  }

  private paragraph(element: Element): void {
    const properties = child(element, 'w:pPr')
    const styleId = value(child(properties, 'w:pStyle'))
    const style = this.setting.styles.paragraph(styleId)
    const own = paragraphLook(properties)
    const boxes: Element[] = []
    const inContents = this.contents || this.fields.inContents
    const runs = new Runs(this.setting, this.part, this.fields, style, (box) => void boxes.push(box))
    runs.read(element)
    const look = { ...style, ...spoken(own) }
    const list = own.number?.id ?? style.number?.id
    const at = own.number?.level ?? style.number?.level ?? this.setting.numbering.levelOf(list, styleId)
    const words = runs.lines.lines.some((line) => !isBlank(line))
    const numbered = list !== undefined && list !== '0' && words
    // Word 2003 writes the number itself beside the paragraph.
    const written = words ? (value(child(child(properties, 'w:listPr'), 'wx:t'), 'wx:val') ?? '') : ''
    const { size, bold, face } = runs.lines.look()
    const paragraph: PaperParagraph = {
      kind: 'paragraph',
      lines: runs.lines.lines,
      label: numbered ? this.setting.numbering.next(list, at) : bullet(written),
      listed: numbered || written !== '',
      level: look.level ?? null,
      role: inContents || (this.fields.inContents && !words) ? 'contents' : style.role,
      look: { centred: look.centred ?? false, indented: look.indented ?? false, size, bold, face },
    }
    const capital = /^(?:drop|margin)$/.test(value(child(properties, 'w:framePr'), 'w:dropCap') ?? '')
    this.end(paragraph, child(child(properties, 'w:rPr'), 'w:del') !== undefined, capital)
    for (const box of boxes) {
      const inner = new Story(this.setting, this.part)
      inner.all(box)
      this.take(inner.blocks)
    }
  }

  private end(own: PaperParagraph, endDeleted: boolean, capital: boolean): void {
    if (capital) {
      this.capital = own.lines
      return
    }
    const paragraph = this.capital.length === 0 ? own : { ...own, lines: [[...this.capital.flat(), ...(own.lines[0] ?? [])], ...own.lines.slice(1)] }
    this.capital = []
    const whole = this.unended === null ? paragraph : { ...this.unended, lines: [...this.unended.lines.slice(0, -1), [...(this.unended.lines.at(-1) ?? []), ...(paragraph.lines[0] ?? [])], ...paragraph.lines.slice(1)] }
    this.unended = endDeleted ? whole : null
    if (!endDeleted) this.blocks.push(whole)
  }

  private table(element: Element): PaperTable {
    const rows = rowsIn(element).map((row) => [...skipped(row), ...cellsIn(row).map((cell) => this.cell(cell))])
    return { kind: 'table', rows }
  }

  private cell(element: Element): PaperCell {
    const properties = child(element, 'w:tcPr')
    const columns = Math.max(1, number(value(child(properties, 'w:gridSpan'))) ?? 1)
    const merged = child(properties, 'w:vMerge')
    if (merged !== undefined && value(merged) !== 'restart') return { columns, blocks: [] }
    const across = child(properties, 'w:hMerge')
    if (across !== undefined && value(across) !== 'restart') return { columns: 1, blocks: [] }
    const inner = new Story(this.setting, this.part, this.fields, this.contents)
    inner.all(element)
    return { columns, blocks: inner.blocks }
  }
}

/** Rows and cells may stand inside revisions and controls of content. */
const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'])
function inside(element: Element, name: string): readonly Element[] {
  return elements(element).flatMap((one) => (one.name === name ? [one] : WRAPPERS.has(one.name) ? inside(one, name) : []))
}
const rowsIn = (table: Element): readonly Element[] => inside(table, 'w:tr').filter((row) => child(child(row, 'w:trPr'), 'w:del') === undefined)
const cellsIn = (row: Element): readonly Element[] => inside(row, 'w:tc')
/** A row may begin some columns further right than the others. */
function skipped(row: Element): readonly PaperCell[] {
  const columns = number(value(child(child(row, 'w:trPr'), 'w:gridBefore'))) ?? 0
  return columns > 0 ? [{ columns, blocks: [] }] : []
}
