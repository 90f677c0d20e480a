/** The project's own files, and what a source file imports: read once, from the syntax tree rather than by pattern. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'vite'
import { root } from './shared.ts'

/** What is on a developer's disk and not in the project (the same names stand in .gitignore). */
const IGNORED = new Set(['.git', 'node_modules', 'out', 'dist', '.DS_Store', 'Thumbs.db'])

export const topLevel: readonly string[] = readdirSync(root).filter((name) => !IGNORED.has(name) && !name.endsWith('.tsbuildinfo'))

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    return IGNORED.has(entry.name) ? [] : entry.isDirectory() ? walk(path) : [path]
  })
}

/** Every file of the project, relative to its root, with '/'. */
export const files: readonly string[] = walk('').sort()
export const sources: readonly string[] = files.filter((file) => /\.(ts|tsx|mts|mjs|js)$/.test(file))
export const text = (file: string): string => readFileSync(join(root, file), 'utf8')

export interface Import {
  readonly from: string
  /** Nothing of it is left at run time. */
  readonly typeOnly: boolean
  /** Names taken by name; empty for default, namespace and dynamic imports. */
  readonly names: readonly string[]
}

export function parse(file: string, source: string): ReturnType<typeof parseSync> {
  const parsed = parseSync(file, source)
  const problem = parsed.errors[0]
  if (problem !== undefined) throw new Error(`${file}: ${problem.message}`)
  return parsed
}

const nameOf = (node: { readonly type: string; readonly name?: string; readonly value?: string }): string => node.name ?? node.value ?? ''

/** All imports of a source: static, dynamic, re-exported, required, in types. A computed address is reported as `<computed>`. */
export function imports(file: string, source: string): Import[] {
  const found: Import[] = []
  const dynamic = (node: { readonly type: string; readonly value?: unknown } | undefined): void => {
    found.push({ from: node?.type === 'Literal' && typeof node.value === 'string' ? node.value : '<computed>', typeOnly: false, names: [] })
  }
  new Visitor({
    ImportDeclaration(node) {
      const named = node.specifiers.filter((specifier) => specifier.type === 'ImportSpecifier')
      const onlyTypes = node.importKind === 'type' || (named.length > 0 && named.length === node.specifiers.length && named.every((specifier) => specifier.importKind === 'type'))
      found.push({ from: node.source.value, typeOnly: onlyTypes, names: named.map((specifier) => nameOf(specifier.imported)) })
    },
    ExportNamedDeclaration(node) {
      if (node.source !== null) found.push({ from: node.source.value, typeOnly: node.exportKind === 'type', names: node.specifiers.map((specifier) => nameOf(specifier.local)) })
    },
    ExportAllDeclaration(node) {
      found.push({ from: node.source.value, typeOnly: node.exportKind === 'type', names: [] })
    },
    ImportExpression(node) {
      dynamic(node.source)
    },
    TSImportType(node) {
      found.push({ from: node.source.value, typeOnly: true, names: [] })
    },
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'require') dynamic(node.arguments[0])
    },
  }).visit(parse(file, source).program)
  return found
}
