/** Newspaper pages of our own: a page divided at random into articles, each with a headline over its columns. */
import type { Placed } from './pdf-file.ts'

export interface SetArticle {
  readonly texts: readonly Placed[]
  /** All that a person reads of it, in that order, without blanks. */
  readonly words: string
}
export interface Newspaper {
  readonly width: number
  readonly height: number
  readonly articles: readonly SetArticle[]
}
interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const SIZE = 9
const STEP = 13
const GUTTER = 12
const NARROWEST = 150
const HAN = [...'东河社区把楼道里的空房间收拾出来办起了议事角谁家有事都可以坐一说十天解决七件小大这个落管用网格员每记本账西请退休教师当调解周三下午在树摆桌子听街坊讲道理月没闹到邻关系近许多']

export function newspaper(seed: number): Newspaper {
  const random = generator(seed)
  const boxes = divide({ x: 40, y: 60, width: 900, height: 1300 }, 3, random)
  return { width: 980, height: 1420, articles: boxes.map((box) => article(box, random)) }
}

type Random = (below: number) => number
function generator(seed: number): Random {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return (state >> 8) % below
  }
}

function divide(box: Box, depth: number, random: Random): readonly Box[] {
  const { x, y, width, height } = box
  if (depth === 0) return [box]
  if (random(2) === 0 && width >= 330) {
    const left = NARROWEST + random(width - 2 * NARROWEST)
    return [...divide({ ...box, width: left - 9 }, depth - 1, random), ...divide({ ...box, x: x + left + 9, width: width - left - 9 }, depth - 1, random)]
  }
  if (height < 330) return [box]
  const top = NARROWEST + random(height - 2 * NARROWEST)
  return [...divide({ ...box, height: top - 10 }, depth - 1, random), ...divide({ ...box, y: y + top + 10, height: height - top - 10 }, depth - 1, random)]
}

const han = (length: number, random: Random): string => Array.from({ length }, () => HAN[random(HAN.length)] ?? '').join('')
function paragraph(length: number, random: Random): string {
  let text = ''
  while (text.length < length - 1) text += `${han(8 + random(14), random)}${random(3) === 0 ? '。' : '，'}`
  return `${text.slice(0, length - 1)}。`
}

function article({ x, y, width, height }: Box, random: Random): SetArticle {
  const size = 18 + random(10)
  const [kicker, byline] = [random(2) * 16, random(2) * 18]
  const centred = (text: string, size: number, below: number, face: 'F1' | 'F2' = 'F1'): Placed => ({ x: x + Math.max(0, (width - text.length * size) / 2), y: y + below, text, size, face })
  const above = kicker > 0 ? [centred(han(Math.min(14, Math.floor(width / 14) - 1), random), 13, 13)] : []
  const title = centred(han(Math.max(4, Math.min(12, Math.floor(width / size) - 2)), random), size, kicker + size, 'F2')
  const below = byline > 0 ? [centred('■　记者　王小明', SIZE, kicker + size + 18)] : []
  const first = y + kicker + size + 20 + byline
  const columns = Math.max(1, Math.min(5, Math.round(width / NARROWEST)))
  const across = (width - GUTTER * (columns - 1)) / columns
  const lines = set(Math.floor(across / SIZE), columns * Math.floor((y + height - first) / STEP) - 2, random)
  const each = Math.ceil(lines.length / columns)
  const body = lines.map(({ text, indent, sub }, i): Placed => {
    const left = x + Math.floor(i / each) * (across + GUTTER)
    return { x: sub ? left + (across - text.length * 10.5) / 2 : left + indent * SIZE, y: first + (i % each) * STEP, text, size: sub ? 10.5 : SIZE, face: sub ? 'F2' : 'F1' }
  })
  const texts = [...above, title, ...below, ...body]
  return { texts, words: texts.map(({ text }) => text).join('').replaceAll(/\s/g, '') }
}

interface SetLine {
  readonly text: string
  readonly indent: number
  readonly sub: boolean
}

/** Paragraphs and a few sub-heads as lines of `wide` characters, no more than `most`. */
function set(wide: number, most: number, random: Random): readonly SetLine[] {
  const lines: SetLine[] = []
  while (lines.length < most) {
    if (lines.length > 0 && random(4) === 0) lines.push({ text: han(5, random), indent: 0, sub: true })
    const text = paragraph(wide * 2 + random(wide * 5), random)
    lines.push({ text: text.slice(0, wide - 2), indent: 2, sub: false })
    for (let at = wide - 2; at < text.length; at += wide) lines.push({ text: text.slice(at, at + wide), indent: 0, sub: false })
  }
  return lines.slice(0, Math.max(3, most))
}
