/**
 * Any number of documents for the bench of search, the same each time: every fifth is a real text of the corpus while there are any,
 * the others are put together from sentences of real texts and sentences of our own with made-up names, brands and numbers.
 * Two in a hundred are traditional, two full width, four broken into short lines. No sentence of the corpus stays in the repository.
 */
import { Converter } from 'opencc-js'
import { pieces } from '../corpus.ts'

export interface Document {
  readonly seq: number
  readonly title: string
  readonly body: string
  readonly date: string
  readonly source: string
  /** A real text as it is: its headline must lead to it. */
  readonly real: boolean
}

/** Raised whenever the same call gives other documents. */
export const DOCUMENTS_VERSION = 1

const SHORTEST_REAL = 600
const LONGEST_REAL = 20_000

const toTraditional = Converter({ from: 'cn', to: 't' })
const words = (text: string): readonly string[] => text.split(' ')
const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜']
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英建国志华海燕文斌晓东梅春雨晨']
const CITIES = words('淮北 淮南 淮安 淄博 合肥 芜湖 蚌埠 安庆 滁州 阜阳 六安 宣城 南京 苏州 无锡 徐州 南通 盐城 扬州 济南 青岛 枣庄 东营 烟台 潍坊 济宁 临沂 德州 杭州 宁波 温州 嘉兴 绍兴 金华 台州 丽水 诸暨 昆山 武汉 长沙 成都 西安 郑州 洛阳 南昌 福州 厦门 泉州')
const PREFIXES = words('淮 e 云 红 和 平安 邻 民 善 暖 连心 益 枫 蓝 同心 幸福 百姓 掌上 码上 一键 星火 先锋 阳光 金牌')
const SUFFIXES = words('通 事 智治 警务 网格 议事厅 调解室 工作室 服务站 管家 一点通 哨 直通车 云平台 大脑 先锋队 驿站 会客厅 码 e家 智调')

/** mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

class Writer {
  readonly #random: () => number
  readonly #texts: readonly (readonly string[])[]

  constructor(random: () => number, texts: readonly (readonly string[])[]) {
    this.#random = random
    this.#texts = texts
  }

  document(seq: number): Document {
    const length = Math.max(1000, Math.min(10_000, Math.exp(7.5 + 0.5 * this.#normal())))
    const paragraphs: string[] = []
    let title = ''
    for (let written = 0; written < length; written += paragraphs.at(-1)?.length ?? 1) {
      if (this.#random() < 0.1) paragraphs.push(this.#invented() + (this.#random() < 0.5 ? this.#invented() : ''))
      else {
        const text = this.#pick(this.#texts)
        const from = Math.floor(this.#random() * text.length)
        if (title === '') title = (text[from] ?? '').replace(/[。！？!?；;]$/, '').slice(0, 34)
        paragraphs.push(text.slice(from, from + 1 + this.#number(4)).join(''))
      }
    }
    if (title === '' || this.#random() < 0.3) title = `${this.#pick(CITIES)}：${this.#brand()}让难事有人办`
    const dressed = this.#dress(paragraphs.join('\n'), title)
    return { ...dressed, seq, date: this.#date(), source: `${this.#pick(CITIES)}日报`, real: false }
  }

  #pick<T>(from: readonly T[]): T {
    const found = from[Math.floor(this.#random() * from.length)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
  #number = (most: number): number => Math.floor(this.#random() * most) + 1
  #normal = (): number => Math.sqrt(-2 * Math.log(this.#random() + 1e-9)) * Math.cos(2 * Math.PI * this.#random())
  #amount = (most: number): string => (this.#random() < 0.3 ? `${(this.#number(most) / 10).toFixed(1)}万` : String(this.#number(most)))
  #name = (): string => this.#pick(SURNAMES) + this.#pick(GIVEN) + (this.#random() < 0.7 ? this.#pick(GIVEN) : '')
  #brand = (): string => `“${this.#pick(PREFIXES)}${this.#pick(SUFFIXES)}${this.#random() < 0.3 ? this.#pick(SUFFIXES) : ''}”`
  #date = (): string => `${2014 + this.#number(11)}-${String(this.#number(12)).padStart(2, '0')}-${String(this.#number(28)).padStart(2, '0')}`

  #invented(): string {
    switch (this.#number(6)) {
      case 1:
        return `${this.#pick(CITIES)}市办起${this.#brand()}，用“${this.#number(9)}+${this.#number(9)}${this.#random() < 0.4 ? '+N' : ''}”的办法调处矛盾纠纷${this.#amount(9999)}件，办结率${(80 + this.#random() * 20).toFixed(1)}%。`
      case 2:
        return `“${this.#name()}工作室”的调解员${this.#name()}说：“先把人劝住，再把理讲清。”`
      case 3:
        return `${this.#pick(CITIES)}市${this.#name().slice(0, 2)}街道的网格员${this.#name()}走访居民${this.#amount(999)}户，记下民情${this.#amount(999)}条。`
      case 4:
        return `12345热线接到诉求${this.#amount(9999)}件，按时办结${(90 + this.#random() * 10).toFixed(2)}%，110非警务警情分流${this.#amount(999)}起。`
      case 5:
        return `靠着${this.#brand()}APP和“${this.#pick(PREFIXES)}${this.#pick(SUFFIXES)}”小程序，一网统管的场景增加到${this.#number(200)}个。`
      default:
        return `${this.#pick(CITIES)}市委政法委的${this.#name()}介绍，全市${this.#number(40)}个镇街建成矛调中心，${this.#amount(9999)}名网格员多网合一。`
    }
  }

  #dress(body: string, title: string): { readonly body: string; readonly title: string } {
    const chance = this.#random()
    if (chance < 0.02) return { body: toTraditional(body), title: toTraditional(title) }
    if (chance < 0.04) return { body: body.replaceAll(/[0-9A-Za-z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)), title }
    if (chance >= 0.08) return { body, title }
    const lines: string[] = []
    for (let at = 0; at < body.length; at += lines.at(-1)?.length ?? 1) lines.push(body.slice(at, at + 150 + this.#number(200)))
    return { body: lines.join('\n\n'), title }
  }
}

const sentences = (text: string): string[] => text.split(/(?<=[。！？!?；;])|\n+/).map((sentence) => sentence.trim()).filter((sentence) => sentence.length > 8)

/** The first `count` of the endless row of documents. */
export async function* documents(count: number): AsyncGenerator<Document> {
  const random = randomFrom(20261122)
  const real: { readonly id: string; readonly title: string; readonly text: string }[] = []
  const texts: string[][] = []
  const seen = new Set<string>()
  for await (const { id, title, text } of pieces()) {
    if (seen.has(id)) continue
    seen.add(id)
    const headed = text.replace(/^[#\s]+/, '')
    const body = (headed.startsWith(title) ? headed.slice(title.length) : headed).trim()
    const own = sentences(body)
    if (own.length > 0) texts.push(own)
    if (body.length >= SHORTEST_REAL && body.length <= LONGEST_REAL) real.push({ id, title, text: body })
  }
  for (let i = real.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const [one, other] = [real[i], real[j]]
    if (one && other) [real[i], real[j]] = [other, one]
  }
  const writer = new Writer(random, texts)
  for (let seq = 1; seq <= count; seq++) {
    const piece = seq % 5 === 0 ? real.pop() : undefined
    if (piece === undefined) {
      yield writer.document(seq)
      continue
    }
    const [, year, month, day] = /-(\d{4})(\d{2})(\d{2})-/.exec(piece.id) ?? []
    yield { seq, title: piece.title, body: piece.text, date: year ? `${year}-${month}-${day}` : '2020-01-01', source: '新闻联播', real: true }
  }
}
