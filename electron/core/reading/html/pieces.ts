/** Words as HTML holds them, made into words as a page shows them: runs of blanks are one, and none stands at the edge of a line. */
import type { Inline } from '../projection.ts'

/** A stretch of a line before its blanks are settled; `kept` blanks stay as they are. */
export interface Piece {
  readonly text: string
  readonly href?: string
  readonly strong?: boolean
  readonly note?: string
  readonly picture?: string
  readonly kept?: boolean
  /** It is a link in the page, whether or not its address may be kept. */
  readonly linked?: boolean
}
export interface Words {
  readonly inlines: readonly Inline[]
  readonly text: string
  readonly linked: number
  readonly links: number
  readonly pictured: boolean
}

/** Characters between which a break in the source is no blank: Chinese writes without them. */
const WIDE = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’…—]/u
/** Labels and buttons of the line under a title stand apart by their style alone. */
const LABEL = /^(?:(?:来源|稿源|作者|记者|责任编辑|责编|编辑|审核|发布时间|发布日期|发稿时间|时间|日期|更新时间|字体|字号|浏览次数|浏览量?|点击数?|阅读量?|阅读次数|访问量)\s*[:：]|(?:打印|分享|举报|收藏|纠错|评论|关闭|字号|字体)\s*$)/
const BLANKS = /[ \t\n\r\f]+/g

export function wordsFrom(pieces: readonly Piece[]): Words {
  const settled: Piece[] = []
  let last = ''
  let pending: string | null = null
  for (const piece of pieces) {
    const text = piece.kept === true ? piece.text : piece.text.replaceAll(BLANKS, (run) => (run.includes('\n') || run.includes('\r') ? '\n' : ' '))
    if (text === '' && piece.picture === undefined) continue
    let own = text
    if (piece.kept !== true) {
      if (/^[ \n]/.test(own)) {
        pending = pending === ' ' ? ' ' : own[0] ?? null
        own = own.slice(1)
      }
      if (own === '' && piece.picture === undefined) continue
    }
    const before = between(last, own, pending ?? (piece.kept !== true && last !== '' && LABEL.test(own) ? ' ' : null))
    pending = null
    const trailing = piece.kept === true ? null : /[ \n]$/.exec(own)?.[0] ?? null
    if (trailing !== null) {
      own = own.slice(0, -1)
      pending = trailing
    }
    own = own.replaceAll('\n', (_, at: number) => between(own[at - 1] ?? '', own.slice(at + 1), '\n'))
    if (before !== '') append(settled, { text: before })
    append(settled, { ...piece, text: own })
    last = own.at(-1) ?? last
  }
  return measured(settled)
}

/** What stands between two stretches that the source parts with `blank`. */
function between(before: string, after: string, blank: string | null): string {
  if (blank === null || before === '' || before === ' ') return ''
  return blank === '\n' && WIDE.test(before) && WIDE.test([...after.slice(0, 2)][0] ?? '') ? '' : ' '
}

/** Stretches that look alike become one. */
function append(settled: Piece[], piece: Piece): void {
  const last = settled.at(-1)
  const alike = last !== undefined && last.href === piece.href && last.strong === piece.strong && last.linked === piece.linked && last.note === undefined && piece.note === undefined && last.picture === undefined && piece.picture === undefined
  // A blank between two stretches goes with the first of them.
  const blank = last !== undefined && piece.text === ' ' && piece.picture === undefined && last.picture === undefined && last.note === undefined
  if (alike || blank) settled[settled.length - 1] = { ...last, text: last.text + piece.text }
  else settled.push(piece)
}

function measured(pieces: readonly Piece[]): Words {
  const links = pieces.filter(({ linked }) => linked === true)
  return {
    inlines: pieces.map(({ text, href, strong, note, picture }): Inline => (href ?? strong ?? note ?? picture) === undefined ? text : { text, ...(href === undefined ? {} : { href }), ...(strong === undefined ? {} : { strong }), ...(note === undefined ? {} : { note }), ...(picture === undefined ? {} : { picture }) }),
    text: pieces.map(({ text }) => text).join(''),
    linked: links.reduce((sum, { text }) => sum + text.length, 0),
    links: links.length,
    pictured: pieces.some(({ picture }) => picture !== undefined),
  }
}
