/** Pictures stand in paragraphs of their own, wherever in a line they stood. */
import type { Run } from './tree.ts'

/** What stands for a picture that the file says nothing about. */
export const NO_WORDS = '［图片］'

export interface PictureRun {
  readonly id: string
  readonly alt: string
  readonly runs: readonly Run[]
}

export interface Parted {
  readonly before: readonly PictureRun[]
  readonly runs: readonly Run[]
  readonly after: readonly PictureRun[]
}

/**
 * Takes the pictures at both ends of a line off it. One in the midst of a line comes after it, so that no sentence is cut:
 * its words are moved there, and stand once.
 */
export function partPictures(line: readonly Run[]): Parted {
  if (line.every(({ picture }) => picture === undefined)) return { before: [], runs: line, after: [] }
  const says = ({ picture, text }: Run): boolean => picture === undefined && text.trim() !== ''
  const first = line.findIndex(says)
  const last = line.findLastIndex(says)
  if (first < 0) return { before: line.flatMap(own), runs: [], after: [] }
  const end = line.at(-1)?.end ?? 0
  const inside = line.slice(first, last + 1)
  return {
    before: line.slice(0, first).flatMap(own),
    runs: inside.map((run) => (run.picture === undefined ? run : { start: run.start, end: run.end, text: '', fate: 'moved', rule: 'picture' })),
    after: [...inside.flatMap((run) => moved(run, line[last]?.end ?? end)), ...line.slice(last + 1).flatMap(own)],
  }
}

/** Copies the pictures of a row below its table; the words stay in their cells too, where they are part of the row. */
export const picturesBelow = (line: readonly Run[], at: number): PictureRun[] => line.flatMap((run) => moved(run, at))

function own(run: Run): PictureRun[] {
  if (run.picture === undefined) return []
  return [{ id: run.picture, alt: run.text.trim(), runs: run.text.trim() === '' ? placeholder(run.start) : [run] }]
}

function moved({ picture, text }: Run, at: number): PictureRun[] {
  if (picture === undefined) return []
  const alt = text.trim()
  return [{ id: picture, alt, runs: alt === '' ? placeholder(at) : [{ start: at, end: at, text: alt, fate: 'repaired', rule: 'picture' }] }]
}

const placeholder = (at: number): Run[] => [{ start: at, end: at, text: NO_WORDS, fate: 'repaired', rule: 'picture' }]
