/** What a clipboard holds: a part of a page between two marks, chosen by a person, with the program's own papers round it. */

const START = /<!--\s*StartFragment\s*-->/i
const END = /<!--\s*EndFragment\s*-->/gi
const UNSEEN = /<(style|script|xml|head|title)\b[^]*?<\/\1\s*>|<!--[^]*?-->|<!\[[^\]]{0,200}\]>|<[^>]{0,5000}>/gi

/** The part between the marks; null for a page, which may hold such marks itself where somebody pasted into it. */
export function fragmentOf(html: string): string | null {
  const start = START.exec(html)
  if (start === null) return null
  const from = start.index + start[0].length
  const end = [...html.matchAll(END)].at(-1)?.index ?? html.length
  if (end < from) return null
  const round = `${html.slice(0, start.index)} ${html.slice(end)}`
  return /\S/.test(round.replaceAll(UNSEEN, '')) ? null : html.slice(from, end)
}

/** Clipboard words as a page of their own, marked as what a person chose. Windows puts a head of its own before them. */
export function clipboardPage(html: string): string {
  const bare = html.replace(/^Version:[\d.]+\s[^<]{0,2000}/, '')
  return START.test(bare) ? bare : `<!--StartFragment-->${bare}<!--EndFragment-->`
}
