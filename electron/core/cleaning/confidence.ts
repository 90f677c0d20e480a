/** How sure the rules are of an article as a whole, and why not more: what a person should look at before accepting it unseen. */
import type { Account } from '../../contract/importing.ts'
import type { ReadDocument } from '../reading/document.ts'
import type { CleanArticle, Cleaned } from './article.ts'

const DAMAGE: ReadonlySet<string> = new Set(['reading.replaced', 'reading.garbled', 'reading.private-use', 'reading.foreign', 'reading.text-layer'])
const LEFT_OUT: ReadonlySet<string> = new Set(['reading.table', 'reading.left-out'])
/** Most of a web page is not its article; of other files not much should go. */
const PAGES: ReadonlySet<string> = new Set(['html', 'mhtml'])
/** What these drop belongs to the whole file: its cover and table of contents. */
const OF_THE_FILE: ReadonlySet<string> = new Set(['contents', 'split'])
const SHORT = 60
const MANY_FLAGS = 5

interface Doubt {
  readonly weight: number
  readonly reason: string
}

export function withConfidence(document: ReadDocument, { articles, accounts, possible }: Cleaned): readonly CleanArticle[] {
  const shares = droppedShares(document.text, accounts)
  return articles.map((article) => {
    const doubts = doubtsOf(article, document, shares.get(article.ordinal) ?? 0, possible.length > 1 && articles.length === 1)
    const confidence = doubts.reduce((left, { weight }) => left * (1 - weight), 1)
    return { ...article, confidence: Math.round(Math.max(0.05, confidence) * 100) / 100, confidenceReasons: doubts.map(({ reason }) => reason) }
  })
}

function doubtsOf(article: CleanArticle, { decoding, format }: ReadDocument, dropped: number, more: boolean): Doubt[] {
  const doubts: Doubt[] = []
  const doubt = (when: boolean, weight: number, reason: string): void => {
    if (when) doubts.push({ weight, reason })
  }
  const { boundary, notices, disagreements } = article
  doubt(boundary.confidence < 1, 1 - boundary.confidence, `从这里分篇的把握为 ${Math.round(boundary.confidence * 100)}%：${boundary.reason}`)
  doubt(more, 0.3, '这份文件里可能不止一篇，没有把握自动分开')
  doubt(decoding?.unsure ?? false, 0.3, '文字编码是推断的，请核对文字是否通顺')
  doubt(article.title === null, 0.2, '没有找到题目，题目是暂拟的')
  const damage = notices.filter(({ rule }) => DAMAGE.has(rule)).length
  doubt(damage > 0, damage > MANY_FLAGS ? 0.4 : 0.2, `原文有 ${damage} 处缺损或乱码`)
  const left = notices.filter(({ rule }) => LEFT_OUT.has(rule)).length
  doubt(left > 0, 0.1, `有 ${left} 处内容没有随文件保存，或只能大致读出`)
  const percent = Math.round(dropped * 100)
  if (PAGES.has(format)) doubt(dropped > 0.95, 0.3, `页面上的文字有 ${percent}% 被当作网页部件删去`)
  else doubt(dropped > 0.3, 0.3, `原文有 ${percent}% 的文字被删去`)
  doubt(article.body.length < SHORT, 0.3, `正文只有 ${article.body.length} 个字`)
  doubt(disagreements.some(({ field }) => field === 'title'), 0.15, '题目有两种说法')
  doubt(disagreements.some(({ field }) => field === 'date'), 0.1, '日期有两种说法')
  doubt(article.incomplete, 0.1, '原文登在几处，这里不完整')
  const flags = notices.filter(({ action, rule }) => action === 'flagged' && !rule.startsWith('reading.')).length
  doubt(flags >= MANY_FLAGS, 0.1, `有 ${flags} 处疑点需要核对`)
  return doubts
}

/** Of the words of each article, what part was dropped. */
function droppedShares(text: string, accounts: readonly Account[]): ReadonlyMap<number, number> {
  const sums = new Map<number, { all: number; dropped: number }>()
  for (const { start, end, fate, rule, ordinal } of accounts) {
    if (ordinal === null || rule === 'whitespace' || rule === 'markup' || (fate === 'dropped' && OF_THE_FILE.has(rule ?? ''))) continue
    const words = text.slice(start, end).replaceAll(/\s/gu, '').length
    const sum = sums.get(ordinal) ?? { all: 0, dropped: 0 }
    sums.set(ordinal, { all: sum.all + words, dropped: sum.dropped + (fate === 'dropped' ? words : 0) })
  }
  return new Map([...sums].map(([ordinal, { all, dropped }]) => [ordinal, all === 0 ? 0 : dropped / all]))
}
