import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { marked } from '../../renderer/src/parts/marked.tsx'

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
