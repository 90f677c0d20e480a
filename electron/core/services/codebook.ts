/** The codebook: written as a file for others, and taken in from one, as one step that can be taken back. */
import { join } from 'node:path'
import type { CodebookFormat, CodebookPlan, codebookMethods } from '../../contract/codebook.ts'
import { Refusal } from '../../contract/errors.ts'
import { LabelId, type Label } from '../../contract/labels.ts'
import type { Practice } from '../../contract/practices.ts'
import type { TaxonomyStep } from '../../contract/taxonomy.ts'
import { labelsOf } from '../describing/labels.ts'
import { cameId, practiceChangesOf } from '../describing/practices/index.ts'
import { codesInCsv, codesOf, csvOf, MOST_BYTES, planned, headingsOf, qdcOf, setsOf, type Code, type CodebookPlanned } from '../exporting/index.ts'
import { publish } from '../library/index.ts'
import type { BackgroundRun } from './background.ts'
import type { Context, Service } from './context.ts'
import { effectsOfChanges } from './effects.ts'
import { guidsOf } from './guids.ts'
import { writingFault } from './writing-fault.ts'

export function codebookService({ library, practices, indexing, ports }: Context, tagging: BackgroundRun): Service<keyof typeof codebookMethods> {
  const { connection, clock, reads, writes } = library

  const text = (format: CodebookFormat) => {
    const steps = reads.taxonomy.steps()
    const [all, labels, guidOf] = [practices.taxonomy().practices, labelsOf(steps), guidsOf(steps)]
    const codes = [...practiceCodes(all, guidOf), ...labelCodes(labels, guidOf)]
    return { text: format === 'qdc' ? qdcOf(codes) : csvOf(codes), practices: all.length, labels: labels.length }
  }
  const plan = (file: string, base64: string): CodebookPlanned => {
    const steps = reads.taxonomy.steps()
    const ever = reads.taxonomy.ever()
    let made = 0
    const { codes, sets, headings } = readCodes(file, base64)
    const done = planned(codes, {
      practices: practices.taxonomy().practices,
      labels: labelsOf(steps),
      guidOf: guidsOf(steps),
      practiceId: (parent) => cameId(parent, ever, made++),
      labelId: (guid) => LabelId.parse(guid ?? clock.id()),
    })
    check(steps, stepOf(file, '-', done))
    return { ...done, notes: [...done.notes, ...sets.map((name) => ({ name, why: 'set' as const })), ...headings.map((name) => ({ name, why: 'heading' as const }))] }
  }
  const stepOf = (file: string, by: string, done: CodebookPlanned): TaxonomyStep => ({ id: clock.id(), at: clock.at(), by, change: { type: 'codebook', file: file.slice(0, 300), practices: [...done.practices], labels: [...done.labels] } })
  /** Throws INVALID_INPUT where the whole would not fit. */
  const check = (steps: readonly TaxonomyStep[], step: TaxonomyStep): void => {
    practices.under(practiceChangesOf([...steps, step]))
    labelsOf([...steps, step])
  }
  const shown = async ({ items, same, notes, practices: changes }: CodebookPlanned): Promise<CodebookPlan> => ({ items: [...items], same, notes: [...notes], effects: await effectsOfChanges({ library, practices, indexing }, changes) })

  return {
    'codebook.text': ({ format }) => text(format),
    'codebook.export': async ({ name, folder, format }, granted) => {
      const place = granted.get(folder)
      if (!place?.folder) throw new Refusal('NO_SUCH_GRANT')
      const file = join(place.path, `${name}.${format}`)
      const { text: words, ...counts } = text(format)
      try {
        await publish(library.files, file, (temporary) => library.files.writeNew(temporary, new TextEncoder().encode(words)))
      } catch (error) {
        throw writingFault(error, place.path)
      }
      return { file, ...counts }
    },
    'codebook.preview': ({ file, base64 }) => shown(plan(file, base64)),
    'codebook.import': async ({ file, base64, by }) => {
      const done = plan(file, base64)
      const told = await shown(done)
      if (done.practices.length + done.labels.length === 0) return { step: null, plan: told }
      const step = connection.write(() => {
        const made = stepOf(file, by, done)
        // Somebody may have changed something while the preview was worked out.
        check(reads.taxonomy.steps(), made)
        writes.taxonomy.add(made)
        return made
      })
      indexing.index.wordsChanged()
      if (done.practices.length > 0) tagging.resume()
      ports.emit('library.changed', done.practices.length > 0 ? { ids: null } : { ids: [] })
      return { step: step.id, plan: told }
    },
  }
}

function readCodes(file: string, base64: string): { readonly codes: readonly Code[]; readonly sets: readonly string[]; readonly headings: readonly string[] } {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length > MOST_BYTES) throw new Refusal('TOO_BIG', { file, size: `${Math.ceil(bytes.length / 1024 / 1024)} MB`, limit: `${MOST_BYTES / 1024 / 1024} MB` })
  const begins = bytes.subarray(0, 200).toString('latin1').replaceAll('\0', '')
  if (begins.startsWith('PK')) throw new Refusal('NOT_A_CODEBOOK', { file, reason: '这是压缩的项目文件，请在原来的程序里导出编码表' })
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*</.test(begins) ? { codes: codesOf(bytes, file), sets: setsOf(bytes, file), headings: headingsOf(bytes, file) } : { codes: codesInCsv(bytes, file), sets: [], headings: [] }
}

function practiceCodes(all: readonly Practice[], guidOf: (id: string) => string): readonly Code[] {
  const code = (practice: Practice): Code => {
    const { id, zh, label, definition, counts, countsNot, strong, weak, negative } = practice
    return { guid: guidOf(id), kind: 'practice', name: zh, short: label, colour: null, definition, counts, countsNot, strong, weak, negative, children: all.filter(({ parent }) => parent === id).map(code) }
  }
  return all.filter(({ parent }) => parent === null).map(code)
}

function labelCodes(all: readonly Label[], guidOf: (id: string) => string): readonly Code[] {
  const code = ({ id, name, colour, definition, counts, countsNot }: Label): Code => ({ guid: guidOf(id), kind: 'label', name, short: null, colour, definition, counts, countsNot, strong: [], weak: [], negative: [], children: all.filter(({ parent }) => parent === id).map(code) })
  return all.filter(({ parent }) => parent === null).map(code)
}
