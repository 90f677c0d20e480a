import { Refusal } from '../../../contract/errors.ts'
import { openArchive } from '../archive/index.ts'
import type { NamedBytes } from '../reader.ts'
import { attribute, parseXml, type XmlTag } from '../xml.ts'

/** An element with what is inside of it; OFD's own files are small but for pages, which `objects` reads as they come. */
export interface Element {
  readonly name: string
  readonly tag: XmlTag
  readonly children: readonly Element[]
  readonly text: string
}

export interface Package {
  /** The member's bytes, or null where there is none. `path` is absolute within the package. */
  readonly bytes: (path: string) => Promise<Uint8Array | null>
  readonly element: (path: string) => Promise<Element | null>
}

export async function openPackage(file: NamedBytes): Promise<Package> {
  const archive = await openArchive(file)
  const bytes = async (path: string): Promise<Uint8Array | null> => (await (archive.member(path.slice(1)) ?? archive.member(path))?.read()) ?? null
  const named = (name: RegExp): boolean => archive.members.some((member) => name.test(member.name))
  if (named(/(?:^|\/)encryptions?\.xml$/i) || named(/(?:^|\/)decryptseed\.(?:dat|xml)$/i)) throw new Refusal('ENCRYPTED', { file: file.name })
  return {
    bytes,
    element: async (path) => {
      const found = await bytes(path)
      return found === null ? null : treeOf(found, file.name)
    },
  }
}

/** `loc` as `base` names it, absolute within the package; null for one outside of it. */
export function resolvePath(base: string, loc: string): string | null {
  const wanted = loc.trim().replaceAll('\\', '/')
  if (wanted === '' || /^[a-z]+:/i.test(wanted)) return null
  const parts = wanted.startsWith('/') ? [] : base.split('/').slice(1, -1)
  for (const part of wanted.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null
    if (part !== '' && part !== '.' && part !== '..') parts.push(part)
  }
  return `/${parts.join('/')}`
}

function treeOf(source: Uint8Array, file: string): Element | null {
  const path: { name: string; tag: XmlTag; children: Element[]; text: string }[] = []
  let root: Element | null = null
  parseXml(source, file, {
    open: (tag) => {
      const element = { name: tag.local, tag, children: [], text: '' }
      path.at(-1)?.children.push(element)
      root ??= element
      path.push(element)
    },
    close: () => void path.pop(),
    text: (text) => {
      const element = path.at(-1)
      if (element) element.text += text
    },
  })
  return root
}

export const children = (element: Element | null | undefined, name: string): readonly Element[] => (element ? element.children.filter((one) => one.name === name) : [])
export const child = (element: Element | null | undefined, name: string): Element | undefined => children(element, name)[0]
export const value = (element: Element | undefined, name: string): string | undefined => (element ? attribute(element.tag, name) : undefined)
export const numbers = (text: string | undefined): readonly number[] => (text === undefined ? [] : text.trim().split(/[\s,]+/).map(Number).filter(Number.isFinite))

/** All elements of that name below, the nearest first. */
export function below(element: Element | null | undefined, name: string): readonly Element[] {
  if (!element) return []
  return element.children.flatMap((one) => [...(one.name === name ? [one] : []), ...below(one, name)])
}
