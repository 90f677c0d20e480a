/** What people and crawlers call the columns of a list of articles. */
import type { RowField } from '../../../contract/reviewing.ts'

const WORDS: readonly (readonly [RowField, string])[] = [
  ['body', '正文|全文|正文内容|全文内容|文章内容|文章正文|新闻内容|案例正文|案例内容|案例全文|稿件内容|详细内容|原文|原文内容|fulltext|maintext|articletext|articlebody|body'],
  ['body', '内容|文本|稿件|content|contents|text|article|rawtext'],
  ['body', '主要内容|主要做法|内容摘要|摘要|简介|案例简介|描述|summary|abstract|description'],
  ['title', '标题|题名|题目|名称|篇名|案例名称|案例标题|案例题目|文章标题|文章题目|文章名称|新闻标题|稿件标题|文件名称|文件标题|title|articletitle|headline|subject|casename'],
  ['kicker', '肩题|引题|眉题|kicker'],
  ['subtitle', '副标题|副题|subtitle|subtitles'],
  ['media', '来源|媒体|媒体名称|来源媒体|文章来源|信息来源|稿件来源|新闻来源|数据来源|出处|报纸|报刊|刊物|期刊|网站|网站名称|公众号|发布单位|发布机构|发文机关|发文单位|供稿单位|报送单位|source|sourcename|media|publisher|site|sitename|newspaper'],
  ['date', '日期|时间|发布日期|发布时间|发表日期|发表时间|刊发日期|刊发时间|刊登日期|见报日期|出版日期|发文日期|成文日期|印发日期|公布日期|date|time|pubdate|publishdate|publishtime|publishedat|published|publicationdate|posttime|releasedate'],
  ['author', '作者|作者姓名|记者|撰稿|撰稿人|供稿|供稿人|撰文|执笔|执笔人|署名|author|authors|writer|byline|reporter'],
  ['editor', '编辑|责编|责任编辑|editor|editors'],
  ['place', '地区|地点|地域|地方|所属地区|所在地区|所在地|属地|省份|省|省市|市|地市|城市|区县|县区|市县|县市区|区域|行政区划|案例地区|province|city|county|district|region|area|place|location'],
  ['page', '版次|版面|版号|版|page'],
  ['url', '网址|链接|原文链接|文章链接|新闻链接|原文网址|原文地址|地址链接|url|link|href|sourceurl|sourcelink|articleurl|originalurl|weburl'],
  ['keywords', '关键词|关键字|标签|主题词|keyword|keywords|tags'],
  ['rights', '版权|权利|版权声明|使用权限|copyright|rights|licence|license'],
]
const PATTERNS = WORDS.map(([field, words], rank) => ({ field, rank, pattern: new RegExp(`^(?:${words})$`) }))

export interface Named {
  readonly field: RowField
  /** Less is better where several columns could be the same. */
  readonly rank: number
}

/** What a column's head says it holds: `发布日期（必填）`, `publish_date`, `2、标题:`. */
export function namedField(head: string): Named | null {
  const word = head.toLowerCase().replaceAll(/[（(【[][^）)】\]]*[）)】\]]/g, '').replaceAll(/[\s_\-:：*＊.、．]|^\d+/g, '')
  const found = PATTERNS.find(({ pattern }) => pattern.test(word))
  return found === undefined ? null : { field: found.field, rank: found.rank }
}
