/** What a person calls the fields that a statement or an offer is about. */
import type { ClaimField } from '../contract/claim.ts'
import type { AbsentField } from '../contract/entry.ts'

export const FIELD_NAMES: Readonly<Record<ClaimField | AbsentField, string>> = {
  title: '标题', kicker: '肩题', subtitle: '副题',
  authors: '作者', author: '作者', reporter: '记者', correspondent: '通讯员', photographer: '摄影', editor: '编辑', reviewer: '审核',
  media: '来源', 'source.media': '来源', page: '版次', 'source.page': '版次', url: '网址', 'source.url': '网址', date: '日期',
  place: '地点', 'place.province': '省', 'place.city': '市', 'place.district': '县（区）',
  rights: '权利', 'rights.statement': '权利声明', note: '编者按', editorNote: '编者按', keywords: '关键词',
}
