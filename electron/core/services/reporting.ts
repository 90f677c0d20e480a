import { join } from 'node:path'
import { Refusal } from '../../contract/errors.ts'
import type { BatchFile, ImportedEntry } from '../../contract/importing.ts'
import type { reportMethods } from '../../contract/reporting.ts'
import { batchReport, reportMarkdown, reportWorkbook, type Characters, type ReportedEntry, type ReportedFile } from '../exporting/index.ts'
import { publish, type Library } from '../library/index.ts'
import type { Context, Service } from './context.ts'
import { writingFault } from './writing-fault.ts'

/** Files read at once; between two groups others are answered. */
const GROUP = 50

export function reportingService({ library }: Context): Service<keyof typeof reportMethods> {
  return {
    'import.report': async ({ id, format, name, folder }, granted) => {
      const place = granted.get(folder)
      if (!place?.folder) throw new Refusal('NO_SUCH_GRANT')
      const batch = library.reads.batches.get(id)
      if (batch === null) throw new Refusal('NO_SUCH_BATCH', { id })
      const files: ReportedFile[] = []
      for (let at = 0; ; at += GROUP) {
        const group = library.reads.batches.files(id, at, GROUP)
        files.push(...reported(library, id, group))
        if (group.length < GROUP) break
        await new Promise<void>((resume) => setImmediate(resume))
      }
      const sheets = batchReport(batch, files.toSorted((a, b) => a.n - b.n))
      const bytes = format === 'md' ? new TextEncoder().encode(reportMarkdown(`导入报告：${batch.label}`, sheets)) : await reportWorkbook(sheets)
      const file = join(place.path, `${name}.${format}`)
      try {
        await publish(library.files, file, (temporary) => library.files.writeNew(temporary, bytes))
      } catch (error) {
        throw writingFault(error, place.path)
      }
      return { file, bytes: bytes.byteLength }
    },
  }
}

function reported({ reads }: Library, batch: string, group: readonly BatchFile[]): ReportedFile[] {
  const documents = new Map(reads.reports.documents(batch, group.map(({ n }) => n)).map((one) => [one.n, one]))
  return group.map((file) => {
    const document = documents.get(file.n)
    return { ...file, format: document?.format ?? null, characters: document ? charactersOf(document.accounts) : null, entries: file.entries.flatMap((entry) => reportedEntry(reads, entry)) }
  })
}

function reportedEntry(reads: Library['reads'], { id, ordinal, present }: ImportedEntry): ReportedEntry[] {
  const stored = reads.entries.stored(id)
  if (stored === null) return []
  const { title, titleIsProvisional, kind, kindReason, place, date, source, notices } = stored.state
  return [{ id, ordinal, title, titleIsProvisional, kind, kindReason, place: [place.province, place.city, place.district].filter((part) => part !== null).join(''), date: date.value, media: source.media, present, notices }]
}

function charactersOf(accounts: readonly { readonly start: number; readonly end: number; readonly fate: keyof Characters }[]): Characters {
  const sums = { kept: 0, moved: 0, dropped: 0, repaired: 0 }
  for (const { start, end, fate } of accounts) sums[fate] += end - start
  return sums
}
