/** The numbers that programs show before paragraphs: counted here, for files hold only how to count. */
import { bullet, numeral, type NumberStyle } from './numbers.ts'

export interface ListLevel {
  readonly start: number
  readonly style: NumberStyle
  /** %1 to %9 stand for the numbers of the levels. */
  readonly text: string
  /** The level (from 1) whose numbers, and those above it, start this one anew; null any above it, 0 none. */
  readonly restart: number | null
  /** The style of paragraphs that count in this level. */
  readonly paragraphStyle: string | undefined
  /** All levels in digits, as 2.1 below 第二章. */
  readonly digitsOnly: boolean
}
export interface List {
  /** Lists with the same `counter` count on from each other. */
  readonly counter: string
  readonly levels: ReadonlyMap<number, ListLevel>
  /** Levels that begin anew with the first paragraph of this list. */
  readonly starts: ReadonlyMap<number, number>
}

const MOST_LEVELS = 9

export class Numbering {
  private readonly lists: ReadonlyMap<string, List>
  private readonly counted = new Map<string, (number | undefined)[]>()
  private readonly begun = new Set<string>()

  constructor(lists: ReadonlyMap<string, List>) {
    this.lists = lists
  }

  /** The number of the next paragraph of this list; '' where there is no such list. */
  next(id: string | undefined, level: number): string {
    const list = id === undefined ? undefined : this.lists.get(id)
    const own = list?.levels.get(level)
    if (list === undefined || own === undefined || id === undefined) return ''
    const counts = this.counted.get(list.counter) ?? []
    this.counted.set(list.counter, counts)
    const anew = `${id} ${level}`
    const before = counts[level]
    const begins = before === undefined || (list.starts.has(level) && !this.begun.has(anew))
    this.begun.add(anew)
    counts[level] = begins ? startOf(list, level) : before + 1
    for (let deeper = level + 1; deeper < MOST_LEVELS; deeper++) {
      const restart = list.levels.get(deeper)?.restart ?? null
      if (restart === null || (restart > 0 && level < restart)) counts[deeper] = undefined
    }
    return shown(own, list, counts)
  }

  /** The level in which a style counts that names only the list. */
  levelOf(id: string | undefined, style: string | undefined): number {
    return [...(this.lists.get(id ?? '')?.levels ?? [])].find(([, { paragraphStyle }]) => paragraphStyle !== undefined && paragraphStyle === style)?.[0] ?? 0
  }
}

const startOf = ({ starts, levels }: List, level: number): number => starts.get(level) ?? levels.get(level)?.start ?? 1

function shown(level: ListLevel, list: List, counts: readonly (number | undefined)[]): string {
  if (level.style === 'bullet') return bullet(level.text === '' ? '•' : level.text)
  return level.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const style = list.levels.get(at)?.style ?? 'decimal'
    return numeral(counts[at] ?? startOf(list, at), level.digitsOnly && style !== 'none' ? 'decimal' : style)
  })
}
