/** Saved pages and mails (.mht, .mhtml, .eml): the page or text that a person sees, with the pictures that came in the same file. */
import { Refusal } from '../../../contract/errors.ts'
import type { Claim } from '../../../contract/claim.ts'
import { decodeDeclared, declaredIn } from '../declared.ts'
import type { ReadDocument, ReadWarning } from '../document.ts'
import { readPage, type ReadPage } from '../html/index.ts'
import type { Resources } from '../html/addresses.ts'
import { titlesOf } from '../html/claims.ts'
import { dateIn, isNameList } from '../html/values.ts'
import { Projection } from '../projection.ts'
import type { HowToRead, NamedBytes } from '../reader.ts'
import { findWarnings } from '../warnings.ts'
import { tells, together } from './frames.ts'
import { parseMessage, type Leaf, type Message } from './mime.ts'
import { binary, headerText } from './transfer.ts'

/** Throws Refusal: CORRUPT, NO_TEXT, TOO_BIG, TOO_DEEP, TOO_MANY, BINARY, UNDECODABLE. */
export function readMhtml({ name, bytes }: NamedBytes, _tools: unknown, { encoding }: HowToRead): ReadDocument {
  const message = parseMessage(binary(bytes), name)
  const found = framed(pagesIn(message, name, encoding))
  if (found === null) throw new Refusal(message.cut ? 'CORRUPT' : 'NO_TEXT', { file: name, reason: '文件在正文之前就断了' })
  const { page, leaf, decoded } = found
  const warnings = [...(message.cut ? [CUT] : []), ...leftOut(message, leaf), ...findWarnings({ ...decoded, text: page.text, foreign: [] }), ...page.warnings].toSorted((a, b) => a.raw.start - b.raw.start)
  return { name, format: 'mhtml', decoding: decoded.decoding, frontMatter: null, boundaries: [], ...page, claims: claims(message, leaf, page), warnings }
}

type Decoded = ReturnType<typeof decodeDeclared>
interface Found {
  readonly page: ReadPage
  readonly leaf: Leaf
  readonly decoded: Decoded
}

/** Pages that are read at most: a saved page frames a few, an advertisement each. */
const MOST_PAGES = 20

/** Pages before plain text, the one that the file begins with first; those without words are passed over, and plain text is read where there is no page. */
function pagesIn(message: Message, file: string, encoding: HowToRead['encoding']): readonly Found[] {
  const pages = message.leaves.filter(({ type, attached }) => /^(?:text\/html|application\/xhtml\+xml)$/.test(type) && !attached)
  const begins = pages.find(({ id }) => id !== null && id === message.start)
  const texts = message.leaves.filter(({ type, attached }) => type === 'text/plain' && !attached)
  const found: Found[] = []
  for (const leaf of [...(begins === undefined ? [] : [begins]), ...pages.filter((page) => page !== begins), ...texts].slice(0, 50)) {
    if (found.length >= MOST_PAGES || (leaf.type === 'text/plain' && found.length > 0)) break
    const bytes = leaf.bytes()
    if (bytes.length === 0) continue
    const decoded = decodeDeclared(bytes, leaf.charset ?? declaredIn(bytes), file, encoding ?? undefined)
    const page = leaf.type === 'text/plain' ? plainPage(decoded.text) : pageOrNull(decoded.text, file, resourcesOf(message, leaf), leaf.location)
    if (page !== null && page.text.trim() !== '') found.push({ page, leaf, decoded })
  }
  return found
}

/** The pages as one; the file's encoding and address are those of the first that tells something. */
function framed(pages: readonly Found[]): Found | null {
  const first = pages.find(({ page }) => tells(page)) ?? pages[0]
  return first === undefined ? null : { ...first, page: together(pages.map(({ page }) => page)) }
}

function pageOrNull(html: string, file: string, resources: Resources, location: string | null): ReadPage | null {
  try {
    return readPage(html, file, resources, location !== null && /^https?:/i.test(location) ? location : null)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NO_TEXT') return null
    throw error
  }
}

