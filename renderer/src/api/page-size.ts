/** Rows to a page of a long list. */
export const PAGE = 50
