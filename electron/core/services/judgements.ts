/** 意见: on what people differ, and the exchange of what they decided between two libraries. */
import { basename, join } from 'node:path'
import { CARD_LISTS } from '../../contract/card.ts'
import { Refusal } from '../../contract/errors.ts'
import { countOf, JUDGEMENTS_ENDING, type FileEntry } from '../../contract/judgement-file.ts'
import { emptyTally, type Difference, type DifferingEntry, type JudgementChoice, type JudgementPreview, type judgementMethods } from '../../contract/judgements.ts'
import type { LabelId } from '../../contract/labels.ts'
import type { Grant } from '../../contract/library.ts'
import { readJudgements, refuseTooBig, writeJudgements, type JudgementFile } from '../exporting/index.ts'
import type { GrantedPath, GrantedPaths } from '../host.ts'
import { findEntries, gather, isCode, namesOf, needed, publish, takeIn, weighHere, wholeEntry, type Meant } from '../library/index.ts'
import type { Context, Service } from './context.ts'
import { writingFault } from './writing-fault.ts'

/** Entries looked at between two breaths. */
const GROUP = 32
/** Titles and differences that a preview names. */
const MOST_NAMED = 100
const MOST_SIGNERS = 20

const breathe = (): Promise<void> => new Promise((resume) => setImmediate(resume))

