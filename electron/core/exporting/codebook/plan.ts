/** What taking a codebook in does to the practices and labels that are there: what is added, renamed, redefined; what the file does not say stays as it is. Pure. */
import type { CodebookItem, CodebookNote } from '../../../contract/codebook.ts'
import type { Label, LabelChange, LabelDefinition, LabelId } from '../../../contract/labels.ts'
import type { Practice, PracticeId } from '../../../contract/practices.ts'
import type { TaxonomyChange } from '../../../contract/taxonomy.ts'
import { foldText } from '../../language/index.ts'
import type { Code } from './code.ts'

export interface Known {
  readonly practices: readonly Practice[]
  readonly labels: readonly Label[]
  /** How files name a practice or a label, whoever wrote them. */
  readonly guidOf: (id: string) => string
  /** An id that no practice ever had. */
  readonly practiceId: (parent: PracticeId | null) => PracticeId
  readonly labelId: (guid: string | null) => LabelId
}

export interface CodebookPlanned {
  readonly practices: readonly TaxonomyChange[]
  readonly labels: readonly LabelChange[]
  readonly items: readonly CodebookItem[]
  readonly same: number
  readonly notes: readonly CodebookNote[]
}

const LONGEST = { name: 40, short: 8, top: 6, words: 2000, item: 500, word: 20 } as const
const MOST = { items: 20, words: 50 } as const
const DEEPEST = 10

type Above = { readonly practice: PracticeId } | { readonly label: LabelId; readonly depth: number } | null

