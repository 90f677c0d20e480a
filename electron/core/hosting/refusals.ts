import { Refusal, type ErrorCode } from '../../contract/errors.ts'

const CODES: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EEXIST: 'EXISTS',
  ENOENT: 'NO_SUCH_FILE',
  ENOTDIR: 'NO_SUCH_FILE',
  EACCES: 'LIBRARY_READ_ONLY',
  EPERM: 'LIBRARY_READ_ONLY',
  EROFS: 'LIBRARY_READ_ONLY',
}

/** Runs `work`; an error of the file system becomes a refusal that names `subject`, any other error stays itself. */
export function refusalOf<T>(work: () => T, subject: string): T {
  try {
    return work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? CODES[error.code] : undefined
    throw code === undefined ? error : new Refusal(code, { file: subject, folder: subject })
  }
}
