/** What happens inside a reading helper: one file from its bytes to everything the library stores of it. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../contract/errors.ts'
import { BY_RULES, type ReadOptions } from '../../contract/reviewing.ts'
import { CLEANER, clean } from '../cleaning/index.ts'
import type { CleanArticle } from '../cleaning/article.ts'
import { describeFile, loadGazetteer, type DescribingContext } from '../describing/index.ts'
import { fingerprint } from '../describing/stories/index.ts'
import { createTagger, loadTaxonomy } from '../describing/practices/index.ts'
import { createSegmenter, CUT_FOR_KEYWORDS, lay, loadDictionary, NO_OVERLAY, type WordOverlay } from '../language/index.ts'
import { read, type ReadPicture, type ReadTools } from '../reading/index.ts'
import { asideOf, indexText } from '../searching/index.ts'
import type { PreparedArticle, PreparedFile, PreparedPicture } from './prepared.ts'

/** What reading a file needs besides its bytes; loaded once in each helper. */
export interface PrepareTools extends Pick<DescribingContext, 'segmenter' | 'gazetteer' | 'tagger'>, ReadTools {
  /** The digest of the rules that the tagger goes by. */
  readonly rules: string
}

/** `content` is the folder of bundled content. The first cut of a segmenter takes half a second: it is done here, not in the first file's time. */
export function loadTools(content: string, words: WordOverlay = NO_OVERLAY): PrepareTools {
  const taxonomy = loadTaxonomy(content)
  return { segmenter: loadKeywords(content, words), gazetteer: loadGazetteer(content), tagger: createTagger(taxonomy), rules: taxonomy.rules, characterMap: characterMaps(content) }
}

/** The part of the tools that a change of the dictionary makes new. */
export function loadKeywords(content: string, words: WordOverlay): PrepareTools['segmenter'] {
  const segmenter = createSegmenter(lay(loadDictionary(content), words))
  segmenter.warm()
  return { keywords: (title, body, count) => segmenter.keywords(title, body.slice(0, CUT_FOR_KEYWORDS), count) }
}

/** Character maps lie among the bundled content of a package; in a checkout they are still where their package keeps them. */
const characterMaps = (content: string): ReadTools['characterMap'] => (name) => {
  if (!/^[\w-]+$/.test(name)) return null
  const folders = [join(content, 'character-maps'), join(content, '..', 'node_modules', 'pdfjs-dist', 'cmaps')]
  const file = folders.map((folder) => join(folder, `${name}.bcmap`)).find((path) => existsSync(path))
  return file === undefined ? null : readFileSync(file)
}

/**
 * `name` is what the person sees; it may be a path with '/' inside a folder.
 * Throws Refusal: what `read` refuses, and NO_TEXT when nothing but furniture is left.
 */
export async function prepareFile(file: { readonly name: string; readonly bytes: Uint8Array }, tools: PrepareTools, options: ReadOptions = BY_RULES): Promise<PreparedFile> {
  const { name, bytes } = file
  const document = await read(file, tools, options)
  const { articles, accounts, possible } = clean(document, options)
  if (articles.every(({ body, title }) => body === '' && title === null)) throw new Refusal('NO_TEXT', { file: name })
  const fileName = name.split('/').at(-1) ?? name
  const descriptions = describeFile(articles, { ...tools, fileName, frontMatter: document.frontMatter })
  return {
    name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    format: document.format,
    decoding: document.decoding,
    cleaner: CLEANER,
    rules: tools.rules,
    accounts,
    text: document.format === 'txt' || document.format === 'md' ? null : document.text,
    boundaries: [...articles.map(({ boundary }) => boundary), ...possible],
    options,
    sheets: document.sheets ?? [],
    pictures: shownPictures(document.pictures, articles),
    articles: articles.flatMap((article, i): PreparedArticle[] => {
      const description = descriptions[i]
      return description ? [{ article, description, index: indexText({ title: description.title, keywords: description.keywords, body: article.body, ...asideOf({ ...article, media: article.source.media }) }), fingerprint: fingerprint(article.body) }] : []
    }),
  }
}

/** What was furniture of the page is not kept. */
function shownPictures(all: readonly ReadPicture[], articles: readonly CleanArticle[]): PreparedPicture[] {
  const shown = new Set(articles.flatMap(({ pictures }) => pictures.map(({ id }) => id)))
  return all.flatMap(({ id, name, mime, bytes }) => (shown.has(id) ? [{ id, name, mime, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }] : []))
}