export function judgementsService({ library, indexing, ports }: Context, readOn: () => void): Service<keyof typeof judgementMethods> {
  const { entries, judgements } = library.reads

  /** Entries of the choice on which somebody of it has judged something; what lies in the trash is left out. */
  function seqsOf({ entries: chosen, by }: JudgementChoice): readonly number[] {
    if (chosen === null || chosen.by === 'ids') return judgements.judged(by, chosen?.ids ?? null)
    const found = new Set(indexing.all({ query: chosen.query, filters: chosen.filters, sort: 'imported' }))
    return judgements.judged(by, null).filter((seq) => found.has(seq))
  }

  async function gathered(seqs: readonly number[], by: ReadonlySet<string> | null): Promise<readonly FileEntry[]> {
    const lines: FileEntry[] = []
    for (let at = 0; at < seqs.length; at += GROUP) {
      lines.push(...entries.storedMany(seqs.slice(at, at + GROUP)).map((stored) => gather(library, stored, by)).filter((line) => countOf(line) > 0))
      await breathe()
    }
    return lines
  }

  async function read(granted: GrantedPaths, grant: Grant): Promise<{ readonly place: GrantedPath; readonly name: string; readonly file: JudgementFile }> {
    const place = granted.get(grant)
    if (!place || place.folder) throw new Refusal('NO_SUCH_GRANT')
    const name = basename(place.name)
    const bytes = await library.files.size(place.path).catch(() => null)
    if (bytes === null) throw new Refusal('NO_SUCH_FILE', { file: name })
    refuseTooBig(name, bytes)
    const content = await library.files.read(place.path).catch((error: unknown) => {
      throw isCode(error, 'ENOENT') ? new Refusal('VANISHED', { file: name }) : new Refusal('UNREADABLE', { file: name })
    })
    return { place, name, file: await readJudgements(name, content) }
  }

  async function meant(lines: readonly FileEntry[]): Promise<{ readonly meant: readonly Meant[]; readonly unmatched: readonly string[] }> {
    const found: Meant[] = []
    const unmatched: string[] = []
    for (let at = 0; at < lines.length; at += GROUP) {
      const group = lines.slice(at, at + GROUP)
      for (const [index, one] of findEntries(library, group).entries()) {
        const line = group[index]
        if (line === undefined) continue
        if (one === null) unmatched.push(line.title)
        else found.push({ line, found: one })
      }
      await breathe()
    }
    return { meant: found, unmatched }
  }

  async function weighed(all: readonly Meant[]): Promise<Pick<JudgementPreview, 'judgements' | 'differences' | 'newLabels'>> {
    const tally = emptyTally()
    const differences: Difference[] = []
    const names = namesOf(library, all.map(({ line }) => line))
    const brought = new Set<LabelId>()
    for (let at = 0; at < all.length; at += GROUP) {
      const group = all.slice(at, at + GROUP)
      const stored = new Map(entries.storedMany(group.map(({ found }) => found.seq)).map((one) => [one.seq, one]))
      for (const one of group) {
        const entry = stored.get(one.found.seq)
        if (entry === undefined) continue
        const intake = weighHere(library, one, entry, names)
        for (const key of ['fresh', 'agree', 'differ', 'known', 'older', 'foreign'] as const) tally[key] += intake.tally[key]
        for (const { after } of intake.labels) brought.add(after.label)
        if (differences.length < MOST_NAMED) differences.push(...intake.differences.map((difference) => ({ title: entry.state.title, ...difference })))
      }
      await breathe()
    }
    return { judgements: tally, differences: differences.slice(0, MOST_NAMED), newLabels: needed(names.missing, brought).flatMap(({ after }) => after?.name ?? []) }
  }

  return {
    'judgements.signers': () => ({ signers: judgements.signers() }),
    'judgements.differing': ({ offset, limit }) => {
      const { total, items, seqs } = judgements.differing(offset, limit)
      const summaries = new Map(entries.summaries(seqs).map(({ seq, ...summary }) => [seq, summary]))
      const stored = new Map(entries.storedMany(seqs).map((one) => [one.seq, one]))
      return { total, items, entries: seqs.flatMap((seq): DifferingEntry[] => {
        const [entry, whole] = [summaries.get(seq), stored.get(seq)]
        if (entry === undefined || whole === undefined) return []
        const { practices, facts } = wholeEntry(library, whole)
        return [{ entry, practices: practices.filter(({ differ }) => differ), facts: CARD_LISTS.flatMap((list) => facts[list].filter(({ differ }) => differ).map((fact) => ({ list, fact }))) }]
      }) }
    },
    'judgements.export': async ({ choice, name, folder }, granted) => {
      const place = granted.get(folder)
      if (!place?.folder) throw new Refusal('NO_SUCH_GRANT')
      const signers = judgements.signers()
      const unknown = choice.by?.filter((by) => !signers.some((one) => one.by === by)) ?? []
      if (unknown.length > 0 && signers.length > 0) throw new Refusal('INVALID_INPUT', { reason: `本库没有署名“${unknown.join('”“')}”的意见；有意见的署名是：${signers.slice(0, MOST_SIGNERS).map(({ by, judgements: count }) => `${by}（${String(count)} 条）`).join('、')}` })
      const lines = await gathered(seqsOf(choice), choice.by === null ? null : new Set(choice.by))
      if (lines.length === 0) throw new Refusal('NO_JUDGEMENTS')
      const bytes = writeJudgements(lines, ports.now().toISOString())
      const file = join(place.path, `${name}${JUDGEMENTS_ENDING}`)
      refuseTooBig(`${name}${JUDGEMENTS_ENDING}`, bytes.byteLength)
      try {
        await publish(library.files, file, (temporary) => library.files.writeNew(temporary, bytes))
      } catch (error) {
        throw writingFault(error, place.path)
      }
      return { file, bytes: bytes.byteLength, entries: lines.length, judgements: lines.reduce((sum, line) => sum + countOf(line), 0) }
    },
    'judgements.preview': async ({ file: grant }, granted) => {
      const { name, file } = await read(granted, grant)
      const { meant: all, unmatched } = await meant(file.entries)
      const same = all.filter(({ found }) => found.same).length
      return { file: name, made: file.head.made, signers: signersOf(file.entries), entries: { total: file.entries.length, same, edited: all.length - same, unmatched: unmatched.length }, unmatched: unmatched.slice(0, MOST_NAMED), ...await weighed(all) }
    },
    'judgements.import': async ({ file: grant }, granted) => {
      const { place, name, file } = await read(granted, grant)
      const all = (await meant(file.entries)).meant
      const { seqs, tally, added, undo, made } = await takeIn(library, all, name, async (done, total) => {
        ports.emit('judgements.progress', { done, total })
        await breathe()
      }).catch((error: unknown) => {
        // What had come in is taken out again, and may be waiting to be read; labels that were made stay.
        indexing.index.wordsChanged()
        readOn()
        throw error
      })
      if (made) indexing.index.wordsChanged()
      indexing.retag(seqs)
      if (seqs.length > 0) {
        ports.emit('library.changed', { ids: null })
        readOn()
      }
      if (place.temporary) await library.files.remove(place.path).catch(() => undefined)
      return { added, entries: seqs.length, judgements: tally, undo }
    },
  }
}

/** Most first. */
function signersOf(lines: readonly FileEntry[]): { by: string; judgements: number }[] {
  const counts = new Map<string, number>()
  for (const { practices, passages, facts, labels } of lines) for (const { by } of [...practices, ...passages, ...facts, ...labels]) counts.set(by, (counts.get(by) ?? 0) + 1)
  return [...counts].map(([by, judgements]) => ({ by, judgements })).toSorted((a, b) => b.judgements - a.judgements || (a.by < b.by ? -1 : 1))
}
