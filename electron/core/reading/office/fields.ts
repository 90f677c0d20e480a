/** Fields of word processors: their results are read, their codes only where they say where a result leads or hold the words themselves. */

/** The address in a HYPERLINK code; undefined for places inside the document. */
export function addressIn(code: string): string | undefined {
  const found = /^\s*HYPERLINK\s+(?:\\[a-z]\s+)*(?:"([^"]*)"|([^\s"\\]+))/iu.exec(code.slice(0, 4000))
  return linkOf(found?.[1] ?? found?.[2])
}

/** Addresses that a person may open: of the web and of mail. */
export const linkOf = (address: string | undefined): string | undefined => {
  const clean = (address ?? '').trim()
  return clean.length <= 2000 && /^(?:https?:\/\/|mailto:)[^\s<>"]+$/iu.test(clean) ? clean : undefined
}

const isContents = (code: string): boolean => /^\s*TOC\b/i.test(code)

/** 带圈字符, 拼音指南 and 合并字符 have no result: the words stand in the code, EQ \o\ac(○,印) or EQ \o\ad(\s\up 9(yìn),印). */
export function equationWords(code: string): string {
  if (!/^\s*EQ\b/i.test(code)) return ''
  const inner = /[,，]([^,，()]{1,40})\)\s*$/.exec(code.slice(0, 1000))?.[1]
  return inner?.trim() ?? ''
}

const MOST_OPEN = 32

interface Field {
  code: string
  phase: 'code' | 'result'
  result: boolean
  /** What it shows without a result. */
  readonly chosen: string
}

/** Fields can begin in one paragraph and end in another: a table of contents does. */
export class Fields {
  private readonly open: Field[] = []
  /** Fields inside so many others that nobody counts them: every word looks at all that are open. */
  private beyond = 0

  begin(chosen = ''): void {
    if (this.open.length < MOST_OPEN) this.open.push({ code: '', phase: 'code', result: false, chosen })
    else this.beyond++
  }
  separate(): void {
    const field = this.open.at(-1)
    if (field && this.beyond === 0) field.phase = 'result'
  }
  /** The words that a field without a result stands for. */
  end(): string {
    if (this.beyond > 0) {
      this.beyond--
      return ''
    }
    const field = this.open.pop()
    return field === undefined || field.result ? '' : field.chosen || equationWords(field.code)
  }
  code(text: string): void {
    const field = this.open.at(-1)
    if (field?.phase === 'code' && field.code.length < 4000) field.code += text
  }
  /** Whether words that stand here are a field's code. */
  get inCode(): boolean {
    return this.open.some(({ phase }) => phase === 'code')
  }
  get inContents(): boolean {
    return this.open.some(({ code, phase }) => phase === 'result' && isContents(code))
  }
  get address(): string | undefined {
    return this.open.map(({ code }) => addressIn(code)).findLast((address) => address !== undefined)
  }
  /** Words were read inside the fields that are open. */
  used(): void {
    for (const field of this.open) field.result = true
  }
}
