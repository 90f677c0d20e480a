/** What a clean article of plain paragraphs has besides its text: for tests that are about something else. */
import type { CleanArticle } from '../../../electron/core/cleaning/article.ts'

export const NOTHING_MORE: Pick<CleanArticle, 'statedPlace' | 'references' | 'pictures' | 'disagreements' | 'offers' | 'boundary' | 'confidence' | 'confidenceReasons'> = {
  statedPlace: null,
  references: [],
  pictures: [],
  disagreements: [],
  offers: [],
  boundary: { at: 0, confidence: 1, basis: 'start', reason: '文件从这里开始' },
  confidence: 1,
  confidenceReasons: [],
}
