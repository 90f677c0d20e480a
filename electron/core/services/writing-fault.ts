import { Refusal } from '../../contract/errors.ts'
import { isCode } from '../library/index.ts'

/** What went wrong in a folder that a person chose for a file: not the library is full or forbidden, that folder is. */
export function writingFault(error: unknown, folder: string): unknown {
  if (isCode(error, 'EROFS', 'EACCES', 'EPERM')) return new Refusal('READ_ONLY', { folder })
  if (isCode(error, 'ENOENT', 'ENOTDIR')) return new Refusal('NO_SUCH_FILE', { file: folder })
  return isCode(error, 'ENOSPC', 'EDQUOT') ? new Refusal('DISK_FULL', { folder }) : error
}
