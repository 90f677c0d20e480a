/** A passage and its citation as the form of text that goes into a document: a quotation, and under it where it comes from. */

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ESCAPED[sign] ?? sign)

/** An address of the citation becomes a link; nothing else of what a text holds becomes markup. */
export function citedHtml(passage: string, cited: string): string {
  const paragraphs = passage.split('\n').filter((line) => line.trim() !== '').map((line) => `<p>${escape(line)}</p>`).join('')
  const source = escape(cited).replaceAll(/https?:\/\/[^\s<>]*[^\s<>.,;，。；、）)]/g, (url) => `<a href="${url}">${url}</a>`)
  return `<blockquote>${paragraphs}</blockquote><p>${source}</p>`
}
