import { MAX_FILE_BYTES } from '../../contract/importing.ts'

/** Sizes beyond which a file is refused before it can hurt; measured against the hostile files of the import notes. */
export const MAX_TEXT_BYTES = MAX_FILE_BYTES
/** remark-parse needs more than 40 s for a few thousand nested quotes or lists; real documents nest less than ten deep. */
export const MAX_NESTING = 48
export const MAX_FRONT_MATTER = 64 * 1024

export const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`
