/** From what the reading helper prepared to what the library stores. */
import type { PreparedArticle } from '../jobs/prepared.ts'
import { outline, type EntryState } from './state.ts'

export function stateOf({ article, description }: PreparedArticle): EntryState {
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
  }
}
