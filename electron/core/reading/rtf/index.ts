/** Rich Text Format (1.9.1). */
import { Refusal } from '../../../contract/errors.ts'
import type { ReadDocument } from '../document.ts'
import { claimsOf } from '../office/properties.ts'
import { worded } from '../office/words.ts'
import { writePaper } from '../office/write.ts'
import type { NamedBytes } from '../reader.ts'
import { Interpreter } from './interpreter.ts'
import { scan } from './scan.ts'

/** Throws TOO_DEEP, CORRUPT, EMPTY. */
export function readRtf({ name, bytes }: NamedBytes): ReadDocument {
  const interpreter = new Interpreter()
  const open = scan(bytes, name, interpreter)
  // Many programs forget the last brace; a document that ends inside a group was cut off.
  if (open > 1) throw new Refusal('CORRUPT', { file: name, reason: '文件不完整，结尾缺失' })
  const blocks = interpreter.blocks()
  const { album, counts, notes, heads, properties } = interpreter
  const written = writePaper({ blocks, notes, heads: worded(heads), watermarks: [], pictures: album.pictures, leftOut: counts.leftOut(album.refused) })
  if (written.text.trim() === '' && album.pictures.length + album.refused === 0) throw new Refusal('EMPTY', { file: name })
  const claims = claimsOf({ title: properties.get('title'), author: properties.get('author'), keywords: properties.get('keywords'), created: dateOf(properties.get('created')) }, name)
  return { name, format: 'rtf', decoding: null, frontMatter: null, boundaries: [], pictures: album.pictures, claims, ...written }
}

/** \creatim\yr2023\mo5\dy6, as its words in a line. */
function dateOf(words: string | undefined): string | undefined {
  const [, year, month, day] = /^yr(\d{4}) mo(\d{1,2}) dy(\d{1,2})\b/.exec(words ?? '') ?? []
  return year === undefined || month === undefined || day === undefined ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
