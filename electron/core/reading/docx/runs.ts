/** The inside of a paragraph: runs, links, fields, revisions, pictures, boxes of text. */
import { child, descendants, elements, type Element, flag, number, textIn, value } from '../office/elements.ts'
import { addressIn, equationWords, type Fields, linkOf } from '../office/fields.ts'
import { formulaText } from '../office/formulas.ts'
import { Lines } from '../office/lines.ts'
import { spokenOf } from '../office/pictures.ts'
import { shown } from '../office/symbols.ts'
import { marked } from '../office/words.ts'
import type { Part, Setting } from './setting.ts'
import { runLook, spoken, type RunLook } from './styles.ts'

/** Called with the inside of each box of text, in order. */
export type OnBox = (content: Element) => void

export class Runs {
  readonly lines = new Lines()
  private readonly setting: Setting
  private readonly part: Part
  private readonly fields: Fields
  private readonly base: RunLook
  private readonly onBox: OnBox

  constructor(setting: Setting, part: Part, fields: Fields, base: RunLook, onBox: OnBox) {
    this.setting = setting
    this.part = part
    this.fields = fields
    this.base = base
    this.onBox = onBox
  }

  read(parent: Element, href?: string): void {
    for (const element of elements(parent)) this.one(element, href)
  }

  private one(element: Element, href: string | undefined): void {
    const { counts } = this.setting
    switch (element.name) {
      case 'w:r':
        return this.run(element, href)
      case 'w:hyperlink':
        return this.read(element, linkOf(this.part.relations.get(value(element, 'r:id') ?? '')?.target) ?? href)
      case 'w:hlink':
        return this.read(element, linkOf(value(element, 'w:dest')) ?? href)
      case 'w:ins':
      case 'w:moveTo':
      case 'w:smartTag':
      case 'w:customXml':
      case 'w:sdtContent':
      case 'w:bdo':
      case 'w:dir':
        return this.read(element, href)
      case 'w:sdt': {
        const content = child(element, 'w:sdtContent')
        return content === undefined ? undefined : this.read(content, href)
      }
      case 'aml:annotation':
        // Word 2003 writes revisions and bookmarks alike.
        if (/deletion/i.test(value(element, 'w:type') ?? '')) counts.deleted++
        else for (const content of elements(element)) this.read(content, href)
        return
      case 'w:fldSimple':
        return this.simpleField(element, href)
      case 'w:del':
      case 'w:moveFrom':
        if (descendants(element, 'w:delText').length > 0 || descendants(element, 'w:t').length > 0) counts.deleted++
        return
      case 'm:oMath':
      case 'm:oMathPara':
        return this.lines.text(formulaText(element), this.base)
      case 'mc:AlternateContent':
        return this.alternatives(element, (one) => this.one(one, href))
      default:
    }
  }

  private simpleField(element: Element, href: string | undefined): void {
    const code = value(element, 'w:instr') ?? ''
    const before = this.lines.empty
    this.read(element, addressIn(code) ?? href)
    if (before && this.lines.empty) this.lines.text(equationWords(code), this.base)
  }

  private run(run: Element, href: string | undefined): void {
    const properties = child(run, 'w:rPr')
    const look: RunLook = { ...this.base, ...spoken(this.setting.styles.run(value(child(properties, 'w:rStyle')))), ...spoken(runLook(properties)) }
    if (look.hidden === true) {
      if (descendants(run, 'w:t').length > 0) this.setting.counts.hidden++
      for (const element of elements(run)) if (element.name === 'w:fldChar' || element.name === 'w:instrText') this.piece(element, look, href, run)
      return
    }
    for (const element of elements(run)) this.piece(element, look, href, run)
  }

  private write(text: string, look: RunLook, href: string | undefined): void {
    if (this.fields.inCode || text === '') return
    this.fields.used()
    this.lines.text(shown(text, ''), { ...look, href: this.fields.address ?? href })
  }

