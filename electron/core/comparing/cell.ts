/** What the entries of a unit say of one practice together. */
import type { Cell, CellState } from '../../contract/comparing.ts'
import type { PracticeId } from '../../contract/practice-tag.ts'
import type { ComparedEntry, ComparedTag } from './entry.ts'
import { best } from './sentences.ts'
import { voiceOf, type Voice } from './voice.ts'

/** The strongest voice decides, so that another entry never weakens a cell. */
const STATES: readonly (readonly [CellState, Voice['says']])[] = [['evidence', 'evidence'], ['mention', 'mention'], ['not-stated', 'silent']]

export function cellOf(practice: PracticeId, column: string, entries: readonly ComparedEntry[], limit: number): Cell {
  const voices = entries.map((entry) => voiceOf(entry, practice))
  const [state, says] = STATES.find(([, one]) => voices.some((voice) => voice.says === one)) ?? ['not-checked', 'nothing']
  const behind = voices.filter((voice) => voice.says === says)
  const tags = behind.flatMap(quotable)
  const sentences = best(tags.map((tag) => tag.sentences), Math.max(limit, 1))
  return {
    row: practice, column, state,
    confirmed: (state === 'evidence' || state === 'not-stated') && behind.every(({ decided }) => decided),
    lead: sentences[0]?.text ?? null,
    sentences: sentences.slice(0, limit),
    total: tags.reduce((sum, tag) => sum + tag.sentences.length, 0),
    titles: best(tags.map((tag) => tag.titles), Infinity),
  }
}

/** Our own summaries are no evidence, and what today's rules have not seen shows nothing. */
const quotable = ({ entry, tag, says }: Voice): readonly ComparedTag[] => (tag === null || says === 'nothing' || entry.origin === 'bundled' ? [] : [tag])

const ORDER: readonly Voice['says'][] = ['evidence', 'mention', 'silent', 'nothing']

/** Every entry of a unit with what it says: those that show the practice first, our own summaries after the texts, each group in the order of `entries`. */
export function voicesOf(practice: PracticeId, entries: readonly ComparedEntry[]): readonly Voice[] {
  const place = ({ says, entry }: Voice): number => ORDER.indexOf(says) + (entry.origin === 'bundled' ? 0.5 : 0)
  return entries.map((entry) => voiceOf(entry, practice)).sort((a, b) => place(a) - place(b))
}
