/** What an RTF group changes for itself alone: at its end everything is as it was before. */
import type { RowShape } from '../office/rows.ts'

/** Where the words of a group go. */
export type Destination = 'text' | 'skip' | 'faces' | 'styles' | 'label' | 'code' | 'picture' | 'shape' | 'upright' | 'property' | 'created'

export interface State {
  readonly destination: Destination
  /** How many characters stand after \u for programs that do not know it. */
  readonly fallback: number
  readonly face: number | null
  readonly bold: boolean
  readonly size: number
  readonly hidden: boolean
  readonly deleted: boolean
  readonly paragraph: ParagraphState
  /** The group is a story, a field or a picture that ends with it. */
  readonly ends: 'note' | 'endnote' | 'head' | 'box' | 'field' | 'picture' | null
}
export interface ParagraphState {
  readonly style: number
  readonly level: number | null | undefined
  readonly centred: boolean | undefined
  readonly indented: boolean | undefined
  readonly listed: boolean
  readonly inTable: boolean
  readonly depth: number
}
export const NEW_PARAGRAPH: ParagraphState = { style: 0, level: undefined, centred: undefined, indented: undefined, listed: false, inTable: false, depth: 1 }
export const START: State = { destination: 'text', fallback: 1, face: null, bold: false, size: 24, hidden: false, deleted: false, paragraph: NEW_PARAGRAPH, ends: null }

/** A row as \trowd and what follows it define it. */
export class Row {
  private edges: number[] = [0]
  private goesOn: boolean[] = []
  private merged = false

  begin(): void {
    this.edges = [0]
    this.goesOn = []
    this.merged = false
  }
  left(edge: number): void {
    if (this.edges.length === 1) this.edges = [edge]
  }
  goOn(): void {
    this.merged = true
  }
  edge(edge: number): void {
    this.edges.push(edge)
    this.goesOn.push(this.merged)
    this.merged = false
  }
  get shape(): RowShape {
    return { edges: this.edges, goesOn: this.goesOn }
  }
}

/** The state after a control word; null for one that changes neither characters nor paragraphs. */
export function withWord(state: State, word: string, number: number | null): State | null {
  const character = characterChange(word, number)
  if (character !== null) return { ...state, ...character }
  const paragraph = paragraphChange(word, number)
  return paragraph === null ? null : { ...state, paragraph: { ...state.paragraph, ...paragraph } }
}

function characterChange(word: string, number: number | null): Partial<State> | null {
  switch (word) {
    case 'uc':
      return { fallback: Math.min(Math.max(number ?? 1, 0), 8) }
    case 'f':
      return { face: number }
    case 'fs':
      return { size: number ?? 24 }
    case 'b':
      return { bold: number !== 0 }
    case 'v':
      return { hidden: number !== 0 }
    case 'deleted':
      return { deleted: number !== 0 }
    case 'plain':
      return { face: null, size: 24, bold: false, hidden: false, deleted: false }
    default:
      return null
  }
}

function paragraphChange(word: string, number: number | null): Partial<ParagraphState> | null {
  switch (word) {
    case 'pard':
      return NEW_PARAGRAPH
    case 's':
      return { style: number ?? 0 }
    case 'outlinelevel':
      return { level: number === null || number < 0 || number > 8 ? null : number + 1 }
    case 'qc':
      return { centred: true }
    case 'ql':
    case 'qr':
    case 'qj':
    case 'qd':
      return { centred: false }
    case 'fi':
    case 'cufi':
      return { indented: (number ?? 0) > 0 }
    case 'ls':
      return { listed: (number ?? 0) > 0 }
    case 'intbl':
      return { inTable: true }
    case 'itap':
      return { depth: Math.min(Math.max(number ?? 1, 0), 32), inTable: (number ?? 1) > 0 }
    default:
      return null
  }
}
