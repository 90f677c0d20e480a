/** Pasted words as a file, so that they have an original like everything else. */
import { clipboardPage } from '../reading/index.ts'
import type { SourceFile } from './scan.ts'

/** With their form as a page, and as text where that page cannot be read. */
export function pastedFile(text: string, name: string, html: string | null): SourceFile {
  const plain = fileOf(name, text)
  return html === null || html.trim() === '' ? plain : { ...fileOf(`${name.replace(/\.(?:txt|md)$/i, '')}.html`, clipboardPage(html)), otherwise: plain }
}

const fileOf = (name: string, content: string): SourceFile => ({ name, path: null, bytes: new TextEncoder().encode(content), temporary: false, fault: null, nesting: 0 })
