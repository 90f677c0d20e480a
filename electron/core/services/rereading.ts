/** Reading a file of an import again another way: looked at first, then stored as one change. */
import { Refusal } from '../../contract/errors.ts'
import { emptyCard } from '../../contract/card.ts'
import type { BatchId } from '../../contract/importing.ts'
import type { Kept, Preview, PreviewArticle, rereadMethods } from '../../contract/rereading.ts'
import type { ReadOptions } from '../../contract/reviewing.ts'
import type { Beside } from '../host.ts'
import type { ReaderDesk } from '../jobs/index.ts'
import type { PreparedArticle, PreparedFile } from '../jobs/prepared.ts'
import { entryOf, planReread, storeReread, type Library, type Merged, type NewReading, type Plan, type StoredEntry } from '../library/index.ts'
import { decode } from '../reading/index.ts'
import type { Context, Service } from './context.ts'
import { reviewOf } from './importing.ts'
import { documentText } from './original.ts'
import { countsOf, reviewAccounts, reviewRules, type Reviewed } from './review.ts'

export function rereadingService({ library, changed, keywordsOf }: Context, desk: ReaderDesk): Service<keyof typeof rereadMethods> {
  const read = async (id: BatchId, n: number, options: ReadOptions): Promise<NewReading> => {
    if (library.reads.batches.get(id) === null) throw new Refusal('NO_SUCH_BATCH', { id })
    const document = library.reads.batches.file(id, n)?.document ?? null
    if (document === null) throw new Refusal('NO_SUCH_FILE', { file: String(n) })
    return readDocument(library, desk, document, options)
  }

  return {
    'import.preview': async ({ id, n, options }) => {
      const reading = await read(id, n, options)
      return previewOf(reading, planReread(library, reading, keywordsOf), library)
    },
    'import.reread': async ({ id, n, options }) => {
      const { plan, added, changed: reworded, lost, history } = await storeReread(library, await read(id, n, options), { action: 'reread', history: null, keywordsOf })
      if (history !== null) changed([...plan.matched.map(({ entry }) => entry.id), ...plan.gone.map(({ id: gone }) => gone), ...added])
      return {
        review: await reviewOf(library, id, n),
        added: [...added],
        changed: [...reworded],
        gone: plan.gone.map((entry) => goneOf(library, entry)),
        kept: plan.matched.flatMap(({ entry, merged }) => keptOf(merged).map((one) => ({ id: entry.id, ...one }))),
        lost: lost.flatMap(({ words }) => words),
        undo: history ?? '',
      }
    },
  }
}

/** The document's file read again, and the texts of both readings. */
export async function readDocument(library: Library, desk: ReaderDesk, seq: number, options: ReadOptions): Promise<NewReading> {
  const document = library.reads.documents.get(seq)
  if (document === null) throw new Refusal('NO_SUCH_FILE', { file: String(seq) })
  const bytes = await library.originals.read(document.sha256, document.name)
  const before = await documentText(library, seq)
  const prepared = await desk.read({ name: document.name, bytes, ...(document.format === 'html' ? { beside: { files: await picturesOf(library, seq) } } : {}) }, options)
  return { document: seq, prepared, before, after: textOf(prepared, bytes) }
}

/** A saved page is kept without the folder beside it: what was read of that is with its entries. */
async function picturesOf({ reads, originals }: Library, document: number): Promise<Extract<Beside, { readonly files: unknown }>['files']> {
  const found = reads.documents.entries(document).flatMap((id) => reads.entries.stored(id)?.state.pictures ?? [])
  return Promise.all([...new Map(found.map((picture) => [picture.name, picture])).values()].map(async ({ name, sha256 }) => ({ name, bytes: await originals.read(sha256, name) })))
}

function textOf({ text, decoding, name }: PreparedFile, bytes: Uint8Array): string {
  if (text !== null) return text
  if (decoding === null) throw new Refusal('READER_CRASHED', { file: name })
  return decode(bytes, decoding.label, name).text
}

const SHOWN = 2000
export const keptOf = ({ kept }: Merged): Kept[] => kept.map(({ field, own, read }) => ({ field, own: own.slice(0, SHOWN), read: read.slice(0, SHOWN) }))
export const goneOf = ({ reads }: Library, { id, seq, state }: StoredEntry) => ({ id, title: state.title, edited: reads.readings.state(seq) !== null })

function previewOf({ prepared, after }: NewReading, plan: Plan, library: Library): Preview {
  const { name, format, decoding, options, sheets, boundaries, accounts } = prepared
  const articles = [
    ...plan.matched.map(({ entry, article, merged }): PreviewArticle => articleOf(article, entryOf({ ...entry, state: merged.state }, [], null, emptyCard()), { id: entry.id, skipped: false, kept: keptOf(merged) })),
    ...[...plan.added, ...plan.skipped].map((article): PreviewArticle => articleOf(article, unstored(article), { id: null, skipped: plan.skipped.includes(article), kept: [] })),
  ].toSorted((a, b) => a.ordinal - b.ordinal)
  const reviewed = new Map(articles.map(({ ordinal, id, notices }): [number, Reviewed] => [ordinal, { id, notices }]))
  return {
    file: name, format, encoding: decoding?.label ?? null, options, sheets: [...sheets], boundaries: [...boundaries], rules: reviewRules(reviewed.values(), options),
    text: after, accounts: reviewAccounts(accounts, reviewed), articles, gone: plan.gone.map((entry) => goneOf(library, entry)),
  }
}

type Shown = Omit<PreviewArticle, 'ordinal' | 'raw' | 'counts' | 'boundary' | 'id' | 'skipped' | 'kept'>

function articleOf({ article }: PreparedArticle, shown: Shown, about: Pick<PreviewArticle, 'id' | 'skipped' | 'kept'>): PreviewArticle {
  const { kind, kindReason, title, titleIsProvisional, confidence, confidenceReasons, kicker, subtitle, authors, source, date, place, rights, incomplete, incompleteReason, editorNote, body, paragraphs, notices, inferences, references, disagreements, absent } = shown
  return {
    ordinal: article.ordinal, raw: article.raw, boundary: article.boundary, counts: countsOf(notices),
    kind, kindReason, title, titleIsProvisional, confidence, confidenceReasons, kicker, subtitle, authors, source, date, place, rights, incomplete, incompleteReason, editorNote, body, paragraphs, notices, inferences, references, disagreements, absent, ...about,
  }
}

const unstored = ({ article, description }: PreparedArticle): Shown => ({
  ...article, ...description, authors: [...article.authors], paragraphs: [...article.paragraphs], notices: [...article.notices], references: [...article.references], disagreements: [...article.disagreements],
  confidenceReasons: [...article.confidenceReasons], inferences: [...description.inferences], absent: { ...description.absent }, rights: { level: description.rightsLevel, statement: article.rightsStatement },
})
