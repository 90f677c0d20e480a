/** A piece of folded text as an FTS5 phrase. Only what is written here ever reaches MATCH; no user text does. */
import { isHan } from '../language/characters.ts'
import { RUN_LIMIT, type Run, runToken, runs, signToken } from './tokens.ts'

export interface Phrase {
  /** An FTS5 expression; null when the text is empty. */
  readonly match: string | null
  /** The one Han character the text consists of, else null. */
  readonly character: string | null
  /** The expression covers only part of the text: hits have to be verified. */
  readonly partial: boolean
}

/** Longer phrases are looked up by their beginning and verified: each further token would cost, and tell nothing more. */
const MOST_TOKENS = 48
const MOST_UNITS = 4 * MOST_TOKENS

/** `prefix`: the last run of letters and digits may go on (`123*`). */
export function phraseOf(text: string, prefix = false): Phrase {
  const shortened = text.length > MOST_UNITS
  const all = [...runs(shortened ? text.slice(0, MOST_UNITS) : text)]
  if (shortened && !survivesCut(all.at(-1))) all.pop()
  const tokens: string[] = []
  let open = false
  let partial = shortened
  for (const [i, run] of all.entries()) {
    const content = text.slice(run.start, run.end)
    const next = all[i + 1]
    if (run.kind === 'sign') tokens.push(signToken(content.codePointAt(0) ?? 0))
    else if (run.kind === 'alphanumeric') {
      tokens.push(runToken(content))
      if (content.length > RUN_LIMIT) partial = true
      if (next?.kind === 'han') tokens.push(`${runToken(content)}_${String.fromCodePoint(text.codePointAt(next.start) ?? 0)}`)
      else if (!next) open = prefix
    } else {
      const characters = [...content]
      for (let k = 0; k + 1 < characters.length; k++) tokens.push(`${characters[k]}${characters[k + 1]}`)
      const last = characters.at(-1) ?? ''
      if (next) tokens.push(last)
      else if (characters.length === 1 && all[i - 1]?.kind !== 'alphanumeric') {
        tokens.push(last)
        open = true
      }
    }
  }
  if (tokens.length > MOST_TOKENS) {
    tokens.length = MOST_TOKENS
    partial = true
    open = false
  }
  return { match: tokens.length === 0 ? null : `"${tokens.join(' ')}"${open ? '*' : ''}`, character: isOneHan(text) ? text : null, partial }
}

/** A run at the place where a long text was cut still gives tokens that stand in the index: bigrams do, half a word does not. */
const survivesCut = (run: Run | undefined): boolean => run !== undefined && (run.kind === 'han' ? run.end - run.start > 3 : run.kind === 'alphanumeric' && run.end - run.start >= RUN_LIMIT)

function isOneHan(text: string): boolean {
  const code = text.codePointAt(0)
  return code !== undefined && isHan(code) && text.length === (code > 0xffff ? 2 : 1)
}
