import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api'
import type { Bookmark } from '../layout/boundaries.ts'
import type { Sheet } from '../layout/index.ts'

const MOST = 2000
const DEEPEST = 4

type Item = NonNullable<Awaited<ReturnType<PDFDocumentProxy['getOutline']>>>[number]

/** Bookmarks with the page and height they lead to; what leads nowhere is left out. */
export async function bookmarksOf(document: PDFDocumentProxy, sheets: readonly Sheet[]): Promise<readonly Bookmark[]> {
  const found: Bookmark[] = []
  const walk = async (items: readonly Item[], level: number): Promise<void> => {
    for (const item of items) {
      if (found.length >= MOST) return
      const goal = await goalOf(document, item.dest, sheets)
      if (goal && item.title.trim() !== '') found.push({ title: item.title.trim(), level, ...goal })
      if (level < DEEPEST) await walk(item.items, level + 1)
    }
  }
  try {
    await walk((await document.getOutline()) ?? [], 1)
  } catch {
    // A damaged outline says nothing; the pages are whole.
    return []
  }
  return found
}

async function goalOf(document: PDFDocumentProxy, dest: Item['dest'], sheets: readonly Sheet[]): Promise<Pick<Bookmark, 'page' | 'y'> | null> {
  const target: unknown = typeof dest === 'string' ? await document.getDestination(dest).catch(() => null) : dest
  if (!Array.isArray(target)) return null
  const [ref, how, first, second]: readonly unknown[] = target
  const index = typeof ref === 'number' ? ref : isRef(ref) ? await document.getPageIndex(ref).catch(() => -1) : -1
  const sheet = sheets.find(({ page }) => page === index + 1)
  if (!sheet) return null
  const name = typeof how === 'object' && how !== null && 'name' in how ? how.name : null
  const top = name === 'XYZ' ? second : name === 'FitH' || name === 'FitBH' ? first : null
  return { page: index + 1, y: typeof top === 'number' && Number.isFinite(top) ? sheet.height - top : null }
}

const isRef = (value: unknown): value is { num: number; gen: number } => typeof value === 'object' && value !== null && 'num' in value && 'gen' in value && typeof value.num === 'number' && typeof value.gen === 'number'
