/** Pictures inside a document: those that the window can draw, known by their bytes. */
import type { ReadPicture } from '../document.ts'

const MAGIC: readonly (readonly [readonly number[], ReadPicture['mime'], string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'image/png', 'png'],
  [[0xff, 0xd8, 0xff], 'image/jpeg', 'jpg'],
  [[0x47, 0x49, 0x46, 0x38], 'image/gif', 'gif'],
  [[0x42, 0x4d], 'image/bmp', 'bmp'],
]
const MOST_PICTURES = 500
const MOST_BYTES = 100 * 1024 * 1024

export function mimeOf(bytes: Uint8Array): { readonly mime: ReadPicture['mime']; readonly extension: string } | null {
  const found = MAGIC.find(([magic]) => magic.every((byte, i) => bytes[i] === byte))
  if (found !== undefined) return { mime: found[1], extension: found[2] }
  const webp = 'RIFF????WEBP'
  return [...webp].every((letter, i) => letter === '?' || bytes[i] === letter.charCodeAt(0)) ? { mime: 'image/webp', extension: 'webp' } : null
}

/** The pictures of one document, each once however often it is shown. */
export class Album {
  readonly pictures: ReadPicture[] = []
  /** How many were seen that cannot be shown: drawings in formats of Windows, pictures outside the file, too many. */
  refused = 0
  private bytes = 0
  private readonly ids = new Map<string, string>()

  /** The id of the picture called `name` inside the file; null where it cannot be kept. */
  add(name: string, bytes: Uint8Array): string | null {
    const known = this.ids.get(name)
    if (known !== undefined) return known
    const kind = mimeOf(bytes)
    if (kind === null || this.pictures.length >= MOST_PICTURES || this.bytes + bytes.length > MOST_BYTES) {
      this.refused++
      return null
    }
    const id = `p${this.pictures.length + 1}`
    this.ids.set(name, id)
    this.bytes += bytes.length
    this.pictures.push({ id, name: name.slice(name.lastIndexOf('/') + 1), mime: kind.mime, bytes })
    return id
  }
}

/** Programs write paths, names of files and numbers where a person should have said what the picture shows. */
export const spokenOf = (alternative: string | undefined): string => {
  const text = (alternative ?? '').replaceAll(/\s+/g, ' ').trim()
  return text.length > 200 || /[\\/]|\.(?:png|jpe?g|gif|bmp|webp|emf|wmf|tiff?)$|^[0-9a-f-]{16,}$|^(?:图片|Picture|Image|图像|IMG|descript|upload_post_object)[\s_\d]*/iu.test(text) || !/\p{L}{2}/u.test(text) ? '' : text
}
