/** Lines that pages put round every article, told by their words. */

/** Buttons, counters, credits of the site and its disclaimers. */
const LINES: readonly RegExp[] = [
  /^[\s>》[【（(]*(?:打印(?:本[页文稿])?|关闭(?:本页|窗口)?|收藏(?:本[页文])?|加入收藏|返回(?:首页|顶部|列表|上一页)|回到(?:首页|顶部)|分享(?:到|至|给.{0,4})?.{0,12}|转发(?:到|至).{0,12}|纠错|我要纠错|点赞|举报|评论|字号.{0,20}|字体.{0,20}|扫一扫.{0,30}|扫码.{0,30}|下一页|上一页|[A-Z]?[+-]\d?|\d{1,4}|\+1|赞|复制链接|(?:放大|缩小|默认)(?:字体)?)[\s<《>》\]】）)]*$/u,
  /^[\s[【（(]*(?:浏览|点击|阅读|访问)(?:次数|量|率|数)?\s*[:：]?\s*\d*\s*次?[\s\]】）)]*$/u,
  /^[\s[【（(]*(?:当前|您的?|你的?|现在|所在)(?:的|所在的?)?位置\s*(?:是)?\s*[:：]/u,
  /^.{0,8}(?:返回|进入).{0,8}(?:首页|频道)\s*(?:>>|》|»)?$/u,
  /^(?:更多|点击).{0,20}(?:请下载|请关注|请点击|资讯|进入|查看).{0,40}$/u,
  /^(?:我要评论|网友评论|发表评论|查看评论)\s*[（(]?\d*[)）]?$/u,
  /^(?:标签|关键词|tags?)\s*[:：]?$/iu,
  /^您(?:认为|觉得).{0,60}[?？]$/u,
  /^[\s[【（(]*(?:上|下)一[篇条](?:文章)?\s*[:：]?/u,
  /ICP备\s*\d|公网安备|网站标识码|增值电信业务|信息网络传播视听节目许可|互联网新闻信息服务许可|广播电视节目制作/u,
  /^(?:copyright|©|\(c\)|版权所有|主办(?:单位)?\s*[:：]|承办(?:单位)?\s*[:：].{0,60}(?:网站|中心)|技术支持\s*[:：])/iu,
]
const MORE = /^[\s>》◆■●|·•[【]*(?:延伸阅读|扩展阅读|拓展阅读|相关(?:阅读|新闻|链接|报道|文章|推荐|资讯|信息|专题|稿件|附件推荐)|推荐阅读|热门(?:推荐|文章|新闻|阅读|评论|排行)|热点(?:推荐|新闻|排行)|精彩(?:推荐|视频推荐|图片)|猜你喜欢|为您推荐|为你推荐|更多(?:新闻|文章|精彩|推荐)|大家都在看|大家还在看|今日推荐|编辑推荐|最新(?:新闻|资讯|文章|评论)|阅读排行|点击排行|新闻排行|排行榜|网友评论|跟帖评论|我来说两句|发表评论)[\s\]】:：>》]*/u

/** The words on buttons; a line of nothing else is a row of them. */
const BUTTONS = /打印|关闭|收藏|分享(?:到|至)?|字体|字号|放大|缩小|正常|默认|调整|转发|微信好友|微信|微博|QQ空间|QQ好友|QQ|新浪|腾讯|朋友圈|人人网|豆瓣|扫一扫|手机(?:看|浏览|阅读|版)|在手机(?:上|端)?(?:打开|查看|浏览|阅读)|举报|我要纠错|纠错|我要评论|评论|点赞|点击|返回(?:顶部|首页|列表)?|回到顶部|首页|上一页|下一页|尾页|末页|本页|本文|窗口|二维码|无障碍(?:阅读)?|繁體|简体|语音播报|复制链接|加入|[大中小]|[Aa][+-]?|\d+/gu
const TELLING = /打印|收藏|分享|字体|字号|朋友圈|微博|纠错|举报|评论|返回|页|二维码|点赞|放大/u
const PAGER = /^(?:[\s[【（(]*(?:\d{1,3}|上一页|下一页|首页|尾页|末页)[\s\]】）)]*[\s|,，]*){2,40}$/u

const isButtons = (text: string): boolean => text.length <= 80 && TELLING.test(text) && text.replaceAll(BUTTONS, '').replaceAll(/[^\p{L}\p{N}]/gu, '') === ''
/** A row of page numbers: the article goes on elsewhere. */
export const isPager = (text: string): boolean => text.length <= 120 && PAGER.test(text) && /1\D+2|下一页/u.test(text)

export const isBoilerplate = (text: string): boolean => text.length <= 300 && (isPager(text) || isButtons(text.trim()) || LINES.some((line) => line.test(text.trim())))
/** The head of a list of other pages. */
export const startsMore = (text: string): boolean => text.length <= 20 && MORE.test(text)
/** What a site says of its own rights, under whatever it shows. */
export const isLegal = (text: string): boolean => /版权(?:所有|声明|归)|免责声明|著作权|未经.{0,8}(?:授权|许可|同意)|侵(?:权|犯).{0,12}(?:删除|联系|通知)|邮编\s*[:：]|违法和不良信息|ICP备|公网安备|不代表本(?:站|网)/u.test(text)
