/** The pictures of a page: where it paints them, and their bytes. A JPEG stays the file that it is; what has pixels alone becomes a PNG. */
import { crc32 } from 'node:zlib'
import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api'
import type { Sheet, Shown } from '../layout/index.ts'
import { isPicture, withoutStrips } from '../layout/pictures.ts'
import type { Album } from '../office/pictures.ts'
import { encodePng } from '../png.ts'
import { apply, matrix, times, type Matrix } from './matrix.ts'

/** Pixels of all pictures of a file that are decoded, those of a JPEG counting for a quarter: more is a scan, or made to take long. */
const MOST_PIXELS = 120_000_000
const MOST_PAINTED = 2000

/** Whether the file holds pictures at all, and few enough to decode. A picture's description always stands in plain bytes, even where the rest is encrypted. */
export function picturesIn(bytes: Uint8Array): 'none' | 'some' | 'too many' {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let pixels = 0
  let found = false
  for (let at = file.indexOf('/Image'); at !== -1; at = file.indexOf('/Image', at + 6)) {
    const around = file.toString('latin1', Math.max(0, at - 1500), at + 1500)
    const middle = Math.min(at, 1500)
    if (!/\/Subtype\s*$/.test(around.slice(0, middle)) || /^\/Image\w/.test(around.slice(middle))) continue
    const from = around.lastIndexOf(' obj', middle) + 1
    const end = around.indexOf('stream', middle)
    const described = around.slice(from, end === -1 ? undefined : end)
    const size = (name: string): number => Number(new RegExp(`/${name}\\s+(\\d{1,6})`).exec(described)?.[1] ?? 0)
    found = true
    pixels += (size('Width') * size('Height')) / (described.includes('/DCTDecode') ? 4 : 1)
    if (pixels > MOST_PIXELS) return 'too many'
  }
  return found ? 'some' : 'none'
}

interface Painted extends Omit<Shown, 'id'> {
  readonly object: string
}
export type Names = Readonly<Record<'dependency' | 'save' | 'restore' | 'transform' | 'paintFormXObjectBegin' | 'paintFormXObjectEnd' | 'paintImageXObject' | 'beginMarkedContent' | 'beginMarkedContentProps' | 'endMarkedContent', number>>

/** Adds to `album` what it can; the rest is counted there. */
export async function picturesOf(page: PDFPageProxy, sheet: Omit<Sheet, 'pictures'>, { album, names }: { readonly album: Album; readonly names: Names }): Promise<readonly Shown[]> {
  const { paintings, needed } = await painted(page, names)
  const objects = new Map(await Promise.all(needed.map(async (name) => [name, await objectOf(page, name)] as const)))
  const { whole, cut } = withoutStrips(paintings)
  album.refused += cut
  const shown: Shown[] = []
  for (const { object, ...box } of whole) {
    if (!isPicture(box, sheet)) continue
    const bytes = bytesOf(objects.get(object))
    if (bytes === null) album.refused++
    const id = bytes === null ? null : album.add(`图片 ${crc32(bytes).toString(16)}-${bytes.length}`, bytes)
    if (id !== null) shown.push({ id, ...box })
  }
  return shown
}

/** What the page paints, by the box in which it is shown, without what it marks as decoration; and every picture that it or a pattern of it needs. */
async function painted(page: PDFPageProxy, names: Names): Promise<{ readonly paintings: readonly Painted[]; readonly needed: readonly string[] }> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 })
  const paintings: Painted[] = []
  const needed = new Set<string>()
  const marks: boolean[] = []
  let here = matrix(page.getViewport({ scale: 1 }).transform)
  const before: Matrix[] = []
  for (const [i, operation] of fnArray.entries()) {
    const args: unknown = argsArray[i]
    const [first, second]: readonly unknown[] = Array.isArray(args) ? args : []
    switch (operation) {
      case names.dependency:
        if (Array.isArray(args)) for (const name of args) if (typeof name === 'string' && name.includes('img_')) needed.add(name)
        break
      case names.save:
        before.push(here)
        break
      case names.restore:
      case names.paintFormXObjectEnd:
        here = before.pop() ?? here
        break
      case names.transform:
        if (isNumbers(args)) here = times(here, matrix([...args]))
        break
      case names.paintFormXObjectBegin:
        before.push(here)
        if (isNumbers(first)) here = times(here, matrix([...first]))
        break
      case names.beginMarkedContent:
      case names.beginMarkedContentProps:
        marks.push((isRecord(first) ? first['name'] : first) === 'Artifact')
        break
      case names.endMarkedContent:
        marks.pop()
        break
      case names.paintImageXObject:
        if (typeof first === 'string' && typeof second === 'number' && !marks.includes(true) && paintings.length < MOST_PAINTED) paintings.push({ object: first, ...boxOf(here) })
    }
  }
  return { paintings, needed: [...needed] }
}

/** A list of numbers, whichever kind of array holds it. */
const isNumbers = (value: unknown): value is ArrayLike<number> & Iterable<number> => (Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array) && value.length >= 6

/** A picture fills the unit square of its own measures. */
function boxOf(here: Matrix): Omit<Shown, 'id'> {
  const corners = [apply(here, 0, 0), apply(here, 1, 0), apply(here, 0, 1), apply(here, 1, 1)]
  const [x, y] = [corners.map(([at]) => at), corners.map(([, at]) => at)]
  return { left: Math.min(...x), right: Math.max(...x), top: Math.min(...y), bottom: Math.max(...y) }
}

/** Waits until the package has decoded it: it always says when, and gives null for what it cannot decode. */
const objectOf = (page: PDFPageProxy, name: string): Promise<unknown> => new Promise((resolve) => {
  const objects: { readonly get: (name: string, done: (object: unknown) => void) => unknown } = name.startsWith('g_') ? page.commonObjs : page.objs
  objects.get(name, (object) => {
    // The package closes what its platform's decoder made when it lets go of the page.
    if (isRecord(object) && object['bitmap'] instanceof ArrayBuffer) Object.defineProperty(object['bitmap'], 'close', { value: () => undefined, configurable: true })
    resolve(object)
  })
})
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

const KINDS: ReadonlyMap<unknown, 'bits' | 'rgb' | 'rgba'> = new Map([[1, 'bits'], [2, 'rgb'], [3, 'rgba']])

function bytesOf(object: unknown): Uint8Array | null {
  if (!isRecord(object)) return null
  const { bitmap, data, kind, width, height } = object
  // A JPEG that `engine` handed through as it is.
  if (bitmap instanceof ArrayBuffer) return new Uint8Array(bitmap)
  const pixels = KINDS.get(kind)
  if (pixels === undefined || typeof width !== 'number' || typeof height !== 'number' || !(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) return null
  return encodePng({ width, height, kind: pixels, data })
}