export function planned(codes: readonly Code[], known: Known): CodebookPlanned {
  const practices: TaxonomyChange[] = []
  const labels: LabelChange[] = []
  const items: CodebookItem[] = []
  const notes: CodebookNote[] = []
  let same = 0
  const practiceByGuid = new Map(known.practices.map((one) => [known.guidOf(one.id), one]))
  const labelNow = new Map<LabelId, LabelDefinition>(known.labels.map(({ id, name, parent, colour, definition, counts, countsNot }) => [id, { name, parent, colour, definition, counts, countsNot }]))
  const labelByGuid = new Map(known.labels.map(({ id }) => [known.guidOf(id), id]))
  const taken = new Set<string>()

  const shorten = (name: string, text: string, most: number): string => {
    if (text.length <= most) return text
    notes.push({ name, why: 'shortened' })
    return text.slice(0, most).toWellFormed().trim()
  }
  const list = (name: string, all: readonly string[], mostItems: number, longest: number): string[] => {
    if (all.length > mostItems) notes.push({ name, why: 'shortened' })
    return [...new Set(all.slice(0, mostItems).map((one) => shorten(name, one, longest)))]
  }
  const tell = (item: CodebookItem): void => void items.push(item)

  function practiceFor(code: Code): Practice | undefined {
    const byGuid = code.guid === null ? undefined : practiceByGuid.get(code.guid)
    if (byGuid !== undefined) return byGuid
    if (code.kind === 'label') return undefined
    const named = (name: string): Practice | undefined => known.practices.find(({ label, zh, id }) => !taken.has(id) && [label, zh].some((own) => foldText(own) === foldText(name)))
    return named(code.name) ?? (code.short === null ? undefined : named(code.short))
  }

  function changed(practice: Practice, code: Code, above: readonly string[]): void {
    taken.add(practice.id)
    const what: CodebookItem['what'] = []
    const { id } = practice
    const zh = shorten(code.name, code.name, LONGEST.name)
    const label = code.short === null ? practice.label : shorten(code.name, code.short, practice.parent === null ? LONGEST.top : LONGEST.short)
    // A file that knows no short names calls a practice by either.
    const renamed = code.short === null ? ![practice.zh, practice.label].some((own) => foldText(own) === foldText(zh)) : zh !== practice.zh || label !== practice.label
    if (renamed && zh.length >= 2) {
      practices.push({ type: 'rename', id, label, zh })
      what.push('renamed')
    }
    const definition = code.definition === null || (code.definition === '' && code.kind === null) ? practice.definition : shorten(code.name, code.definition, LONGEST.words)
    const [counts, countsNot] = [code.counts === null ? practice.counts : list(code.name, code.counts, MOST.items, LONGEST.item), code.countsNot === null ? practice.countsNot : list(code.name, code.countsNot, MOST.items, LONGEST.item)]
    if (JSON.stringify([definition, counts, countsNot]) !== JSON.stringify([practice.definition, practice.counts, practice.countsNot])) {
      practices.push({ type: 'define', id, definition, counts, countsNot })
      what.push('redefined')
    }
    const before = practices.length
    for (const name of ['strong', 'weak', 'negative'] as const) {
      const stated = code[name]
      if (stated === null) continue
      const [add, remove] = [stated.filter((word) => !practice[name].includes(word)), practice[name].filter((word) => !stated.includes(word))]
      for (let at = 0; at < Math.max(add.length, remove.length); at += MOST.words) practices.push({ type: 'words', id, list: name, add: add.slice(at, at + MOST.words), remove: remove.slice(at, at + MOST.words) })
    }
    if (practices.length > before) what.push('words')
    if (what.length === 0) same++
    else tell({ kind: 'practice', name: zh, above: [...above], what, was: renamed ? practice.zh : null })
  }

  function addedPractice(code: Code, parent: PracticeId | null, above: readonly string[]): PracticeId {
    const id = known.practiceId(parent)
    const zh = shorten(code.name, code.name, LONGEST.name)
    const label = shorten(code.name, code.short ?? code.name, parent === null ? LONGEST.top : LONGEST.short)
    const lists = (name: 'strong' | 'weak' | 'negative'): string[] => [...new Set((code[name] ?? []).map((word) => shorten(code.name, word, LONGEST.word)))]
    practices.push({ type: 'add', id, ...(code.guid === null ? {} : { guid: code.guid }), parent, label, zh, definition: shorten(code.name, code.definition ?? '', LONGEST.words), strong: lists('strong').slice(0, MOST.words), weak: lists('weak').slice(0, MOST.words) })
    const [counts, countsNot] = [list(code.name, code.counts ?? [], MOST.items, LONGEST.item), list(code.name, code.countsNot ?? [], MOST.items, LONGEST.item)]
    if (counts.length + countsNot.length > 0) practices.push({ type: 'define', id, definition: shorten(code.name, code.definition ?? '', LONGEST.words), counts, countsNot })
    for (const [name, from] of [['strong', MOST.words], ['weak', MOST.words], ['negative', 0]] as const) {
      for (let at = from; at < lists(name).length; at += MOST.words) practices.push({ type: 'words', id, list: name, add: lists(name).slice(at, at + MOST.words), remove: [] })
    }
    tell({ kind: 'practice', name: zh, above: [...above], what: ['added'], was: null })
    return id
  }

  function labelled(code: Code, parent: LabelId | null, above: readonly string[]): LabelId {
    const name = shorten(code.name, code.name, LONGEST.name)
    const beside = (of: string): LabelId | undefined => [...labelNow].find(([, label]) => label.parent === parent && foldText(label.name) === foldText(of))?.[0]
    // A file may name two codes alike: the second is another.
    const there = [code.guid === null ? undefined : labelByGuid.get(code.guid), beside(name)].find((one) => one !== undefined && !taken.has(one))
    const before = there === undefined ? null : (labelNow.get(there) ?? null)
    const id = there ?? known.labelId(code.guid === null || taken.has(code.guid) || labelByGuid.has(code.guid) ? null : code.guid)
    let free = name
    for (let n = 2; beside(free) !== undefined && beside(free) !== id; n++) free = `${name.slice(0, LONGEST.name - 6)}（${n}）`
    if (free !== name) notes.push({ name, why: 'namesake' })
    const after: LabelDefinition = {
      name: free,
      parent: before === null ? parent : before.parent,
      colour: code.colour ?? before?.colour ?? 'grey',
      definition: code.definition === null || (code.definition === '' && code.kind === null) ? (before?.definition ?? '') : shorten(name, code.definition, LONGEST.words),
      counts: code.counts === null ? (before?.counts ?? []) : list(name, code.counts, MOST.items, LONGEST.item),
      countsNot: code.countsNot === null ? (before?.countsNot ?? []) : list(name, code.countsNot, MOST.items, LONGEST.item),
    }
    taken.add(id)
    labelNow.set(id, after)
    if (before === null) tell({ kind: 'label', name: free, above: [...above], what: ['added'], was: null })
    else if (JSON.stringify(before) === JSON.stringify(after)) same++
    else {
      const redefined = JSON.stringify([before.definition, before.counts, before.countsNot]) !== JSON.stringify([after.definition, after.counts, after.countsNot])
      const what = [...(before.name === after.name ? [] : ['renamed' as const]), ...(redefined ? ['redefined' as const] : []), ...(before.colour === after.colour ? [] : ['recoloured' as const])]
      tell({ kind: 'label', name: free, above: [...above], what, was: before.name === after.name ? null : before.name })
    }
    if (before === null || JSON.stringify(before) !== JSON.stringify(after)) labels.push({ type: 'label', id, before, after })
    return id
  }

  function take(code: Code, above: Above, names: readonly string[]): void {
    const inside = [...names, code.name]
    const practice = practiceFor(code)
    const under = (next: Above): void => { for (const child of code.children) take(child, next, inside) }
    if (practice !== undefined) {
      changed(practice, code, names)
      return under({ practice: practice.id })
    }
    const parent = above !== null && 'practice' in above ? above.practice : null
    const fits = above === null || (parent !== null && !parent.includes('.'))
    if (code.kind === 'practice' && fits && code.name.length >= 2) return under({ practice: addedPractice(code, parent, names) })
    const over = above !== null && 'label' in above ? above : null
    const id = labelled(code, over?.label ?? null, names)
    if (over !== null && over.depth + 1 >= DEEPEST && code.children.length > 0) {
      notes.push({ name: code.name, why: 'too-deep' })
      return under(over)
    }
    return under({ label: id, depth: (over?.depth ?? 0) + 1 })
  }

  for (const code of codes) take(code, null, [])
  return { practices, labels, items, same, notes: [...new Map(notes.map((note) => [`${note.why} ${note.name}`, note])).values()] }
}
