/**
 * A name without the quotation marks it is written with: one text writes them, the next does not, and both mean the same.
 *
 * @example unquoted('“槐荫”说事亭') // '槐荫说事亭'
 */
export const unquoted = (name: string): string => name.replaceAll(/["＂“”„‟‘’‚‛「」『』﹁﹂﹃﹄〝〞〟]/gu, '').trim()
