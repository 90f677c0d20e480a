/** What a code says beside its name, as one text: REFI-QDA has a single description, so the lists stand in it under headings that are found again. */
import { KIND_NAMES, kindNamed, LIST_NAMES, LISTS, type Code, type ListName } from './code.ts'

type Said = Pick<Code, 'kind' | 'short' | 'definition' | ListName>

const SHORT = '短名'
const KIND = '类型'
const HEADINGS = [SHORT, KIND, ...LISTS.map((list) => LIST_NAMES[list])]
const HEADING = new RegExp(`^【(${HEADINGS.join('|')})】(.*)$`)
/** A line of somebody's own words that looks like one of our headings gets a stroke in front. */
const ESCAPED = new RegExp(`^\\\\+【(?:${HEADINGS.join('|')})】`)

/** One item a line; its further lines are moved in. */
export const listLines = (items: readonly string[], mark = ''): string => items.map((item) => `${mark}${item.replaceAll('\n', '\n  ')}`).join('\n')

/** The items of such lines. */
export function itemsOf(lines: readonly string[]): readonly string[] {
  const items: string[] = []
  for (const line of lines) {
    if (line.startsWith('  ') && items.length > 0) items[items.length - 1] += `\n${line.slice(2)}`
    else if (line.trim() !== '') items.push(line)
  }
  return items.map((item) => item.trim()).filter((item) => item !== '')
}

export function describe({ kind, short, definition, ...lists }: Said): string {
  const own = (definition ?? '').split('\n').map((line) => (HEADING.test(line) || ESCAPED.test(line) ? `\\${line}` : line)).join('\n')
  const parts = LISTS.flatMap((list) => ((lists[list] ?? []).length === 0 ? [] : [`【${LIST_NAMES[list]}】\n${listLines(lists[list] ?? [], '- ')}`]))
  return [own, ...parts, ...(short === null ? [] : [`【${SHORT}】${short}`]), ...(kind === null ? [] : [`【${KIND}】${KIND_NAMES[kind]}`])].filter((part) => part !== '').join('\n')
}

/** A description of ours says its kind, and with it that lists which are not there are empty; one of another program is all definition. */
export function undescribe(text: string): Said {
  const definition: string[] = []
  const lists = new Map<string, string[]>()
  let under: string[] = definition
  let short: string | null = null
  let kind: Code['kind'] = null
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    const [, heading = '', rest = ''] = HEADING.exec(line) ?? []
    if (heading === '') under.push(under === definition && ESCAPED.test(line) ? line.slice(1) : line)
    else if (heading === SHORT) short = rest.trim()
    else if (heading === KIND) kind = kindNamed(rest.trim())
    else lists.set(heading, (under = rest.trim() === '' ? [] : [rest.trim()]))
  }
  const list = (name: ListName): readonly string[] | null => {
    const lines = lists.get(LIST_NAMES[name])
    return lines === undefined ? (kind === null ? null : []) : itemsOf(lines.map((line) => line.replace(/^- /, '')))
  }
  const words = definition.join('\n').trim()
  return { kind, short, definition: words === '' && kind === null ? null : words, counts: list('counts'), countsNot: list('countsNot'), strong: list('strong'), weak: list('weak'), negative: list('negative') }
}
