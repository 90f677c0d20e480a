/**
 * pdfjs-dist, loaded when the first PDF comes: it takes an eighth of a second, and most helpers read none.
 * Its "worker" is loaded beside it and works in this process, which is a killable helper already. Version 6 compiles no code of a file: there is no eval left to forbid.
 */
import type { DocumentInitParameters, PDFDocumentLoadingTask } from 'pdfjs-dist/types/src/display/api'
import type { ReadTools } from '../reader.ts'

export type Engine = (bytes: Uint8Array, tools: ReadTools) => PDFDocumentLoadingTask

let engine: Promise<Engine> | undefined
export function loadEngine(): Promise<Engine> {
  engine ??= load()
  return engine
}

async function load(): Promise<Engine> {
  withoutCanvas()
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  return (bytes, { characterMap }) => {
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
      isImageDecoderSupported: false,
      enableXfa: false,
      maxImageSize: 1,
      stopAtErrors: false,
      disableAutoFetch: true,
      disableRange: true,
      disableStream: true,
      verbosity: 0,
    }
    return getDocument(options)
  }
}

/** The package looks for drawing classes when it loads and warns where there are none; we draw nothing. */
function withoutCanvas(): void {
  for (const name of ['DOMMatrix', 'Path2D']) if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: Object, configurable: true, writable: true })
}
