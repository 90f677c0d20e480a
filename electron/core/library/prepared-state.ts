/** From what the reading helper prepared to what the library stores. */
import type { PreparedArticle, PreparedPicture } from '../jobs/prepared.ts'
import { outline, type EntryState, type StoredPicture } from './state.ts'

/** `pictures` are those of its file. */
export function stateOf({ article, description }: PreparedArticle, pictures: readonly PreparedPicture[]): EntryState {
  return {
    kind: description.kind,
    kindReason: description.kindReason,
    title: description.title,
    titleIsProvisional: description.titleIsProvisional,
    kicker: article.kicker,
    subtitle: article.subtitle,
    authors: [...article.authors],
    source: article.source,
    date: article.date,
    place: description.place,
    status: 'active',
    reviewBy: null,
    rights: { level: description.rightsLevel, statement: article.rightsStatement },
    incomplete: article.incomplete,
    incompleteReason: article.incompleteReason,
    editorNote: article.editorNote,
    body: article.body,
    paragraphs: article.paragraphs.map(outline),
    segments: article.segments.map(({ body, raw }) => ({ body, raw })),
    notices: [...article.notices],
    inferences: [...description.inferences],
    keywords: [...description.keywords],
    absent: { ...description.absent },
    references: [...article.references],
    pictures: article.pictures.flatMap(({ id, alt, start, end }): StoredPicture[] => {
      const picture = pictures.find((one) => one.id === id)
      return picture ? [{ id, sha256: picture.sha256, name: picture.name, mime: picture.mime, bytes: picture.bytes.length, alt, at: { start, end } }] : []
    }),
    disagreements: [...article.disagreements],
    confidence: article.confidence,
    confidenceReasons: [...article.confidenceReasons],
  }
}
