/** What a page states about itself outside the words of its article: meta tags, JSON-LD, its headings and its title. */
import { ClaimFrom, type Claim, type ClaimField } from '../../../contract/claim.ts'
import type { Span } from '../../../contract/span.ts'
import { articleData } from './json-ld.ts'
import { dateIn, isNameList, lettersOf, nameList } from './values.ts'
import type { Page } from './tree.ts'

/** Names of the meta tags that pages of authorities carry: 国办发〔2017〕47号, GB/T 42147. */
const GOVERNMENT: Readonly<Record<string, ClaimField>> = { articletitle: 'title', pubdate: 'date', contentsource: 'media', author: 'author', keywords: 'keywords', url: 'url' }
/** Any of these says that the page keeps to that standard; `author` and `keywords` alone stand on every page. */
const TELLING = new Set(['articletitle', 'contentsource', 'columnname', 'sitename', 'siteidcode'])

const OPEN: Readonly<Record<string, ClaimField>> = {
  'og:title': 'title', 'twitter:title': 'title',
  'article:published_time': 'date', 'og:published_time': 'date', 'og:release_date': 'date', publishdate: 'date', pubdate: 'date', publish_date: 'date', publishtime: 'date', firstpublishedtime: 'date', datepublished: 'date', 'dc.date': 'date', 'weibo:article:create_at': 'date', 'bytedance:published_time': 'date',
  'article:author': 'author', author: 'author', 'og:article:author': 'author', 'dc.creator': 'author',
  source: 'media', 'og:site_name': 'media', mediaid: 'media', contentsource: 'media',
  'og:url': 'url', keywords: 'keywords',
}

const stated = (field: ClaimField, value: string, from: Claim['from'], raw: Span | null = null): Claim => ({ field, value, from, raw })

/** Best first. `heading` is the heading of the article, where one was found in the page; `printed` what stands in the lines round it. */
export function claimsOf({ head, savedFrom, account }: Page, heading: { readonly text: string; readonly raw: Span } | null, printed: readonly Claim[]): readonly Claim[] {
  const government = head.meta.some(({ name }) => TELLING.has(name))
  const site = head.meta.find(({ name }) => name === 'sitename' || name === 'og:site_name')?.content ?? ''
  const fromMeta = head.meta.flatMap(({ name, content }): Claim[] => {
    const official = government ? GOVERNMENT[name] : undefined
    const field = official ?? OPEN[name]
    return field === undefined ? [] : [stated(field, content, official === undefined ? 'open-graph' : 'government-meta')]
  })
  const address = savedFrom ?? head.links.find(({ rel }) => rel === 'canonical')?.href ?? ''
  const all = [
    ...fromMeta,
    ...printed,
    ...(account === null ? [] : [stated('media', account.name, 'printed'), stated('date', account.published, 'printed')]),
    ...(address === '' ? [] : [stated('url', address, 'properties')]),
    ...(heading === null ? [] : [stated('title', heading.text, 'heading', heading.raw)]),
    ...articleData(head.data).map(({ field, value }) => stated(field, value, 'json-ld')),
    ...titlesOf(head.title).slice(0, 1).map((title) => stated('title', title, 'page-title')),
  ]
  const order = ClaimFrom.options
  return unique(all.flatMap((claim) => tidied(claim, site))).toSorted((a, b) => order.indexOf(a.from) - order.indexOf(b.from))
}

/** Letters of the people and media that the head of a page names. */
export function namesIn({ head, account }: Page): ReadonlySet<string> {
  const named = head.meta.flatMap(({ name, content }) => (['author', 'media'].includes(GOVERNMENT[name] ?? OPEN[name] ?? '') ? nameList(content).split('、') : []))
  return new Set([...named, ...(account === null ? [] : [account.name])].map(lettersOf).filter((name) => name !== ''))
}

/** A value as its field can hold it; nothing for one that is none: numbers for authors, the site's name for a title. */
function tidied(claim: Claim, site: string): Claim[] {
  const value = claim.value.replaceAll(/\s+/gu, ' ').trim().slice(0, 2000)
  switch (claim.field) {
    case 'date': {
      const date = dateIn(value)
      return date === null ? [] : [{ ...claim, value: date }]
    }
    case 'author':
    case 'reporter':
    case 'editor':
    case 'reviewer':
    case 'photographer':
    case 'correspondent': {
      const names = nameList(value)
      return isNameList(names) && lettersOf(names) !== lettersOf(site) ? [{ ...claim, value: names }] : []
    }
    case 'media': {
      const media = value.replace(/^(?:来源|稿源)\s*[:：]\s*/u, '').replace(/\s*原创稿$/u, '')
      return media === '' || media.length > 60 || /^[\d\s]+$|[。！？；]/u.test(media) ? [] : [{ ...claim, value: media }]
    }
    case 'title': {
      const title = claim.from === 'open-graph' ? (titlesOf(value)[0] ?? '') : value
      return title === '' || COLUMN.test(title) || lettersOf(title) === lettersOf(site) ? [] : [{ ...claim, value: title.slice(0, 300) }]
    }
    case 'url':
      return /^https?:\/\/\S+$/i.test(value) ? [{ ...claim, value }] : []
    default:
      return value === '' ? [] : [{ ...claim, value }]
  }
}

/** Names of columns, which careless sites give to every page. */
const COLUMN = /^(?:新闻(?:动态|中心|详情|内容|资讯)?|通知(?:公告)?|公告(?:公示)?|工作动态|动态|要闻|首页|正文|详情页?|文章(?:详情|内容|正文)?|内容页?|信息公开|政务公开|无标题(?:文档)?|untitled(?:\s\w+)?|index|document|news|detail|新建网页.*)$/iu

function unique(claims: readonly Claim[]): readonly Claim[] {
  const seen = new Set<string>()
  return claims.filter(({ field, value, from }) => {
    const key = `${field} ${from} ${value}`
    return !seen.has(key) && seen.add(key)
  })
}

/** Signs between an article's title and its site's or column's name. A dash of two is part of Chinese titles. */
const CUT = /\s*(?:_{1,3}|\||｜|--|—_|\s[-–—]\s|(?<!—)—(?!—)|\s·\s|»|\s>\s)\s*/u
const NAME_OF_SITE = /[-－–]\s*[^-－–]{0,16}(?:网|网站|新闻|频道|传媒|官网|日报|晚报|政府|在线|客户端|公众号|研究院|委员会)$/u

/** What may be the article's title in a page's <title>: the parts of it, the likeliest first. */
export function titlesOf(title: string): readonly string[] {
  const whole = title.replaceAll(/\s+/gu, ' ').trim()
  if (whole === '') return []
  const parts = whole.split(CUT).map((part) => part.replace(NAME_OF_SITE, '').trim()).filter((part) => part !== '')
  const [first = '', ...others] = parts
  // The site's name stands first on some pages: then the article's is longer by far.
  const longest = others.reduce((best, part) => (part.length > best.length ? part : best), '')
  const site = /(?:网|网站|频道|日报|晚报|政府|中心|委员会|学会|协会|研究院)$/u
  return (first.length < 5 || site.test(first)) && longest.length > first.length + 4 ? [longest, first] : parts
}
