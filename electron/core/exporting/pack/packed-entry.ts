import type { Entry } from '../../../contract/entry.ts'
import type { Practice } from '../../../contract/practices.ts'
import type { Evidence, PracticeTag } from '../../../contract/practice-tag.ts'
import type { PackedEntry, PackedPractice, PackedSentence, PackedTag } from '../../../contract/pack-page.ts'

/** What of an entry goes into a pack. A `restricted` one goes without a word of its text. */
export function packedEntry(entry: Entry): PackedEntry {
  const withheld = entry.rights.level === 'restricted'
  return {
    id: entry.id,
    kind: entry.kind,
    origin: entry.origin,
    title: withheld && entry.titleIsProvisional ? nameless(entry) : entry.title,
    provisional: entry.titleIsProvisional,
    kicker: entry.kicker,
    subtitle: entry.subtitle,
    authors: entry.authors.map(({ name, role }) => ({ name, role })),
    media: entry.source.media,
    page: entry.source.page,
    url: entry.source.url,
    date: entry.date.value,
    place: [entry.place.province, entry.place.city, entry.place.district],
    rights: entry.rights,
    incomplete: entry.incomplete,
    editorNote: withheld ? null : entry.editorNote,
    body: withheld ? null : entry.body,
    paragraphs: withheld ? [] : entry.paragraphs.map(({ kind, level, start, end }) => [kind, level ?? 0, start, end]),
    tags: firstLevelFirst(entry.practices).flatMap((tag) => (tag.state === 'rejected' ? [] : [packedTag(tag, withheld)])),
    citations: entry.summary?.citations ?? [],
    figures: withheld ? [] : (entry.summary?.figures.map(({ start, end, citation }) => ({ start, end, citation })) ?? []),
  }
}

/** A provisional title is made of the text's own words: where the text stays behind, so do they. */
function nameless({ place: { province, city, district }, source: { media } }: Entry): string {
  const about = district ?? city ?? province ?? media
  return about === null ? '未题名' : `未题名（${about}）`
}

/** As rows of lists show them: what is cut off is the particular, not the whole. */
const firstLevelFirst = (tags: readonly PracticeTag[]): readonly PracticeTag[] => [...tags.filter(({ id }) => !id.includes('.')), ...tags.filter(({ id }) => id.includes('.'))]

function packedTag({ id, strength, state, evidence, inTitle }: PracticeTag, withheld: boolean): PackedTag {
  return { practice: id, strength, confirmed: state === 'confirmed', body: withheld ? [] : evidence.map(packedSentence), title: inTitle.map(packedSentence) }
}

const packedSentence = ({ start, end, marks }: Evidence): PackedSentence => ({ span: [start, end], marks: marks.map((mark) => [mark.start, mark.end]) })

/** The practices that the entries show, and those above them, in the order of the taxonomy. */
export function packedPractices(taxonomy: readonly Practice[], shown: ReadonlySet<string>): PackedPractice[] {
  const parents = new Set(taxonomy.flatMap(({ id, parent }) => (parent !== null && shown.has(id) ? [parent] : [])))
  return taxonomy.flatMap(({ id, parent, label, zh, en, labelEn, definition }) => (shown.has(id) || parents.has(id) ? [{ id, parent, label, zh, en, labelEn, definition }] : []))
}
