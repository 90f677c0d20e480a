import type { Run } from '../layout/index.ts'
import { attribute, parseXml } from '../xml.ts'
import { STRAIGHT } from './glyphs.ts'
import { objectsIn, type Font, type Shared } from './objects.ts'
import { resolvePath, type Package } from './package.ts'

const BOLD = /bold|heavy|black|黑体|小标宋|粗/i

/** Fonts, pictures and composites of the files in which documents keep what their pages share. */
export async function sharedIn(files: Package, paths: readonly string[], file: string): Promise<Shared> {
  const fonts = new Map<string, Font>()
  const media = new Map<string, string>()
  const composites = new Map<string, readonly Run[]>()
  for (const path of paths) {
    const bytes = await files.bytes(path)
    if (bytes === null) continue
    const units: string[] = []
    let base = path
    let medium: { readonly id: string; loc: string | null } | null = null
    parseXml(bytes, file, {
      open: (tag) => {
        const id = attribute(tag, 'ID') ?? ''
        if (tag.local === 'Res') base = folderOf(path, attribute(tag, 'BaseLoc'))
        if (tag.local === 'MultiMedia') medium = attribute(tag, 'Type')?.toLowerCase() === 'image' ? { id, loc: null } : null
        if (tag.local === 'MediaFile' && medium) medium.loc = ''
        if (tag.local === 'Font') {
          const name = attribute(tag, 'FontName') ?? attribute(tag, 'FamilyName') ?? id
          fonts.set(id, { name, bold: attribute(tag, 'Bold') === 'true' || BOLD.test(name) })
        } else if (tag.local === 'CompositeGraphicUnit') units.push(id)
      },
      text: (text) => {
        if (medium?.loc != null) medium.loc += text
      },
      close: (tag) => {
        if (tag.local !== 'MultiMedia' || !medium) return
        const member = resolvePath(base, medium.loc ?? '')
        if (member !== null) media.set(medium.id, member)
        medium = null
      },
    })
    if (units.length > 0) for (const [id, runs] of compositesIn(bytes, { fonts, file })) composites.set(id, runs)
  }
  return { fonts, composites, media }
}

/** Resources are named from the folder that their file names, and that from the file. */
const folderOf = (path: string, base: string | undefined): string => (base === undefined || base.trim() === '' ? path : `${resolvePath(path, base) ?? ''}/`)

/** Each composite's runs, measured from its own corner. What is composed of composites is not followed further. */
function compositesIn(bytes: Uint8Array, { fonts, file }: { readonly fonts: Shared['fonts']; readonly file: string }): readonly (readonly [string, readonly Run[]])[] {
  const found: [string, string][] = []
  let current: { readonly id: string; readonly depth: number; text: string } | null = null
  parseXml(bytes, file, {
    open: (tag) => {
      if (tag.local === 'CompositeGraphicUnit') current = { id: attribute(tag, 'ID') ?? '', depth: tag.depth, text: '' }
      else if (current) current.text += `<${tag.local}${Object.entries(tag.attributes).map(([name, value]) => ` ${name.slice(name.indexOf(':') + 1)}="${escaped(value)}"`).join('')}>`
    },
    text: (text) => {
      if (current) current.text += escaped(text)
    },
    close: (tag) => {
      if (current && tag.depth === current.depth) {
        found.push([current.id, current.text])
        current = null
      } else if (current) current.text += `</${tag.local}>`
    },
  })
  return found.map(([id, text]) => [id, objectsIn(new TextEncoder().encode(`<Unit>${text}</Unit>`), { file, shared: { fonts, composites: new Map(), media: new Map() }, matrix: STRAIGHT, aside: null }).runs])
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
