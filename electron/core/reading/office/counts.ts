import type { LeftOut } from './paper.ts'

/** What was seen and not read. */
export class Counts {
  deleted = 0
  hidden = 0
  comments = 0
  charts = 0
  objects = 0
  inserted = 0
  /** What files that stand inside of this one leave out. */
  readonly others: LeftOut[] = []

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
    return [...all.filter(([count]) => count > 0).map(([count, what, reason]) => ({ text: `有 ${count} ${what}没有读入`, reason })), ...this.others]
  }
}
