/** The door of archive: ZIP files of every kind, read as if everybody who made them meant harm. */
export { openArchive, type Archive, type Member } from './archive.ts'
export { MAX_MEMBER, MAX_MEMBERS, MAX_TOTAL } from './limits.ts'
export { repack } from './repack.ts'
