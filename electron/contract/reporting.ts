/** The report of an import batch (导入报告) as a file: what became of every file, and what cleaning did to it. */
import { z } from 'zod'
import { BatchId } from './importing.ts'
import { Grant } from './library.ts'
import { method } from './method.ts'
import { PackName } from './packing.ts'

export const ReportFormat = z.enum(['md', 'xlsx'])
export type ReportFormat = z.infer<typeof ReportFormat>

export const reportMethods = {
  /** Writes `name`.md or `name`.xlsx into the folder. Never overwrites. */
  'import.report': method(z.strictObject({ id: BatchId, format: ReportFormat, name: PackName, folder: Grant }), z.strictObject({ file: z.string(), bytes: z.int() })),
} as const
