import { rawSpan, repairAll, setRuns, trim, type Repair } from './page/runs.ts'
import { report } from './page/message.ts'
import { forStories, type Rule } from './page/rule.ts'
import type { Block, Run } from './page/tree.ts'
import { modern } from './words/radicals.ts'

const INVISIBLE = /[\0-\x08\x0B\f\x0E-\x1F\x7F-\x84\x86-\x9F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu
const RADICAL = /[\u2E80-\u2FD5]/gu
/** Above this many of one character, one notice tells of them all. */
const ONE_BY_ONE = 10

const NAMES: ReadonlyMap<string, string> = new Map([['\u200B', '零宽空格'], ['\u200C', '零宽不连字'], ['\u200D', '零宽连字'], ['\uFEFF', '字节顺序标记'], ['\u00AD', '软连字符'], ['\u2060', '零宽连接符'], ['\u2028', '行分隔符'], ['\u2029', '段分隔符']])

/** Drops characters nobody can see and nobody can search past, and turns radicals that stand for characters into these. */
export const characters: Rule = {
  id: 'characters',
  apply: forStories((story, file) => {
    const found = new Map<string, { start: number; end: number; after: string }[]>()
    const note = (character: string, start: number, after: string): void => {
      const places = found.get(character) ?? []
      places.push({ start, end: start + character.length, after })
      found.set(character, places)
    }
    for (const block of story.children) {
      dropInvisible(block, note)
      repairRadicals(block, note)
    }
    for (const [character, places] of found) {
      const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
      const many = places.length > ONE_BY_ONE
      for (const { start, end, after } of many ? places.slice(0, 1) : places) {
        const count = many ? `${places.length} 处` : ''
        if (after === '') report(file, { rule: 'characters', action: 'dropped', text: `删去${count}${NAMES.get(character) ?? '控制字符'}（${code}）`, reason: '这种字符看不见，但会让搜索和复制漏掉它所在的词', raw: { start, end }, after })
        else report(file, { rule: 'characters', action: 'repaired', text: `${count}部首字符“${character}”（${code}）换成汉字“${after}”`, reason: '这是只用来表示部首的字符，多由 PDF 复制而来，看上去一样却搜不到', raw: { start, end }, after })
      }
    }
  }),
}

type Note = (character: string, start: number, after: string) => void

function dropInvisible(block: Block, note: Note): void {
  if (block.text.search(INVISIBLE) < 0) return
  const runs: Run[] = []
  for (const run of block.runs) {
    if (run.fate !== 'kept') {
      runs.push(run)
      continue
    }
    let from = 0
    for (const match of run.text.matchAll(INVISIBLE)) {
      if (joinsPictures(run.text, match.index)) continue
      if (match.index > from) runs.push({ ...run, start: run.start + from, end: run.start + match.index, text: run.text.slice(from, match.index) })
      const start = run.start + match.index
      from = match.index + match[0].length
      runs.push({ start, end: run.start + from, text: '', fate: 'dropped', rule: 'characters' })
      note(match[0], start, '')
    }
    if (from < run.text.length) runs.push({ ...run, start: run.start + from, text: run.text.slice(from) })
  }
  setRuns(block, runs)
  if (block.kind !== 'code') trim(block)
}

/** The joiner inside an emoji is part of the picture. */
const joinsPictures = (text: string, at: number): boolean => text.charAt(at) === '\u200D' && /\p{Extended_Pictographic}\uFE0F?$/u.test(text.slice(Math.max(0, at - 4), at))

function repairRadicals(block: Block, note: Note): void {
  const places = [...block.text.matchAll(RADICAL)].flatMap(({ index, 0: character }): Repair[] => {
    const after = modern(character)
    return after === null ? [] : [{ start: index, end: index + 1, after }]
  })
  if (places.length === 0) return
  const raws = places.map(({ start, end }) => rawSpan(block, start, end))
  const text = block.text
  const made = new Set(repairAll(block, places, 'characters'))
  places.forEach((place, index) => {
    const raw = raws[index]
    if (raw && made.has(place)) note(text.slice(place.start, place.end), raw.start, place.after)
  })
}
