import { Refusal } from '../../../contract/errors.ts'

/** What pdfjs-dist throws, as a person should hear of it. */
export function refusalOf(error: unknown, file: string): Refusal {
  if (error instanceof Refusal) return error
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return new Refusal('ENCRYPTED', { file })
  return new Refusal('CORRUPT', { file, reason: name === 'InvalidPDFException' ? '不是完整的 PDF' : 'PDF 的内部结构有误' })
}
