/** What an archive may hold before it is refused unread; measured against the hostile files of the import notes. */
export const MAX_MEMBERS = 5000
export const MAX_TOTAL = 300 * 1024 * 1024
export const MAX_MEMBER = 100 * 1024 * 1024
/** Text and XML shrink to a tenth, drawings of one colour to a fiftieth; only what is made to burst shrinks further at such a size. */
export const MAX_RATIO = 150
export const RATIO_COUNTS_FROM = 1024 * 1024
export const MAX_NAME = 1000
