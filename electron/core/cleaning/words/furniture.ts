/** What web pages put round an article: buttons, trails, counters, share rows, footers. */

/** Alone in a line these are furniture wherever they stand. */
const STRONG = [
  '加入收藏', '收藏本文', '收藏此文', '打印此文', '打印本文', '打印本页', '打印页面', '关闭窗口', '关闭本页', '关闭页面', '分享到', '分享至', '无标题文档', '返回首页', '返回顶部', '返回列表', '返回上一页', '设为首页', '网站地图', '联系我们', '字体大小', '扫一扫在手机打开当前页', '扫一扫在手机打开',
  '扫码阅读', '我要纠错', '我要评论', '我要留言', '发表评论', '语音播报', '朗读本文', '微信扫一扫', '分享到微信朋友圈', '分享到微信', '分享到微博', '放大字体', '缩小字体', '复制链接', '一键复制', '点击查看更多', '展开全文', '阅读全文', '无障碍浏览', '长者模式', '关怀版', '阅读原文', '轻触阅读原文', '写留言', '喜欢此内容的人还喜欢', '预览时标签不可点', '继续滑动看下一个', '向上滑动看下一个', '微信扫一扫关注该公众号', '点击关注', '关注我们', '举报/反馈', '我要举报', '广告', '推广', '赞助商广告', '广告位招租', '友情链接', '隐私声明', '网站声明', '登录/注册', '下载客户端', '打开APP', '打开客户端',
]
/** Words of the same rows that are also words of the language: furniture only beside other furniture, or in brackets. */
const WEAK = ['打印', '关闭', '收藏', '下载', '全屏', '分享', '字号', '字体', '大', '中', '小', '加大', '还原', '减小', '默认', '超大', '纠错', '微信', '微博', 'QQ空间', 'QQ', '朋友圈', '微信好友', '评论', '点赞', '在看', '首页', '返回', '保存', '播报', '繁体', '简体', '翻译', '举报', '订阅', '关注']
const NUMBERED = /^(?:浏览次数|浏览量|浏览|点击数|点击量|点击率|点击|阅读次数|阅读量|阅读数|访问次数|访问量|人气|评论数|字数|打印次数)[:：]?\s*\[?[\d,，.万+]*\]?\s*次?$/u
const WHOLE_LINE: readonly RegExp[] = [
  /^(?:您|你)?(?:当前|现在)?(?:的)?(?:位置|所在位置|在的位置)(?:是)?[:：].{0,120}$/u,
  /^首页\s*(?:[>＞»›\-–→/]+\s*\S{1,20}\s*){1,6}$/u,
  /^(?:上一篇|下一篇|上一条|下一条|上篇|下篇)(?:文章)?[:：].{0,100}$/u,
  /^.{0,40}ICP备\s?\d{4,12}号(?:-\d+)?.{0,80}$/iu,
  /^.{0,40}公网安备\s?\d{6,20}号?.{0,60}$/u,
  /^(?:网站|政府网站)标识码[:：]?\s?[\da-z]{6,12}.{0,60}$/iu,
  /^(?:copyright|©|版权所有)\s*[©:：]?.{0,120}$/iu,
  /^(?:主办单位|承办单位|技术支持|运维单位|网站支持IPv6|建议使用|地址|邮编|网站管理)[:：].{0,120}$/u,
  /^(?:扫描|扫一扫|长按|识别).{0,12}二维码.{0,20}$/u,
  /^[（(]?(?:本文(?:来自|由)[^。]{2,40})?(?:更多|精彩)[^。]{0,30}(?:请|敬请|欢迎)(?:下载|关注|点击|扫码|登录|访问)[^。]{0,40}[)）]?$/u,
  /^(?:欢迎|敬请|请)?关注.{0,20}(?:微信)?公众号.{0,20}$/u,
  /^(?:点击|长按)(?:下方|上方|图片|识别|进入|查看|这里|链接).{0,24}$/u,
  /^(?:阅读|在看|点赞|赞|转发|分享|留言|评论)\s*\d[\d.万+]*$/u,
  /^(?:二维码|图集|视频|音频|播放|暂停)$/u,
]
/** What follows these is a list of other articles, to the end of the page. */
const MORE_TO_READ = /^[【[■▲]?\s*(?:相关阅读|延伸阅读|相关链接|相关新闻|相关文章|相关报道|相关稿件|推荐阅读|热门推荐|热点推荐|猜你喜欢|更多新闻|更多精彩|往期回顾|精彩推荐)\s*[】\]]?[:：]?$/u

const byLength = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|')
const WORD = new RegExp(`[【\\[（(]?\\s*(?:(${byLength(STRONG)})|(${byLength(WEAK)}))\\s*[】\\]）)]?[:：]?`, 'guy')
const BETWEEN = /[\s\u3000|｜/／·,，、:：\-–—>＞»【】[\]()（）{}]+/uy
const LONGEST = 160

export type Furniture = 'strong' | 'weak' | null

/** Whether a whole line is furniture: certainly, or only in furniture's company. */
export function furnitureIn(line: string): Furniture {
  if (line.length > LONGEST || /[。！？；]/u.test(line)) return null
  if (NUMBERED.test(line) || WHOLE_LINE.some((pattern) => pattern.test(line))) return 'strong'
  let at = 0
  let strong = false
  let words = 0
  while (at < line.length) {
    WORD.lastIndex = at
    const word = WORD.exec(line)
    if (word) {
      strong ||= word[1] !== undefined || /^[【[]/u.test(word[0])
      words++
      at = WORD.lastIndex
      continue
    }
    BETWEEN.lastIndex = at
    if (!BETWEEN.test(line)) return null
    at = BETWEEN.lastIndex
  }
  return strong || words >= 3 ? 'strong' : words > 0 || line.length <= 3 ? 'weak' : null
}

export const startsMoreToRead = (line: string): boolean => line.length <= 20 && MORE_TO_READ.test(line)
