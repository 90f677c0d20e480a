/** Clean articles for tests, from lines as one would write them: `## ` begins a sub-head. */
import { join } from 'node:path'
import type { CleanArticle } from '../../../electron/core/cleaning/article.ts'
import type { Paragraph } from '../../../electron/contract/entry.ts'
import { loadGazetteer } from '../../../electron/core/describing/gazetteer.ts'
import type { DescribingContext } from '../../../electron/core/describing/index.ts'
import { root } from '../../shared.ts'
import { NOTHING_MORE } from '../cleaning/nothing-more.ts'

export const contentFolder = join(root, 'content')
export const gazetteer = loadGazetteer(contentFolder)

/** Keywords that show what they were made of. */
export const context: DescribingContext = { fileName: '8a4609f1f4bd655f.txt', frontMatter: null, gazetteer, tagger: () => [], segmenter: { keywords: (title, body) => [title, String(body.length)] } }

export function articleOf(lines: readonly string[], fields: Partial<CleanArticle> = {}): CleanArticle {
  const paragraphs: Paragraph[] = []
  let start = 0
  for (const line of lines) {
    const text = line.replace(/^## /, '')
    const heading = text !== line
    paragraphs.push({ n: paragraphs.length + 1, kind: heading ? 'heading' : 'paragraph', level: heading ? 2 : null, text, start, end: start + text.length })
    start += text.length + 1
  }
  const body = paragraphs.map(({ text }) => text).join('\n')
  return {
    ordinal: 1,
    raw: { start: 0, end: body.length },
    title: null,
    kicker: null,
    subtitle: null,
    authors: [],
    source: { media: null, page: null, url: null },
    date: { value: null, precision: null, basis: null },
    rightsStatement: null,
    editorNote: null,
    incomplete: false,
    incompleteReason: null,
    body,
    paragraphs,
    segments: [],
    notices: [],
    ...NOTHING_MORE,
    ...fields,
  }
}
