/**
 * pdfjs-dist, loaded when the first PDF comes: it takes an eighth of a second, and most helpers read none.
 * Its "worker" is loaded beside it and works in this process, which is a killable helper already. Version 6 compiles no code of a file: there is no eval left to forbid.
 */
import type { DocumentInitParameters, PDFDocumentLoadingTask } from 'pdfjs-dist/types/src/display/api'
import type { ReadTools } from '../reader.ts'
import type { Names } from './pictures.ts'

export interface Engine {
  /** Pictures are only decoded when they are asked for. */
  readonly open: (bytes: Uint8Array, tools: ReadTools, pictures: boolean) => PDFDocumentLoadingTask
  readonly names: Names
}
/** Pixels of the largest picture that is decoded: a photograph of a good camera. */
const LARGEST = 25_000_000

let engine: Promise<Engine> | undefined
export function loadEngine(): Promise<Engine> {
  engine ??= load()
  return engine
}

async function load(): Promise<Engine> {
  withoutCanvas()
  handThrough()
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const open: Engine['open'] = (bytes, { characterMap }, pictures) => {
    /** Chinese files name character maps without holding them; nothing else is ever handed over. */
    class Maps {
      fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
        const map = kind === 'cMapUrl' ? characterMap(filename.replace(/\.bcmap$/, '')) : null
        return map === null ? Promise.reject(new Error('no such map')) : Promise.resolve(new Uint8Array(map))
      }
    }
    const options: DocumentInitParameters & { readonly BinaryDataFactory: typeof Maps } = {
      // The package takes the bytes for itself; the caller's are still needed for their digest.
      data: new Uint8Array(bytes),
      BinaryDataFactory: Maps,
      cMapUrl: 'character-maps/',
      cMapPacked: true,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      useWasm: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: pictures,
      enableXfa: false,
      maxImageSize: pictures ? LARGEST : 1,
      stopAtErrors: false,
      disableAutoFetch: true,
      disableRange: true,
      disableStream: true,
      verbosity: 0,
    }
    return getDocument(options)
  }
  return { open, names: OPS }
}

/**
 * The package lets the platform's decoder have each JPEG whose colours need no correction; here there is none.
 * Ours decodes nothing: it hands the file through as it stands, so that a photograph is neither decoded nor written anew.
 */
function handThrough(): void {
  if ('ImageDecoder' in globalThis) return
  class HandThrough {
    static isTypeSupported(type: string): Promise<boolean> {
      return Promise.resolve(type === 'image/jpeg')
    }
    private readonly data: Uint8Array
    constructor({ data }: { readonly data: Uint8Array }) {
      this.data = data
    }
    decode(): Promise<{ readonly image: ArrayBuffer }> {
      return Promise.resolve({ image: new Uint8Array(this.data).buffer })
    }
    close(): void {
      // Nothing is held open.
    }
  }
  Object.defineProperty(globalThis, 'ImageDecoder', { value: HandThrough, configurable: true, writable: true })
}

/** The package looks for drawing classes when it loads and warns where there are none; we draw nothing. */
function withoutCanvas(): void {
  for (const name of ['DOMMatrix', 'Path2D']) if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: Object, configurable: true, writable: true })
}
