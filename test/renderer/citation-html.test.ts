import { describe, expect, it } from 'vitest'
import { citedHtml } from '../../renderer/src/parts/citation-html.ts'
import { sentencesAround } from '../../renderer/src/parts/sentences.ts'

describe('a passage as a document takes it', () => {
  it('is a quotation in its paragraphs, and under it the source', () => {
    expect(citedHtml('一\n\n二', '甲. 乙[N].')).toBe('<blockquote><p>一</p><p>二</p></blockquote><p>甲. 乙[N].</p>')
  })
  it('makes a link of the address, without the full stop behind it', () => {
    expect(citedHtml('一', '某网, 2023. https://a.example/b?c=1&d=2.')).toBe('<blockquote><p>一</p></blockquote><p>某网, 2023. <a href="https://a.example/b?c=1&amp;d=2">https://a.example/b?c=1&amp;d=2</a>.</p>')
  })
  it('lets nothing of a text become markup', () => {
    expect(citedHtml('<img onerror="x">', '<b>&')).toBe('<blockquote><p>&lt;img onerror=&quot;x&quot;&gt;</p></blockquote><p>&lt;b&gt;&amp;</p>')
  })
})

describe('the sentences around a stretch', () => {
  const paragraphs = [{ text: '甲。乙！丙', start: 0 }, { text: '丁？戊', start: 6 }]
  it('are whole, from the first it touches to the last', () => {
    expect(sentencesAround(paragraphs, { start: 3, end: 4 })).toEqual({ start: 2, end: 4 })
    expect(sentencesAround(paragraphs, { start: 1, end: 3 })).toEqual({ start: 0, end: 4 })
    expect(sentencesAround(paragraphs, { start: 4, end: 7 })).toEqual({ start: 4, end: 8 })
  })
  it('are the stretch itself where there are none', () => {
    expect(sentencesAround([], { start: 3, end: 4 })).toEqual({ start: 3, end: 4 })
  })
})
