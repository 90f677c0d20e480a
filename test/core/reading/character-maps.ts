/** The character maps that Chinese PDFs name, where their package keeps them. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadTools } from '../../../electron/core/reading/index.ts'
import { root } from '../../shared.ts'

const maps = join(root, 'node_modules', 'pdfjs-dist', 'cmaps')
export const characterMap = (name: string): Uint8Array | null => (existsSync(join(maps, `${name}.bcmap`)) ? readFileSync(join(maps, `${name}.bcmap`)) : null)
export const NO_TOOLS: ReadTools = { characterMap: () => null }
