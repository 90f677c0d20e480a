/**
 * Writes electron/core/language/fold-table.ts: what each code point folds to.
 * The table is kept in the repository, so that an index built on one machine means the same on every other,
 * whatever Unicode version their JavaScript knows. `node scripts/build-fold-table.ts`
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Converter } from 'opencc-js/t2cn'

const simplified = Converter({ from: 't', to: 'cn' })

const VARIANTS: readonly (readonly [string, string])[] = [
  ['“”„‟「」『』〝〞〟＂', '"'],
  ['‘’‚‛＇', "'"],
  ['‐‑‒–—―─－−﹣', '-'],
  ['・•‧∙･', '·'],
  ['【〔〖［', '['],
  ['】〕〗］', ']'],
  ['〈《', '<'],
  ['〉》', '>'],
  ['。｡', '.'],
  ['、', ','],
  ['ς', 'σ'],
]
const variants = new Map(VARIANTS.flatMap(([from, to]) => [...from].map((character) => [character, to] as const)))

/** Signs that hold letters or digits (①, ½, ㎡, ²) and the full stop: they never join a run beside them. */
const isIsolated = (character: string): boolean => /[\p{No}\p{Nl}\p{So}。｡]/u.test(character)

function foldOnce(character: string): string {
  const variant = variants.get(character)
  if (variant !== undefined) return variant
  const normal = [...character.normalize('NFKC').toLowerCase()].map((part) => variants.get(part) ?? part).join('')
  return [...normal].map((part) => (/\p{Script=Han}/u.test(part) ? keepOne(part, simplified(part)) : part)).join('')
}

const keepOne = (before: string, after: string): string => ([...after].length === 1 ? after : before)

/** Folds until nothing changes, so that folding twice is folding once. */
function foldCharacter(character: string): string {
  let folded = foldOnce(character)
  for (let turn = 0; turn < 4; turn++) {
    const again = [...folded].map(foldOnce).join('')
    if (again === folded) return folded.replaceAll(/\s/gu, '')
    folded = again
  }
  throw new Error(`U+${character.codePointAt(0)?.toString(16)} does not settle`)
}

/** Blanks and characters that show nothing: dropped by the fold, which keeps one space between letters or digits. */
const isBlank = (character: string): boolean => /[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/u.test(character)

interface Run {
  readonly from: number
  readonly to: number
  count: number
}

export function buildTable(): string {
  const runs: Run[] = []
  const expansions: string[] = []
  const blanks: Run[] = []
  let lastExpansion = 0
  for (let code = 0; code < 0x110000; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const character = String.fromCodePoint(code)
    if (isBlank(character)) {
      extend(blanks, code, 0)
      continue
    }
    const folded = foldCharacter(character)
    const isolated = isIsolated(character) && /[\p{L}\p{N}.]/u.test(folded)
    if (folded === character && !isolated) continue
    const parts = [...folded]
    const [only] = parts
    if (parts.length === 1 && only !== undefined && !isolated) {
      extend(runs, code, only.codePointAt(0) ?? 0)
      continue
    }
    expansions.push(`${(code - lastExpansion).toString(36)}${isolated ? '!' : ':'}${parts.map((part) => part.codePointAt(0)?.toString(36)).join('.')}`)
    lastExpansion = code
  }
  return [
    `/** Made by scripts/build-fold-table.ts from Unicode ${process.versions['unicode']} and OpenCC (Apache-2.0) data; not edited by hand. Numbers are in base 36. */`,
    '',
    '/** Runs `gap:to` or `gap:to:count`: `count` code points from `gap` past the end of the run before fold to as many from `to`. */',
    `export const SINGLES = ${quoted(encode(runs))}`,
    '',
    '/** `gap:code.code…`; with `!` for `:` the sign never joins a run of letters or digits beside it. */',
    `export const EXPANSIONS = ${quoted(expansions)}`,
    '',
    '/** Runs of blanks, `gap:count`. */',
    `export const BLANKS = ${quoted(encode(blanks).map((run) => run.replace(/:0(?=:|$)/, '')))}`,
    '',
  ].join('\n')
}

function extend(runs: Run[], from: number, to: number): void {
  const last = runs.at(-1)
  if (last && last.from + last.count === from && (to === 0 || last.to + last.count === to)) last.count++
  else runs.push({ from, to, count: 1 })
}

function encode(runs: readonly Run[]): string[] {
  let end = 0
  return runs.map(({ from, to, count }) => {
    const gap = from - end
    end = from + count
    return [gap, to, ...(count > 1 ? [count] : [])].map((value) => value.toString(36)).join(':')
  })
}

function quoted(words: readonly string[]): string {
  const lines: string[] = ['']
  for (const word of words) {
    const line = lines.at(-1) ?? ''
    if (line.length + word.length > 240) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return `\`\n${lines.join('\n')}\n\``
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, '../electron/core/language/fold-table.ts'), buildTable())
