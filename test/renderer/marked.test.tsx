import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { lit, marked } from '../../renderer/src/parts/marked.tsx'

describe('marked text', () => {
  it('wraps exactly the marked units, also of a passage from the middle', () => {
    expect(renderToStaticMarkup(<>{marked('警网融合', [[12, 14]], 10)}</>)).toBe('警网<mark data-mark="0">融合</mark>')
  })
  it('cuts marks at the edges of the passage and keeps their numbers', () => {
    expect(renderToStaticMarkup(<>{marked('网格员', [[8, 11], [12, 20]], 10, 4, 5)}</>)).toBe('<mark data-mark="4">网</mark>格<mark data-mark="5" class="current">员</mark>')
  })
  it('escapes what could be markup', () => {
    expect(renderToStaticMarkup(<>{marked('<b>𠮷', [[3, 5]])}</>)).toBe('&lt;b&gt;<mark data-mark="0">𠮷</mark>')
  })
})

describe('a sentence lit up', () => {
  const shown = (...[text, spot, marks, offset]: Parameters<typeof lit>): string => renderToStaticMarkup(<>{lit(text, spot, marks, offset)}</>)
  it('is one stretch of the text, with the marks before, in and behind it kept', () => {
    expect(shown('一格二格三格', { start: 12, end: 14 }, [[11, 12], [13, 14], [15, 16]], 10)).toBe('一<mark data-mark="0">格</mark><mark class="lit">二<mark data-mark="1">格</mark></mark>三<mark data-mark="2">格</mark>')
  })
  it('cuts a mark that reaches across its edge, and loses nothing of the text', () => {
    expect(shown('警网融合', { start: 2, end: 4 }, [[1, 3]])).toBe('警<mark data-mark="0">网</mark><mark class="lit"><mark data-mark="0">融</mark>合</mark>')
  })
  it.each([['nothing is asked for', null], ['it stands elsewhere', { start: 40, end: 44 }], ['it is empty', { start: 1, end: 1 }]])('is not there when %s', (_name, spot) => {
    expect(shown('网格员', spot, [[0, 2]])).toBe('<mark data-mark="0">网格</mark>员')
  })
})
