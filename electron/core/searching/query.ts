/** What a query means. Any text is a query: whatever cannot be an operator is taken literally. */
import type { z } from 'zod'
import type { QueryHint } from '../../contract/searching.ts'
import { foldText } from '../language/fold.ts'
import { type QueryChip, chipsOf } from './chips.ts'
import { type ChoiceField, type NamedField, type SideField, type TextField, fieldNode, fieldNamed } from './fields.ts'
import { type Item, type Words, lex } from './lexer.ts'

export interface Hint {
  readonly hint: z.infer<typeof QueryHint>
  readonly detail: string
}

/** Offsets are UTF-16 into the query as typed. */
interface Place {
  readonly start: number
  readonly end: number
}
export interface TextNode extends Place {
  readonly type: 'text'
  readonly field: TextField
  /** As typed, without quotes and star. */
  readonly typed: string
  /** What is looked for: `typed`, folded; never ''. */
  readonly text: string
  readonly quoted: boolean
  /** The run of letters or digits at its end may go on. */
  readonly prefix: boolean
}
export type QueryNode =
  | TextNode
  | ({ readonly type: 'side'; readonly field: SideField; readonly label: string; readonly text: string } & Place)
  | ({ readonly type: 'range'; readonly label: string; readonly from: number; readonly to: number } & Place)
  | ({ readonly type: 'choice'; readonly field: ChoiceField; readonly label: string; readonly value: string } & Place)
  | ({ readonly type: 'named'; readonly field: NamedField; readonly label: string; readonly text: string } & Place)
  | ({ readonly type: 'practice' | 'label'; readonly label: string; readonly text: string } & Place)
  | ({ readonly type: 'not'; readonly node: QueryNode } & Place)
  | ({ readonly type: 'and' | 'or'; readonly nodes: readonly QueryNode[] } & Place)

export interface Query {
  /** null when nothing is asked for: then everything is listed. */
  readonly node: QueryNode | null
  /** The tree as typed, whatever words were added to it since. */
  readonly asked: QueryNode | null
  readonly chips: readonly QueryChip[]
  readonly hints: readonly Hint[]
  /** The words of a query that is nothing but bare words: if no entry has them all, some of them will do. Empty for every other query. */
  readonly bare: readonly TextNode[]
  /** It asks for a 状态: then entries that are out of use are found, too. */
  readonly namesStatus: boolean
}

/** A pasted page is one long literal, not hundreds of terms. */
const MOST_TERMS = 40
const DEEPEST = 20

export function parseQuery(query: string): Query {
  const hints: Hint[] = []
  const { items, unbalanced, stray } = lex(query)
  for (const sign of unbalanced) hints.push({ hint: 'unbalanced', detail: sign })
  for (const word of stray) hints.push({ hint: 'stray-operator', detail: word })
  const terms = items.filter((item) => item.kind === 'words').length
  const tooMuch = terms > MOST_TERMS || depthOf(items) > DEEPEST
  const node = tooMuch ? literal(query) : new Parser(items, hints).parse()
  if (tooMuch) hints.push({ hint: 'truncated', detail: '' })
  if (node === null && query.trim() !== '') hints.push({ hint: 'no-words', detail: query.trim().slice(0, 20).toWellFormed() })
  return { node, asked: node, chips: chipsOf(node), hints, bare: tooMuch || items.every(({ kind }) => kind === 'words') ? bareTerms(node) : [], namesStatus: node !== null && namesStatus(node) }
}

function namesStatus(node: QueryNode): boolean {
  if (node.type === 'not') return false
  return node.type === 'and' || node.type === 'or' ? node.nodes.some(namesStatus) : node.type === 'choice' && node.field === 'status'
}

/** How deep the parser would have to go: open parentheses, and negations one behind the other. */
function depthOf(items: readonly Item[]): number {
  let open = 0
  let negations = 0
  let deepest = 0
  for (const { kind } of items) {
    if (kind === 'open') open++
    else if (kind === 'close') open--
    negations = kind === 'not' ? negations + 1 : 0
    deepest = Math.max(deepest, open + negations)
  }
  return deepest
}

function literal(query: string): TextNode | null {
  const text = foldText(query)
  const start = query.length - query.trimStart().length
  return text === '' ? null : { type: 'text', field: 'text', typed: query.trim(), text, quoted: false, prefix: false, start, end: query.trimEnd().length }
}

/** or < and < not. The lexer has already seen to it that every operator has its operands and every parenthesis its partner. */
class Parser {
  readonly #items: readonly Item[]
  readonly #hints: Hint[]
  #at = 0

  constructor(items: readonly Item[], hints: Hint[]) {
    this.#items = items
    this.#hints = hints
  }

  /** A parenthesis whose partner turned out to be quoted closes nothing. */
  parse(): QueryNode | null {
    const nodes: QueryNode[] = []
    while (this.#at < this.#items.length) {
      const node = this.#or()
      if (node) nodes.push(node)
      if (this.#items[this.#at]?.kind === 'close') this.#at++
    }
    return join('and', nodes)
  }

  #or(): QueryNode | null {
    const nodes: QueryNode[] = []
    for (;;) {
      const node = this.#and()
      if (node) nodes.push(node)
      if (this.#items[this.#at]?.kind !== 'or') return join('or', nodes)
      this.#at++
    }
  }

  #and(): QueryNode | null {
    const nodes: QueryNode[] = []
    for (;;) {
      const item = this.#items[this.#at]
      if (item === undefined || item.kind === 'or' || item.kind === 'close') return join('and', nodes)
      if (item.kind === 'and') {
        this.#at++
        continue
      }
      const node = this.#not()
      if (node) nodes.push(node)
    }
  }

  #not(): QueryNode | null {
    const item = this.#items[this.#at++]
    if (item === undefined) return null
    if (item.kind === 'not') {
      const node = this.#not()
      return node && { type: 'not', node, start: item.start, end: node.end }
    }
    if (item.kind === 'open') {
      const node = this.#or()
      const close = this.#items[this.#at++]
      return node && { ...node, start: item.start, end: close?.end ?? node.end }
    }
    return item.kind === 'words' ? this.#words(item) : null
  }

  #words(item: Words): QueryNode | null {
    const place = { start: item.start, end: item.end }
    if (item.field !== null) {
      const field = fieldNamed(item.field)
      const node = field && fieldNode(field, item, place)
      if (node) return node
      this.#hints.push(field ? { hint: 'unknown-value', detail: `${item.field}${item.colon}${item.text}` } : { hint: 'unknown-field', detail: item.field })
    }
    const typed = item.field === null ? item.text : `${item.field}${item.colon}${item.text}`
    const prefix = !item.quoted && /[\p{L}\p{N}]\*+$/u.test(typed)
    const words = prefix ? typed.replace(/\*+$/, '') : typed
    const text = foldText(words)
    return text === '' ? null : { type: 'text', field: 'text', typed: words, text, quoted: item.quoted, prefix, ...place }
  }
}

function join(type: 'and' | 'or', nodes: readonly QueryNode[]): QueryNode | null {
  const [first, ...rest] = nodes
  if (first === undefined || rest.length === 0) return first ?? null
  return { type, nodes, start: first.start, end: rest.at(-1)?.end ?? first.end }
}

function bareTerms(node: QueryNode | null): TextNode[] {
  const isBare = (part: QueryNode): part is TextNode => part.type === 'text' && !part.quoted && !part.prefix && part.field === 'text'
  if (node === null) return []
  const nodes = node.type === 'and' ? [...node.nodes] : [node]
  return nodes.every(isBare) ? nodes : []
}
