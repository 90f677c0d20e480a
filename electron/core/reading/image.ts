import { Refusal } from '../../contract/errors.ts'
import type { ReadPicture } from './document.ts'
import { Projection } from './projection.ts'
import type { Reader } from './reader.ts'

const ENDS: readonly { readonly mime: ReadPicture['mime']; readonly whole: (bytes: Uint8Array) => boolean }[] = [
  { mime: 'image/png', whole: (bytes) => bytes[0] === 0x89 && ends(bytes, [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]) },
  // Cameras and editors write padding after the mark of the end.
  { mime: 'image/jpeg', whole: (bytes) => bytes[0] === 0xff && bytes.lastIndexOf(0xd9) > 2 && bytes[bytes.lastIndexOf(0xd9) - 1] === 0xff },
  { mime: 'image/gif', whole: (bytes) => bytes[0] === 0x47 && bytes.includes(0x3b, 13) },
  { mime: 'image/webp', whole: (bytes) => bytes[8] === 0x57 && new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8 <= bytes.length },
]

/** A picture by itself: an entry without words that keeps it as its attachment. It is not looked into: what is written in it only recognition could read. Throws CORRUPT when its end is missing. */
export const readImage: Reader = ({ name, bytes }) => {
  const found = bytes.length < 14 ? undefined : ENDS.find(({ whole }) => whole(bytes))
  if (found === undefined) throw new Refusal('CORRUPT', { file: name, reason: '图片不完整' })
  const page = new Projection()
  page.paragraph([{ text: '', picture: '1' }])
  return {
    ...page.done(), name, format: 'image', decoding: null, frontMatter: null, claims: [], boundaries: [], warnings: [],
    pictures: [{ id: '1', name: name.split('/').at(-1) ?? name, mime: found.mime, bytes }],
  }
}

const ends = (bytes: Uint8Array, tail: readonly number[]): boolean => tail.every((byte, i) => bytes[bytes.length - tail.length + i] === byte)
