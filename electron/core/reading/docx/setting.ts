/** What the parts of a Word document share while they are read. */
import type { Relation } from '../office/package.ts'
import type { Album } from '../office/pictures.ts'
import type { LeftOut, PaperBlock } from '../office/paper.ts'
import type { Numbering } from './numbering.ts'
import type { Styles } from './styles.ts'

export interface Setting {
  readonly styles: Styles
  readonly numbering: Numbering
  readonly album: Album
  readonly notes: Notes
  readonly counts: Counts
}
/** One part: the main text, a header, the footnotes. */
export interface Part {
  readonly relations: ReadonlyMap<string, Relation>
  /** Bytes of pictures and blocks of other content, read beforehand by the name of their member. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
  readonly inserted: ReadonlyMap<string, readonly PaperBlock[]>
}

export type Note = { readonly kind: 'footnote' | 'endnote'; readonly id: string; readonly label: string }
/** Notes in the order in which the text refers to them. */
export class Notes {
  readonly found: Note[] = []
  private readonly styleOf: (kind: Note['kind'], nth: number) => string

  constructor(styleOf: (kind: Note['kind'], nth: number) => string) {
    this.styleOf = styleOf
  }

  /** The label of the note `id`; `mark` is one that the author wrote himself. */
  refer(kind: Note['kind'], id: string, mark: string | null): string {
    const known = this.found.find((note) => note.kind === kind && note.id === id)
    if (known !== undefined) return known.label
    const nth = this.found.filter((note) => note.kind === kind).length + 1
    const wanted = mark ?? this.styleOf(kind, nth)
    const free = [wanted, `尾${wanted}`, `${wanted}-${nth}`].find((label) => this.found.every((note) => note.label !== label)) ?? `${kind}${nth}`
    this.found.push({ kind, id, label: free })
    return free
  }
}

/** What was seen and not read. */
export class Counts {
  deleted = 0
  hidden = 0
  comments = 0
  charts = 0
  objects = 0
  inserted = 0

  leftOut(pictures: number): readonly LeftOut[] {
    const all: readonly (readonly [number, string, string])[] = [
      [this.deleted, '处已删除的修订', '这些文字在修订中已被删除，没有读入；需要时请在原文件中拒绝修订后再导入'],
      [this.hidden, '处隐藏文字', '这些文字在文档里设为隐藏，没有读入'],
      [this.comments, '条批注', '批注不是正文，没有读入'],
      [this.charts, '个图表', '图表里的数字没有读入，请对照原件'],
      [this.objects, '个嵌入的对象', '嵌入的表格、演示等对象没有读入，请单独导入'],
      [this.inserted, '处插入的文件', '插在文档里的另一个文件没有读入，请单独导入'],
      [pictures, '张图片', '图片的格式无法显示、在文件之外或数量太多，没有读入'],
    ]
    return all.filter(([count]) => count > 0).map(([count, what, reason]) => ({ text: `有 ${count} ${what}没有读入`, reason }))
  }
}

