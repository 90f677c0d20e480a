import { MAX_FILE_BYTES } from '../../contract/importing.ts'
import type { Kind } from './sniff.ts'

/** Sizes beyond which a file is refused before it can hurt; measured against the hostile files of the import notes. */
export const MAX_TEXT_BYTES = 20 * 1024 * 1024
/** remark-parse needs more than 40 s for a few thousand nested quotes or lists; real documents nest less than ten deep. */
export const MAX_NESTING = 48
export const MAX_FRONT_MATTER = 64 * 1024

const MB = 1024 * 1024
/** PDF, OFD and archives carry pictures; a text of 20 MB is a library of its own. */
export function sizeLimit(kind: Kind): number {
  switch (kind) {
    case 'pdf':
    case 'ofd':
    case 'archive':
      return MAX_FILE_BYTES
    case 'docx':
    case 'doc':
    case 'pptx':
    case 'xlsx':
    case 'xls':
    case 'epub':
    case 'rtf':
      return 50 * MB
    default:
      return MAX_TEXT_BYTES
  }
}

/** Seconds a file may take before its helper is ended: a page of text is read in milliseconds, a PDF of 2,000 pages or a full archive is not. */
export function secondsFor(kind: Kind): number {
  switch (kind) {
    case 'pdf':
    case 'archive':
      return 60
    case 'docx':
    case 'doc':
    case 'ofd':
    case 'epub':
    case 'xlsx':
    case 'xls':
    case 'pptx':
      return 30
    default:
      return 10
  }
}

export const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`
