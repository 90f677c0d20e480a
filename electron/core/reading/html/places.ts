/** Parts of a page that name themselves as something other than the article, by their element or by the words in their class and id. */
import type { Element } from './tree.ts'

const TAGS: Readonly<Record<string, string>> = { nav: '导航栏', footer: '页脚', aside: '网页的边栏', button: '按钮' }
const ROLES: Readonly<Record<string, string>> = { navigation: '导航栏', contentinfo: '页脚', complementary: '网页的边栏', search: '搜索框', banner: '页头', menu: '菜单' }

/** Words are matched whole: `nav`, `top-nav`, `navBar`, but not `navy`. */
const WORDS: readonly (readonly [reason: string, pattern: RegExp])[] = [
  ['导航栏', /(?:^|[\s_-])(?:nav(?:bar|igation|i)?|menus?|bread(?:crumbs?)?|crumbs?|weizhi|dangqian|daohang|channel-?nav|topbar|sitemap)(?:$|[\s_-])/],
  ['分享按钮', /(?:^|[\s_-])(?:shares?|sharebox|bdshare\S*|jiathis\S*|social|fenxiang|bshare\S*)(?:$|[\s_-])/],
  ['评论区', /(?:^|[\s_-])(?:comments?|reply|replies|pinglun|disqus|gentie|tie-?area|post-comment)(?:$|[\s_-])/],
  ['相关链接与推荐', /(?:^|[\s_-])(?:related?|relevant|recommend(?:ed|s)?|tuijian|hot(?:news|list|rank)?|rank(?:ing)?|paihang|guess|more-?news|xiangguan)(?:$|[\s_-])/],
  ['页脚', /(?:^|[\s_-])(?:foot(?:er)?|copyright|banquan|beian|friend-?links?|youlian)(?:$|[\s_-])/],
  ['广告', /(?:^|[\s_-])(?:ads?|advert\S*|guanggao|sponsor\S*|promo(?:tion)?)(?:$|[\s_-])/],
  ['登录与搜索', /(?:^|[\s_-])(?:login|register|search(?:box|bar)?|sousuo)(?:$|[\s_-])/],
  ['网页的边栏', /(?:^|[\s_-])(?:side-?bar|sider)(?:$|[\s_-])/],
]

/** The words that programmers join: `topNav`, `nav_bar`, `footer2`. */
const spelled = (name: string): string => name.replaceAll(/([a-z])([A-Z])/g, '$1-$2').replaceAll(/\d+/g, '').toLowerCase()

const known = new WeakMap<Element, string | null>()

/** What the place of a block says it is, or null. The outermost that says so decides. */
export function placeOf(path: readonly Element[]): string | null {
  for (const element of path) {
    const place = placeOfElement(element)
    if (place !== null) return place
  }
  return null
}

function placeOfElement(element: Element): string | null {
  const before = known.get(element)
  if (before !== undefined) return before
  const { name, attributes } = element
  const words = spelled(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`.slice(0, 300))
  const place = name === 'body' ? null : (TAGS[name] ?? ROLES[attributes['role'] ?? ''] ?? WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null)
  known.set(element, place)
  return place
}
