/** Sends a file through the core as an import does, and gives what it concludes with every place told in the raw file. */
import { join } from 'node:path'
import type { Span } from '../../electron/contract/span.ts'
import type { CleanArticle } from '../../electron/core/cleaning/article.ts'
import { clean } from '../../electron/core/cleaning/index.ts'
import { createExtractor, type FoundFact } from '../../electron/core/describing/facts/index.ts'
import { describeFile, loadGazetteer, type Description } from '../../electron/core/describing/index.ts'
import { createTagger, loadTaxonomy } from '../../electron/core/describing/practices/index.ts'
import { readText } from '../../electron/core/reading/index.ts'

/** A fact with the place of its words in the raw file, and those words. */
export type RawFact = FoundFact & { readonly raw: Span; readonly text: string; readonly within: string }

export interface ReadCase {
  readonly article: CleanArticle
  readonly description: Description
  readonly facts: readonly RawFact[]
}

const content = join(import.meta.dirname, '..', '..', 'content')
const gazetteer = loadGazetteer(content)
const extract = createExtractor({ gazetteer })
const tagger = createTagger(loadTaxonomy(content))

export function readCases(name: string, bytes: Uint8Array): readonly ReadCase[] {
  const { articles } = clean(readText({ name, bytes }))
  const descriptions = describeFile(articles, { fileName: name, frontMatter: null, gazetteer, tagger, segmenter: { keywords: () => [] } })
  return articles.flatMap((article, n) => {
    const description = descriptions[n]
    return description === undefined ? [] : [{ article, description, facts: factsOf(article, description) }]
  })
}

export function factsOf(article: CleanArticle, { place }: Description): readonly RawFact[] {
  const { title, body, paragraphs, authors, date } = article
  return extract({ title, body, paragraphs, authors, date: date.value, place }).map((fact) => ({
    ...fact,
    raw: spanToRaw(article, fact),
    text: body.slice(fact.start, fact.end),
    within: body.slice(fact.sentence.start, fact.sentence.end),
  }))
}

/** An empty span stays empty. */
export function spanToRaw(article: Pick<CleanArticle, 'segments'>, { start, end }: Span): Span {
  const from = toRaw(article, start)
  return { start: from, end: end > start ? toRaw(article, end - 1) + 1 : from }
}

/** Where a character of the body stood in the raw file. Inside a repaired stretch the count goes on from its beginning. */
export function toRaw({ segments }: Pick<CleanArticle, 'segments'>, at: number): number {
  const segment = segments.findLast(({ body }) => body.start <= at)
  return segment === undefined ? at : Math.min(segment.raw.start + at - segment.body.start, Math.max(segment.raw.start, segment.raw.end - 1))
}
