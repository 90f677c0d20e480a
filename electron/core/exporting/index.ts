/** The door of this room. */
export { readJudgements, refuseTooBig, type JudgementFile } from './judgements/read.ts'
export { writeJudgements } from './judgements/write.ts'
export { packOf, type PackOptions } from './pack/pack.ts'
export { batchReport, type Characters, type ReportedEntry, type ReportedFile } from './report/batch-report.ts'
export { reportMarkdown } from './report/markdown.ts'
export { reportWorkbook } from './report/workbook.ts'
