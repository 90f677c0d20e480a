/** The door of cleaning: a read document in, its articles and the account of every character out. Pure. */
import { unified, type Plugin } from 'unified'
import { VFile } from 'vfile'
import type { Format } from '../../contract/format.ts'
import { BY_RULES, type ReadOptions } from '../../contract/reviewing.ts'
import type { ReadDocument } from '../reading/document.ts'
import type { Cleaned } from './article.ts'
import { besideArticle, watermark } from './asides.ts'
import { authorNote } from './author-note.ts'
import { byline } from './byline.ts'
import { characters } from './characters.ts'
import { claims, disagreements } from './claims.ts'
import { withConfidence } from './confidence.ts'
import { contents } from './contents.ts'
import { damage } from './damage.ts'
import { doubtful } from './doubtful.ts'
import { editorNote } from './editor-note.ts'
import { frontMatter } from './front-matter.ts'
import { furniture } from './furniture.ts'
import { join } from './join.ts'
import { metadata } from './metadata.ts'
import { overprint } from './overprint.ts'
import { pageJump } from './page-jump.ts'
import { toPage } from './page/blocks.ts'
import { compose } from './page/compose.ts'
import type { Rule } from './page/rule.ts'
import type { Page } from './page/tree.ts'
import { quotes } from './quotes.ts'
import { repeated } from './repeated.ts'
import { rights } from './rights.ts'
import { spaced } from './spaced.ts'
import { divide } from './splitting/divide.ts'
import { runIn } from './run-in.ts'
import { runningHead } from './running-head.ts'
import { split } from './splitting/split.ts'
import { titles } from './splitting/titles.ts'
import { strayWords } from './stray-words.ts'
import { subheads } from './subheads.ts'
import { title } from './title.ts'
import { unfinished } from './unfinished.ts'
import { width } from './width.ts'
import { wrap } from './wrap.ts'

export { CLEANER } from './version.ts'
export { joinContinued, jumpsIn, type Continued, type Half } from './continued.ts'

/** How a person wants it cleaned. */
export type HowToClean = Pick<ReadOptions, 'boundaries' | 'off'>

/** In the order they run: what a person can't see, whose it is, what isn't the article, what was broken, what only needs a look. */
const pipeline = (document: ReadDocument, { boundaries }: HowToClean): readonly Rule[] => [
  damage(document.warnings),
  divide(document, boundaries),
  characters,
  claims,
  besideArticle,
  runningHead,
  overprint,
  watermark,
  contents,
  spaced,
  furniture,
  titles,
  wrap,
  join,
  split(boundaries === null),
  frontMatter(document.frontMatter),
  pageJump,
  rights,
  editorNote,
  metadata,
  byline,
  authorNote,
  title,
  width,
  repeated,
  runIn,
  subheads,
  strayWords,
  quotes,
  doubtful,
  unfinished,
  disagreements,
]

/** Nothing to read: what the rules are without a text. */
const NOTHING: ReadDocument = { name: '', format: 'txt', decoding: null, text: '', tree: { type: 'root', children: [] }, frontMatter: null, claims: [], pictures: [], boundaries: [], warnings: [] }

/** Every rule that notices and accounts can name, besides those of reading (`reading.…`) and the accounts of blanks (`whitespace`) and marks (`markup`). */
export const RULES: readonly string[] = [...new Set(['link', 'picture', ...pipeline(NOTHING, BY_RULES).map(({ id }) => id)])]

/** When the rules above would leave nothing to read, the text stays as it came. */
const onlyFields = (document: ReadDocument): readonly Rule[] => [damage(document.warnings), frontMatter(document.frontMatter)]

export function clean(document: ReadDocument, how: HowToClean = BY_RULES): Cleaned {
  const off = new Set(how.off)
  // Where a person says that articles begin, they begin.
  if (how.boundaries !== null) off.delete('split')
  const cleaned = run(document, pipeline(document, how).filter(({ id }) => !off.has(id)))
  const kept = cleaned.articles.some(({ body }) => body !== '') ? cleaned : run(document, onlyFields(document))
  return { ...kept, articles: withConfidence(document, kept) }
}

/** In these a line may be all that there is of a paragraph's beginning. */
const BROKEN_LINES: ReadonlySet<Format> = new Set(['txt', 'md', 'pdf', 'ofd', 'image'])

function run(document: ReadDocument, rules: readonly Rule[]): Cleaned {
  const file = new VFile({ path: document.name, value: document.text, data: { paragraphs: !BROKEN_LINES.has(document.format) } })
  const processor = unified()
  for (const rule of rules) processor.use(transformer(rule))
  const page = toPage(document, file)
  processor.runSync(page, file)
  return compose(page, file)
}

const transformer = ({ apply }: Rule): Plugin<[], Page> => () => apply
