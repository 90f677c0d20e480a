/** Documents for cleaning: text as a reader would hand it over. */
import { read } from '../../../electron/core/reading/index.ts'
import type { ReadDocument } from '../../../electron/core/reading/document.ts'

export const plain = (text: string): ReadDocument => read({ name: '文章.txt', bytes: new TextEncoder().encode(text) }, { encoding: 'utf-8' })
export const markdown = (text: string): ReadDocument => read({ name: '文章.md', bytes: new TextEncoder().encode(text) }, { encoding: 'utf-8' })