function plainPage(text: string): ReadPage {
  const page = new Projection()
  for (const paragraph of text.replaceAll(/\r\n?/g, '\n').split(/\n[ \t]*\n/)) {
    paragraph.split('\n').filter((line) => line.trim() !== '').forEach((line, index) => (index === 0 ? page.paragraph([line]) : page.line([line])))
  }
  return { ...page.done(), claims: [], pictures: [], warnings: [] }
}

function resourcesOf({ leaves }: Message, page: Leaf): Resources {
  const byId = new Map(leaves.flatMap((leaf) => (leaf.id === null ? [] : [[leaf.id, leaf] as const])))
  const byLocation = new Map(leaves.flatMap((leaf) => (leaf.location === null ? [] : [[leaf.location, leaf] as const])))
  const leafAt = (address: string): Leaf | undefined => (/^cid:/i.test(address) ? byId.get(address.slice(4)) : (byLocation.get(address) ?? byLocation.get(URL.parse(address, page.location ?? undefined)?.href ?? '')))
  return {
    find: (address) => {
      const leaf = leafAt(address)
      return leaf === undefined || leaf === page ? null : { name: leaf.name, bytes: leaf.bytes() }
    },
  }
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** What the head says: of a mail its subject, day and sender; of a saved page only its title and address, for its day is when it was saved. */
function claims({ header }: Message, leaf: Leaf, page: ReadPage): readonly Claim[] {
  const text = (name: string): string => headerText(header(name) ?? '')
  const of = (field: Claim['field'], value: string, from: Claim['from'] = 'properties'): Claim[] => (value === '' ? [] : [{ field, value: value.slice(0, 2000), from, raw: null }])
  const location = header('snapshot-content-location') ?? leaf.location ?? ''
  const saved = location !== '' || /saved by/i.test(header('from') ?? '')
  const address = /^https?:\/\/\S+$/i.test(location) && page.claims.every(({ field }) => field !== 'url') ? of('url', location) : []
  if (saved) return [...page.claims, ...address, ...of('title', titlesOf(text('subject'))[0] ?? '', 'page-title').filter(({ value }) => page.claims.every((claim) => claim.field !== 'title' || claim.value !== value))]
  const sender = text('from').replace(/<[^>]*>/, '').replaceAll('"', '').trim()
  return [...page.claims, ...of('title', text('subject').replace(/^(?:(?:re|fw|fwd|回复|答复|转发)\s*[:：]\s*)+/iu, '')), ...of('date', mailDate(header('date') ?? '')), ...(isNameList(sender) ? of('author', sender) : [])]
}

/** `Tue, 5 Sep 2016 22:30:04 +0800`: the day that the sender wrote. */
function mailDate(text: string): string {
  const [, day = '', month = '', year = ''] = /\b(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})\b/.exec(text) ?? []
  const number = MONTHS.indexOf(month.toLowerCase()) + 1
  return number === 0 ? '' : (dateIn(`${year}-${number}-${day}`) ?? '')
}

const CUT: ReadWarning = { rule: 'reading.left-out', text: '文件不完整，结尾部分缺失', reason: '网页存档没有写到结束标志就断了，断处之后的文字和图片读不到。请重新保存一份，再与这里核对', raw: { start: 0, end: 0 } }

/** Attachments of a mail are files of their own. */
function leftOut({ leaves }: Message, page: Leaf): readonly ReadWarning[] {
  const names = leaves.filter((leaf) => leaf !== page && leaf.attached).map(({ name }) => name || '未命名')
  return names.length === 0 ? [] : [{ rule: 'reading.left-out', text: `邮件的 ${names.length} 个附件没有读入`, reason: `附件要另存为文件后再导入：${names.slice(0, 10).join('、')}`, raw: { start: 0, end: 0 } }]
}
