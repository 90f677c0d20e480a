/** Web pages as authorities, papers and WeChat build them; the words are our own. */

export const PROSE = [
  '近年来，青禾街道坚持党建引领，把议事桌搬进楼栋，推动居民先提、网格员后办，形成了七天答复的工作闭环。',
  '去年以来，全街道共收集居民诉求四百一十六件，办结三百二十件，群众满意率达到百分之九十六，得到了上级的肯定。',
  '下一步，青禾街道将继续完善制度，推动治理重心下移，努力打造共建共治共享的社区治理新格局。',
] as const
const paragraphs = (open: string, close: string): string => PROSE.map((text) => `${open}${text}${close}`).join('')

const MENU = '<div class="hd"><a href="/">首页</a><a href="/1">新闻</a><a href="/2">政务</a><a href="/3">服务</a></div>'
const FOOT = '<div class="ft"><p>青禾网版权所有，未经书面授权不得转载或建立镜像，违者必究。地址：青禾市人民路1号，邮编：100000。</p><p>免责声明：本站部分内容来自互联网，不代表本站观点，如有侵权请联系我们删除。</p></div>'
const page = (title: string, body: string, head = ''): string => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${MENU}${body}${FOOT}</body></html>`

/** What stands in the page, line by line; what is the article begins with `+`, what is beside it with its reason in brackets. */
export const PAGES: readonly (readonly [name: string, html: string, lines: readonly string[]])[] = [
  ['a notice of an authority, its title in two lines, an attachment below', page('青禾市人民政府办公室关于推进网格化治理的通知_青禾市人民政府', `<div class="wz">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a></div><div class="main"><div class="title">青禾市人民政府办公室<br>关于推进网格化治理的通知</div><div class="info"><span>发布时间：2024-03-05 10:00</span><span>来源：市政府办公室</span><span>字体：[<a href="javascript:">大</a> <a href="javascript:">小</a>]</span></div><div class="TRS_Editor">${paragraphs('<p>　　', '</p>')}<p align="right">青禾市人民政府办公室</p><p align="right">2024年3月1日</p></div><div class="fj">附件：<a href="a.docx">1.网格员名册.docx</a></div><div><a href="javascript:print()">【打印本页】</a></div><div>上一篇：<a href="1.html">关于做好防汛工作的通知</a></div></div>`), [
    '[这里几乎都是链接，像栏目导航或别的文章的标题] 首页新闻政务服务', '[网页的按钮、计数或页脚文字] 当前位置：首页 > 政务公开', '+青禾市人民政府办公室', '+关于推进网格化治理的通知', '+发布时间：2024-03-05 10:00 来源：市政府办公室 字体：[大 小]',
    ...PROSE.map((text) => `+　　${text}`), '+青禾市人民政府办公室', '+2024年3月1日', '+附件：1.网格员名册.docx', '[这里几乎都是链接，像栏目导航或别的文章的标题] 【打印本页】', '[这里几乎都是链接，像栏目导航或别的文章的标题] 上一篇：关于做好防汛工作的通知',
    '[网站自己的版权或免责声明，不在正文之内] 青禾网版权所有', '[网站自己的版权或免责声明，不在正文之内] 免责声明',
  ]],
  ['a page of a paper, with kicker, subtitle and byline', page('青禾日报-2024年03月05日-第03版:基层治理-议事桌搬进楼栋', `<ul><li><a href="1">议事桌搬进楼栋</a></li><li><a href="2">小网格大作为</a></li></ul><div><h3>青禾街道探索基层治理新路</h3><h1>议事桌搬进楼栋</h1><h2>一年办结居民诉求三百二十件</h2><p class="sec">本报记者 周青<span>《青禾日报》（2024年03月05日 第03版）</span></p></div><div id="ozoom">${paragraphs('<p>', '</p>')}</div>`), [
    '[这里几乎都是链接，像栏目导航或别的文章的标题] 首页新闻政务服务', '[这里几乎都是链接，像栏目导航或别的文章的标题] 议事桌搬进楼栋\n小网格大作为', '+青禾街道探索基层治理新路', '+议事桌搬进楼栋', '+一年办结居民诉求三百二十件', '+本报记者 周青《青禾日报》（2024年03月05日 第03版）',
    ...PROSE.map((text) => `+${text}`), '[网站自己的版权或免责声明，不在正文之内] 青禾网版权所有', '[网站自己的版权或免责声明，不在正文之内] 免责声明',
  ]],
  ['lines too short for prose, under their title', page('村规民约_青禾网', '<div><h1>村规民约</h1><div><p>爱国爱家邻里和睦</p><p>孝老爱亲垃圾分类</p><p>红白简办共建家园</p></div></div>'), [
    '[这里几乎都是链接，像栏目导航或别的文章的标题] 首页新闻政务服务', '+村规民约', '+爱国爱家邻里和睦', '+孝老爱亲垃圾分类', '+红白简办共建家园', '[网站自己的版权或免责声明，不在正文之内] 青禾网版权所有', '[网站自己的版权或免责声明，不在正文之内] 免责声明',
  ]],
  ['a list of other articles in the middle, comments below', page('中间夹着推荐_青禾网', `<div><h1>中间夹着推荐</h1><div><p>${PROSE[0]}</p><p>${PROSE[1]}</p><div class="related"><h4>相关阅读</h4><ul><li><a href="/x">别的文章一二三</a></li></ul></div><p>${PROSE[2]}</p></div><div class="comments"><p>我觉得这个做法非常好，我们小区也应该学习一下，希望能够推广到全市。</p></div></div>`), [
    '[这里几乎都是链接，像栏目导航或别的文章的标题] 首页新闻政务服务', '+中间夹着推荐', `+${PROSE[0]}`, `+${PROSE[1]}`, '[相关链接与推荐] 相关阅读', '[相关链接与推荐] 别的文章一二三', `+${PROSE[2]}`, '[评论区] 我觉得这个做法非常好', '[网站自己的版权或免责声明，不在正文之内] 青禾网版权所有', '[网站自己的版权或免责声明，不在正文之内] 免责声明',
  ]],
  ['background that a paper prints under 相关链接 is told, not linked', page('背景链接_青禾网', `<div><h1>背景链接</h1><div>${paragraphs('<p>', '</p>')}<p><strong>相关链接</strong></p><p>议事桌制度是青禾街道二〇一九年起试行的一项居民协商制度，由楼栋长召集，每月一次，议题由居民提出。</p></div></div>`), [
    '[这里几乎都是链接，像栏目导航或别的文章的标题] 首页新闻政务服务', '+背景链接', ...PROSE.map((text) => `+${text}`), '+相关链接', '+议事桌制度是青禾街道二〇一九年起试行的一项居民协商制度，由楼栋长召集，每月一次，议题由居民提出。', '[网站自己的版权或免责声明，不在正文之内] 青禾网版权所有', '[网站自己的版权或免责声明，不在正文之内] 免责声明',
  ]],
  ['a page laid out in tables, words and breaks without paragraphs', page('议事桌搬进楼栋-青禾长安网', `<table><tr><td><table><tr><td>热点新闻</td></tr><tr><td><a href="/11">全市政法工作会议召开</a></td></tr></table></td><td><table><tr><td align="center"><b>议事桌搬进楼栋</b></td></tr><tr><td>2024-03-05 来源：青禾长安网 编辑：李禾</td></tr><tr><td>　　${PROSE.join('<br><br>　　')}</td></tr></table></td></tr></table>`), [
    '[这里几乎都是链接，像栏目导航或别的文章的标题] 首页新闻政务服务', '[在正文区之外] 热点新闻', '[这里几乎都是链接，像栏目导航或别的文章的标题] 全市政法工作会议召开', '+议事桌搬进楼栋', '+2024-03-05 来源：青禾长安网 编辑：李禾', ...PROSE.map((text) => `+　　${text}`), '[网站自己的版权或免责声明，不在正文之内] 青禾网版权所有', '[网站自己的版权或免责声明，不在正文之内] 免责声明',
  ]],
]

export const WECHAT = `<!DOCTYPE html><html><head><meta charset="utf-8"><title></title><meta property="og:title" content="青禾：议事桌搬进楼栋"><meta name="author" content="周青"><script>var nickname = htmlDecode("青禾发布"); var ct = "1709600400";</script></head><body><div id="page-content"><h1 id="activity-name">青禾：议事桌搬进楼栋</h1><div id="meta_content"><span class="rich_media_meta">原创</span><span class="rich_media_meta rich_media_meta_text">周青</span><a id="js_name">青禾发布</a><em id="publish_time" class="rich_media_meta"></em></div><div id="js_content" style="visibility: hidden;"><section><section>01</section></section><section>怎么做</section>${paragraphs('<section><span>', '</span></section>')}<p>编辑：李禾</p></div></div><div><p>微信扫一扫</p><p>预览时标签不可点</p></div></body></html>`

export const LIST = page('工作动态_青禾市政府', `<div><h2>工作动态</h2><ul>${Array.from({ length: 29 }, (_, i) => `<li><a href="/${i}.html">第${i}条：青禾街道召开专题会议研究部署工作</a><span>2024-03-${String(i + 1).padStart(2, '0')}</span></li>`).join('')}</ul></div>`)
export const PAGED = page('议事桌进楼栋_青禾网', `<div><h1>议事桌进楼栋</h1>${paragraphs('<p>', '</p>')}<p>【1】【2】【3】【4】</p></div>`)
