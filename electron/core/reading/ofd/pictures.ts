/** The pictures of a page: where they stand, and their bytes as the package holds them. */
import type { Sheet, Shown } from '../layout/index.ts'
import { isPicture, withoutStrips } from '../layout/pictures.ts'
import type { Album } from '../office/pictures.ts'
import type { Box } from './document.ts'
import { apply } from './glyphs.ts'
import type { ImageObject } from './objects.ts'
import type { Package } from './package.ts'

interface Around {
  readonly files: Package
  readonly media: ReadonlyMap<string, string>
  readonly album: Album
  /** The page's own corner, in millimetres. */
  readonly corner: Pick<Box, 'x' | 'y'>
}

/** Adds to the album what it can; the rest is counted there. */
export async function picturesOf(images: readonly ImageObject[], sheet: Omit<Sheet, 'pictures'>, { files, media, album, corner }: Around): Promise<readonly Shown[]> {
  const { whole, cut } = withoutStrips(images.map((image) => ({ resource: image.resource, ...boxOf(image, corner) })))
  album.refused += cut
  const shown: Shown[] = []
  for (const { resource, ...box } of whole) {
    if (!isPicture(box, sheet)) continue
    const path = media.get(resource) ?? ''
    // A damaged picture does not take the text with it.
    const bytes = await files.bytes(path).catch(() => null)
    if (bytes === null) album.refused++
    const id = bytes === null ? null : album.add(path, bytes)
    if (id !== null) shown.push({ id, ...box })
  }
  return shown
}

function boxOf({ matrix }: ImageObject, { x, y }: Around['corner']): Omit<Shown, 'id'> {
  const moved = [matrix[0], matrix[1], matrix[2], matrix[3], matrix[4] - x, matrix[5] - y] as const
  const corners = [apply(moved, 0, 0), apply(moved, 1, 0), apply(moved, 0, 1), apply(moved, 1, 1)]
  return { left: Math.min(...corners.map((at) => at.x)), right: Math.max(...corners.map((at) => at.x)), top: Math.min(...corners.map((at) => at.y)), bottom: Math.max(...corners.map((at) => at.y)) }
}