  private piece(element: Element, look: RunLook, href: string | undefined, run: Element): void {
    const { counts } = this.setting
    switch (element.name) {
      case 'w:t':
        return this.write(textIn(element), look, href)
      case 'w:tab':
      case 'w:ptab':
        return this.write('\t', look, href)
      case 'w:noBreakHyphen':
        return this.write('-', look, href)
      case 'w:sym':
        return this.write(symbol(value(element, 'w:char'), value(element, 'w:font')), look, href)
      case 'w:br':
      case 'w:cr':
        return this.fields.inCode ? undefined : this.lines.break()
      case 'w:fldChar':
        return this.fieldMark(element, look, href)
      case 'w:instrText':
        return this.fields.code(textIn(element))
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        return this.note(element, run)
      case 'w:footnote':
      case 'w:endnote':
        return this.onBox(element)
      case 'w:commentReference':
        counts.comments++
        return
      case 'w:ruby': {
        const words = child(element, 'w:rubyBase')
        return words === undefined ? undefined : this.read(words, href)
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.drawing(element)
      case 'mc:AlternateContent':
        return this.alternatives(element, (one) => this.piece(one, look, href, run))
      default:
    }
  }

  private fieldMark(mark: Element, look: RunLook, href: string | undefined): void {
    const type = value(mark, 'w:fldCharType')
    if (type === 'begin') this.fields.begin(chosen(child(mark, 'w:ffData')))
    else if (type === 'separate') this.fields.separate()
    else if (type === 'end') this.write(this.fields.end(), look, href)
  }

  private note(element: Element, run: Element): void {
    const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote'
    const own = /^(?:1|true|on)$/.test(value(element, 'w:customMarkFollows') ?? '') ? elements(run).filter(({ name }) => name === 'w:t').map(textIn).join('').trim() : ''
    const label = this.setting.notes.refer(kind, value(element, 'w:id') ?? '', own === '' ? null : own)
    // A mark the author wrote follows as text of its own.
    if (own === '') this.lines.note(label, marked(label))
  }

  /** Newer programs write a drawing twice, for themselves and for older ones: the first that holds something. */
  private alternatives(element: Element, read: (one: Element) => void): void {
    const ways = elements(element).filter(({ name }) => name === 'mc:Choice' || name === 'mc:Fallback')
    const way = ways.find((one) => ['w:t', 'w:txbxContent', 'a:blip', 'v:imagedata', 'v:textpath', 'c:chart', 'dgm:relIds', 'm:t'].some((name) => descendants(one, name).length > 0)) ?? ways[0]
    if (way !== undefined) for (const one of elements(way)) read(one)
  }

  private drawing(element: Element, alternative = ''): void {
    const { counts } = this.setting
    const described = descendants(element, 'wp:docPr')[0]
    const words = spokenOf(value(described, 'descr') || value(described, 'title')) || alternative
    for (const one of elements(element)) {
      switch (one.name) {
        case 'w:txbxContent':
          this.onBox(one)
          break
        case 'a:blip':
          this.picture(value(one, 'r:embed') ?? value(one, 'r:link'), words)
          break
        case 'v:imagedata':
          this.picture(value(one, 'r:id') ?? value(one, 'r:href'), words || spokenOf(value(one, 'o:title')))
          break
        case 'v:textpath':
          this.write(value(one, 'string') ?? '', this.base, undefined)
          break
        case 'c:chart':
          counts.charts++
          break
        case 'o:OLEObject':
          counts.objects++
          break
        case 'dgm:relIds':
          for (const block of this.part.inserted.get(this.part.relations.get(value(one, 'r:dm') ?? '')?.target ?? '') ?? []) if (block.kind === 'paragraph') this.ownLine(block.lines.flat())
          break
        case 'mc:AlternateContent':
          this.alternatives(one, (way) => this.drawing({ ...element, children: [way] }, words))
          break
        default:
          this.drawing(one, words)
      }
    }
  }

  private ownLine(line: readonly (string | { readonly text: string })[]): void {
    this.lines.break()
    for (const stretch of line) this.lines.text(typeof stretch === 'string' ? stretch : stretch.text, this.base)
  }

  private picture(id: string | undefined, words: string): void {
    const { album } = this.setting
    const relation = this.part.relations.get(id ?? '')
    const bytes = relation === undefined || relation.external ? undefined : this.part.pictures.get(relation.target)
    const kept = relation === undefined || bytes === undefined ? null : album.add(relation.target, bytes)
    if (kept !== null) this.lines.picture(kept, words)
    else if (bytes === undefined) album.refused++
  }
}

/** What a person chose in an older form: a box ticked or not, an entry of a list. */
function chosen(form: Element | undefined): string {
  const [box, list] = [child(form, 'w:checkBox'), child(form, 'w:ddList')]
  if (box !== undefined) return (flag(box, 'w:checked') ?? flag(box, 'w:default') ?? false) ? '☑' : '☐'
  const entries = list === undefined ? [] : elements(list).filter(({ name }) => name === 'w:listEntry')
  return value(entries[number(value(child(list, 'w:result'))) ?? 0]) ?? ''
}

function symbol(code: string | undefined, face = ''): string {
  const point = Number.parseInt(code ?? '', 16)
  return Number.isNaN(point) || point < 0x20 || point > 0xffff ? '' : shown(String.fromCharCode(point < 0x100 ? point + 0xf000 : point), face)
}
